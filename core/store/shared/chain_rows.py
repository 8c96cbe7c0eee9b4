"""Rows of chains in the shared database: put there by COPY, and read from it as they travel.

JSON goes through as the text that it is; the type ``json`` keeps it to the letter, so that links verify.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from core.domain.chains import ChainRow, Mark, Marks
from core.domain.errors import LinkError
from core.store.shared.line import Session

# A step in the index for each chain, however long the chains are.
_MARKS = """
WITH RECURSIVE chains (console_id) AS (
    (SELECT console_id FROM journal_keys WHERE lot_id = %(lot)s ORDER BY console_id LIMIT 1)
    UNION ALL
    SELECT (SELECT beyond.console_id FROM journal_keys AS beyond
            WHERE beyond.lot_id = %(lot)s AND beyond.console_id > chains.console_id
            ORDER BY beyond.console_id LIMIT 1)
    FROM chains WHERE chains.console_id IS NOT NULL)
SELECT chains.console_id, ends.seq, ends.link
FROM chains CROSS JOIN LATERAL (
    SELECT seq, link FROM journal_keys
    WHERE lot_id = %(lot)s AND console_id = chains.console_id ORDER BY seq DESC LIMIT 1) AS ends
"""
_MARK = """
SELECT seq, link FROM journal_keys WHERE lot_id = %(lot)s AND console_id = %(console)s
ORDER BY seq DESC LIMIT 1
"""
_LINKS = """
SELECT seq, link FROM journal_keys
WHERE lot_id = %(lot)s AND console_id = %(console)s AND seq BETWEEN %(first)s AND %(last)s
"""
# Which months the next rows lie in, so that only their partitions are opened.
_REACH = """
SELECT max(seq), min(month), max(month) FROM (
    SELECT seq, month FROM journal_keys
    WHERE lot_id = %(lot)s AND console_id = %(console)s AND seq > %(after)s ORDER BY seq LIMIT %(most)s
) AS next_rows
"""
_ROWS = """
SELECT journal.lot_id, journal.console_id, journal.seq, journal.entry_id, journal.hlc, journal.at,
    journal.kind, journal.version, journal.payload::text, journal.who, journal.subjects::text, journal.link,
    journal_personal.salt, journal_personal.fields::text
FROM journal LEFT JOIN journal_personal
    ON journal_personal.lot_id = journal.lot_id AND journal_personal.entry_id = journal.entry_id
WHERE journal.lot_id = %(lot)s AND journal.console_id = %(console)s
    AND journal.month BETWEEN %(from_month)s AND %(to_month)s
    AND journal.seq > %(after)s AND journal.seq <= %(last)s
ORDER BY journal.seq
"""
# The keys first: two that push the same rows meet there, before either has written anything else. COPY
# takes no views, and a console's login finds views of its own lot under the bare names.
_INTO_KEYS = "COPY public.journal_keys (lot_id, console_id, seq, entry_id, month, link) FROM STDIN"
_INTO_JOURNAL = (
    "COPY public.journal (lot_id, month, console_id, seq, entry_id, hlc, at, kind, version, payload, who,"
    " subjects, link) FROM STDIN"
)
_INTO_SUBJECTS = "COPY public.journal_subjects (lot_id, kind, subject_id, console_id, seq, month) FROM STDIN"
_INTO_PERSONAL = "COPY public.journal_personal (lot_id, entry_id, salt, fields) FROM STDIN"


def marks_of(session: Session, lot_id: str) -> Marks:
    """How far each chain of the lot is held."""
    rows = session.execute(_MARKS, {"lot": lot_id})
    return {console_id: Mark(seq, link) for console_id, seq, link in rows}


def mark_of(session: Session, lot_id: str, console_id: str) -> Mark:
    """How far the chain is held."""
    row = session.execute(_MARK, {"lot": lot_id, "console": console_id}).fetchone()
    return Mark() if row is None else Mark(*row)


def links_of(session: Session, lot_id: str, console_id: str, first: int, last: int) -> dict[int, bytes]:
    """The links that are held from ``first`` to ``last``, by seq."""
    span = {"lot": lot_id, "console": console_id, "first": first, "last": last}
    return {seq: link for seq, link in session.execute(_LINKS, span)}  # noqa: C416 - rows are no pairs to mypy


def rows_after(session: Session, lot_id: str, console_id: str, after_seq: int, limit: int) -> list[ChainRow]:
    """The chain's next rows behind ``after_seq``."""
    place: dict[str, Any] = {"lot": lot_id, "console": console_id, "after": after_seq, "most": limit}
    reach = session.execute(_REACH, place).fetchone()
    if reach is None or reach[0] is None:
        return []
    last, from_month, to_month = reach
    months = {"last": last, "from_month": from_month, "to_month": to_month}
    return [ChainRow(*row) for row in session.execute(_ROWS, place | months)]


def copy_rows(session: Session, rows: Sequence[ChainRow]) -> None:
    """Add rows of one chain to the four tables of the journal; to be called in a transaction."""
    months = [row.month for row in rows]
    _copy(
        session,
        _INTO_KEYS,
        (
            (row.lot_id, row.console_id, row.seq, row.entry_id, month, row.link)
            for row, month in zip(rows, months, strict=True)
        ),
    )
    _copy(
        session,
        _INTO_JOURNAL,
        (
            (
                row.lot_id,
                month,
                row.console_id,
                row.seq,
                row.entry_id,
                row.hlc,
                row.at,
                row.kind,
                row.version,
                row.payload,
                row.who,
                row.subjects,
                row.link,
            )
            for row, month in zip(rows, months, strict=True)
        ),
    )
    _copy(
        session,
        _INTO_SUBJECTS,
        (
            (row.lot_id, kind, subject_id, row.console_id, row.seq, month)
            for row, month in zip(rows, months, strict=True)
            for kind, subject_id in _subjects_of(row)
        ),
    )
    personal = [(row.lot_id, row.entry_id, row.salt, row.fields) for row in rows if row.fields is not None]
    if personal:
        _copy(session, _INTO_PERSONAL, personal)


def _copy(session: Session, statement: str, values: Iterable[tuple[Any, ...]]) -> None:
    with session.cursor() as cursor, cursor.copy(statement.encode()) as stream:
        for value in values:
            stream.write_row(value)


def _subjects_of(row: ChainRow) -> list[tuple[str, str]]:
    """What the entry is about, each once."""
    try:
        return list(dict.fromkeys((kind, subject_id) for kind, subject_id in json.loads(row.subjects)))
    except (ValueError, TypeError) as error:
        raise LinkError("chain.unreadable", detail=f"{row.console_id} {row.seq}") from error
