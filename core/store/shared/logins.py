"""Logins of the shared database: one for each console, each other program, and each landlord."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, insert

from core.domain.errors import BadInput
from core.store.shared.roles import CONSOLE, HUB, LANDLORD, LOGIN_PREFIX, PARTNER, READER, quoted
from core.store.shared.views import OWN_LOT_SCHEMA, SHARED_SCHEMA
from core.store.sharing_tables import console_logins, partner_lots

PASSWORD_BYTES = 24
LONGEST_LOGIN = 63
CONSOLE_CONNECTIONS, PARTNER_CONNECTIONS = 8, 20
_SETTINGS = {
    "statement_timeout": "30s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "30s",
}
_LOT = re.compile(r"[0-9A-Za-z-]{1,36}")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,19}")


class May(StrEnum):
    """What another program may do for a lot."""

    BOOK = "book"
    SET_RATES = "rates"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Login:
    """A login as it was made; its password is told this once and kept nowhere."""

    name: str
    password: str = field(repr=False)


def console_login(lot_id: str, name: str) -> str:
    """The login of a console: ``lk_LOT_NAME``; BadInput where one of both cannot stand in it."""
    if not _LOT.fullmatch(lot_id):
        raise BadInput("login.bad_lot", lot=lot_id[:40])
    if not _NAME.fullmatch(name):
        raise BadInput("login.bad_name", name=name[:40])
    return f"{LOGIN_PREFIX}_{lot_id}_{name}"


def make_console_login(
    connection: Connection, *, lot_id: str, name: str, console_id: str = "", may_be_hub: bool = False
) -> Login:
    """Let a console of the lot sign on; one that is there already gets a new password and these rights.

    ``may_be_hub`` for each console that may ever have the hub's role: the database asks nobody who it is.
    """
    login = console_login(lot_id, name)
    made = _make(connection, login, connections=CONSOLE_CONNECTIONS, path=f"{OWN_LOT_SCHEMA}, public")
    _join(connection, login, {CONSOLE: True, HUB: may_be_hub})
    connection.execute(delete(console_logins).where(console_logins.c.login == login))
    connection.execute(insert(console_logins).values(lot_id=lot_id, login=login, console_id=console_id))
    return made


def make_partner_login(
    connection: Connection, *, name: str, lots: Iterable[str], may: frozenset[May]
) -> Login:
    """Let another program sign on, for these lots and nothing but this; what it had before is replaced."""
    groups = {PARTNER: bool(may - {May.READ}), READER: May.READ in may, LANDLORD: False}
    return _make_outside_login(connection, name, lots=lots, may=may, groups=groups)


def make_landlord_login(connection: Connection, *, name: str, lots: Iterable[str]) -> Login:
    """Let a landlord sign on and see these lots, as their own; what the login had before is replaced."""
    may = frozenset({May.READ, May.SET_RATES})
    groups = {PARTNER: False, READER: False, LANDLORD: True}
    return _make_outside_login(connection, name, lots=lots, may=may, groups=groups)


def _make_outside_login(
    connection: Connection,
    name: str,
    *,
    lots: Iterable[str],
    may: frozenset[May],
    groups: dict[str, bool],
) -> Login:
    if not _NAME.fullmatch(name) or name.startswith(LOGIN_PREFIX):
        raise BadInput("login.bad_name", name=name[:40])
    wanted = sorted(set(lots))
    if not wanted or not may:
        raise BadInput("login.nothing_allowed")
    made = _make(connection, name, connections=PARTNER_CONNECTIONS, path=SHARED_SCHEMA)
    _join(connection, name, groups)
    connection.execute(delete(partner_lots).where(partner_lots.c.login == name))
    allowed = {
        "may_book": May.BOOK in may,
        "may_set_rates": May.SET_RATES in may,
        "may_read": May.READ in may,
    }
    connection.execute(insert(partner_lots), [{"lot_id": lot, "login": name, **allowed} for lot in wanted])
    return made


def revoke_login(connection: Connection, login: str) -> None:
    """Let nobody sign on with it any more, and end what is signed on now; it stays, so that it can be named.

    BadInput ``login.unknown`` for one that this program did not make.
    """
    if not _is_ours(connection, login):
        raise BadInput("login.unknown", login=login[:63])
    role = quoted(connection, login)
    # Its password stays: so whoever comes with it is told that it was revoked, not that it is wrong.
    connection.exec_driver_sql(f"ALTER ROLE {role} NOLOGIN")
    connection.exec_driver_sql(f"REVOKE {CONSOLE}, {HUB}, {PARTNER}, {READER}, {LANDLORD} FROM {role}")
    connection.execute(delete(console_logins).where(console_logins.c.login == login))
    connection.execute(delete(partner_lots).where(partner_lots.c.login == login))


def end_sessions(connection: Connection, login: str) -> int:
    """End what is signed on under the login; how many there were. After the revocation was committed."""
    ended = connection.exec_driver_sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", (login,)
    ).scalars()
    return sum(bool(one) for one in ended)


def _make(connection: Connection, login: str, *, connections: int, path: str) -> Login:
    if len(login) > LONGEST_LOGIN:
        raise BadInput("login.bad_name", name=login)
    role, password = quoted(connection, login), secrets.token_urlsafe(PASSWORD_BYTES)
    if _exists(connection, login):
        if not _is_ours(connection, login):
            raise BadInput("login.taken", login=login)
    else:
        connection.exec_driver_sql(f"CREATE ROLE {role}")
    verifier = _verifier(connection, login, password)
    connection.exec_driver_sql(
        f"ALTER ROLE {role} LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION"
        f" CONNECTION LIMIT {connections} PASSWORD '{verifier}'"
    )
    connection.exec_driver_sql(f"ALTER ROLE {role} SET search_path = {path}")
    for setting, value in _SETTINGS.items():
        connection.exec_driver_sql(f"ALTER ROLE {role} SET {setting} = '{value}'")
    return Login(login, password)


def _verifier(connection: Connection, login: str, password: str) -> str:
    """What the server keeps of the password; made here, so that its log never sees the password itself."""
    driver: Any = connection.connection.driver_connection
    encrypted: bytes = driver.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    return encrypted.decode()


def _join(connection: Connection, login: str, groups: dict[str, bool]) -> None:
    role = quoted(connection, login)
    for group, belongs in groups.items():
        connection.exec_driver_sql(f"GRANT {group} TO {role}" if belongs else f"REVOKE {group} FROM {role}")


def _exists(connection: Connection, login: str) -> bool:
    found = connection.exec_driver_sql("SELECT count(*) FROM pg_roles WHERE rolname = %s", (login,)).scalar()
    return bool(found)


def _is_ours(connection: Connection, login: str) -> bool:
    """Whether it is a login that this program made: one that looks up in nothing but our views."""
    paths = {f"search_path={OWN_LOT_SCHEMA}, public", f"search_path={SHARED_SCHEMA}"}
    settings = connection.exec_driver_sql(
        "SELECT unnest(rolconfig) FROM pg_roles WHERE rolname = %s AND NOT rolsuper", (login,)
    ).scalars()
    return bool(paths & set(settings))
