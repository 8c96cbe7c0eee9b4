"""What the driver's errors say about the far side, as LinkError with a reason code."""

from __future__ import annotations

import psycopg
from psycopg import errors

from core.domain.errors import LinkError

LONGEST_DETAIL = 300

# What the server says to one who may not come in; it gives no code with it, only words.
_TURNED_AWAY = (
    ("is not permitted to log in", "link.revoked"),
    ("password authentication failed", "link.refused"),
    ("no password supplied", "link.refused"),
    ("no pg_hba.conf entry", "link.refused"),
    ("permission denied", "link.refused"),
    ("does not exist", "link.refused"),
    ("certificate verify failed", "link.refused"),
    ("server certificate for", "link.refused"),
    ("root certificate file", "link.refused"),
    ("does not support SSL", "link.refused"),
)
_OTHER_TABLES = (errors.UndefinedTable, errors.UndefinedColumn, errors.UndefinedFunction)
# The server is there but cannot work now: it starts, stops, is full, or was too slow.
_NOT_NOW = (
    errors.OperatorIntervention,
    errors.InsufficientResources,
    errors.LockNotAvailable,
    errors.IdleInTransactionSessionTimeout,
)
_WORTH_RETRYING = (errors.SerializationFailure, errors.DeadlockDetected)


def link_error(error: psycopg.Error) -> LinkError:
    """The error of the link that stands for this one of the driver."""
    return LinkError(_cause_of(error), detail=_first_line(error))


def is_worth_retrying(error: psycopg.Error) -> bool:
    """Whether a transaction failed only because another went first (40001, 40P01)."""
    return isinstance(error, _WORTH_RETRYING)


def _cause_of(error: psycopg.Error) -> str:
    if isinstance(error, _OTHER_TABLES):
        return "link.version"
    if isinstance(error, (*_NOT_NOW, *_WORTH_RETRYING)):
        return "link.no_answer"
    if error.sqlstate is None and isinstance(error, (psycopg.OperationalError, psycopg.InterfaceError)):
        said = str(error)
        return next((cause for words, cause in _TURNED_AWAY if words in said), "link.no_answer")
    if isinstance(error, errors.InvalidAuthorizationSpecification):
        return "link.refused"
    if isinstance(error, psycopg.OperationalError):
        return "link.no_answer"
    return "link.refused"


def _first_line(error: psycopg.Error) -> str:
    lines = str(error).strip().splitlines()
    return f"{error.sqlstate or ''} {lines[0] if lines else type(error).__name__}".strip()[:LONGEST_DETAIL]
