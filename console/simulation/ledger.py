"""A simulated lot's journal in memory: the chains of its consoles, and what follows from them.

The services write here what they would write in a console's store, some ten times as fast: a whole city's
months are to come about in minutes.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from core.domain.chains import ChainRow, Mark
from core.domain.journal import Entry, Subject, digest_personal, from_micros, link, next_hlc, to_micros
from core.domain.lots import Lot
from core.domain.occupancy import Share, share_of
from core.domain.people import Person, Role
from core.domain.rates.document import plan_from_document
from core.domain.rates.pricing import Pricing
from core.domain.shift_tally import KINDS as COUNTED_KINDS
from core.domain.shifts import CLOSED as SHIFT_CLOSED
from core.domain.shifts import Shift, fold_shift
from core.domain.stays import Stay, fold_stay
from core.services.unit_of_work import PublishedVersion

PAYLOAD_VERSION = 1
SALT_BYTES = 16
_RECENT_PAYMENTS = 300
_SHIFTS_KEPT = 8


@dataclass(slots=True)
class MemoryLot:
    """Everything about one simulated lot; ``written`` are the rows since they were last taken away.

    ``hub_id`` is its first console. All its consoles see the same state, as if the wire between them were
    quick: what is simulated here is a lot's business, not its troubles with networks.
    """

    lot_id: str
    consoles: tuple[str, ...]
    now: datetime
    chance: random.Random
    hlc: int = 0
    marks: dict[str, Mark] = field(default_factory=dict)
    written: dict[str, list[ChainRow]] = field(default_factory=lambda: defaultdict(list))
    about: dict[Subject, list[Entry]] = field(default_factory=dict)
    inside: dict[str, Stay] = field(default_factory=dict)
    ended: dict[str, Stay] = field(default_factory=dict)
    counts: Share = field(default_factory=Share)
    shifts: dict[str, Shift] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    lot: Lot | None = None
    versions: list[PublishedVersion] = field(default_factory=list)
    plans: dict[tuple[str, int], tuple[Mapping[str, Any], Pricing]] = field(default_factory=dict)
    paid: deque[tuple[datetime, int]] = field(default_factory=lambda: deque(maxlen=_RECENT_PAYMENTS))
    receipts: dict[str, int] = field(default_factory=dict)
    # What the report of a shift counts, since the last one: no day is kept longer than its shifts need it.
    counted: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))

    @property
    def hub_id(self) -> str:
        """The console that does the lot's central work."""
        return self.consoles[0]

    def new_id(self) -> str:
        """An id that sorts by the simulated time (UUIDv7)."""
        milliseconds = to_micros(self.now) // 1000
        low = self.chance.getrandbits(74)
        number = milliseconds << 80 | 7 << 76 | (low >> 62) << 64 | 2 << 62 | low & (1 << 62) - 1
        return str(UUID(int=number))

    def append(
        self,
        console_id: str,
        kind: str,
        payload: Mapping[str, Any],
        *,
        who: str,
        subjects: Iterable[Subject],
        personal: Mapping[str, Any] | None,
    ) -> Entry:
        """Write an entry behind the console's last, and let what it is about follow."""
        before = self.marks.get(console_id, Mark())
        body, salt = dict(payload), None
        if personal:
            salt = self.chance.randbytes(SALT_BYTES)
            body["personal"] = digest_personal(salt, personal)
        self.hlc = next_hlc(self.hlc, self.now)
        entry = Entry(
            entry_id=self.new_id(),
            console_id=console_id,
            seq=before.seq + 1,
            hlc=self.hlc,
            at=self.now,
            lot_id=self.lot_id,
            kind=kind,
            version=PAYLOAD_VERSION,
            payload=body,
            who=who,
            subjects=tuple(subjects),
            personal=personal or None,
        )
        sealed = link(before.link, entry)
        self.marks[console_id] = Mark(entry.seq, sealed)
        self.written[console_id].append(_row(entry, sealed, salt))
        for subject in entry.subjects:
            self._follow(subject, entry)
        if kind in COUNTED_KINDS:
            self.counted[console_id].append(entry)
        elif kind == SHIFT_CLOSED:
            self.counted[console_id].clear()
        return entry

    def take_written(self) -> list[list[ChainRow]]:
        """The rows since the last time, a list for each chain; they are forgotten here."""
        rows, self.written = [chain for chain in self.written.values() if chain], defaultdict(list)
        return rows

    def forget_what_ended(self) -> None:
        """Let go of what no car of tomorrow can ask for."""
        self.ended = {}
        # The last shift that was closed on a drawer says what the next must begin with.
        self.shifts = dict(list(self.shifts.items())[-_SHIFTS_KEPT:])
        keep = {"stay": self.inside.keys(), "shift": self.shifts.keys()}
        self.about = {
            subject: entries
            for subject, entries in self.about.items()
            if subject.kind in {"booking", "request"} or subject.subject_id in keep.get(subject.kind, ())
        }

    def _follow(self, subject: Subject, entry: Entry) -> None:
        entries = self.about.setdefault(subject, [])
        entries.append(entry)
        follow = {
            "stay": self._stay,
            "shift": self._shift,
            "person": self._person,
            "lot": self._lot,
            "plan": self._plan,
        }.get(subject.kind)
        if follow is not None:
            follow(subject.subject_id, entries)

    def _stay(self, stay_id: str, entries: list[Entry]) -> None:
        stay = fold_stay(entries)
        if stay is None:
            return
        before = self.inside.pop(stay_id, None) or self.ended.pop(stay_id, None)
        (self.inside if stay.state.is_open else self.ended)[stay_id] = stay
        change, counts = share_of(stay).minus(share_of(before)), self.counts
        self.counts = Share(
            counts.inside + change.inside, counts.pending + change.pending, counts.held + change.held
        )
        for payment in stay.payments[len(before.payments) if before else 0 :]:
            self.paid.appendleft((payment.paid_at, payment.amount_minor))
            console_id = entries[-1].console_id
            self.receipts[console_id] = payment.receipt_number

    def _shift(self, shift_id: str, entries: list[Entry]) -> None:
        shift = fold_shift(entries)
        if shift is not None:
            self.shifts[shift_id] = shift

    def _person(self, person_id: str, entries: list[Entry]) -> None:
        last = entries[-1]
        name = (last.personal or {}).get("name", "")
        self.people[person_id] = Person(person_id, name, Role(last.payload["role"]), last.payload["active"])

    def _lot(self, _lot_id: str, entries: list[Entry]) -> None:
        self.lot = Lot.from_document(entries[-1].payload["lot"])

    def _plan(self, plan_id: str, entries: list[Entry]) -> None:
        last = entries[-1]
        if last.kind != "rates.published":
            return
        document = last.payload["plan"]
        version = document["version"]
        self.plans[plan_id, version] = (document, Pricing(plan_from_document(document)))
        self.versions.append(PublishedVersion(plan_id, version, from_micros(last.payload["effective_at"])))
        self.versions.sort(key=lambda one: (one.effective_at, one.version))


def _row(entry: Entry, sealed: bytes, salt: bytes | None) -> ChainRow:
    return ChainRow(
        lot_id=entry.lot_id,
        console_id=entry.console_id,
        seq=entry.seq,
        entry_id=entry.entry_id,
        hlc=entry.hlc,
        at=to_micros(entry.at),
        kind=entry.kind,
        version=entry.version,
        payload=json.dumps(entry.payload),
        who=entry.who,
        subjects=json.dumps([list(subject) for subject in entry.subjects]),
        link=sealed,
        salt=salt,
        fields=None if entry.personal is None else json.dumps(entry.personal),
    )
