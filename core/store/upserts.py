"""Rows replaced where they are, added where not, by plain statements that any database takes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Insert, Table, Update, bindparam, insert, update


def upsert(connection: Connection, table: Table, key: tuple[str, ...], row: dict[str, Any]) -> None:
    """Replace the row of that key, or add it."""
    change, add = _statements(table, key)
    changed = connection.execute(change, row | {f"key_{name}": row[name] for name in key})
    if changed.rowcount == 0:
        connection.execute(add, row)


def upsert_all(
    connection: Connection,
    table: Table,
    key: tuple[str, ...],
    rows: Sequence[dict[str, Any]],
    *,
    known: Collection[tuple[Any, ...]],
) -> None:
    """Replace the rows whose key is among those ``known`` to be there, and add the others, at once."""
    change, add = _statements(table, key)
    fresh, changed = [], []
    for row in rows:
        names = tuple(row[name] for name in key)
        if names in known:
            changed.append(row | {f"key_{name}": row[name] for name in key})
        else:
            fresh.append(row)
    if changed:
        connection.execute(change, changed)
    if fresh:
        connection.execute(add, fresh)


@lru_cache
def _statements(table: Table, key: tuple[str, ...]) -> tuple[Update, Insert]:
    """How a row of the table is replaced and added; made once, as building them costs more than running."""
    matching = [table.c[name] == bindparam(f"key_{name}") for name in key]
    return update(table).where(*matching), insert(table)
