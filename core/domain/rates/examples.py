"""Worked examples of a plan: a stay before and after each edge on its sign, few enough to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import zip_longest

from core.domain.rates.checks.axis import Spans, both
from core.domain.rates.checks.remarks import Example
from core.domain.rates.checks.scene import Scene
from core.domain.rates.checks.turning_points import clock_edges
from core.domain.rates.curve import price_curve
from core.domain.rates.facts import Facts
from core.domain.rates.plan import Charge, Per, Plan, Rate
from core.domain.rates.plan_parts import applies_of
from core.domain.rates.windows import DAY_S

MOST_EXAMPLES = 20
_MOST_STEPS = 4
_MOST_EDGES = 6
_MINUTE_S = 60
_HOUR_S = 3600
_TEN_O_CLOCK_S = 10 * _HOUR_S


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """A stay with its quote; ``reason`` is the code of what it shows, ``name`` the part that it is about."""

    reason: str
    name: str
    example: Example


def worked_examples(
    plan: Plan, *, now: datetime | None = None, most: int = MOST_EXAMPLES
) -> tuple[WorkedExample, ...]:
    """At most so many examples, in a usual week after ``now``: of each kind some, no stay twice.

    In order: by kind of stay, then entry, then length.
    """
    scene = Scene(plan, now)
    kinds = (_free, _steps, _limits, _caps, _entries, _exits, _over_edges, _days, _others)
    found = [list(kind(scene)) for kind in kinds]
    chosen: dict[tuple[datetime, datetime, Facts], WorkedExample] = {}
    for turn in zip_longest(*(_in_twos(one) for one in found)):
        for worked in (one for pair in turn if pair is not None for one in pair):
            stay = worked.example
            if len(chosen) < most:
                chosen.setdefault((stay.entry, stay.exit, stay.facts), worked)
    return tuple(sorted(chosen.values(), key=_in_order))


def _in_twos(found: list[WorkedExample]) -> Iterator[tuple[WorkedExample, ...]]:
    """Two at a time: the stays before and after one edge stay together."""
    for at in range(0, len(found), 2):
        yield tuple(found[at : at + 2])


def _in_order(worked: WorkedExample) -> tuple[bool, str, datetime, datetime]:
    facts = worked.example.facts
    kind = f"{facts.vehicle_class} {facts.loyalty} {sorted(facts.tags)}"
    return facts.lost_ticket, kind, worked.example.entry, worked.example.exit


def _entry_of(scene: Scene, rate: Rate, charge: Charge | None = None) -> int | None:
    """Where in the usual week a stay of the rate, charged by the charge, begins; None: nowhere."""
    spans = both(scene.week, scene.held(charge.windows if charge else ()))
    for window in (rate.applies.entry, rate.applies.inside):
        if window is not None:
            spans = both(spans, scene.held((window,)))
    return _begin(spans)


def _begin(spans: Spans) -> int | None:
    if not spans:
        return None
    start, end = spans[0]
    ten = start // DAY_S * DAY_S + _TEN_O_CLOCK_S
    return ten if start % DAY_S == 0 and ten < end else start


def _priced(scene: Scene) -> Iterator[tuple[Rate, Charge, int]]:
    """Each charge that costs, with an entry in its time."""
    for rate in scene.plan.rates:
        for charge in rate.charges:
            at = _entry_of(scene, rate, charge) if charge.steps else None
            if at is not None:
                yield rate, charge, at


def _pair(
    scene: Scene, reasons: tuple[str, str], name: str, at: int, length_s: int, facts: Facts
) -> Iterator[WorkedExample]:
    """A stay of exactly that length, and one that is a minute longer."""
    for reason, length in zip(reasons, (length_s, length_s + _MINUTE_S), strict=True):
        yield WorkedExample(reason, name, scene.stay(at, length, facts))


def _free(scene: Scene) -> Iterator[WorkedExample]:
    """At the free limit, and a minute over it."""
    reasons = ("rates.example.free", "rates.example.past_free")
    for free in scene.plan.free:
        rate = next((one for one in scene.plan.rates if not free.rates or one.name in free.rates), None)
        charge = next((one for one in rate.charges if one.steps), None) if rate else None
        at = _entry_of(scene, rate, charge) if rate else None
        if at is not None:
            facts = scene.facts_for(free.applies)
            yield from _pair(scene, reasons, "", at, free.up_to_s or free.first_s, facts)


def _steps(scene: Scene) -> Iterator[WorkedExample]:
    """At the end of each step of a ladder, and a minute over it."""
    reasons = ("rates.example.step", "rates.example.past_step")
    for rate, charge, at in _priced(scene):
        facts = scene.facts_for(rate.applies)
        for length_s in list(_step_ends(charge))[:_MOST_STEPS]:
            yield from _pair(scene, reasons, charge.name, at, length_s, facts)


def _step_ends(charge: Charge) -> Iterator[int]:
    reached_s = 0
    for step in charge.steps:
        if step.length_s is not None:
            reached_s += step.length_s
            yield reached_s
        elif step.each_s is not None:
            yield reached_s + max(step.each_s, _MINUTE_S)


def _limits(scene: Scene) -> Iterator[WorkedExample]:
    """At the length at which a rate stops or begins to apply, and a minute over it."""
    reasons = ("rates.example.limit", "rates.example.past_limit")
    for rate in scene.plan.rates:
        at = _entry_of(scene, rate)
        for limit in (rate.applies.up_to_s, rate.applies.over_s):
            if at is not None and limit is not None:
                yield from _pair(scene, reasons, rate.name, at, limit, scene.facts_for(rate.applies))


def _caps(scene: Scene) -> Iterator[WorkedExample]:
    """The first stay that a cap makes cheaper."""
    for cap in scene.plan.caps:
        if cap.most_minor is None:
            continue
        for rate, charge, at in _priced(scene):
            if (cap.rates and rate.name not in cap.rates) or (cap.of and charge.name not in cap.of):
                continue
            reached = _reached(scene, cap.name, at, scene.facts_for(rate.applies))
            if reached is not None:
                yield WorkedExample("rates.example.cap", cap.name, reached)
                break


def _reached(scene: Scene, cap: str, at: int, facts: Facts) -> Example | None:
    """Looked for along the price curve: in the minute after one of its points, or after a day."""
    curve = price_curve(scene.pricing, scene.instant(at), facts, up_to_s=DAY_S, most_quotes=400)
    for point in curve.points[1:]:
        stay = scene.stay(at, (point.length_s // _MINUTE_S + 1) * _MINUTE_S, facts)
        if _shows(stay, cap):
            return stay
    stay = scene.stay(at, DAY_S, facts)
    return stay if _shows(stay, cap) else None


def _shows(stay: Example, cap: str) -> bool:
    lines = stay.quote.lines if stay.quote is not None else ()
    return any(line.rule == "cap" and line.name == cap and line.amount_minor < 0 for line in lines)


def _over_edges(scene: Scene) -> Iterator[WorkedExample]:
    """From an hour before a clock edge of the windows, or the day's, to an hour after it."""
    day = scene.monday * DAY_S
    charges = [charge for rate in scene.plan.rates for charge in rate.charges]
    by_day = any(one.restart.per is Per.DAY for one in charges)
    if not by_day and not any(charge.windows for charge in charges):
        return
    for edge in clock_edges(scene.plan)[:_MOST_EDGES]:
        at = day + (edge or DAY_S) - _HOUR_S
        yield WorkedExample("rates.example.over_edge", "", scene.stay(at, 2 * _HOUR_S))


