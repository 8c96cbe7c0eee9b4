"""What the services are handed in a simulated lot: as much of a unit of work as they ask for there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar, cast

from console.simulation.ledger import MemoryLot
from core.domain.chains import Mark
from core.domain.errors import Refused
from core.domain.journal import Entry, Subject
from core.domain.leases import LeaseBook
from core.domain.lots import Lot
from core.domain.merchants import Merchant
from core.domain.occupancy import Occupancy
from core.domain.people import Person
from core.domain.permits import PlanChange
from core.domain.rates.pricing import Pricing
from core.domain.shifts import Shift
from core.domain.stays import Stay, StayState
from core.services.unit_of_work import Attempt, Credential, PublishedVersion, UnitOfWork

T = TypeVar("T")


def act(lot: MemoryLot, console_id: str, work: Callable[[UnitOfWork], T]) -> T:
    """Run a service on that console of the lot, now."""
    return work(cast("UnitOfWork", MemoryUnit(lot, console_id)))


class Hub:
    """The lot's hub, for services that run several transactions."""

    def __init__(self, lot: MemoryLot) -> None:
        self._lot = lot

    def read(self, query: Callable[[UnitOfWork], T]) -> T:
        """Ask."""
        return act(self._lot, self._lot.hub_id, query)

    def write(self, work: Callable[[UnitOfWork], T]) -> T:
        """Do."""
        return act(self._lot, self._lot.hub_id, work)


