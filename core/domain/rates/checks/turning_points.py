"""Where a price can turn: the clock times and lengths at which another part of a plan begins to hold."""

from __future__ import annotations

from collections.abc import Iterator

from core.domain.rates.checks.scene import Scene
from core.domain.rates.layouts import window_spans
from core.domain.rates.plan import Charge, Per, Plan
from core.domain.rates.plan_parts import applies_of, depends_on_exit, windows_of
from core.domain.rates.windows import DAY_S

CLOCK_HORIZON_DAYS = 3
LENGTH_HORIZON_S = 15 * DAY_S
_MOST_LENGTHS = 400
_MOST_PERIODS = 60


def can_fall(plan: Plan) -> bool:
    """Whether a longer stay can cost less at all.

    Ladders, caps and credits only grow with time; what can take something back is another rate or part
    that the exit decides on, and a table of totals.
    """
    has_totals = any(step.is_total for rate in plan.rates for charge in rate.charges for step in charge.steps)
    by_exit = any(depends_on_exit(one) for one in applies_of(plan))
    return has_totals or by_exit or len(plan.rates) > 1


def clock_edges(plan: Plan) -> tuple[int, ...]:
    """The seconds of the day at which a window or a parking day begins or ends."""
    edges = {edge % DAY_S for window in windows_of(plan) for edge in (window.start_s, window.end_s)}
    return tuple(sorted(edges | {0, plan.day_begins_s}))


def entries(scene: Scene) -> Iterator[int]:
    """Places on the axis to enter at: each clock edge and the middle between two, on each kind of day."""
    edges = clock_edges(scene.plan)
    ends = (*edges[1:], edges[0] + DAY_S)
    middles = [(start + end) // 2 // 60 * 60 for start, end in zip(edges, ends, strict=True)]
    ordinals = list(_distinct_days(scene))
    for clock in (*edges, *middles):
        for ordinal in ordinals:
            yield ordinal * DAY_S + clock


def lengths(scene: Scene, entry_at: int) -> tuple[int, ...]:
    """The lengths of a stay from that place on the axis at which its price may turn."""
    plan = scene.plan
    offsets = {offset for charge in _charges(plan) for offset in _offsets(charge)}
    free = {free.first_s for free in plan.free if free.first_s}
    offsets |= {offset + first for offset in offsets for first in free}
    limits = offsets | free | set(_limits(plan))
    for period in _rolling(plan):
        limits |= {period * count for count in range(1, _MOST_PERIODS + 1)}
    entry = scene.instant(entry_at)
    first = entry_at // DAY_S
    for ordinal in range(first, first + CLOCK_HORIZON_DAYS + 1):
        for edge in clock_edges(plan):
            since = int((scene.instant(ordinal * DAY_S + edge) - entry).total_seconds())
            limits |= {since, *(since + offset for offset in offsets)}
    return tuple(sorted(limit for limit in limits if 0 < limit <= LENGTH_HORIZON_S))[:_MOST_LENGTHS]


def _distinct_days(scene: Scene) -> Iterator[int]:
    """The days of the usual week, without those after which all goes as after an earlier one."""
    seen = set()
    windows = list(windows_of(scene.plan))
    patterns = [
        tuple(tuple(window_spans(window, scene.days.day(ordinal), scene.days)) for window in windows)
        for ordinal in range(scene.monday, scene.monday + 8 + CLOCK_HORIZON_DAYS)
    ]
    for ahead in range(7):
        pattern = tuple(patterns[ahead : ahead + CLOCK_HORIZON_DAYS + 1])
        if pattern not in seen:
            seen.add(pattern)
            yield scene.monday + ahead


def _charges(plan: Plan) -> Iterator[Charge]:
    for rate in plan.rates:
        yield from rate.charges


def _offsets(charge: Charge) -> Iterator[int]:
    """Where on its ladder a charge changes from step to step."""
    reached_s = 0
    for step in charge.steps:
        if step.length_s is None:
            return
        reached_s += step.length_s
        yield reached_s


def _limits(plan: Plan) -> Iterator[int]:
    for applies in applies_of(plan):
        yield from (limit for limit in (applies.over_s, applies.up_to_s) if limit is not None)
    for free in plan.free:
        yield free.up_to_s
    for rate in plan.rates:
        if rate.covers is not None and rate.covers.length_s is not None:
            yield rate.covers.length_s


def _rolling(plan: Plan) -> frozenset[int]:
    """The lengths of periods counted from the entry."""
    periods = [charge.restart for charge in _charges(plan)]
    periods += [cap.per for cap in plan.caps]
    periods += [extra.per for extra in plan.extras]
    return frozenset(
        period.length_s for period in periods if period.per is Per.ROLLING and period.length_s > 0
    )