def _entries(scene: Scene) -> Iterator[WorkedExample]:
    """Entering a minute before a rate's entry window, and in its first minute; leaving at the same time."""
    for rate in scene.plan.rates:
        at = _entry_of(scene, rate)
        if rate.applies.entry is None or at is None:
            continue
        exit_at = _exit_of(scene, rate, at)
        facts = scene.facts_for(rate.applies)
        for reason, entry in (("rates.example.before_entry", at - _MINUTE_S), ("rates.example.entry", at)):
            yield WorkedExample(reason, rate.name, scene.stay(entry, exit_at - entry, facts))


def _exits(scene: Scene) -> Iterator[WorkedExample]:
    """Leaving a minute before a rate's exit window, and in its first minute."""
    for rate in scene.plan.rates:
        at = _entry_of(scene, rate)
        if rate.applies.exit is None or at is None:
            continue
        exit_at = _exit_of(scene, rate, at)
        facts = scene.facts_for(rate.applies)
        for reason, leaving in (
            ("rates.example.before_exit", exit_at - _MINUTE_S),
            ("rates.example.exit", exit_at),
        ):
            if leaving > at:
                yield WorkedExample(reason, rate.name, scene.stay(at, leaving - at, facts))


def _exit_of(scene: Scene, rate: Rate, at: int) -> int:
    """The first minute of the rate's exit window after an entry, or two hours later."""
    if rate.applies.exit is not None:
        for start, end in scene.held((rate.applies.exit,)):
            if end > at:
                return start if start > at else at + _HOUR_S
    return at + min(2 * _HOUR_S, rate.applies.up_to_s or 2 * _HOUR_S)


def _days(scene: Scene) -> Iterator[WorkedExample]:
    """A whole day, and two of them."""
    for rate, charge, at in list(_priced(scene))[:1]:
        facts = scene.facts_for(rate.applies)
        for days in (1, 2):
            yield WorkedExample("rates.example.days", charge.name, scene.stay(at, days * DAY_S, facts))


def _others(scene: Scene) -> Iterator[WorkedExample]:
    """Two hours of each other class, of members and tags, and of one who lost the ticket."""
    at = scene.monday * DAY_S + _TEN_O_CLOCK_S
    for facts, name in _kinds(scene):
        yield WorkedExample("rates.example.kind", name, scene.stay(at, 2 * _HOUR_S, facts))
    for rate in scene.plan.rates:
        begin = _entry_of(scene, rate) if rate.applies.inside is not None else None
        if begin is not None:
            stay = scene.stay(begin, 2 * _HOUR_S, scene.facts_for(rate.applies))
            yield WorkedExample("rates.example.rate", rate.name, stay)
    if any(applies.lost_ticket for applies in applies_of(scene.plan)):
        lost = replace(scene.facts, lost_ticket=True)
        yield WorkedExample("rates.example.lost_ticket", "", scene.stay(at, 2 * _HOUR_S, lost))


def _kinds(scene: Scene) -> Iterator[tuple[Facts, str]]:
    base = scene.facts
    conditions = tuple(applies_of(scene.plan))
    for vehicle_class in sorted(scene.plan.classes - {base.vehicle_class}):
        yield replace(base, vehicle_class=vehicle_class), vehicle_class
    for loyalty in sorted({name for one in conditions for name in one.loyalty}):
        yield replace(base, loyalty=loyalty), loyalty
    for tags in sorted({tuple(sorted(one.tags)) for one in conditions if one.tags}):
        yield replace(base, tags=frozenset(tags)), ", ".join(tags)
