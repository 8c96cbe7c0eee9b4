"""What caps let through of what is charged, period by period, and the lines that say so."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.domain.rates.bill import Entry
from core.domain.rates.periods import Anchors, Place
from core.domain.rates.plan import Cap, Per, Plan


@dataclass(frozen=True, slots=True)
class LimitedBy:
    """A cap with its place in the plan, its amounts in small units, and the charges it counts."""

    index: int
    cap: Cap
    most: int | None
    least: int | None
    charges: frozenset[int] | None

    def counts(self, anchors: Anchors, place: Place, windows: dict[Hashable, int]) -> bool:
        """Whether what is charged at this place counts for it; ``windows`` numbers those met so far."""
        cap = self.cap
        if self.charges is not None and place.slot.charge not in self.charges:
            return False
        if cap.which != (1, None):
            number = anchors.number(cap.per, place)
            if cap.per.per is Per.WINDOW:
                number = windows.setdefault(anchors.key(cap.per, place), len(windows) + 1)
            if number < cap.which[0] or (cap.which[1] is not None and number > cap.which[1]):
                return False
        if not cap.days:
            return True
        return bool(cap.days & anchors.days.day(anchors.first_day(cap.per, place)).kinds)


@dataclass(slots=True)
class Taken:
    """What a cap's period has seen: all that came to it, what it let through, and since and until when."""

    first_s: int
    last_s: int = 0
    came: int = 0
    passed: int = 0

    @property
    def held(self) -> int:
        """What the cap took off."""
        return self.came - self.passed


_Key = tuple[int, Hashable]
# By the cap's place in the plan and its period; ``DONE`` stands for no cap but for a charge and its period
# whose price cannot rise any more.
CapState = dict[_Key, Taken]
DONE = -1


def take_done(state: CapState) -> frozenset[Hashable]:
    """The charges' periods that are paid in full; they leave the state."""
    done = frozenset(key for index, key in state if index == DONE)
    for key in done:
        del state[DONE, key]
    return done


def settle_minimums(plan: Plan, scale: int, state: CapState) -> None:
    """Count what minimums have added to spans that were charged before, so that none is due twice.

    It was paid, so it counts for the maxima that hold in that time, too.
    """
    for key, taken in tuple(state.items()):
        if key[0] == DONE:
            continue
        least = plan.caps[key[0]].least_minor
        if least is not None and 0 < taken.passed < (enough := int(Fraction(least) * scale)):
            missing = enough - taken.passed
            for other in (key, *_maxima_with(key, plan, state)):
                _count_paid(state[other], missing, plan.caps[other[0]], scale)


def _maxima_with(key: _Key, plan: Plan, state: CapState) -> Iterator[_Key]:
    """The period of each other maximum that a period of a minimum ended in."""
    for index, cap in enumerate(plan.caps):
        if index == key[0] or cap.most_minor is None:
            continue
        alike = (index, key[1])
        if cap.per == plan.caps[key[0]].per and alike in state:
            yield alike
            continue
        begun = [one for one in state if one[0] == index and state[one].first_s < state[key].last_s]
        if begun:
            yield max(begun, key=lambda one: state[one].first_s)


def _count_paid(taken: Taken, amount: int, cap: Cap, scale: int) -> None:
    """So much more was paid in a cap's period."""
    taken.came += amount
    taken.passed += amount
    if cap.most_minor is not None:
        taken.passed = min(taken.passed, int(Fraction(cap.most_minor) * scale))


class CapMeter:
    """The caps of one rate, run along with what it charges; they go on from ``state``."""

    def __init__(self, limits: Sequence[LimitedBy], anchors: Anchors, state: CapState) -> None:
        self.limits = limits
        self._anchors = anchors
        self._state = state
        self._held_before: dict[tuple[int, Hashable], int] = {}
        self._windows: dict[int, dict[Hashable, int]] = {limit.index: {} for limit in limits}
        self.forget_lines()

    def let_through(self, place: Place, until_s: int, amount: int) -> tuple[int, bool]:
        """What all caps in their order let through of an amount, and whether one of them is reached."""
        is_held = False
        for limit in self.limits:
            if limit.counts(self._anchors, place, self._windows[limit.index]):
                amount, held = self._limit(limit, place, until_s, amount)
                is_held = is_held or held
        return amount, is_held

    def forget_lines(self) -> None:
        """What was held up to now has had its line."""
        self._held_before = {key: taken.held for key, taken in self._state.items()}

    def entries(self, begins_s: int) -> Iterator[Entry]:
        """What caps took off, and minimums added, since that instant."""
        for limit in self.limits:
            yield from self._entries_of(limit, begins_s)

    def _limit(self, limit: LimitedBy, place: Place, until_s: int, amount: int) -> tuple[int, bool]:
        """What a cap lets through of the amount, and whether it is reached."""
        key = (limit.index, self._anchors.key(limit.cap.per, place))
        taken = self._state.get(key)
        if taken is None:
            taken = self._state[key] = Taken(place.at_s)
        before, after = taken.came, taken.came + amount
        taken.came, taken.last_s = after, until_s
        most = limit.most
        if most is not None:
            amount = min(after, most) - min(before, most)
        taken.passed += amount
        return amount, most is not None and after >= most

    def _entries_of(self, limit: LimitedBy, begins_s: int) -> Iterator[Entry]:
        for key, taken in self._state.items():
            if key[0] != limit.index or taken.last_s <= begins_s:
                continue
            first_s = max(taken.first_s, begins_s)
            held = taken.held - self._held_before.get(key, 0)
            if held:
                most = limit.cap.most_minor or 0
                entry = Entry("cap", first_s, taken.last_s, -held, price_minor=most, name=limit.cap.name)
                yield entry
            if limit.least is not None and 0 < taken.passed < limit.least:
                least, missing = limit.cap.least_minor or 0, limit.least - taken.passed
                entry = Entry(
                    "minimum", first_s, taken.last_s, missing, price_minor=least, name=limit.cap.name
                )
                yield entry
