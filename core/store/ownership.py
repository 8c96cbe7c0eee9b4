"""Whose database a file is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from core.domain.errors import StoreError
from core.store.backup import read_only
from core.store.engine import check_is_database, store_errors


def ids_of(file: Path) -> tuple[str, str]:
    """The ids of its lot and of its console; StoreError where it is no upgraded database of a console."""
    if not file.is_file():
        raise StoreError("store.no_such_file", detail=str(file))
    check_is_database(file)
    with store_errors(), closing(sqlite3.connect(read_only(file), uri=True)) as connection:
        known = dict(connection.execute("SELECT name, value FROM local_state").fetchall())
    if not {"lot_id", "console_id"} <= known.keys():
        raise StoreError("store.not_upgraded", detail=str(file))
    return str(known["lot_id"]), str(known["console_id"])
