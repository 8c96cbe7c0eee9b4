"""Copies of the database: taken while it is in use, checked, and put back."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import delete, insert, select, update

from core.domain.errors import StoreError
from core.store.engine import check_is_database, make_engine, sqlite_url, store_errors
from core.store.tables import local_state, tasks

KEPT = 30
HOURLY = "hourly"
_KEPT_OF: Final = {HOURLY: 3}


def backup(file: Path, folder: Path, *, label: str = "by-hand", spare_bytes: int = 0) -> Path:
    """Copy the database into the folder and check the copy; returns its path.

    Of each label the newest 30 are kept, of hourly ones 3. StoreError ``store.disk_nearly_full`` where less
    than ``spare_bytes`` would be left: a copy must not take the room that the journal needs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if spare_bytes and shutil.disk_usage(folder).free < file.stat().st_size + spare_bytes:
        raise StoreError("store.disk_nearly_full", detail=str(folder))
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    target = folder / f"lotkeeper-{stamp}-{label}.db"
    partial = target.with_suffix(".part")
    with store_errors(), closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(partial)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    check_file(partial)
    with partial.open("rb") as stream:
        os.fsync(stream.fileno())
    partial.replace(target)
    for old in sorted(folder.glob(f"lotkeeper-*-{label}.db"))[: -_KEPT_OF.get(label, KEPT)]:
        old.unlink()
    return target


def check_file(file: Path) -> None:
    """Raise StoreError ``store.damaged`` or ``store.not_a_database`` where the file is not sound."""
    if not file.is_file():
        raise StoreError("store.no_such_file", detail=str(file))
    check_is_database(file)
    with store_errors(), closing(sqlite3.connect(read_only(file), uri=True)) as connection:
        found = [row[0] for row in connection.execute("PRAGMA quick_check(10)")]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if found != ["ok"] or broken:
        raise StoreError("store.damaged", detail="; ".join(found))


def read_only(file: Path) -> str:
    """The address with which SQLite opens an existing file for reading only, whatever it is called."""
    return f"{file.resolve().as_uri()}?mode=ro"


def restore(
    copy: Path, file: Path, folder: Path, *, new_id: str, goes_on_with_tasks: bool = False
) -> Path | None:
    """Put a copy in the database's place; what was there is kept as a backup and its path returned.

    A restored console mints a new console id (``new_id``), so that its journal can never fork the one
    it had. What waited to be done outside when the copy was made may have been done since: it is not done
    again, and stands as unknown, unless nothing can have happened in between (``goes_on_with_tasks``).
    """
    check_file(copy)
    kept = backup(file, folder, label="before-restore") if file.exists() else None
    partial = file.with_suffix(".restoring")
    with (
        store_errors(),
        closing(sqlite3.connect(copy)) as source,
        closing(sqlite3.connect(partial)) as target,
    ):
        source.backup(target)
    _rename_console(partial, new_id)
    if not goes_on_with_tasks:
        _leave_tasks(partial)
    _settle(partial)
    for leftover in (file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
        leftover.unlink(missing_ok=True)
    partial.replace(file)
    return kept


def _settle(file: Path) -> None:
    """Everything into the one file that is about to be moved, and onto the disk."""
    with store_errors(), closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    with file.open("rb") as stream:
        os.fsync(stream.fileno())


def _leave_tasks(file: Path) -> None:
    engine = make_engine(sqlite_url(file), writer=True)
    try:
        with store_errors(), engine.begin() as connection:
            connection.execute(
                update(tasks)
                .where(tasks.c.state == "waiting")
                .values(state="unknown", cause="store.restored")
            )
    finally:
        engine.dispose()


def _rename_console(file: Path, new_id: str) -> None:
    engine = make_engine(sqlite_url(file), writer=True)
    try:
        with store_errors(), engine.begin() as connection:
            known = connection.execute(
                select(local_state.c.value).where(local_state.c.name == "console_id")
            ).scalar()
            if known is None:
                raise StoreError("store.not_upgraded", detail=str(file))
            connection.execute(
                update(local_state).where(local_state.c.name == "console_id").values(value=new_id)
            )
            connection.execute(delete(local_state).where(local_state.c.name == "restored_from"))
            connection.execute(insert(local_state).values(name="restored_from", value=str(known)))
    finally:
        engine.dispose()
