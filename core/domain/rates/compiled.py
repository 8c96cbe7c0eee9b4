"""A rate plan made ready for quoting: ladders built, amounts in one small unit, days cut by charges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import lcm
from zoneinfo import ZoneInfo

from core.domain.rates.caps import LimitedBy
from core.domain.rates.ladder import Ladder, step_amount
from core.domain.rates.layouts import Layouts
from core.domain.rates.local_days import LocalDays
from core.domain.rates.plan import Adjusts, Cap, Charge, Per, Period, Plan, Rate
from core.domain.rates.plan_parts import applies_of, classes_of, depends_on_exit, speaks_of_holidays
from core.domain.rates.windows import Window

_MOST_CALENDARS = 16


@dataclass(frozen=True, slots=True)
class CompiledRate:
    """A rate with its ladders and the caps that may limit it.

    ``has_one_charge``: it charges all time alike, so dates need not be looked at. ``alike_s``: whole
    periods of that length from the entry cost the same. ``days_are_alike``: what a whole date costs
    depends on nothing outside it; ``by_kind``: but on its kind.
    """

    rate: Rate
    ladders: tuple[Ladder, ...]
    caps: tuple[LimitedBy, ...]
    has_one_charge: bool
    alike_s: int
    days_are_alike: bool
    by_kind: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """The plan's dates with some holidays, cut by each of its rates; ``whole`` keeps what days cost."""

    days: LocalDays
    layouts: tuple[Layouts, ...]
    whole: dict[tuple[object, ...], int] = field(default_factory=dict)


class CompiledPlan:
    """All that can be reckoned before a stay is known."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.scale = _scale(plan)
        self.classes = classes_of(plan)
        self.rates = tuple(_compiled(plan, index, self.scale) for index in range(len(plan.rates)))
        self.timed = tuple(part for part in applies_of(plan) if depends_on_exit(part))
        self._zone = ZoneInfo(plan.timezone)
        self._with_holidays = speaks_of_holidays(plan)
        self._calendars: dict[frozenset[date], Calendar] = {}
        self._usual = self._calendar(frozenset())

    def calendar(self, holidays: frozenset[date]) -> Calendar:
        """The plan's calendar with further holidays."""
        if not holidays or not self._with_holidays:
            return self._usual
        known = self._calendars.get(holidays)
        if known is None:
            if len(self._calendars) >= _MOST_CALENDARS:
                self._calendars.clear()
            known = self._calendars[holidays] = self._calendar(holidays)
        return known

    def _calendar(self, holidays: frozenset[date]) -> Calendar:
        plan = self.plan
        days = LocalDays(self._zone, plan.holidays | holidays, with_holidays=self._with_holidays)
        return Calendar(days, tuple(Layouts(rate, days, plan.day_begins_s) for rate in plan.rates))


def _scale(plan: Plan) -> int:
    """How many small units a minor unit has, so that every amount is a whole number of them."""
    steps = (step for rate in plan.rates for charge in rate.charges for step in charge.steps)
    amounts = [step_amount(step) for step in steps]
    factor = lcm(1)
    for adjustment in plan.adjustments:
        if adjustment.of is Adjusts.PRICES:
            factor *= Fraction(adjustment.factor).denominator
    limits = (limit for cap in plan.caps for limit in (cap.most_minor, cap.least_minor) if limit is not None)
    amounts += [Fraction(limit) for limit in limits]
    return factor * lcm(*(amount.denominator for amount in amounts))


def _compiled(plan: Plan, index: int, scale: int) -> CompiledRate:
    rate = plan.rates[index]
    caps = tuple(
        _limited(place, cap, rate, scale)
        for place, cap in enumerate(plan.caps)
        if not cap.rates or rate.name in cap.rates
    )
    caps = tuple(limit for limit in caps if limit.charges is None or limit.charges)
    charged = tuple(charge for charge in rate.charges if charge.steps)
    one = len(rate.charges) == 1 and all(window.is_always for window in rate.charges[0].windows)
    one = one and _is_from_entry([c.restart for c in charged] + [limit.cap.per for limit in caps])
    return CompiledRate(
        rate,
        tuple(Ladder(charge, scale) for charge in rate.charges),
        caps,
        one and not any(limit.cap.days for limit in caps),
        _alike_s(charged, caps) if one else 0,
        plan.day_begins_s == 0 and not rate.units_run_on and _days_are_alike(charged, caps),
        any(limit.cap.days for limit in caps),
    )


def _limited(index: int, cap: Cap, rate: Rate, scale: int) -> LimitedBy:
    charges = None
    if cap.of:
        charges = frozenset(at for at, charge in enumerate(rate.charges) if charge.name in cap.of)
    most = None if cap.most_minor is None else int(Fraction(cap.most_minor) * scale)
    least = None if cap.least_minor is None else int(Fraction(cap.least_minor) * scale)
    return LimitedBy(index, cap, most, least, charges)


def _is_from_entry(periods: Iterable[Period]) -> bool:
    return all(period.per in (Per.STAY, Per.ROLLING) for period in periods)


def _alike_s(charged: tuple[Charge, ...], caps: tuple[LimitedBy, ...]) -> int:
    """The length of periods from the entry that all cost the same, 0 where there are none."""
    periods = [charge.restart for charge in charged] + [limit.cap.per for limit in caps]
    if not periods or any(limit.cap.which != (1, None) for limit in caps):
        return 0
    same = all(period == periods[0] for period in periods)
    return periods[0].length_s if same and periods[0].per is Per.ROLLING else 0


def _days_are_alike(charged: tuple[Charge, ...], caps: tuple[LimitedBy, ...]) -> bool:
    if any(limit.cap.which != (1, None) for limit in caps):
        return False
    over_midnight = any(_over_midnight(window) for charge in charged for window in charge.windows)
    allowed = {Per.DAY, Per.HOUR} if over_midnight else {Per.DAY, Per.HOUR, Per.WINDOW}
    periods = [charge.restart for charge in charged] + [limit.cap.per for limit in caps]
    return bool(periods) and all(period.per in allowed for period in periods)


def _over_midnight(window: Window) -> bool:
    return window.weekly is not None or window.end_s <= window.start_s
