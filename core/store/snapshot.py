"""A database file read without changing it, also while a console uses it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, event

from core.store.backup import read_only
from core.store.engine import store_errors


@contextmanager
def snapshot(file: Path) -> Iterator[Connection]:
    """A connection to an existing file that only reads, on one state of it; StoreError where it cannot."""
    address = read_only(file)
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False),
    )

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        # One snapshot for all that is read, so that a console that goes on writing does not disturb it.
        connection.exec_driver_sql("BEGIN")

    try:
        with store_errors(), engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()
