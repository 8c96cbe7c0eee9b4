"""Forgetting in the store: personal fields of what was purged go, wherever the entry that says so arrives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Text, and_, cast, delete, select, update

from core.domain.journal import Entry
from core.domain.purging import PURGES, SCOPES_BY_MARK, Scope, forgotten_of, photos_of, widest
from core.store.chain_rows import ENTRY_OF_KEY
from core.store.journal import entries_of_all
from core.store.sharing_tables import booking_requests, refused_rows
from core.store.tables import journal, journal_keys, journal_personal, journal_subjects

IDS_AT_ONCE = 400
_KINDS = ("stay", "sighting", "booking", "person")
KEY_OF_PERSONAL = and_(
    journal_keys.c.lot_id == journal_personal.c.lot_id,
    journal_keys.c.entry_id == journal_personal.c.entry_id,
)


@dataclass(slots=True)
class Forgotten:
    """What was forgotten: entries that lost fields, and photos that these named."""

    entries: int = 0
    photos: dict[str, None] = field(default_factory=dict)


def forget_purged(connection: Connection, lot_id: str, entries: Sequence[Entry]) -> Forgotten:
    """Forget what these entries purge, and of these entries what was purged before they came.

    To be called before what the entries are about is folded.
    """
    asked = [entry for entry in entries if entry.personal or entry.kind in PURGES]
    ids = dict.fromkeys(
        one
        for entry in asked
        for one in (*(subject.subject_id for subject in entry.subjects), entry.entry_id)
    )
    return forget_marked(connection, lot_id, ids)


def forget_marked(connection: Connection, lot_id: str, ids: Iterable[str]) -> Forgotten:
    """Forget all that is kept about those of the ids that were purged, whenever that was."""
    done = Forgotten()
    if not _anything_purged(connection, lot_id):
        return done
    marked = purge_marks(connection, lot_id, ids)
    if marked:
        _forget(connection, lot_id, marked, done)
        _forget_refused(connection, lot_id, marked)
    return done


def forget_requests(connection: Connection, lot_id: str, booking_ids: Sequence[str]) -> None:
    """In the shared database: the plates in other programs' requests for bookings that were purged."""
    gone = [one for one, scope in purge_marks(connection, lot_id, booking_ids).items() if scope is Scope.ALL]
    for start in range(0, len(gone), IDS_AT_ONCE):
        connection.execute(
            update(booking_requests)
            .where(
                booking_requests.c.lot_id == lot_id,
                booking_requests.c.booking_id.in_(gone[start : start + IDS_AT_ONCE]),
            )
            .values(plate="")
        )


def purge_marks(connection: Connection, lot_id: str, ids: Iterable[str]) -> dict[str, Scope]:
    """Which of these ids were purged, and of each how much."""
    found: dict[str, list[Scope]] = defaultdict(list)
    wanted = list(ids)
    for start in range(0, len(wanted), IDS_AT_ONCE):
        rows = connection.execute(
            select(journal_subjects.c.kind, journal_subjects.c.subject_id).where(
                journal_subjects.c.lot_id == lot_id,
                journal_subjects.c.kind.in_(sorted(SCOPES_BY_MARK)),
                journal_subjects.c.subject_id.in_(wanted[start : start + IDS_AT_ONCE]),
            )
        )
        for row in rows:
            found[row.subject_id].append(SCOPES_BY_MARK[row.kind])
    return {one: scope for one, scopes in found.items() if (scope := widest(scopes)) is not None}


def _anything_purged(connection: Connection, lot_id: str) -> bool:
    """Mostly nothing was; then nobody is asked about thousands of ids."""
    for mark in SCOPES_BY_MARK:
        found = connection.execute(
            select(journal_subjects.c.seq)
            .where(journal_subjects.c.lot_id == lot_id, journal_subjects.c.kind == mark)
            .limit(1)
        ).first()
        if found is not None:
            return True
    return False


def _forget(connection: Connection, lot_id: str, marked: dict[str, Scope], done: Forgotten) -> None:
    ids = list(marked)
    for kind in _KINDS:
        for start in range(0, len(ids), IDS_AT_ONCE):
            by_id = entries_of_all(connection, lot_id, kind, ids[start : start + IDS_AT_ONCE])
            for one, entries in by_id.items():
                for entry in entries:
                    if entry.personal:
                        gone = forgotten_of(entry.personal, marked[one], kind=entry.kind, who=entry.who)
                        _drop(connection, lot_id, entry.entry_id, entry.personal, gone, done)
    _forget_loose(connection, lot_id, marked, done)


def _forget_loose(connection: Connection, lot_id: str, marked: dict[str, Scope], done: Forgotten) -> None:
    """Of entries that are named themselves: also of these the picture of an act by hand stays."""
    ids = list(marked)
    for start in range(0, len(ids), IDS_AT_ONCE):
        rows = connection.execute(
            select(journal.c.kind, journal.c.who, journal_personal.c.entry_id, journal_personal.c.fields)
            .select_from(journal_personal)
            .join(journal_keys, KEY_OF_PERSONAL)
            .join(journal, ENTRY_OF_KEY)
            .where(
                journal_personal.c.lot_id == lot_id,
                journal_personal.c.entry_id.in_(ids[start : start + IDS_AT_ONCE]),
            )
        ).all()
        for row in rows:
            gone = forgotten_of(row.fields, marked[row.entry_id], kind=row.kind, who=row.who)
            _drop(connection, lot_id, row.entry_id, row.fields, gone, done)


def _drop(
    connection: Connection,
    lot_id: str,
    entry_id: str,
    fields: Any,
    gone: Sequence[str],
    done: Forgotten,
) -> None:
    if not gone:
        return
    mine = (journal_personal.c.lot_id == lot_id, journal_personal.c.entry_id == entry_id)
    kept = {name: value for name, value in fields.items() if name not in gone}
    if kept:
        connection.execute(update(journal_personal).where(*mine).values(fields=kept))
    else:
        connection.execute(delete(journal_personal).where(*mine))
    done.entries += 1
    if "photo" in gone:
        done.photos |= dict.fromkeys(photos_of(fields))


def _forget_refused(connection: Connection, lot_id: str, marked: dict[str, Scope]) -> None:
    """Rows that could not be taken hold personal fields, too; that they were refused is still known."""
    if connection.dialect.name != "sqlite":
        return  # a console's own affair
    rows = connection.execute(
        select(refused_rows.c.refusal_id, cast(refused_rows.c.row, Text).label("text")).where(
            refused_rows.c.lot_id == lot_id
        )
    ).all()
    gone = [row.refusal_id for row in rows if any(one in row.text for one in marked)]
    for start in range(0, len(gone), IDS_AT_ONCE):
        connection.execute(
            update(refused_rows)
            .where(
                refused_rows.c.lot_id == lot_id,
                refused_rows.c.refusal_id.in_(gone[start : start + IDS_AT_ONCE]),
            )
            .values(row={})
        )
