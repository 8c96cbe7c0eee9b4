"""A look into a database file that changes nothing, also while a console uses it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from core.domain.errors import StoreError
from core.store.engine import check_is_database
from core.store.journal import Head
from core.store.snapshot import snapshot
from core.store.tables import local_state
from core.store.unit_of_work import SqlUnitOfWork


@contextmanager
def viewing(file: Path) -> Iterator[SqlUnitOfWork]:
    """A unit of work on one snapshot that only reads.

    Raises StoreError where the file is missing, no database, or not upgraded.
    """
    if not file.is_file():
        raise StoreError("store.no_such_file", detail=str(file))
    check_is_database(file)
    with snapshot(file) as connection:
        known = {row.name: row.value for row in connection.execute(select(local_state))}
        if not {"lot_id", "console_id"} <= set(known):
            raise StoreError("store.not_upgraded", detail=str(file))
        yield SqlUnitOfWork(
            connection,
            lot_id=known["lot_id"],
            console_id=known["console_id"],
            now=datetime.now(UTC),
            last=Head(0, 0, b""),
        )
