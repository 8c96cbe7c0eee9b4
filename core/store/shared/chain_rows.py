"""Rows of chains in the shared database: put there by COPY, and read from it as they travel.

JSON goes through as the text that it is; the type ``json`` keeps it to the letter, so that links verify.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from core.domain.chains import ChainRow, Mark, Marks
from core.domain.errors import LinkError
from core.store.shared.line import Session

# A console's login reads through views that the server neither joins nor sorts by an index: only conditions
# with constants go through them (docs/shared-database.md). So no statement here takes the last row of a
# chain, or joins: the end of a chain, which has no gaps, is searched by halves, thirty-two rows for each
# however long it is, and rows are read by their numbers, their personal fields after them.
_WIDEST = 2**31
_SEARCH = f"""
WITH RECURSIVE searched (console_id, low, step) AS (
    SELECT console_id, seq, {_WIDEST}::bigint FROM journal_keys
    WHERE lot_id = %(lot)s AND {{of_which}} AND seq = 1
    UNION ALL
    SELECT searched.console_id,
        coalesce((SELECT probe.seq FROM journal_keys AS probe
            WHERE probe.lot_id = %(lot)s AND probe.console_id = searched.console_id
                AND probe.seq = searched.low + searched.step), searched.low),
        searched.step / 2
    FROM searched WHERE searched.step > 0)
SELECT searched.console_id, searched.low, (SELECT ends.link FROM journal_keys AS ends
    WHERE ends.lot_id = %(lot)s AND ends.console_id = searched.console_id AND ends.seq = searched.low)
FROM searched WHERE searched.step = 0
"""  # noqa: S608 - a number
_MARKS = _SEARCH.format(of_which="true").encode()
_MARK = _SEARCH.format(of_which="console_id = %(console)s").encode()
_LINKS = """
SELECT seq, link FROM journal_keys
WHERE lot_id = %(lot)s AND console_id = %(console)s AND seq BETWEEN %(first)s AND %(last)s
"""
# In which months rows lie. They are read month by month: the index has the month before the console, so that
# with a span of months all consoles' rows of these would be gone through.
_MONTHS = """
SELECT DISTINCT month FROM journal_keys
WHERE lot_id = %(lot)s AND console_id = %(console)s AND seq BETWEEN %(first)s AND %(last)s ORDER BY month
"""
_ROWS = """
SELECT lot_id, console_id, seq, entry_id, hlc, at, kind, version, payload::text, who, subjects::text, link
FROM journal
WHERE lot_id = %(lot)s AND console_id = %(console)s AND month = %(month)s
    AND seq BETWEEN %(first)s AND %(last)s
"""
_PERSONAL = """
SELECT entry_id, salt, fields::text FROM journal_personal
WHERE lot_id = %(lot)s AND entry_id = ANY(%(entries)s)
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
    return Mark() if row is None else Mark(*row[1:])


def links_of(session: Session, lot_id: str, console_id: str, first: int, last: int) -> dict[int, bytes]:
    """The links that are held from ``first`` to ``last``, by seq."""
    span = {"lot": lot_id, "console": console_id, "first": first, "last": last}
    return {seq: link for seq, link in session.execute(_LINKS, span)}  # noqa: C416 - rows are no pairs to mypy


def rows_after(session: Session, lot_id: str, console_id: str, after_seq: int, limit: int) -> list[ChainRow]:
    """The chain's next rows behind ``after_seq``."""
    place: dict[str, Any] = {
        "lot": lot_id,
        "console": console_id,
        "first": after_seq + 1,
        "last": after_seq + limit,
    }
    rows = [
        row
        for month in months_between(session, place)
        for row in session.execute(_ROWS, place | {"month": month})
    ]
    # A clock that was set back may have put later rows into an earlier month.
    rows.sort(key=lambda row: row[2])
    # Fields that are forgotten between the two are as if they had been before.
    asked = {"lot": lot_id, "entries": [row[3] for row in rows]}
    personal = {entry_id: kept for entry_id, *kept in session.execute(_PERSONAL, asked)}
    return [ChainRow(*row, *personal.get(row[3], (None, None))) for row in rows]


def months_between(session: Session, place: Mapping[str, Any]) -> list[int]:
    """The months in which rows of the chain lie, from ``first`` to ``last``."""
    return [month for (month,) in session.execute(_MONTHS, place)]


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
