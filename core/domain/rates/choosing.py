"""What a stay's time costs: the rate that is chosen, and the next one where it covers only a beginning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from core.domain.errors import BadInput
from core.domain.rates.applying import Stay, applies_to, next_change
from core.domain.rates.caps import CapState
from core.domain.rates.facts import CreditKind
from core.domain.rates.known import Known, RatePrice, TimePrice
from core.domain.rates.plan import Choose, Rate
from core.domain.rates.rate_time import price_by_rate
from core.domain.rates.windows import DAY_S

# Rates that give way to others are compared so far ahead, block by block: a car that was forgotten for a
# year must not hold up the lane behind it.
BLOCK_S = 14 * DAY_S


def price_time(known: Known, entry_s: int, exit_s: int, state: CapState) -> TimePrice:
    """The price of the time from entry to exit; ``state`` is what the caps have seen, and is carried on.

    ``known`` has looked at nothing yet.

    BadInput ``rates.no_rate`` where no rate applies, ``rates.unknown_rate`` where a validation names none.
    """
    parts: list[RatePrice] = []
    block_ends_s = entry_s + BLOCK_S
    while True:
        parts.append(_choose(known, entry_s, exit_s, block_ends_s, state))
        entry_s = parts[-1].cut_s
        if entry_s >= exit_s:
            break
        known = replace(known, restarted=True, prior_s=0, gaps_s=0)
        if entry_s >= block_ends_s:
            block_ends_s = entry_s + BLOCK_S
            known = replace(known, rests={})
    entries = tuple(entry for part in parts for entry in part.entries)
    return TimePrice(entries, parts[0].rate, min(known.changes, default=None))


def _choose(known: Known, entry_s: int, exit_s: int, block_ends_s: int, state: CapState) -> RatePrice:
    """The price by the rate that is chosen, as far as that reaches."""
    stay = known.stay(entry_s, exit_s)
    fitting = _fitting(known, stay)
    if known.compiled.plan.choose is Choose.FIRST or len(fitting) == 1:
        return price_by_rate(known, fitting[0], stay, state)
    if exit_s > block_ends_s and any(rate.covers for rate in known.compiled.plan.rates):
        block = _best(known, fitting, known.stay(entry_s, block_ends_s), state)
        return price_by_rate(known, block.index, stay, state)
    best = _best(known, fitting, stay, state)
    state.clear()
    state.update(best.state)
    return best.priced


@dataclass(slots=True)
class _Tried:
    """A rate tried on a stay: its price as far as it reaches, the caps then, and what all would cost."""

    index: int
    priced: RatePrice
    state: CapState
    whole: int | Fraction


def _best(known: Known, fitting: list[int], stay: Stay, state: CapState) -> _Tried:
    """The cheapest rate, or the dearest, as the plan says; of equal ones the first."""
    tried = [_try(known, index, stay, state) for index in fitting]
    for one in tried:
        if one.priced.cut_s < stay.exit_s:
            one.whole += _rest(known, one.priced.cut_s, stay.exit_s)
    return _preferred(known, tried)


def _preferred(known: Known, tried: list[_Tried]) -> _Tried:
    cheapest = known.compiled.plan.choose is Choose.CHEAPEST
    return min(tried, key=lambda one: one.whole) if cheapest else max(tried, key=lambda one: one.whole)


def _try(known: Known, index: int, stay: Stay, state: CapState) -> _Tried:
    seen = {key: replace(taken) for key, taken in state.items()}
    priced = price_by_rate(known, index, stay, seen)
    return _Tried(index, priced, seen, priced.amount)


def _rest(known: Known, cut_s: int, exit_s: int) -> int | Fraction:
    """What is left of a stay after a rate that covers only its beginning, for comparing rates.

    Each instant's rest is reckoned once, as if its caps had seen nothing yet: what is tried grows with the
    instants at which a rate can end, not with the ways to combine them.
    """
    known = replace(known, restarted=True, prior_s=0, gaps_s=0)
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
        ends = {one.priced.cut_s for one in opened[at_s] if one.priced.cut_s < exit_s}
        if unknown := ends - rests.keys():
            waiting.extend(unknown)
            continue
        for one in opened.pop(at_s):
            one.whole += rests.get(one.priced.cut_s, 0)
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
    for part in known.compiled.timed:
        at_s = next_change(part, stay)
        if at_s is not None:
            known.changes.append(at_s)
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
