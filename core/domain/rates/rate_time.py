"""What a stay's time costs by one rate: free minutes, its charges, caps and adjustments."""

from __future__ import annotations

from fractions import Fraction

from core.domain.rates.adjusting import adjustment_entries, adjustments_of
from core.domain.rates.applying import Stay, applies_to
from core.domain.rates.bill import Entry
from core.domain.rates.caps import CapState
from core.domain.rates.clocked import Clocked
from core.domain.rates.free_time import free_seconds
from core.domain.rates.known import Known, RatePrice
from core.domain.rates.meter import Meter
from core.domain.rates.plan import EVERY_STAY, Adjusts, Rate, Visits


def price_by_rate(known: Known, index: int, stay: Stay, state: CapState) -> RatePrice:
    """The stay's price by one rate, as far as that reaches."""
    rate = known.compiled.plan.rates[index]
    limit_s, stay_off_s, charged_off_s = free_seconds(known, rate, stay)
    if stay.length_s <= limit_s:
        known.changes.append(stay.exit_s + limit_s - stay.length_s)
        entry = Entry("free", stay.entry_s, stay.exit_s, 0, unit_s=limit_s)
        return RatePrice((entry,), "", stay.exit_s)
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
        visits=_visits(known, limit_s),
    )
    if cut_s == stay.exit_s:
        known.changes.extend(at_s for at_s in (change_s, reach_s) if at_s is not None)
    charged = RatePrice(tuple(clocked.entries()), rate.name, cut_s)
    adjusted = tuple(adjustment_entries(known.compiled.plan, Adjusts.TOTAL, stay, rate.name, charged.amount))
    return charged._replace(entries=charged.entries + adjusted) if adjusted else charged


def _meter(known: Known, index: int, stay: Stay, state: CapState) -> Meter:
    """The meter of a rate, with the caps and the adjustments of prices that apply to the stay."""
    compiled = known.compiled.rates[index]
    caps = compiled.caps
    if any(limit.cap.applies is not EVERY_STAY for limit in caps):
        caps = tuple(limit for limit in caps if applies_to(limit.cap.applies, stay))
    factor = Fraction(1)
    for one in adjustments_of(known.compiled.plan, Adjusts.PRICES, stay, compiled.rate.name):
        factor *= Fraction(one.factor)
    meter = Meter(compiled.rate.charges, compiled.ladders, caps, known.anchors, factor, state)
    # What a rate that gives way covers anew is due anew.
    if compiled.rate.covers is None:
        meter.done = known.done
    return meter


def _visits(known: Known, limit_s: int) -> Visits:
    """How earlier visits count: what was free then, and is not any more, is due now."""
    visits = known.compiled.plan.visits
    was_free = visits is Visits.CONTINUE and known.prior_s <= limit_s
    return Visits.SUM if was_free else visits


def _reaches_until_s(rate: Rate, stay: Stay) -> int | None:
    covers = rate.covers
    if covers is None:
        return None
    if covers.length_s is not None:
        return stay.entry_s + covers.length_s
    today = stay.days.at(stay.entry_s).ordinal
    until = (stay.days.instant(ordinal, covers.until_s or 0) for ordinal in (today, today + 1))
    return next((at_s for at_s in until if at_s > stay.entry_s), None)
