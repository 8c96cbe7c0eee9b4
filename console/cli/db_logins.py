"""``lotkeeper db console``, ``partner``, ``landlord``, ``revoke``: who signs on to the shared database."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, make_url

from console.cli.parsing import add_action
from core.domain.errors import BadInput, StoreError
from core.store.engine import make_engine, store_errors
from core.store.shared.logins import (
    Login,
    May,
    end_sessions,
    make_console_login,
    make_landlord_login,
    make_partner_login,
    revoke_login,
)

_Report = dict[str, object]
T = TypeVar("T")
_WHERE_IT_GOES = (
    "on that console put the address under [shared] database, and the password into "
    "LOTKEEPER_DATABASE_PASSWORD, the key store (keyring set lotkeeper database), or "
    "identity/database.secret in its data folder"
)


def add_arguments(actions: Any) -> None:
    """These actions of ``lotkeeper db``."""
    console = add_action(actions, "console", "make a console's login of the shared database")
    console.add_argument("--lot", required=True, metavar="LOT", help="the id of its lot")
    console.add_argument("--name", required=True, metavar="NAME", help="a short name, such as booth")
    console.add_argument("--hub", action="store_true", help="it may have the hub's role")
    partner = add_action(actions, "partner", "make a login for another program")
    partner.add_argument("--name", required=True, metavar="NAME", help="its name")
    partner.add_argument(
        "--lot", required=True, action="append", metavar="LOT", help="a lot; may be repeated"
    )
    partner.add_argument(
        "--may",
        required=True,
        action="append",
        choices=[each.value for each in May],
        help="request bookings, publish rates, read reports; may be repeated",
    )
    landlord = add_action(actions, "landlord", "make a landlord's login, good for their own lots")
    landlord.add_argument("--name", required=True, metavar="NAME", help="a short name, such as chen")
    landlord.add_argument(
        "--lot", required=True, action="append", metavar="LOT", help="a lot of theirs; may be repeated"
    )
    revoke = add_action(actions, "revoke", "let nobody sign on with a login any more")
    revoke.add_argument("--login", required=True, metavar="LOGIN", help="the login as it was told")
    for action in (console, partner, landlord, revoke):
        action.add_argument(
            "--url", required=True, metavar="URL", help="the shared database, as administrator"
        )


def run(args: argparse.Namespace, url: str, report: _Report) -> None:
    """Do the action on the database and add to the report what became of it."""
    if make_url(url).get_backend_name() != "postgresql":
        raise BadInput("db.not_on_a_server")
    _ACTIONS[args.action](args, url, report)


def _console(args: argparse.Namespace, url: str, report: _Report) -> None:
    login = _within(
        url,
        lambda connection: make_console_login(
            connection, lot_id=args.lot, name=args.name, may_be_hub=args.hub
        ),
    )
    report |= _told(url, login) | {"then": _WHERE_IT_GOES}


def _partner(args: argparse.Namespace, url: str, report: _Report) -> None:
    may = frozenset(May(each) for each in args.may)
    login = _within(
        url, lambda connection: make_partner_login(connection, name=args.name, lots=args.lot, may=may)
    )
    report |= _told(url, login)


def _landlord(args: argparse.Namespace, url: str, report: _Report) -> None:
    login = _within(url, lambda connection: make_landlord_login(connection, name=args.name, lots=args.lot))
    report |= _told(url, login)


def _revoke(args: argparse.Namespace, url: str, report: _Report) -> None:
    _within(url, lambda connection: revoke_login(connection, args.login))
    report |= {"revoked": args.login, "ended_sessions": None}
    # It is revoked whether or not this login may end the sessions of others: those end by themselves then.
    with suppress(StoreError):
        report["ended_sessions"] = _within(url, lambda connection: end_sessions(connection, args.login))


def _told(url: str, login: Login) -> _Report:
    """The address for the configuration, and the password that is kept beside it, this one time."""
    server = make_url(url)
    address = URL.create(
        server.drivername, login.name, None, server.host, server.port, server.database, server.query
    )
    return {"login": login.name, "address": address.render_as_string(), "password": login.password}


def _within(url: str, work: Callable[[Connection], T]) -> T:
    engine = make_engine(url)
    try:
        with store_errors(), engine.begin() as connection:
            return work(connection)
    finally:
        engine.dispose()


_ACTIONS = {"console": _console, "partner": _partner, "landlord": _landlord, "revoke": _revoke}
ACTIONS = frozenset(_ACTIONS)
