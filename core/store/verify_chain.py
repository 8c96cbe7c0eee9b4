"""Verifies the chains of all consoles: no gap, links right, keys and personal fields in agreement."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, Text, and_, cast, exists, select

from core.domain.journal import GENESIS, Entry, digest_personal, link
from core.domain.purging import forgotten_of, widest
from core.store.findings import ChainHead, Findings
from core.store.journal import month_of
from core.store.purging import purge_marks
from core.store.rows import entry_of
from core.store.tables import journal, journal_keys, journal_personal

ROWS_AT_ONCE = 1000
LEAST_SEQ = -(2**63)
_BREAKS = frozenset({"journal.gap", "journal.entry_missing", "journal.unreadable", "journal.link_wrong"})

_IN_JOURNAL = and_(
    journal.c.lot_id == journal_keys.c.lot_id,
    journal.c.month == journal_keys.c.month,
    journal.c.console_id == journal_keys.c.console_id,
    journal.c.seq == journal_keys.c.seq,
)
_IN_PERSONAL = and_(
    journal_personal.c.lot_id == journal_keys.c.lot_id, journal_personal.c.entry_id == journal_keys.c.entry_id
)
# JSON comes as text, so that one entry that is no JSON any more does not hide the others.
ENTRY_TEXTS = (
    *(column for column in journal.c if column.name not in {"payload", "subjects"}),
    cast(journal.c.payload, Text).label("payload"),
    cast(journal.c.subjects, Text).label("subjects"),
    cast(journal_personal.c.fields, Text).label("fields"),
)
_CHAIN = (
    select(
        journal_keys.c.seq.label("key_seq"),
        journal_keys.c.entry_id.label("key_entry_id"),
        journal_keys.c.link.label("key_link"),
        *ENTRY_TEXTS,
        journal_personal.c.salt,
    )
    .select_from(journal_keys)
    .outerjoin(journal, _IN_JOURNAL)
    .outerjoin(journal_personal, _IN_PERSONAL)
)


def verify_chains(connection: Connection, findings: Findings) -> None:
    """Walk each console's chain from its first entry to its head."""
    consoles = connection.execute(
        select(journal_keys.c.lot_id, journal_keys.c.console_id)
        .distinct()
        .order_by(journal_keys.c.lot_id, journal_keys.c.console_id)
    ).all()
    for lot_id, console_id in consoles:
        _Chain(lot_id, console_id, findings).walk(connection)
    for row in connection.execute(
        select(journal.c.console_id, journal.c.seq).where(~exists().where(_IN_JOURNAL)).limit(ROWS_AT_ONCE)
    ):
        findings.add("journal.key_missing", console_id=row.console_id, seq=row.seq)


@dataclass(slots=True)
class _Chain:
    """One console's chain, as far as it was walked."""

    lot_id: str
    console_id: str
    findings: Findings
    seq: int = 0
    hlc: int = 0
    link: bytes = GENESIS
    lacking: list[tuple[Entry, list[str]]] = field(default_factory=list)

    def walk(self, connection: Connection) -> None:
        for row in self._rows(connection):
            if row.key_seq != self.seq + 1:
                self._add("journal.gap", row.key_seq, f"{self.seq + 1} to {row.key_seq - 1} are missing")
            if row.entry_id is None:
                self._add("journal.entry_missing", row.key_seq)
            else:
                self._check(row)
                self.findings.entries += 1
            self.seq = row.key_seq
            # Going on from the link that stands there, so that one change is told once.
            self.link = row.key_link if row.link is None else row.link
            if len(self.lacking) >= ROWS_AT_ONCE:
                self._check_purged(connection)
        self._check_purged(connection)
        self.findings.heads.append(ChainHead(self.lot_id, self.console_id, self.seq, self.link))

    def _rows(self, connection: Connection) -> Iterator[Row[Any]]:
        last = LEAST_SEQ
        mine = _CHAIN.where(
            journal_keys.c.lot_id == self.lot_id, journal_keys.c.console_id == self.console_id
        ).order_by(journal_keys.c.seq)
        while True:
            rows: Sequence[Any] = connection.execute(
                mine.where(journal_keys.c.seq > last).limit(ROWS_AT_ONCE)
            ).all()
            yield from rows
            if len(rows) < ROWS_AT_ONCE:
                return
            last = rows[-1].key_seq

    def _check(self, row: Row[Any]) -> None:
        try:
            kept = None if row.fields is None else mapping(row.fields)
            entry = entry_of_texts(row, kept)
            sealed = link(self.link, entry)
            month = month_of(entry.at)
        except (ValueError, TypeError, OverflowError) as error:
            self._add("journal.unreadable", row.key_seq, str(error))
            return
        if sealed != row.link:
            self._add("journal.link_wrong", entry.seq, entry.kind)
        if (row.key_entry_id, row.key_link, row.month) != (entry.entry_id, row.link, month):
            self._add("journal.key_differs", entry.seq, entry.kind)
        if entry.hlc <= self.hlc:
            self._add("journal.clock_not_rising", entry.seq, entry.kind)
        self.hlc = max(self.hlc, entry.hlc)
        self.findings.subjects += len(set(entry.subjects))
        self._check_personal(entry, row.salt)

    def _check_personal(self, entry: Entry, salt: bytes | None) -> None:
        sealed = entry.payload.get("personal", {})
        kept = entry.personal or {}
        digests = digest_personal(salt or b"", kept)
        wrong = [name for name, digest in digests.items() if sealed.get(name) != digest]
        if wrong:
            self._add("journal.personal_differs", entry.seq, ", ".join(sorted(wrong)))
        missing = sorted(sealed.keys() - kept.keys())
        if missing:
            self.findings.purged += 1
            self.lacking.append((entry, missing))

    def _check_purged(self, connection: Connection) -> None:
        """That somebody purged what is missing: what vanished by itself was taken away."""
        lacking, self.lacking = self.lacking, []
        ids = {one for entry, _ in lacking for one in _ids_of(entry)}
        marks = purge_marks(connection, self.lot_id, ids)
        for entry, missing in lacking:
            scopes = [marks[one] for one in _ids_of(entry) if one in marks]
            scope = widest(scopes)
            gone = forgotten_of(missing, scope, kind=entry.kind, who=entry.who) if scope else ()
            # No purge takes the picture of an act by hand, so somebody else did.
            if len(gone) < len(missing):
                lost = sorted(set(missing).difference(gone))
                self._add("journal.not_purged", entry.seq, ", ".join(lost))

    def _add(self, code: str, seq: int, detail: str = "") -> None:
        if code in _BREAKS:
            self.findings.breaks.setdefault(self.console_id, seq)
        self.findings.add(code, detail, console_id=self.console_id, seq=seq)


def _ids_of(entry: Entry) -> list[str]:
    return [entry.entry_id, *(subject.subject_id for subject in entry.subjects)]


def entry_of_texts(row: Row[Any], personal: Mapping[str, Any] | None) -> Entry:
    """The entry of a row whose JSON came as text; ValueError or TypeError where that is not what it was."""
    return entry_of(row, payload=mapping(row.payload), subjects=json.loads(row.subjects), personal=personal)


def mapping(text: str) -> Mapping[str, Any]:
    """The JSON object of a text; ValueError or TypeError where it is none."""
    value = json.loads(text)
    if not isinstance(value, dict):
        raise TypeError("not a JSON object")
    return value
