"""Cars of the simulated lot: they come, are let in or not, pay somewhere, and leave through some exit."""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count

from core.domain.admission import Action
from core.domain.errors import Refused
from core.domain.lots import Direction
from core.services import confirm_crossing
from core.services.lane_decision import LaneDecision
from core.services.override_gate import open_gate
from core.services.quote_stay import quote_stay
from core.services.set_up_lot import change_lot
from core.services.sharing import DATABASE, HUB
from core.services.take_payment import take_cash
from core.services.unit_of_work import UnitOfWork
from tests.sharing_world.consoles import Console, Lotful


@dataclass(slots=True)
class Car:
    """A car as it really is, whatever the consoles know of it."""

    plate: str
    stay_id: str = ""
    by_hand: bool = False
    tries: int = 0
    receipts: int = 0


@dataclass(slots=True)
class Told:
    """What the outside was told, and what really happened: the truth to compare the journals with."""

    stays: list[str] = field(default_factory=list)
    payments: dict[str, int] = field(default_factory=dict)
    oversold: list[str] = field(default_factory=list)
    let_in: int = 0
    turned_away: int = 0
    by_hand_in: int = 0
    by_hand_out: int = 0
    left: int = 0
    most_inside: int = 0
    changes: int = 0
    paid_again: int = 0


@dataclass(frozen=True, slots=True)
class Habits:
    """How busy and how odd the lot is; chances from 0 to 1."""

    cars: int = 200
    hours: float = 24.0
    stay_minutes: tuple[int, int] = (5, 240)
    by_hand: float = 0.01
    backs_out: float = 0.02
    outages: int = 6
    outage_minutes: tuple[int, int] = (5, 180)
    exchange_minutes: tuple[float, float] = (1.0, 8.0)
    new_hubs: int = 0
    changes_of_the_lot: int = 6
    pays_twice: float = 0.05


