"""What a stay's time costs: free minutes, the choice of a rate, its charges, caps and adjustments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from core.domain.errors import BadInput
from core.domain.rates.applying import Stay, applies_to, next_change
from core.domain.rates.bill import Entry
from core.domain.rates.clocked import Clocked
from core.domain.rates.compiled import Calendar, CompiledPlan
from core.domain.rates.facts import CreditKind, Facts
from core.domain.rates.meter import CapState, Meter
from core.domain.rates.periods import Anchors
from core.domain.rates.plan import EVERY_STAY, Adjusts, Choose, Free, Per, Rate, Visits


class TimePrice(NamedTuple):
    """The lines of a span's time before rounding, the rate that made them (empty: it was free), and the
    first instant at which they may change."""

    entries: tuple[Entry, ...]
    rate: str
    next_change_s: int | None

    @property
    def amount(self) -> int | Fraction:
        """Their sum in small units."""
        return sum(entry.amount for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Known:
    """What one quote knows while its time is priced.

    ``covered``: spans (UTC seconds) that are not charged; ``restarted``: no free minutes any more;
    ``prior_s``: the length of earlier visits that count;
    ``rests``: what the rest of the stay costs from an instant on, for comparing rates; ``changes``:
    the instants up to which prices that were looked at stay as they are.
    """

    compiled: CompiledPlan
    calendar: Calendar
    facts: Facts
    anchors: Anchors
    covered: tuple[tuple[int, int], ...] = ()
    restarted: bool = False
    prior_s: int = 0
    rests: dict[int, int | Fraction] = field(default_factory=dict)
    changes: list[int] = field(default_factory=list)

    def afresh(self) -> Known:
        """The same, with nothing looked at yet."""
        return replace(self, rests={}, changes=[])

    def stay(self, entry_s: int, exit_s: int) -> Stay:
        """The stay as conditions look at it."""
        adds_up = self.compiled.plan.visits is not Visits.CAPS
        return Stay(entry_s, exit_s, self.facts, self.calendar.days, self.prior_s if adds_up else 0)


def price_time(known: Known, entry_s: int, exit_s: int, state: CapState) -> TimePrice:
    """The price of the time from entry to exit; ``state`` is what the caps have seen, and is carried on.

    BadInput ``rates.no_rate`` where no rate applies, ``rates.unknown_rate`` where a validation names none.
    """
    known = known.afresh()
    parts: list[TimePrice] = []
    while True:
        chosen, cut_s = _choose(known, entry_s, exit_s, state)
        parts.append(chosen)
        if cut_s >= exit_s:
            break
        entry_s = cut_s
        known = replace(known, restarted=True, prior_s=0)
    entries = tuple(entry for part in parts for entry in part.entries)
    return TimePrice(entries, parts[0].rate, min(known.changes, default=None))


def _choose(known: Known, entry_s: int, exit_s: int, state: CapState) -> tuple[TimePrice, int]:
    """The price by the rate that is chosen, and the instant up to which it reaches."""
    stay = known.stay(entry_s, exit_s)
    fitting = _fitting(known, stay)
    if known.compiled.plan.choose is Choose.FIRST or len(fitting) == 1:
        return _by_rate(known, fitting[0], stay, state)
    best = _best(known, fitting, stay, state)
    state.clear()
    state.update(best.state)
    return best.priced, best.cut_s


@dataclass(slots=True)
class _Tried:
    """A rate tried on a stay: its price up to ``cut_s``, the caps then, and what all of it would cost."""

    priced: TimePrice
    cut_s: int
    state: CapState
    whole: int | Fraction


def _best(known: Known, fitting: list[int], stay: Stay, state: CapState) -> _Tried:
    """The cheapest rate, or the dearest, as the plan says; of equal ones the first."""
    tried = [_try(known, index, stay, state) for index in fitting]
    for one in tried:
        if one.cut_s < stay.exit_s:
            one.whole += _rest(known, one.cut_s, stay.exit_s)
    return _preferred(known, tried)


def _preferred(known: Known, tried: list[_Tried]) -> _Tried:
    cheapest = known.compiled.plan.choose is Choose.CHEAPEST
    return min(tried, key=lambda one: one.whole) if cheapest else max(tried, key=lambda one: one.whole)


def _try(known: Known, index: int, stay: Stay, state: CapState) -> _Tried:
    seen = {key: replace(taken) for key, taken in state.items()}
    priced, cut_s = _by_rate(known, index, stay, seen)
    return _Tried(priced, cut_s, seen, priced.amount)


def _rest(known: Known, cut_s: int, exit_s: int) -> int | Fraction:
    """What is left of a stay after a rate that covers only its beginning, for comparing rates.

    Each instant's rest is reckoned once, as if its caps had seen nothing yet: what is tried grows with the
    instants at which a rate can end, not with the ways to combine them.
    """
    known = replace(known, restarted=True, prior_s=0)
    rests, opened = known.rests, {}
    waiting = [cut_s]
    while waiting:
        at_s = waiting[-1]
        if at_s in rests:
            waiting.pop()
            continue
        if at_s not in opened:
            stay = known.stay(at_s, exit_s)
            opened[at_s] = [_try(known, index, stay, {}) for index in _fitting(known, stay)]
        ends = {one.cut_s for one in opened[at_s] if one.cut_s < exit_s}
        if unknown := ends - rests.keys():
            waiting.extend(unknown)
            continue
        for one in opened.pop(at_s):
            one.whole += rests.get(one.cut_s, 0)
            better = rests.get(at_s)
            if better is None or (one.whole < better) == (known.compiled.plan.choose is Choose.CHEAPEST):
                rests[at_s] = one.whole
    return rests[cut_s]


def _fitting(known: Known, stay: Stay) -> list[int]:
    """Which rates may price the stay."""
    rates = known.compiled.plan.rates
    named = [one.rate for one in known.facts.validations if one.kind is CreditKind.RATE]
    if named:
        for index, rate in enumerate(rates):
            if rate.name == named[0]:
                return [index]
        raise BadInput("rates.unknown_rate", rate=named[0])
    known.changes.extend(
        at_s for part in known.compiled.timed if (at_s := next_change(part, stay)) is not None
    )
    lost = known.facts.lost_ticket
    fitting = _applying(rates, stay, lambda rate: bool(rate.applies.lost_ticket)) if lost else []
    fitting = fitting or _applying(rates, stay, lambda rate: not rate.applies.lost_ticket)
    if not fitting:
        raise BadInput("rates.no_rate")
    return fitting


def _applying(rates: tuple[Rate, ...], stay: Stay, is_asked: Callable[[Rate], bool]) -> list[int]:
    """The rates that are asked for and apply, up to the first exclusive one."""
    fitting = []
    for index, rate in enumerate(rates):
        if is_asked(rate) and applies_to(rate.applies, stay):
            fitting.append(index)
            if rate.exclusive:
                break
    return fitting


def _by_rate(known: Known, index: int, stay: Stay, state: CapState) -> tuple[TimePrice, int]:
    """The stay's price by one rate, and the instant up to which that rate reaches."""
    rate = known.compiled.plan.rates[index]
    limit_s, stay_off_s, charged_off_s = _free_of(known, rate, stay)
    if stay.length_s <= limit_s:
        known.changes.append(stay.exit_s + limit_s - stay.length_s)
        entry = Entry("free", stay.entry_s, stay.exit_s, 0, unit_s=limit_s)
        return TimePrice((entry,), "", None), stay.exit_s
    reach_s = _reaches_until_s(rate, stay)
    cut_s = stay.exit_s if reach_s is None else min(reach_s, stay.exit_s)
    clocked = Clocked(known.compiled, known.calendar, index, _meter(known, index, stay, state))
    change_s = clocked.run(
        stay.entry_s,
        cut_s,
        known.covered,
        stay_off_s=stay_off_s,
        charged_off_s=charged_off_s,
        prior_s=known.prior_s,
    )
    if cut_s == stay.exit_s:
        known.changes.extend(at_s for at_s in (change_s, reach_s) if at_s is not None)
    entries = tuple(clocked.entries())
    factor_entries = _adjusted(known, rate, stay, entries)
    return TimePrice(entries + factor_entries, rate.name, None), cut_s


