"""Entries about subjects on PostgreSQL, read in steps of which each has constants for its conditions.

A console's login reads through views of its own lot. The server joins such views only after it has read all
of the lot's rows, but goes by the index for what is compared with a constant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ARRAY, BigInteger, Connection, String, bindparam, func, select

from core.domain.journal import Entry
from core.store.rows import entry_from_row
from core.store.tables import journal, journal_personal, journal_subjects

_PLACES = select(
    journal_subjects.c.subject_id,
    journal_subjects.c.console_id,
    journal_subjects.c.month,
    journal_subjects.c.seq,
).where(
    journal_subjects.c.lot_id == bindparam("lot"),
    journal_subjects.c.kind == bindparam("subject_kind"),
    journal_subjects.c.subject_id == func.any(bindparam("some", type_=ARRAY(String))),
)
_ROWS = select(journal).where(
    journal.c.lot_id == bindparam("lot"),
    journal.c.month == bindparam("in_month"),
    journal.c.console_id == bindparam("console"),
    journal.c.seq == func.any(bindparam("seqs", type_=ARRAY(BigInteger))),
)
_PERSONAL = select(journal_personal.c.entry_id, journal_personal.c.fields).where(
    journal_personal.c.lot_id == bindparam("lot"),
    journal_personal.c.entry_id == func.any(bindparam("entries", type_=ARRAY(String))),
)


def entries_in_steps(
    connection: Connection, lot_id: str, kind: str, subject_ids: Sequence[str]
) -> Iterator[tuple[str, Entry]]:
    """All entries about these subjects of one kind, each with the id of the subject."""
    asked = {"lot": lot_id, "subject_kind": kind, "some": list(subject_ids)}
    about: dict[tuple[str, int], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for place in connection.execute(_PLACES, asked):
        about[place.console_id, place.month][place.seq].append(place.subject_id)
    rows: list[tuple[list[str], Any]] = []
    for (console_id, month), by_seq in about.items():
        where = {"lot": lot_id, "console": console_id, "in_month": month, "seqs": list(by_seq)}
        rows += [(by_seq[row.seq], row) for row in connection.execute(_ROWS, where)]
    personal = _personal(connection, lot_id, [row.entry_id for _, row in rows])
    for subjects, row in rows:
        entry = entry_from_row(row, personal.get(row.entry_id))
        for subject_id in subjects:
            yield subject_id, entry


def _personal(connection: Connection, lot_id: str, entry_ids: list[str]) -> dict[str, Any]:
    if not entry_ids:
        return {}
    rows = connection.execute(_PERSONAL, {"lot": lot_id, "entries": entry_ids})
    return {row.entry_id: row.fields for row in rows}
