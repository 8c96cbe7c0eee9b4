"""Tries a shared database for a person who is about to use it: says what is wrong as exactly as it can."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from core.domain.errors import LinkError
from core.store.shared.address import connection_parameters
from core.store.shared.chain_rows import marks_of
from core.store.shared.line import Session
from core.store.shared.roles import HUB, LOGIN_PREFIX
from core.store.shared.version import check_version
from core.store.shared.wire import Wire

TRIAL_SECONDS: Final = 8.0
# What the server or the driver says, and what that means for whoever types an address.
_SAID: Final = (
    ("password authentication failed", "trial.wrong_password"),
    ("no password supplied", "trial.wrong_password"),
    ("does not exist", "trial.no_such_database"),
    ("root certificate file", "trial.no_ca_file"),
    ("certificate verify failed", "trial.certificate"),
    ("server certificate for", "trial.certificate"),
    ("does not support SSL", "trial.no_tls"),
    ("no pg_hba.conf entry", "trial.not_let_in"),
)
_MAY_BE_HUB: Final = "SELECT pg_has_role(session_user, oid, 'MEMBER') FROM pg_roles WHERE rolname = %s"
_WHO: Final = "SELECT session_user::text"


def try_database(url: str, *, lot_id: str, console_id: str, ca_file: str = "", as_hub: bool = False) -> int:
    """How many records of the lot the database holds; LinkError with the reason why it cannot be used.

    ``as_hub`` asks whether the login may do the hub's work, too.
    """
    if ca_file and not Path(ca_file).is_file():
        raise LinkError("trial.no_ca_file", detail=ca_file)
    wire = Wire(connection_parameters(url, console_id=console_id, ca_file=ca_file))
    try:
        return wire.call(lambda session: _look(session, lot_id, as_hub=as_hub), seconds=TRIAL_SECONDS)
    except LinkError as error:
        raise LinkError(_cause(error), detail=error.detail) from error
    finally:
        wire.close()


def _look(session: Session, lot_id: str, *, as_hub: bool) -> int:
    login = str((session.execute(_WHO).fetchone() or ("",))[0])
    prefix, _, rest = login.partition("_")
    if prefix == LOGIN_PREFIX and rest.partition("_")[0] != lot_id:
        raise LinkError("trial.other_lot", detail=login)
    _check_set_up(session)
    held = sum(mark.seq for mark in marks_of(session, lot_id).values())
    may_be_hub = session.execute(_MAY_BE_HUB, (HUB,)).fetchone()
    if as_hub and may_be_hub is not None and not may_be_hub[0]:
        raise LinkError("trial.no_hub_rights", detail=login)
    return held


def _check_set_up(session: Session) -> None:
    """A database that Lotkeeper never set up lacks the tables that say its version."""
    try:
        check_version(session)
    except LinkError as error:
        raise LinkError("trial.too_new", detail=error.detail) from error


def _cause(error: LinkError) -> str:
    if error.cause == "link.version":
        return "trial.not_upgraded"
    if error.cause != "link.refused":
        return error.cause
    return next((cause for said, cause in _SAID if said in error.detail), error.cause)
