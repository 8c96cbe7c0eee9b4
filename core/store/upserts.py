"""Rows replaced where they are, added where not, by plain statements that any database takes."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Insert, Table, Update, bindparam, insert, update


def upsert(connection: Connection, table: Table, key: tuple[str, ...], row: dict[str, Any]) -> None:
    """Replace the row of that key, or add it."""
    change, add = statements(table, key)
    changed = connection.execute(change, row | {f"key_{name}": row[name] for name in key})
    if changed.rowcount == 0:
        connection.execute(add, row)


@lru_cache
def statements(table: Table, key: tuple[str, ...]) -> tuple[Update, Insert]:
    """How a row of the table is replaced and added; made once, as building them costs more than running."""
    matching = [table.c[name] == bindparam(f"key_{name}") for name in key]
    return update(table).where(*matching), insert(table)
