"""Entries about subjects on PostgreSQL, read in steps, each row by its whole key.

A console's login reads through views of its own lot. The server joins such views only after it has read all
of the lot's rows; but what is compared inside a sub-select goes by the index, there and for each key anew,
also where the server does not know yet how full its tables are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Connection,
    String,
    bindparam,
    column,
    func,
    literal_column,
    select,
    true,
)
from sqlalchemy.sql.selectable import TableValuedAlias

from core.domain.journal import Entry
from core.store.rows import entry_from_row
from core.store.tables import journal, journal_personal, journal_subjects


def _listed(name: str, kind: type[String | BigInteger]) -> TableValuedAlias:
    """Keys that are handed over as one array, as a table of them."""
    keys = func.unnest(bindparam("keys", type_=ARRAY(kind)))
    return keys.table_valued(column(name, kind)).render_derived("listed")


_SUBJECTS = _listed("subject_id", String)
_SEQS = _listed("seq", BigInteger)
_ENTRIES = _listed("entry_id", String)
# With an offset, if only of nothing, the server leaves a sub-select where it is and makes no join of it.
_OF_SUBJECT = (
    select(journal_subjects)
    .where(
        journal_subjects.c.lot_id == bindparam("lot"),
        journal_subjects.c.kind == bindparam("subject_kind"),
        journal_subjects.c.subject_id == _SUBJECTS.c.subject_id,
    )
    .offset(literal_column("0"))
    .lateral("places")
)
_IN_PLACE = (
    select(journal)
    .where(
        journal.c.lot_id == bindparam("lot"),
        journal.c.month == bindparam("in_month"),
        journal.c.console_id == bindparam("console"),
        journal.c.seq == _SEQS.c.seq,
    )
    .offset(literal_column("0"))
    .lateral("entries")
)
_OF_ENTRY = (
    select(journal_personal.c.entry_id, journal_personal.c.fields)
    .where(
        journal_personal.c.lot_id == bindparam("lot"),
        journal_personal.c.entry_id == _ENTRIES.c.entry_id,
    )
    .offset(literal_column("0"))
    .lateral("kept")
)
_PLACES = select(_OF_SUBJECT).select_from(_SUBJECTS.join(_OF_SUBJECT, true()))
_ROWS = select(_IN_PLACE).select_from(_SEQS.join(_IN_PLACE, true()))
_PERSONAL = select(_OF_ENTRY).select_from(_ENTRIES.join(_OF_ENTRY, true()))


def entries_in_steps(
    connection: Connection, lot_id: str, kind: str, subject_ids: Sequence[str]
) -> Iterator[tuple[str, Entry]]:
    """All entries about these subjects of one kind, each with the id of the subject."""
    asked = {"lot": lot_id, "subject_kind": kind, "keys": list(subject_ids)}
    about: dict[tuple[str, int], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for place in connection.execute(_PLACES, asked):
        about[place.console_id, place.month][place.seq].append(place.subject_id)
    rows: list[tuple[list[str], Any]] = []
    for (console_id, month), by_seq in about.items():
        where = {"lot": lot_id, "console": console_id, "in_month": month, "keys": list(by_seq)}
        rows += [(by_seq[row.seq], row) for row in connection.execute(_ROWS, where)]
    personal = _personal(connection, lot_id, [row.entry_id for _, row in rows])
    for subjects, row in rows:
        entry = entry_from_row(row, personal.get(row.entry_id))
        for subject_id in subjects:
            yield subject_id, entry


def _personal(connection: Connection, lot_id: str, entry_ids: list[str]) -> dict[str, Any]:
    if not entry_ids:
        return {}
    rows = connection.execute(_PERSONAL, {"lot": lot_id, "keys": entry_ids})
    return {row.entry_id: row.fields for row in rows}
