"""Journal entries: what happened, in order, linked so that no change goes unseen.

The link of an entry is SHA-256 over the link before it and the entry's canonical JSON. Personal fields
are not in the payload: it holds their salted digests under ``"personal"``, so that the fields can be
purged while the chain still verifies.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

GENESIS = b"\0" * 32
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_COUNTER_BITS = 16


class Subject(NamedTuple):
    """What an entry is about: a stay, a shift, a person, …; its entries are folded together."""

    kind: str
    subject_id: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One immutable journal entry.

    ``hlc`` is a hybrid logical clock (milliseconds << 16 | counter); ``at`` the console's own UTC time;
    ``who`` the id of the person (or ``"system"``); ``personal`` the personal fields, None once purged.
    """

    entry_id: str
    console_id: str
    seq: int
    hlc: int
    at: datetime
    lot_id: str
    kind: str
    version: int
    payload: Mapping[str, Any]
    who: str
    subjects: tuple[Subject, ...]
    personal: Mapping[str, Any] | None = field(default=None, compare=False)

    @property
    def order(self) -> tuple[int, str, int]:
        """The order in which entries are folded, the same on every console."""
        return (self.hlc, self.console_id, self.seq)


def to_micros(instant: datetime) -> int:
    """Microseconds since 1970 UTC; ValueError for a naive instant."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return (instant - EPOCH) // timedelta(microseconds=1)


def from_micros(micros: int) -> datetime:
    """The UTC instant of so many microseconds since 1970."""
    return EPOCH + timedelta(microseconds=micros)


def next_hlc(last: int, now: datetime) -> int:
    """The next hybrid clock reading: never before the last, never before now."""
    physical = (to_micros(now) // 1000) << _COUNTER_BITS
    return max(physical, last + 1)


def hlc_time(hlc: int) -> datetime:
    """The wall-clock part of a hybrid clock reading."""
    return EPOCH + timedelta(milliseconds=hlc >> _COUNTER_BITS)


def digest_personal(salt: bytes, fields: Mapping[str, Any]) -> dict[str, str]:
    """The salted SHA-256 of each personal field, as hexadecimal."""
    return {
        name: hashlib.sha256(salt + _canonical([name, value])).hexdigest() for name, value in fields.items()
    }


def link(previous: bytes, entry: Entry) -> bytes:
    """The entry's link: SHA-256 over the one before it and the entry in canonical form (32 bytes)."""
    body = [
        entry.entry_id,
        entry.console_id,
        entry.seq,
        entry.hlc,
        to_micros(entry.at),
        entry.lot_id,
        entry.kind,
        entry.version,
        entry.payload,
        entry.who,
        [list(subject) for subject in entry.subjects],
    ]
    return hashlib.sha256(previous + _canonical(body)).digest()


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """The entries as they are folded: each once, however often it arrived."""
    distinct = {(entry.order, entry.entry_id): entry for entry in entries}
    return [distinct[key] for key in sorted(distinct)]


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