def _meter(known: Known, index: int, stay: Stay, state: CapState) -> Meter:
    """The meter of a rate, with the caps and the adjustments of prices that apply to the stay."""
    compiled = known.compiled.rates[index]
    caps = compiled.caps
    if any(limit.cap.applies is not EVERY_STAY for limit in caps):
        caps = tuple(limit for limit in caps if applies_to(limit.cap.applies, stay))
    factor = Fraction(1)
    for one in known.compiled.plan.adjustments:
        if one.of is Adjusts.PRICES and _is_for(one.rates, compiled.rate) and applies_to(one.applies, stay):
            factor *= Fraction(one.factor)
    return Meter(compiled.rate.charges, compiled.ladders, caps, known.anchors, factor, state)


def _adjusted(known: Known, rate: Rate, stay: Stay, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The adjustments of the total, one upon the other."""
    made: list[Entry] = []
    for one in known.compiled.plan.adjustments:
        if one.of is Adjusts.TOTAL and _is_for(one.rates, rate) and applies_to(one.applies, stay):
            before = sum(entry.amount for entry in (*entries, *made))
            amount = Fraction(before) * (Fraction(one.factor) - 1)
            made.append(
                Entry("adjustment", stay.entry_s, stay.exit_s, amount, name=one.name, factor=str(one.factor))
            )
    return tuple(made)


def _free_of(known: Known, rate: Rate, stay: Stay) -> tuple[int, int, int]:
    """The free seconds of this stay by this rate: up to which it is free, taken off its beginning, and
    off the first time charged; of several the longest."""
    limit_s = stay_off_s = charged_off_s = 0
    if known.restarted or known.facts.lost_ticket:
        return limit_s, stay_off_s, charged_off_s
    for one in known.compiled.plan.free:
        if _is_for(one.rates, rate) and not _was_used(known, one, stay) and applies_to(one.applies, stay):
            limit_s = max(limit_s, one.up_to_s)
            if one.of_charged:
                charged_off_s = max(charged_off_s, one.first_s)
            else:
                stay_off_s = max(stay_off_s, one.first_s)
    return limit_s, stay_off_s, charged_off_s


def _was_used(known: Known, free: Free, stay: Stay) -> bool:
    """Whether the vehicle had these free minutes before, in the period that they are given once in."""
    facts = known.facts
    if free.once.per is Per.STAY or known.compiled.plan.visits is not Visits.APART:
        return False
    if facts.free_used or facts.prior_minutes:
        return True
    entries = (int(entry.timestamp()) for entry, _ in facts.visits)
    if free.once.per is Per.ROLLING:
        return any(stay.entry_s - free.once.length_s < entry_s for entry_s in entries)
    this = _calendar_period(free.once.per, stay.days.at(stay.entry_s).ordinal)
    return any(_calendar_period(free.once.per, stay.days.at(at_s).ordinal) == this for at_s in entries)


def _calendar_period(per: Per, ordinal: int) -> tuple[int, ...]:
    """The day, week or month that a date lies in."""
    if per is Per.WEEK:
        return ((ordinal - 1) // 7,)
    day = date.fromordinal(ordinal)
    return (day.year, day.month) if per is Per.MONTH else (ordinal,)


def _reaches_until_s(rate: Rate, stay: Stay) -> int | None:
    covers = rate.covers
    if covers is None:
        return None
    if covers.length_s is not None:
        return stay.entry_s + covers.length_s
    today = stay.days.at(stay.entry_s).ordinal
    until = (stay.days.instant(ordinal, covers.until_s or 0) for ordinal in (today, today + 1))
    return next((at_s for at_s in until if at_s > stay.entry_s), None)


def _is_for(names: frozenset[str], rate: Rate) -> bool:
    return not names or rate.name in names
