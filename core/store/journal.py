"""The journal in the store: appending with the chain's link, and reading what a subject went through."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select

from core.domain.journal import GENESIS, Entry, Subject, digest_personal, link, next_hlc, to_micros
from core.store.entries_in_steps import entries_in_steps
from core.store.rows import entry_from_row
from core.store.tables import (
    ENTRY_OF_SUBJECT,
    PERSONAL_OF_ENTRY,
    journal,
    journal_keys,
    journal_personal,
    journal_subjects,
)

PAYLOAD_VERSION = 1
SALT_BYTES = 16

# Made once: building these anew for every entry cost more than running them.
_INTO_JOURNAL = insert(journal)
_INTO_KEYS = insert(journal_keys)
_INTO_PERSONAL = insert(journal_personal)
_INTO_SUBJECTS = insert(journal_subjects)
_ENTRIES_OF = (
    select(journal, journal_personal.c.fields)
    .select_from(journal_subjects)
    .join(journal, ENTRY_OF_SUBJECT)
    .outerjoin(journal_personal, PERSONAL_OF_ENTRY)
    .where(
        journal_subjects.c.lot_id == bindparam("lot"),
        journal_subjects.c.kind == bindparam("subject_kind"),
        journal_subjects.c.subject_id == bindparam("subject"),
    )
)


_ENTRIES_OF_ALL = (
    select(journal_subjects.c.subject_id, journal, journal_personal.c.fields)
    .select_from(journal_subjects)
    .join(journal, ENTRY_OF_SUBJECT)
    .outerjoin(journal_personal, PERSONAL_OF_ENTRY)
    .where(
        journal_subjects.c.lot_id == bindparam("lot"),
        journal_subjects.c.kind == bindparam("subject_kind"),
        journal_subjects.c.subject_id.in_(bindparam("some", expanding=True)),
    )
)


@dataclass(frozen=True, slots=True)
class Head:
    """Where a console's chain ends."""

    seq: int
    hlc: int
    link: bytes


def head(connection: Connection, lot_id: str, console_id: str) -> Head:
    """The end of the console's chain; seq 0 where it has not begun."""
    last = connection.execute(
        select(journal_keys.c.seq, journal_keys.c.link)
        .where(journal_keys.c.lot_id == lot_id, journal_keys.c.console_id == console_id)
        .order_by(journal_keys.c.seq.desc())
        .limit(1)
    ).first()
    highest = connection.execute(
        select(journal.c.hlc).where(journal.c.lot_id == lot_id).order_by(journal.c.hlc.desc()).limit(1)
    ).scalar()
    return Head(0, highest or 0, GENESIS) if last is None else Head(last.seq, highest or 0, last.link)


def append(
    connection: Connection,
    *,
    before: Head,
    lot_id: str,
    console_id: str,
    entry_id: str,
    now: datetime,
    kind: str,
    payload: Mapping[str, Any],
    who: str,
    subjects: Sequence[Subject],
    personal: Mapping[str, Any] | None,
) -> tuple[Entry, Head]:
    """Write one entry behind the head; returns it with the new head."""
    body = dict(payload)
    salt = secrets.token_bytes(SALT_BYTES)
    if personal:
        body["personal"] = digest_personal(salt, personal)
    entry = Entry(
        entry_id=entry_id,
        console_id=console_id,
        seq=before.seq + 1,
        hlc=next_hlc(before.hlc, now),
        at=now,
        lot_id=lot_id,
        kind=kind,
        version=PAYLOAD_VERSION,
        payload=body,
        who=who,
        subjects=tuple(subjects),
        personal=personal,
    )
    sealed = link(before.link, entry)
    month = month_of(now)
    connection.execute(
        _INTO_JOURNAL,
        {
            "lot_id": lot_id,
            "month": month,
            "console_id": console_id,
            "seq": entry.seq,
            "entry_id": entry_id,
            "hlc": entry.hlc,
            "at": to_micros(now),
            "kind": kind,
            "version": PAYLOAD_VERSION,
            "payload": body,
            "who": who,
            "subjects": [list(subject) for subject in subjects],
            "link": sealed,
        },
    )
    key = {"lot_id": lot_id, "console_id": console_id, "seq": entry.seq, "month": month}
    connection.execute(_INTO_KEYS, {**key, "entry_id": entry_id, "link": sealed})
    if personal:
        connection.execute(
            _INTO_PERSONAL, {"lot_id": lot_id, "entry_id": entry_id, "salt": salt, "fields": dict(personal)}
        )
    for subject in subjects:
        connection.execute(_INTO_SUBJECTS, {**key, "kind": subject.kind, "subject_id": subject.subject_id})
    return entry, Head(entry.seq, entry.hlc, sealed)


def entries_of(connection: Connection, lot_id: str, subject: Subject) -> list[Entry]:
    """All entries about the subject, with their personal fields as far as they are kept."""
    if connection.dialect.name == "postgresql":
        steps = entries_in_steps(connection, lot_id, subject.kind, [subject.subject_id])
        return [entry for _, entry in steps]
    rows = connection.execute(
        _ENTRIES_OF, {"lot": lot_id, "subject_kind": subject.kind, "subject": subject.subject_id}
    )
    return [entry_from_row(row, row.fields) for row in rows]


def latest_of(connection: Connection, lot_id: str, subject: Subject, most: int) -> list[Entry]:
    """The last entries about the subject, the last one first."""
    rows = connection.execute(
        _ENTRIES_OF.order_by(journal.c.hlc.desc(), journal.c.console_id.desc(), journal.c.seq.desc()).limit(
            most
        ),
        {"lot": lot_id, "subject_kind": subject.kind, "subject": subject.subject_id},
    )
    return [entry_from_row(row, row.fields) for row in rows]


def entries_of_all(
    connection: Connection, lot_id: str, kind: str, subject_ids: Sequence[str]
) -> dict[str, list[Entry]]:
    """By id, all entries about these subjects of one kind; a subject without entries is there, too."""
    if len(subject_ids) == 1:
        return {subject_ids[0]: entries_of(connection, lot_id, Subject(kind, subject_ids[0]))}
    found: dict[str, list[Entry]] = {subject_id: [] for subject_id in subject_ids}
    if connection.dialect.name == "postgresql":
        for subject_id, entry in entries_in_steps(connection, lot_id, kind, subject_ids):
            found[subject_id].append(entry)
        return found
    rows = connection.execute(
        _ENTRIES_OF_ALL, {"lot": lot_id, "subject_kind": kind, "some": list(subject_ids)}
    )
    for row in rows:
        found[row.subject_id].append(entry_from_row(row, row.fields))
    return found


def rows_in_chain(connection: Connection, console_id: str) -> Iterator[Row[Any]]:
    """The console's journal rows with salt and personal fields, in the order of the chain."""
    statement = (
        select(journal, journal_personal.c.salt, journal_personal.c.fields)
        .outerjoin(journal_personal, PERSONAL_OF_ENTRY)
        .where(journal.c.console_id == console_id)
        .order_by(journal.c.seq)
    )
    yield from connection.execution_options(yield_per=1000).execute(statement)


def month_of(instant: datetime) -> int:
    """The partition of an instant: 202605 for May 2026, UTC."""
    return instant.year * 100 + instant.month
