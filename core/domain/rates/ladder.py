"""A charge's ladder of steps as a function: what so many seconds on it cost.

Amounts are whole numbers of a plan's own small unit (see ``scale``), so that nothing is rounded here.
A unit counts when it begins, so exactly N units cost N; or, with ``unfinished_free``, when it ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from core.domain.rates.plan import Charge, Step

_ENDLESS = 1 << 40


@dataclass(frozen=True, slots=True)
class Rung:
    """A step in its place: from ``start_s`` to ``end_s`` on the ladder; ``base`` is what all before costs.

    ``amount`` is due once, or for each ``unit_s`` where that is not 0; ``price`` is the step's own, in
    minor units.
    """

    step: Step
    start_s: int
    end_s: int
    base: int
    amount: int
    unit_s: int
    price: int | Fraction

    @property
    def is_endless(self) -> bool:
        """Whether it goes on and on."""
        return self.end_s >= _ENDLESS


class RungPart(NamedTuple):
    """What one rung contributes to a span on the ladder: how many units, and their amount."""

    rung: Rung
    units: int
    amount: int

    def plus(self, other: RungPart) -> RungPart:
        """Both parts of the same rung together."""
        return RungPart(self.rung, self.units + other.units, self.amount + other.amount)


class Ladder:
    """The steps of a charge, one upon the other; ``scale`` small units are one minor unit."""

    def __init__(self, charge: Charge, scale: int) -> None:
        self._finished_only = charge.unfinished_free
        self._rungs = tuple(_rungs(charge.steps, scale, charge.unfinished_free))
        self.is_free = not self._rungs
        self._cycle_start = self._cycle_s = self._cycle_cost = 0
        if self._rungs and charge.repeat_last and not self._rungs[-1].is_endless:
            self._repeat(charge)

    def cost(self, seconds: int) -> int:
        """What the first ``seconds`` of the ladder cost, in small units."""
        if seconds <= 0 or self.is_free:
            return 0
        turns, seconds = self._turn(seconds)
        return turns * self._cycle_cost + self._cost_once(seconds)

    def parts(self, first_s: int, last_s: int) -> Iterator[RungPart]:
        """What each rung contributes between two places on the ladder, repeats added together."""
        for index, rung in enumerate(self._rungs):
            units = self._units(index, last_s) - self._units(index, first_s)
            if units:
                yield RungPart(rung, units, units * rung.amount)

    def repeats(self, rung: Rung) -> bool:
        """Whether the rung is gone through again and again."""
        return bool(self._cycle_s) and rung.start_s >= self._cycle_start

    def total_at(self, seconds: int) -> Rung | None:
        """The band that says what the whole costs at this place, if one does."""
        if seconds <= 0 or self.is_free or (self._cycle_s and seconds > self._cycle_start):
            return None
        rung = self._rungs[self._index(seconds)]
        return rung if rung.step.is_total else None

    def next_change(self, seconds: int) -> int | None:
        """The last place from ``seconds`` on with the same cost; None: it never changes again."""
        if self.is_free:
            return None
        at = max(seconds, 0)
        turns, inside = self._turn(at + 1)
        passed = turns * self._cycle_s
        rung = self._rungs[self._index(inside)]
        if self._finished_only:
            return self._unfinished_until(rung, at - passed, passed)
        if rung.unit_s:
            steps = -(-(at - passed - rung.start_s) // rung.unit_s)
            return passed + min(rung.start_s + steps * rung.unit_s, rung.end_s)
        if at - passed == rung.start_s:
            return at
        return None if rung.is_endless else rung.end_s + passed

    def _unfinished_until(self, rung: Rung, inside: int, passed: int) -> int | None:
        """The second before the unit ends that goes on at this place."""
        if rung.unit_s:
            steps = (inside - rung.start_s) // rung.unit_s + 1
            return passed + min(rung.start_s + steps * rung.unit_s, rung.end_s) - 1
        return None if rung.is_endless else passed + rung.end_s - 1

    def is_complete(self, seconds: int) -> bool:
        """Whether from this place on nothing more is due, however long one stays."""
        if seconds <= 0 or self.is_free or self._cycle_s:
            return False
        rung = self._rungs[self._index(seconds)]
        return rung.is_endless and not rung.unit_s

    def unit_end(self, seconds: int) -> int:
        """Where the unit that has begun by this place ends (the place itself for flat prices)."""
        if seconds <= 0 or self.is_free or self._finished_only:
            return seconds
        turns, inside = self._turn(seconds)
        rung = self._rungs[self._index(inside)]
        passed = turns * self._cycle_s
        if rung.unit_s:
            ended = rung.start_s + -(-(inside - rung.start_s) // rung.unit_s) * rung.unit_s
            return passed + min(ended, rung.end_s)
        return seconds if rung.is_endless or rung.step.is_total else passed + rung.end_s

    def _turn(self, seconds: int) -> tuple[int, int]:
        """How often the repeated steps were gone through before, and the place in the ladder itself."""
        if not self._cycle_s or seconds <= self._cycle_start:
            return 0, seconds
        turns = (seconds - self._cycle_start - 1) // self._cycle_s
        return turns, seconds - turns * self._cycle_s

    def _cost_once(self, seconds: int) -> int:
        rung = self._rungs[self._index(seconds)]
        return rung.base + self._begun(rung, seconds) * rung.amount

    def _index(self, seconds: int) -> int:
        last = seconds - 1
        for index, rung in enumerate(self._rungs):
            if last < rung.end_s:
                return index
        return len(self._rungs) - 1

    def _begun(self, rung: Rung, seconds: int) -> int:
        """How many units of the rung count at this place, which lies on it or after it."""
        inside = min(seconds, rung.end_s) - rung.start_s
        if inside <= 0:
            return 0
        if not rung.unit_s:
            return int(not self._finished_only or rung.step.is_total or seconds >= rung.end_s)
        return inside // rung.unit_s if self._finished_only else -(-inside // rung.unit_s)

    def _units(self, index: int, seconds: int) -> int:
        """How many units of that rung count by this place, repeats included."""
        turns, inside = self._turn(seconds)
        rung = self._rungs[index]
        units = self._begun(rung, inside)
        if turns and rung.start_s >= self._cycle_start:
            units += turns * self._begun(rung, rung.end_s)
        return units

    def _repeat(self, charge: Charge) -> None:
        again = self._rungs[-charge.repeat_last :]
        if any(rung.step.is_total for rung in again):
            return
        self._cycle_start = again[0].start_s
        self._cycle_s = again[-1].end_s - again[0].start_s
        self._cycle_cost = self._cost_once(again[-1].end_s) - again[0].base


def step_amount(step: Step) -> Fraction:
    """What one unit of the step, or the step itself, costs in minor units."""
    price = Fraction(step.price_minor)
    if step.each_s and step.per_s:
        return price * step.each_s / step.per_s
    return price


def _rungs(steps: tuple[Step, ...], scale: int, finished_only: bool) -> Iterator[Rung]:
    start, base = 0, 0
    for step in steps:
        end = _ENDLESS if step.length_s is None else start + step.length_s
        amount = step_amount(step) * scale
        unit = step.each_s or 0
        if step.is_total:
            amount -= base
        price = Fraction(step.price_minor)
        shown = price.numerator if price.denominator == 1 else price
        rung = Rung(step, start, end, base, int(amount), unit, shown)
        yield rung
        if rung.is_endless:
            return
        length = end - start
        units = 1 if not unit else length // unit if finished_only else -(-length // unit)
        start, base = end, base + units * rung.amount
