"""Chains in the store: how far each is held, its rows as they travel, and rows of others put beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, and_, bindparam, cast, insert, select

from core.domain.chains import ChainRow, Mark
from core.domain.journal import Entry
from core.store.tables import PERSONAL_OF_ENTRY, journal, journal_keys, journal_personal, journal_subjects

ENTRY_OF_KEY = and_(
    journal.c.lot_id == journal_keys.c.lot_id,
    journal.c.month == journal_keys.c.month,
    journal.c.console_id == journal_keys.c.console_id,
    journal.c.seq == journal_keys.c.seq,
)
_NEXT_CHAIN = (
    select(journal_keys.c.console_id)
    .where(journal_keys.c.lot_id == bindparam("lot"), journal_keys.c.console_id > bindparam("last"))
    .order_by(journal_keys.c.console_id)
    .limit(1)
)
_END_OF_CHAIN = (
    select(journal_keys.c.seq, journal_keys.c.link)
    .where(journal_keys.c.lot_id == bindparam("lot"), journal_keys.c.console_id == bindparam("console"))
    .order_by(journal_keys.c.seq.desc())
    .limit(1)
)
_LINKS = (
    select(journal_keys.c.seq, journal_keys.c.link)
    .where(
        journal_keys.c.lot_id == bindparam("lot"),
        journal_keys.c.console_id == bindparam("console"),
        journal_keys.c.seq.between(bindparam("first"), bindparam("last")),
    )
    .order_by(journal_keys.c.seq)
)
_TRAVELLING = (
    "lot_id",
    "console_id",
    "seq",
    "entry_id",
    "hlc",
    "at",
    "kind",
    "version",
    "who",
    "link",
)
# JSON goes out as the text that lies there: whoever hands it on need not read it.
_COLUMNS: dict[str, ColumnElement[Any]] = {
    **{name: journal.c[name] for name in _TRAVELLING},
    "payload": cast(journal.c.payload, Text),
    "subjects": cast(journal.c.subjects, Text),
    "salt": journal_personal.c.salt,
    "fields": cast(journal_personal.c.fields, Text),
}
# In the order of a row's fields, so that it is made from what is read without a look at names.
_ROWS = (
    select(*(_COLUMNS[field.name].label(field.name) for field in fields(ChainRow)))
    .select_from(journal_keys)
    .join(journal, ENTRY_OF_KEY)
    .outerjoin(journal_personal, PERSONAL_OF_ENTRY)
    .where(
        journal_keys.c.lot_id == bindparam("lot"),
        journal_keys.c.console_id == bindparam("console"),
        journal_keys.c.seq > bindparam("after"),
    )
    .order_by(journal_keys.c.seq)
    .limit(bindparam("most"))
)
_INTO = {table: insert(table) for table in (journal, journal_keys, journal_personal, journal_subjects)}
# SQLite keeps JSON as text, so there the text goes in as it came; PostgreSQL wants to be told what it is.
_AS_TEXT = {
    **_INTO,
    journal: insert(journal).values(
        {
            **{column.name: bindparam(column.name) for column in journal.c},
            "payload": bindparam("payload", type_=Text),
            "subjects": bindparam("subjects", type_=Text),
        }
    ),
    journal_personal: insert(journal_personal).values(
        {
            **{column.name: bindparam(column.name) for column in journal_personal.c},
            "fields": bindparam("fields", type_=Text),
        }
    ),
}


def chains_of(connection: Connection, lot_id: str) -> Iterator[str]:
    """The ids of all consoles of the lot that wrote something; a step in the index for each of them."""
    last = ""
    while (found := connection.execute(_NEXT_CHAIN, {"lot": lot_id, "last": last}).scalar()) is not None:
        yield found
        last = found


def mark_of(connection: Connection, lot_id: str, console_id: str) -> Mark:
    """How far the chain is held."""
    end = connection.execute(_END_OF_CHAIN, {"lot": lot_id, "console": console_id}).first()
    return Mark() if end is None else Mark(end.seq, end.link)


def links_of(connection: Connection, lot_id: str, console_id: str, first: int, last: int) -> dict[int, bytes]:
    """The links of the chain's entries from ``first`` to ``last``, by seq."""
    rows = connection.execute(_LINKS, {"lot": lot_id, "console": console_id, "first": first, "last": last})
    return {row.seq: row.link for row in rows}


def rows_after(
    connection: Connection, lot_id: str, console_id: str, after_seq: int, limit: int
) -> list[ChainRow]:
    """The chain's next rows behind ``after_seq``."""
    rows = connection.execute(
        _ROWS, {"lot": lot_id, "console": console_id, "after": after_seq, "most": limit}
    )
    return [ChainRow(*row) for row in rows]


def put_rows(connection: Connection, rows: Sequence[ChainRow], entries: Sequence[Entry]) -> None:
    """Add checked rows to the four tables of the journal; ``entries`` are what the rows say."""
    is_text = connection.dialect.name == "sqlite"
    put: dict[Any, list[dict[str, Any]]] = {table: [] for table in _INTO}
    for row, entry in zip(rows, entries, strict=True):
        key = {"lot_id": row.lot_id, "console_id": row.console_id, "seq": row.seq, "month": row.month}
        put[journal].append(
            key
            | {
                "entry_id": row.entry_id,
                "hlc": row.hlc,
                "at": row.at,
                "kind": row.kind,
                "version": row.version,
                "payload": row.payload if is_text else entry.payload,
                "who": row.who,
                "subjects": row.subjects if is_text else [list(subject) for subject in entry.subjects],
                "link": row.link,
            }
        )
        put[journal_keys].append(key | {"entry_id": row.entry_id, "link": row.link})
        put[journal_subjects] += [
            key | {"kind": subject.kind, "subject_id": subject.subject_id}
            for subject in dict.fromkeys(entry.subjects)
        ]
        if entry.personal is not None:
            put[journal_personal].append(
                {
                    "lot_id": row.lot_id,
                    "entry_id": row.entry_id,
                    "salt": row.salt,
                    "fields": row.fields if is_text else dict(entry.personal),
                }
            )
    statements = _AS_TEXT if is_text else _INTO
    for table, values in put.items():
        if values:
            connection.execute(statements[table], values)


def row_document(row: ChainRow) -> Mapping[str, Any]:
    """The row as plain values, for those who keep it without taking it."""
    document = {name: getattr(row, name) for name in _TRAVELLING if name != "link"}
    return document | {
        "payload": _plain(row.payload),
        "subjects": _plain(row.subjects),
        "fields": _plain(row.fields),
        "link": row.link.hex(),
        "salt": None if row.salt is None else row.salt.hex(),
    }


def place_of(row: ChainRow) -> str:
    """Where in which chain the row stands, as errors name it."""
    return f"{row.console_id} {row.seq}"


def _plain(text: str | None) -> str | None:
    """The text without what no database takes: half a surrogate pair, a NUL."""
    return None if text is None else text.encode(errors="replace").decode().replace("\0", "")
