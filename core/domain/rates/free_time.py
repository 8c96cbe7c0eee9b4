"""The free minutes that a stay has."""

from __future__ import annotations

from datetime import date

from core.domain.rates.applying import Stay, applies_to, is_for
from core.domain.rates.known import Known
from core.domain.rates.plan import Free, Per, Rate, Visits


def free_seconds(known: Known, rate: Rate, stay: Stay) -> tuple[int, int, int]:
    """The free seconds of this stay by this rate: up to which it is free, taken off its beginning, and
    off the first time charged; of several the longest."""
    limit_s = stay_off_s = charged_off_s = 0
    if known.restarted or known.facts.lost_ticket:
        return limit_s, stay_off_s, charged_off_s
    for one in known.compiled.plan.free:
        if is_for(one.rates, rate.name) and not _was_used(known, one, stay) and applies_to(one.applies, stay):
            limit_s = max(limit_s, one.up_to_s)
            if one.of_charged:
                charged_off_s = max(charged_off_s, one.first_s)
            else:
                stay_off_s = max(stay_off_s, one.first_s)
    return limit_s, stay_off_s, charged_off_s


def _was_used(known: Known, free: Free, stay: Stay) -> bool:
    """Whether the vehicle had these free minutes before, in the period that they are given once in."""
    facts = known.facts
    if free.once.per is Per.STAY:
        return False
    if facts.free_used:
        return True
    if known.compiled.plan.visits in {Visits.CONTINUE, Visits.SUM}:
        return False
    if facts.prior_minutes:
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