class Day:
    """A day at the lot: every event at its time, in one thread, the same for the same seed."""

    def __init__(self, lot: Lotful, habits: Habits, seed: random.Random) -> None:
        self.lot = lot
        self.habits = habits
        self.told = Told()
        self.inside: dict[str, Car] = {}
        self._random = seed
        self._events: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = count()
        self._ends = lot.time.now + timedelta(hours=habits.hours)

    def run(self) -> Told:
        """Let the day pass."""
        for number in range(self.habits.cars):
            self._at(self._some_time(), self._arrives(Car(f"CAR{number:04}")))
        for console in self.lot.consoles:
            self._at(self._random.uniform(0, 1), partial(self._exchanges, console))
            for name in (HUB, DATABASE):
                for _ in range(self.habits.outages):
                    self._at(self._some_time(), partial(self._cut, console, name))
        for _ in range(self.habits.new_hubs):
            self._at(self._some_time(), lambda: self.lot.appoint(self._somewhere()))
        for number in range(self.habits.changes_of_the_lot):
            self._at(self._some_time(), partial(self._changes_the_lot, number))
        while self._events:
            at, _, event = heapq.heappop(self._events)
            self.lot.time.now = max(self.lot.time.now, at)
            event()
        self.lot.calm()
        # What was paid twice is found when the hub has heard of both payments.
        self.lot.hub.duty()
        self.lot.calm()
        return self.told

    def _some_time(self) -> float:
        return self._random.uniform(0, self.habits.hours * 60)

    def _at(self, minutes: float, event: Callable[[], None]) -> None:
        at = self.lot.time.now + timedelta(minutes=minutes)
        heapq.heappush(self._events, (at, next(self._order), event))

    def _exchanges(self, console: Console) -> None:
        for name in (HUB, DATABASE):
            console.exchange(name)
        console.duty()
        if self.lot.time.now < self._ends or self.inside:
            self._at(self._random.uniform(*self.habits.exchange_minutes), partial(self._exchanges, console))

    def _cut(self, console: Console, name: str) -> None:
        link = console.links.get(name)
        if link is None:
            return
        link.cut = True

        def mended() -> None:
            link.cut = False

        self._at(self._random.uniform(*self.habits.outage_minutes), mended)

    def _somewhere(self, *, entrance: bool = False) -> Console:
        return self._random.choice([one for one in self.lot.consoles if one.has_entry or not entrance])

    def _changes_the_lot(self, number: int) -> None:
        """An administrator changes a setting, at whichever console they stand."""

        def work(unit: UnitOfWork) -> bool:
            changed = replace(unit.lot(), help_phone=f"call {number}")
            return change_lot(unit, actor=self.lot.boss, lot=changed)

        self.told.changes += 1
        self._somewhere().store.write(work)

    # In

    def _arrives(self, car: Car) -> Callable[[], None]:
        return lambda: self._at_entry(car, self._somewhere(entrance=True))

    def _at_entry(self, car: Car, console: Console) -> None:
        by_hand = self._random.random() < self.habits.by_hand
        decision = self._opened_by_hand(console) if by_hand else console.decide(Direction.ENTRY, car.plate)
        if decision.action is not Action.OPEN or decision.stay_id is None:
            self.told.turned_away += 1
            car.tries += 1
            if car.tries < 3:
                self._at(self._random.uniform(1, 30), self._arrives(car))
            return
        car.stay_id, car.by_hand = decision.stay_id, by_hand
        self.told.stays.append(car.stay_id)
        if self._random.random() < self.habits.backs_out:
            self._ends_at_entry(console, car, confirm_crossing.backed_out)
            return
        self._drives_in(console, car)

    def _drives_in(self, console: Console, car: Car) -> None:
        stay_id, lane_id = car.stay_id, console.lane(Direction.ENTRY).lane_id
        console.store.write(
            lambda unit: confirm_crossing.crossed(
                unit, lane_id=lane_id, direction=Direction.ENTRY, stay_id=stay_id, photo=""
            )
        )
        self.inside[car.plate] = car
        self._count_in(console, car)
        minutes = self._random.uniform(*self.habits.stay_minutes)
        self._at(minutes, partial(self._pays, car))
        self._at(minutes + self._random.uniform(1, 10), partial(self._at_exit, car))

    def _count_in(self, console: Console, car: Car) -> None:
        """What people do by hand is counted apart: it may overfill the lot, lanes by themselves never do."""
        self.told.let_in += 1
        self.told.by_hand_in += car.by_hand
        self.told.most_inside = max(self.told.most_inside, len(self.inside))
        extra = sum(one.by_hand for one in self.inside.values())
        if not car.by_hand and len(self.inside) > self.lot.capacity + extra:
            self.told.oversold.append(f"{car.plate} at console {console.number}: {len(self.inside)} inside")

    def _opened_by_hand(self, console: Console) -> LaneDecision:
        actor, lane_id = console.person, console.lane(Direction.ENTRY).lane_id
        assert actor is not None
        command_id, stay_id = console.store.write(
            lambda unit: open_gate(
                unit, actor=actor, lane_id=lane_id, reason="staff_or_delivery", vehicle_present=True
            )
        )
        return LaneDecision(Action.OPEN, "gate.by_hand", stay_id, command_id)

    def _ends_at_entry(self, console: Console, car: Car, ending: Callable[..., None]) -> None:
        lane_id, stay_id = console.lane(Direction.ENTRY).lane_id, car.stay_id
        console.store.write(
            lambda unit: ending(unit, lane_id=lane_id, direction=Direction.ENTRY, stay_id=stay_id)
        )

    # Money

    def _pays(self, car: Car) -> None:
        console = self._somewhere()
        actor, stay_id, drawer = console.person, car.stay_id, f"drawer-{console.number}"
        assert actor is not None
        forgets_receipt = self._random.random() < self.habits.pays_twice

        def work(unit: UnitOfWork) -> tuple[str, int] | None:
            if len(unit.stay(stay_id).payments) < car.receipts and not forgets_receipt:
                return None  # the driver shows a receipt that this console has not heard of
            due = quote_stay(unit, actor=actor, stay_id=stay_id).quote.total_minor
            if due == 0:
                return None
            paid = take_cash(
                unit, actor=actor, stay_id=stay_id, shown_minor=due, tendered_minor=due, drawer=drawer
            )
            return paid.payment_id, paid.amount_minor

        try:
            taken = console.store.write(work)
        except Refused:
            return  # this console has not heard of the stay yet, or of its end
        if taken is not None:
            self.told.payments[taken[0]] = taken[1]
            car.receipts += 1
            self.told.paid_again += car.receipts > 1 and forgets_receipt

    # Out

    def _at_exit(self, car: Car) -> None:
        if car.plate not in self.inside:
            return
        console = self._somewhere()
        car.tries += 1
        if car.by_hand:
            # Its plate was never read: a person finds its stay, or opens without.
            self._leaves_by_hand(console, car)
            return
        decision = console.decide(Direction.EXIT, car.plate)
        if decision.action is Action.OPEN and decision.stay_id is not None:
            self._drives_out(console, car, decision.stay_id)
        elif car.tries > 6:
            self._leaves_by_hand(console, car)
        else:
            self._pays(car)
            self._at(self._random.uniform(1, 20), partial(self._at_exit, car))

    def _leaves_by_hand(self, console: Console, car: Car) -> None:
        actor, lane_id = console.person, console.lane(Direction.EXIT).lane_id
        assert actor is not None
        known = car.stay_id in dict(console.store.read(lambda unit: unit.open_plates()))
        stay_id = car.stay_id if known else None
        _, concerned = console.store.write(
            lambda unit: open_gate(
                unit,
                actor=actor,
                lane_id=lane_id,
                reason="no_entry_record",
                vehicle_present=True,
                stay_id=stay_id,
            )
        )
        self.told.by_hand_out += 1
        self._drives_out(console, car, concerned)

    def _drives_out(self, console: Console, car: Car, stay_id: str | None) -> None:
        lane_id = console.lane(Direction.EXIT).lane_id
        del self.inside[car.plate]
        self.told.left += 1
        console.store.write(
            lambda unit: confirm_crossing.crossed(
                unit, lane_id=lane_id, direction=Direction.EXIT, stay_id=stay_id, photo=""
            )
        )
