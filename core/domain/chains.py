"""Chains as they travel: the rows of a console's journal, checked link by link before anyone takes them.

Every console writes a chain of its own, and consoles give each other what the other lacks. A chain is
taken in the order of its seq without a gap, so a place in it is one number, and nothing can be skipped.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from core.domain.errors import LinkError
from core.domain.journal import GENESIS, Entry, Subject, digest_personal, from_micros, link

MONEY_KINDS = frozenset(
    {
        "stay.paid",
        "shift.opened",
        "shift.closed",
        "shift.relief_began",
        "shift.relief_ended",
        "shift.float_differs",
        "cash.dropped",
        "cash.paid_out",
        "cash.paid_in",
        "refund.due",
        "refund.settled",
        "refund.underway",
        "refund.in_doubt",
        "refund.failed",
        "refund.contradicted",
        "payment.voided",
        "debt.made",
        "debt.collected",
        "debt.written_off",
        "article.sold",
        "order.opened",
        "order.cash_taken",
        "order.cash_returned",
        "charge.intended",
        "charge.accepted",
        "charge.confirmed",
        "charge.declined",
        "charge.unknown",
        "charge.refunded",
        "receipt.reprinted",
    }
)
"""Entries about money: as long as one of them is held here alone, this console must not be unplugged."""

LATEST_HLC = 1 << 62
"""A hybrid clock beyond the year 4000 is damage, and would carry all consoles' clocks to their end."""

FARTHEST_HLC = 1 << 61
"""The year 3084: a clock that stands there by itself is damage, and only steps of one go on from there."""

UNSEEN_STEPS = 1 << 32
"""More entries than this one nobody can have seen whom we have not heard of."""

LATEST_AT = 253_402_300_799_999_999
"""Microseconds since 1970 UTC at the end of the year 9999; later ones no datetime can hold."""

SALT_BYTES = 16
LONGEST_TEXTS = 2 * 1024 * 1024
"""Characters of all that an entry says: what one console took must go through to all others, too."""

MOST_SUBJECTS = 1000


@dataclass(frozen=True, slots=True)
class ChainRow:
    """One journal entry on its way between consoles.

    ``at`` in microseconds since 1970 UTC; ``payload``, ``subjects`` and ``fields`` are JSON as text, as the
    journal holds it, so that it can be handed on without being read. ``salt`` and ``fields`` are None where
    the entry has no personal fields, or they were purged.
    """

    lot_id: str
    console_id: str
    seq: int
    entry_id: str
    hlc: int
    at: int
    kind: str
    version: int
    payload: str
    who: str
    subjects: str
    link: bytes
    salt: bytes | None = field(default=None, repr=False)
    fields: str | None = field(default=None, repr=False)

    @property
    def month(self) -> int:
        """The partition of the entry: 202605 for May 2026, UTC."""
        instant = from_micros(self.at)
        return instant.year * 100 + instant.month

    def to_entry(self) -> Entry:
        """The entry itself; LinkError ``chain.unreadable`` where its texts are not what they should be."""
        try:
            _check_sizes(self)
            personal = None if self.fields is None else _object(self.fields)
            subjects = _subjects(self.subjects)
            return Entry(
                entry_id=self.entry_id,
                console_id=self.console_id,
                seq=self.seq,
                hlc=self.hlc,
                at=from_micros(self.at),
                lot_id=self.lot_id,
                kind=self.kind,
                version=self.version,
                payload=_object(self.payload),
                who=self.who,
                subjects=subjects,
                personal=personal,
            )
        except (ValueError, TypeError, OverflowError, RecursionError) as error:
            raise LinkError("chain.unreadable", detail=f"{self.console_id} {self.seq}") from error


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a chain is held: the seq of its last entry there, 0 for none, and that entry's link."""

    seq: int = 0
    link: bytes = GENESIS


Marks = Mapping[str, Mark]
"""By console id, how far each chain of the lot is held somewhere."""