class MemoryUnit:
    """One act on one console of a simulated lot. It is never rolled back: no service writes, then refuses."""

    def __init__(self, lot: MemoryLot, console_id: str) -> None:
        self._of = lot
        self.console_id = console_id
        self.lot_id = lot.lot_id
        self.now: datetime = lot.now

    def new_id(self) -> str:
        """A fresh id."""
        return self._of.new_id()

    def record(
        self,
        kind: str,
        payload: Mapping[str, Any],
        *,
        who: str,
        subjects: Sequence[Subject] = (),
        personal: Mapping[str, Any] | None = None,
    ) -> Entry:
        """Append an entry to the console's chain."""
        return self._of.append(self.console_id, kind, payload, who=who, subjects=subjects, personal=personal)

    def add_task(self, _kind: str, _payload: Mapping[str, Any], *, worth_for: timedelta | None = None) -> str:  # noqa: ARG002 - there is nothing outside
        """Nothing outside follows in a simulated lot."""
        return self.new_id()

    def lot(self) -> Lot:
        """The lot as decided last."""
        if self._of.lot is None:
            raise Refused("lot.not_set_up")
        return self._of.lot

    def plan(self, plan_id: str, version: int) -> Pricing:
        """That version of that plan."""
        return self._of.plans[plan_id, version][1]

    def plan_document(self, plan_id: str, version: int) -> Mapping[str, Any]:
        """That version of that plan as it was published."""
        return self._of.plans[plan_id, version][0]

    def plan_in_force(self, at: datetime) -> Pricing:
        """The plan that prices stays that begin at the instant."""
        return self.plan(*self.version_in_force(at))

    def version_in_force(self, at: datetime) -> tuple[str, int]:
        """Id and version of the plan that prices stays that begin at the instant."""
        if not self._of.versions:
            raise Refused("rates.no_plan")
        begun = [one for one in self._of.versions if one.effective_at <= at] or self._of.versions[:1]
        return begun[-1].plan_id, begun[-1].version

    def plan_changes(self, _stay: Stay, _until: datetime) -> tuple[PlanChange, ...]:
        """No plan of a simulated lot takes over the cars that are inside."""
        return ()

    def published_versions(self) -> list[PublishedVersion]:
        """All versions of all plans."""
        return list(self._of.versions)

    def latest_plan_version(self, plan_id: str) -> int:
        """The highest version of the plan."""
        return max((one.version for one in self._of.versions if one.plan_id == plan_id), default=0)

    def stay(self, stay_id: str) -> Stay:
        """The stay of that id."""
        stay = self._of.inside.get(stay_id) or self._of.ended.get(stay_id)
        if stay is None:
            raise Refused("stay.unknown")
        return stay

    def open_stays_with_plate(self, plate: str) -> list[Stay]:
        """Stays not ended with exactly this plate, newest first."""
        return [stay for stay in self._open() if stay.plate == plate][::-1]

    def stays_in_state(self, state: StayState, *, leaving: bool | None = None) -> list[Stay]:
        """Open stays in that state."""
        found = [stay for stay in self._open() if stay.state is state]
        return [stay for stay in found if leaving is None or stay.leaving == leaving]

    def open_plates(self) -> list[tuple[str, str]]:
        """Id and plate of every stay not ended."""
        return [(stay.stay_id, stay.plate) for stay in self._open()]

    def occupancy(self) -> Occupancy:
        """How full the lot is."""
        counts = self._of.counts
        return Occupancy(self.lot().capacity, counts.inside, counts.pending, counts.held)

    def lease_book(self) -> LeaseBook:
        """The hub lets all cars in itself, so nothing is granted to anybody."""
        return LeaseBook(self.console_id, self._of.hub_id, frozenset({self._of.hub_id}))

    def merchants(self) -> list[Merchant]:
        """Nobody validates parking in a simulated lot."""
        return []

    def amounts_paid_since(self, since: datetime, *, most: int) -> list[int]:
        """What was paid at or after the instant, newest first."""
        return [amount for at, amount in self._of.paid if at >= since][:most]

    def next_receipt_number(self) -> int:
        """One more than the console's last."""
        return self._of.receipts.get(self.console_id, 0) + 1

    def console_number(self) -> int:
        """The console's number on its receipts; 0 in a lot of one console."""
        return self._of.consoles.index(self.console_id) + 1 if len(self._of.consoles) > 1 else 0

    def open_shift(self, drawer: str) -> Shift | None:
        """The shift that is open on the drawer."""
        return self._shift(lambda shift: shift.drawer == drawer and shift.closed_at is None)

    def open_shift_of(self, person_id: str) -> Shift | None:
        """The shift the person has open."""
        return self._shift(lambda shift: shift.person_id == person_id and shift.closed_at is None)

    def last_closed_shift(self, drawer: str, *, console_id: str = "") -> Shift | None:  # noqa: ARG002
        """The shift closed last on the drawer: each has its own name in a simulated lot."""
        return self._shift(lambda shift: shift.drawer == drawer and shift.closed_at is not None)

    def shift(self, shift_id: str) -> Shift:
        """The shift of that id."""
        shift = self._of.shifts.get(shift_id)
        if shift is None:
            raise Refused("shift.unknown")
        return shift

    def chain_end(self, console_id: str) -> int:
        """The seq of the console's last entry."""
        mark = self._of.marks.get(console_id)
        return 0 if mark is None else mark.seq

    def entries_in_chain(
        self, console_id: str, *, after_seq: int, until_seq: int, kinds: Collection[str]
    ) -> list[Entry]:
        """What the console wrote of these kinds, as far back as the ledger keeps it."""
        return [
            entry
            for entry in self._of.counted.get(console_id, ())
            if after_seq < entry.seq <= until_seq and entry.kind in kinds
        ]

    def people(self) -> list[Person]:
        """Everyone."""
        return list(self._of.people.values())

    def person(self, person_id: str) -> Person:
        """The person of that id."""
        person = self._of.people.get(person_id)
        if person is None:
            raise Refused("person.unknown")
        return person

    def credential(self, _person_id: str) -> Credential | None:
        """Nobody signs on in a simulated lot."""
        return None

    def set_credential(self, _credential: Credential) -> None:
        """Nor has anybody a PIN."""

    def badge_keys(self) -> list[bytes]:
        """Nobody has a badge."""
        return []

    def add_badge_key(self, _key: bytes) -> None:
        """Nobody has a badge."""

    def badge_holder(self, _digests: Sequence[str]) -> str | None:
        """Nobody has a badge."""
        return None

    def own_note(self, _name: str) -> str | None:
        """Nothing is kept."""
        return None

    def keep_own_note(self, _name: str, _text: str) -> None:
        """Nothing is kept."""

    def note_attempt(self, _attempt: Attempt) -> None:
        """Nobody tries what they may not."""

    def booked_spaces(self, _slots: range) -> set[str]:
        """None beside those that are claimed: no simulated database was ever set back."""
        return set()

    def chain_heads(self) -> Mapping[str, Mark]:
        """Nobody anchors what is made up."""
        return {}

    def is_anchored(self) -> bool:
        """There is nothing to anchor."""
        return True

    def count_entries(self, subject: Subject, kind: str) -> int:
        """How many entries of the kind there are about the subject."""
        return sum(entry.kind == kind for entry in self._of.about.get(subject, ()))

    def entries_about(self, subject: Subject) -> list[Entry]:
        """All entries about the subject."""
        return list(self._of.about.get(subject, ()))

    def latest_about(self, subject: Subject, *, most: int) -> list[Entry]:
        """The last entries about the subject, the last one first."""
        return list(self._of.about.get(subject, ()))[::-1][:most]

    def clock_is_behind(self) -> bool:
        """Simulated clocks are right."""
        return False

    def _open(self) -> list[Stay]:
        return list(self._of.inside.values())

    def _shift(self, wanted: Callable[[Shift], bool]) -> Shift | None:
        return next((shift for shift in reversed(self._of.shifts.values()) if wanted(shift)), None)
