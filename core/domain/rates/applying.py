"""Whether a part of a plan applies to a stay, and when the answer may change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from core.domain.rates.facts import Facts
from core.domain.rates.layouts import window_spans
from core.domain.rates.local_days import LocalDays
from core.domain.rates.plan import EVERY_STAY, Applies
from core.domain.rates.windows import Window

ANY_MEMBER = "any"


class Stay(NamedTuple):
    """What conditions look at: the instants in UTC seconds, the facts, and the zone's dates."""

    entry_s: int
    exit_s: int
    facts: Facts
    days: LocalDays
    earlier_s: int = 0

    @property
    def length_s(self) -> int:
        """Elapsed time, with that of earlier visits which are added up."""
        return self.exit_s - self.entry_s + self.earlier_s


def applies_to(applies: Applies, stay: Stay) -> bool:
    """Whether all that is said holds of the stay."""
    return applies is EVERY_STAY or (_fits_facts(applies, stay.facts) and _fits_time(applies, stay))


def is_for(rates: frozenset[str], rate: str) -> bool:
    """Whether a part that names these rates (none: all) is for the rate."""
    return not rates or rate in rates


def holds_at(window: Window, at_s: int, days: LocalDays) -> bool:
    """Whether the window holds at the instant (its end too, where it says ``through``)."""
    day = days.at(at_s)
    local_s = day.local_s(at_s)
    return any(
        start <= local_s and (local_s < end or (window.through and local_s == end))
        for start, end, _ in window_spans(window, day, days)
    )


def next_change(applies: Applies, stay: Stay) -> int | None:
    """The next instant after the exit at which the answer may be another one; None: it stays."""
    instants = [
        stay.exit_s + limit - stay.length_s
        for limit in (applies.over_s, applies.up_to_s)
        if limit is not None
    ]
    for window in (applies.exit, applies.inside):
        if window is not None:
            instants.extend(_edges(window, stay))
    if applies.exit_days is not None:
        instants.append(stay.days.at(stay.exit_s).end_s)
    return min((at for at in instants if at >= stay.exit_s), default=None)


def _fits_facts(applies: Applies, facts: Facts) -> bool:
    if applies.classes and facts.vehicle_class not in applies.classes:
        return False
    if applies.loyalty and not (
        facts.loyalty and (ANY_MEMBER in applies.loyalty or facts.loyalty in applies.loyalty)
    ):
        return False
    if applies.lost_ticket is not None and applies.lost_ticket != facts.lost_ticket:
        return False
    return applies.tags <= facts.tags


def _fits_time(applies: Applies, stay: Stay) -> bool:
    if applies.over_s is not None and stay.length_s <= applies.over_s:
        return False
    if applies.up_to_s is not None and stay.length_s > applies.up_to_s:
        return False
    if applies.entry is not None and not holds_at(applies.entry, stay.entry_s, stay.days):
        return False
    if applies.exit is not None and not holds_at(applies.exit, stay.exit_s, stay.days):
        return False
    if applies.exit_days is not None:
        later = stay.days.at(stay.exit_s).ordinal - stay.days.at(stay.entry_s).ordinal
        if not applies.exit_days[0] <= later <= applies.exit_days[1]:
            return False
    return applies.inside is None or _lies_inside(applies.inside, stay)


def _lies_inside(window: Window, stay: Stay) -> bool:
    """Whether every instant of the stay lies in the window."""
    reached = stay.entry_s
    ordinal = stay.days.at(reached).ordinal
    while reached < stay.exit_s:
        day = stay.days.day(ordinal)
        spans = [
            instants
            for start, end, _ in window_spans(window, day, stay.days)
            for instants in day.instants_of(start, end)
        ]
        for start_s, end_s in sorted(spans):
            if start_s <= reached:
                reached = max(reached, end_s)
        if reached < min(day.end_s, stay.exit_s):
            return False
        ordinal += 1
    return True


def _edges(window: Window, stay: Stay) -> Iterator[int]:
    """The instants of the window's edges on the day of the exit and the day after."""
    today = stay.days.at(stay.exit_s)
    for day in (today, stay.days.day(today.ordinal + 1)):
        yield day.end_s
        for start, end, _ in window_spans(window, day, stay.days):
            for start_s, end_s in day.instants_of(start, end):
                yield from (start_s, end_s)