def check_rows(rows: Sequence[ChainRow], before: Mark) -> list[Entry]:
    """The entries of rows that continue one chain right behind the mark.

    LinkError ``chain.gap`` where a row is missing, ``chain.broken`` where a link or a personal field is not
    what the chain says, ``chain.unreadable`` for texts that are no entry. Whoever gets one takes nothing.
    """
    entries: list[Entry] = []
    mark = before
    for row in rows:
        where = f"{row.console_id} {row.seq}"
        if row.seq != mark.seq + 1 or row.console_id != rows[0].console_id:
            raise LinkError("chain.gap", detail=where)
        entry = row.to_entry()
        try:
            holds = _holds(row, entry, mark)
        except (ValueError, TypeError, RecursionError) as error:
            raise LinkError("chain.unreadable", detail=where) from error
        if not holds:
            raise LinkError("chain.broken", detail=where)
        entries.append(entry)
        mark = Mark(row.seq, row.link)
    return entries


def check_clock(entry: Entry, seen_hlc: int) -> None:
    """That the entry's clock leaves others room to go on; ``seen_hlc`` is the highest known before it.

    LinkError ``chain.unreadable``: whoever takes it writes later than that, and so does everybody else.
    """
    if entry.hlc > max(FARTHEST_HLC, seen_hlc) + UNSEEN_STEPS:
        raise LinkError("chain.unreadable", detail=f"{entry.console_id} {entry.seq}")


def _holds(row: ChainRow, entry: Entry, before: Mark) -> bool:
    """Whether link and personal fields are what the chain says; ValueError where they cannot be reckoned."""
    if link(before.link, entry) != row.link:
        return False
    if entry.personal is None:
        return True
    sealed = entry.payload.get("personal", {})
    if not isinstance(sealed, dict):
        raise TypeError("no digests")
    return row.salt is not None and digest_personal(row.salt, entry.personal).items() <= sealed.items()


def _check_sizes(row: ChainRow) -> None:
    """What no database would take must not come in by the one that takes anything (SQLite)."""
    texts = ((row.entry_id, 36), (row.console_id, 36), (row.who, 36), (row.kind, 40))
    if not all(_fits(text, most) for text, most in texts):
        raise ValueError("a text that fits nowhere")
    if not 0 <= row.hlc <= LATEST_HLC or not 0 <= row.version < 1 << 31 or len(row.link) != 32:
        raise ValueError("no hybrid clock, version or link")
    if not 0 <= row.at <= LATEST_AT or (row.salt is not None and len(row.salt) != SALT_BYTES):
        raise ValueError("no instant or salt")
    if len(row.payload) + len(row.subjects) + len(row.fields or "") > LONGEST_TEXTS:
        raise ValueError("more than any console would hand on")


def _fits(text: str, most: int) -> bool:
    return len(text) <= most and "\0" not in text


def _subjects(text: str) -> tuple[Subject, ...]:
    plain = _JSON.decode(text)
    if not isinstance(plain, list) or len(plain) > MOST_SUBJECTS:
        raise TypeError("no list of subjects")
    return tuple(_subject(*subject) for subject in plain)


def _subject(kind: str, subject_id: str) -> Subject:
    if not isinstance(kind, str) or not isinstance(subject_id, str):
        raise TypeError("no subject")
    if not _fits(kind, 20) or not _fits(subject_id, 36):
        raise ValueError("no subject")
    return Subject(kind, subject_id)


def _object(text: str) -> dict[str, Any]:
    value = _JSON.decode(text)
    if not isinstance(value, dict):
        raise TypeError("not a JSON object")
    return value


def _no_number(name: str) -> float:
    """Python reads NaN and the infinities, no other program does: a database refuses the whole batch."""
    raise ValueError(f"{name} is no JSON")


_JSON: Final = json.JSONDecoder(parse_constant=_no_number)
