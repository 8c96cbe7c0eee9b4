"""Tells an entry of which nothing can be made from a database that did not do its part."""

from __future__ import annotations

from sqlalchemy.exc import DataError, IntegrityError, InterfaceError, ProgrammingError, StatementError

FOLD_ERRORS = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, StatementError)
"""What a fold may raise, be it the entry's fault or not: to be asked about with ``is_no_sense``."""

_OF_THE_VALUE = (DataError, IntegrityError, InterfaceError, ProgrammingError)
# Programming errors, too, but of a database that was not upgraded, or of a login that may do too little.
_OF_THE_TABLES = frozenset({"42501", "42P01", "42703", "3F000"})


def is_no_sense(error: Exception) -> bool:
    """Whether it is the entry's fault: it does not hold what this program expects of its kind.

    A disk that is full or a connection that broke is not; what was going on must be done again then.
    """
    if not isinstance(error, StatementError):
        return isinstance(error, FOLD_ERRORS)
    if getattr(error.orig, "sqlstate", None) in _OF_THE_TABLES:
        return False
    # Before the database was asked at all: the value fits no column.
    return type(error) is StatementError or isinstance(error, _OF_THE_VALUE)
