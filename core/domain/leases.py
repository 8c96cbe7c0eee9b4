"""Leases: spaces of the lot that the hub handed to a console, so that it lets cars in without asking anyone.

A console's balance is what it was granted, less the cars it let in on that, plus the spaces of cars that it
let out and kept. The hub grants only what ``LeaseBook.available`` says: capacity less the cars it knows of,
less all balances as it knows them. It may know late, never wrongly:

    a car let in on a lease      one more car,  one less balance      the sum stays
    a car let out, space kept    one less car,  one more balance      the sum stays
    a car let out, space free    one less car                         the sum falls
    spaces returned              one less balance                     the sum falls

So what the hub has not heard of yet can only mean that there is more room than it thinks. What people do by
hand, and bookings and passes, is counted apart: it may overfill the lot, leases never do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeGuard

from core.domain.journal import Entry, in_order
from core.domain.occupancy import Occupancy
from core.domain.stays import Stay

HUB_APPOINTED: Final = "hub.appointed"
GRANTED, RETURNED, WRITTEN_OFF = "space.granted", "space.returned", "space.written_off"
LEASE_KINDS: Final = frozenset({GRANTED, RETURNED, WRITTEN_OFF})
"""The kinds of entry that change what a console was granted."""
WANTED: Final = "space.wanted"
BY_HAND: Final = "by_hand"
"""The note of a stay that a person began."""
_MOST: Final = 1_000_000
_LONGEST_ID: Final = 36


@dataclass(frozen=True, slots=True)
class Hub:
    """Which console does the lot's central work, and the number of the appointment by which it does.

    ``address`` is where the others reach it (``host:port``), empty where that was not said.
    """

    console_id: str = ""
    term: int = 0
    address: str = ""


@dataclass(frozen=True, slots=True)
class LeaseChange:
    """By how much what a console was granted changes."""

    console_id: str
    count: int


@dataclass(frozen=True, slots=True)
class Lease:
    """What one console was granted (less what it gave back), spent on cars, and kept from cars that left."""

    console_id: str
    granted: int = 0
    spent: int = 0
    kept: int = 0

    @property
    def balance(self) -> int:
        """How many cars it may still let in; below zero after a write-off that it had not heard of."""
        return self.granted - self.spent + self.kept

    @property
    def held(self) -> int:
        """The spaces that it holds: a balance below zero is no room for anybody else."""
        return max(0, self.balance)


def fold_hub(appointments: Iterable[Entry]) -> Hub:
    """Who is the hub by these entries: the highest term; of two with the same term the first in order.

    Each appointment is one more than the one before it. One that leaves terms out appoints nobody: else a
    single one with the highest number there is would be the last for ever.
    """
    by_term: dict[int, Hub] = {}
    for entry in in_order(appointments):
        console_id, term = entry.payload.get("console_id"), entry.payload.get("term")
        if entry.kind == HUB_APPOINTED and _is_id(console_id) and type(term) is int:
            address = entry.payload.get("address")
            by_term.setdefault(term, Hub(console_id, term, address if isinstance(address, str) else ""))
    hub = Hub()
    while hub.term + 1 in by_term:
        hub = by_term[hub.term + 1]
    return hub


def lease_change(entry: Entry, appointments: Iterable[Entry]) -> LeaseChange | None:
    """What an entry changes; None for other kinds, for what cannot be read, and where nobody may say so.

    Only the hub grants: who was it when the entry was written is told by the appointments before it. So
    a hub that was replaced, and has not heard of it, gives nothing away any more.
    """
    count = _count(entry.payload.get("count"))
    if entry.kind == GRANTED:
        before = (one for one in appointments if one.order < entry.order)
        to = entry.payload.get("to")
        if _is_id(to) and fold_hub(before).console_id == entry.console_id:
            return LeaseChange(to, count)
    elif entry.kind == RETURNED:
        return LeaseChange(entry.console_id, -count)
    elif entry.kind == WRITTEN_OFF and _is_id(entry.payload.get("console_id")):
        return LeaseChange(entry.payload["console_id"], -count)
    return None


@dataclass(frozen=True, slots=True)
class LeaseBook:
    """Who holds how many of the lot's spaces, as this console knows it.

    ``console_id`` is this console, ``hub_id`` the hub (empty in a lot of one console that never shared),
    ``entrances`` are the consoles with entry lanes that belong to the lot.
    """

    console_id: str
    hub_id: str = ""
    entrances: frozenset[str] = frozenset()
    leases: Mapping[str, Lease] = field(default_factory=dict)

    @property
    def needs_lease(self) -> bool:
        """Whether this console lets cars in on spaces that were granted to it, and on no others."""
        return self.hub_id not in {"", self.console_id}

    @property
    def keeps_spaces(self) -> bool:
        """Whether the spaces of cars that leave through this console may stay with it."""
        return self.needs_lease and self.console_id in self.entrances

    def lease_of(self, console_id: str) -> Lease:
        """What that console holds."""
        return self.leases.get(console_id, Lease(console_id))

    def available(self, occupancy: Occupancy) -> int:
        """Spaces that nobody has: no car, no console. Below zero where the lot is overfull."""
        held = sum(lease.held for lease in self.leases.values())
        return occupancy.capacity - occupancy.inside - occupancy.pending - held

    def may_let_in(self, occupancy: Occupancy) -> int:
        """How many cars this console may let in by itself now."""
        if self.needs_lease:
            return min(self.lease_of(self.console_id).held, occupancy.free)
        return max(0, self.available(occupancy))

    def keeps_space_of(self, stay: Stay, occupancy: Occupancy) -> bool:
        """Whether this console, letting the car of the stay out, keeps its space for a next one.

        ``occupancy`` still counts the car. Not the space of a car that a person let in, nor one of an
        overfull lot: kept, they would leave it overfull for ever.
        """
        return self.keeps_spaces and stay.state.is_open and BY_HAND not in stay.notes and occupancy.over == 0

    def grants(self, occupancy: Occupancy) -> dict[str, int]:
        """How many spaces the hub hands to whom, so that each entrance has some in reserve.

        Up to half of what nobody has is handed out, shared alike; as long as there is one, who has none
        gets one. Who has half of its share left gets no more, so that not every car makes a grant.
        """
        left = self.available(occupancy)
        others = [self.lease_of(console_id) for console_id in self.entrances - {self.hub_id}]
        share = max(1, left // (2 * max(1, len(self.entrances))))
        given: dict[str, int] = {}
        for lease in sorted(others, key=lambda one: (one.balance, one.granted, one.console_id)):
            if left < 1:
                break
            if lease.balance * 2 > share or lease.balance >= share:
                continue
            room = min(share - lease.held, left)
            # A console that owes spaces after a write-off gets these on top: no car can use them.
            given[lease.console_id] = room + lease.held - lease.balance
            left -= room
        return given

    def surplus(self, occupancy: Occupancy, *, asked: bool) -> int:
        """How many spaces this console should give back, so that cars at other entrances get in, too.

        ``asked`` says that another console wants one: then all above the fair share goes. Spaces that the
        lot does not have any more go in any case, and all of them where this console has no use for them.
        """
        held = self.lease_of(self.console_id).held
        if not self.keeps_spaces:
            return held
        share = max(1, occupancy.free // len(self.entrances))
        enough = share if asked else share + max(1, share // 2)
        kept = share if held > enough else held
        return held - min(kept, occupancy.free)


def _is_id(value: object) -> TypeGuard[str]:
    """Whether it may be a console's id: what no database keeps must not end the counting of all others."""
    return isinstance(value, str) and len(value) <= _LONGEST_ID and "\0" not in value


def _count(value: object) -> int:
    """The number, 0 for what is none that could be meant."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _MOST else 0
