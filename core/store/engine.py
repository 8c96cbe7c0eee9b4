"""Engines for SQLite and PostgreSQL, and what their errors mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from core.domain.errors import StoreError

BUSY_TIMEOUT_MS = 5000
_SQLITE_MAGIC = b"SQLite format 3\0"

# What SQLite says, and the reason code that stands for it.
_CAUSES = (
    ("disk is full", "store.disk_full"),
    ("not a database", "store.not_a_database"),
    ("malformed", "store.damaged"),
    ("disk I/O error", "store.io_error"),
    ("unable to open", "store.cannot_open"),
    ("readonly database", "store.read_only"),
    ("no space left", "store.disk_full"),
    ("locked", "store.locked"),
    ("no such table", "store.not_upgraded"),
)
# What PostgreSQL says with a code: a right that is missing, a lock that did not come in time.
_BY_STATE = {"42501": "store.not_permitted", "55P03": "store.locked"}
_WORTH_RETRYING = frozenset({"40001", "40P01"})


def sqlite_url(file: Path) -> str:
    """The database URL of a file."""
    return f"sqlite+pysqlite:///{file}"


def make_engine(url: str, *, writer: bool = False) -> Engine:
    """An engine; on SQLite with WAL, synchronous=FULL and foreign keys, writers begin IMMEDIATE."""
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT_MS / 1000})
    begin = "BEGIN IMMEDIATE" if writer else "BEGIN"

    @event.listens_for(engine, "connect")
    def _on_connect(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            # What was purged must not lie on in pages that are merely free.
            "secure_delete=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def check_is_database(file: Path) -> None:
    """Raise StoreError ``store.not_a_database`` where an existing file is no SQLite database."""
    if file.exists() and file.stat().st_size > 0:
        with file.open("rb") as stream:
            if stream.read(len(_SQLITE_MAGIC)) != _SQLITE_MAGIC:
                raise StoreError("store.not_a_database", detail=str(file))


@contextmanager
def store_errors() -> Iterator[None]:
    """Turn what the driver raises into StoreError with its cause."""
    try:
        yield
    except DatabaseError as error:
        raise StoreError(cause_of(error), detail=str(error.orig)) from error
    except sqlite3.DatabaseError as error:
        raise StoreError(_cause_in(str(error)), detail=str(error)) from error
    except OSError as error:
        raise StoreError(_cause_in(str(error).lower()), detail=str(error)) from error


def cause_of(error: DBAPIError) -> str:
    """The reason code of a driver's error."""
    by_state = _BY_STATE.get(getattr(error.orig, "sqlstate", None) or "")
    return by_state or _cause_in(str(error.orig))


def is_worth_retrying(error: DBAPIError) -> bool:
    """Whether the transaction failed only because another went first (40001, 40P01)."""
    return getattr(error.orig, "sqlstate", None) in _WORTH_RETRYING


def _cause_in(message: str) -> str:
    return next((cause for words, cause in _CAUSES if words in message), "store.failed")
