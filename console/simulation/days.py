"""Runs a simulated lot day by day: cars come, shifts change, programs ask for bookings."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from console.simulation.bookings import BookingDesk
from console.simulation.city import CityLot
from console.simulation.unit import act
from console.simulation.visits import DRAWER, USUAL, Troubles, visit
from core.domain.chains import ChainRow
from core.domain.people import Actor
from core.services.run_shift import close_shift, open_shift

SHIFT_HOURS = (6, 14, 22)
FLOAT_MINOR = 2000
_Act = Callable[[], None]


class LotDays:
    """The days of one lot; each yields the rows that were written on it, a list for each chain."""

    def __init__(self, of: CityLot, *, troubles: Troubles = USUAL) -> None:
        self._of = of
        self._lot = of.ledger
        self._zone = act(self._lot, self._lot.hub_id, lambda unit: unit.lot()).zone
        self._troubles = troubles
        self._queue: list[tuple[datetime, int, _Act]] = []
        self._numbers = count()
        self._desk = BookingDesk(of)
        self._shifts = 0

    def run(self, first: date, days: int) -> Iterator[list[list[ChainRow]]]:
        """Run so many days of the lot's own zone."""
        for number in range(days):
            day = first + timedelta(days=number)
            self._plan(day)
            self._run_until(_midnight(day + timedelta(days=1), self._zone))
            rows = self._lot.take_written()
            self._lot.forget_what_ended()
            yield rows

    def _plan(self, day: date) -> None:
        midnight, chance = _midnight(day, self._zone), self._lot.chance
        if self._shifts == 0:
            self._add(midnight, self._change_shift)
        for hour in SHIFT_HOURS:
            self._add(midnight + timedelta(hours=hour), self._change_shift)
        capacity = act(self._lot, self._lot.hub_id, lambda unit: unit.lot()).capacity
        for instant in self._of.demand.arrivals(day, capacity, self._zone, chance):
            self._add(instant, self._arrive)
        for instant in self._desk.times(midnight):
            self._add(instant, self._desk.ask)

    def _run_until(self, end: datetime) -> None:
        while self._queue and self._queue[0][0] < end:
            instant, _, what = heapq.heappop(self._queue)
            self._lot.now = instant
            what()

    def _arrive(self) -> None:
        steps = visit(self._of, on_duty=self._on_duty, troubles=self._troubles)
        self._go_on(steps)

    def _go_on(self, steps: Iterator[timedelta]) -> None:
        pause = next(steps, None)
        if pause is not None:
            self._add(self._lot.now + pause, lambda: self._go_on(steps))

    def _change_shift(self) -> None:
        """Close the drawer with what was counted, which is not always what should be there; open it anew."""
        console, chance = self._of.exit_console, self._lot.chance
        running = act(self._lot, console, lambda unit: unit.open_shift(DRAWER))
        if running is not None:
            short = chance.choice((0, 0, 0, 0, 0, 0, -50, -10, 10, 100))
            counted = max(0, running.expected_minor + short)
            leaving = self._on_duty
            act(
                self._lot,
                console,
                lambda unit: close_shift(
                    unit,
                    actor=leaving,
                    drawer=DRAWER,
                    counted_minor=counted,
                    left_minor=min(counted, FLOAT_MINOR),
                ),
            )
        self._shifts += 1
        coming = self._on_duty
        act(
            self._lot,
            console,
            lambda unit: open_shift(unit, actor=coming, drawer=DRAWER, float_minor=FLOAT_MINOR),
        )

    @property
    def _on_duty(self) -> Actor:
        return self._of.attendants[self._shifts % len(self._of.attendants)]

    def _add(self, instant: datetime, what: _Act) -> None:
        heapq.heappush(self._queue, (instant.astimezone(_UTC), next(self._numbers), what))


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


_UTC = ZoneInfo("UTC")
