"""What follows from a plan: its curve, its week, its examples and the check's remarks. No Qt; not for the
GUI thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from console.screens.rates.seen import Seen
from core.config.rate_plans.calendars import with_holidays
from core.domain.errors import BadInput
from core.domain.rates.checking import Remark, check, stops
from core.domain.rates.comparing import PriceDifference, price_differences
from core.domain.rates.curve import Curve, price_curve
from core.domain.rates.document import PlanError
from core.domain.rates.examples import WorkedExample, worked_examples
from core.domain.rates.plan import Plan
from core.domain.rates.pricing import Pricing
from core.domain.rates.week_map import WeekCell, week_map

YEARS_AHEAD = 2
HOUR_S = 3600
CELL_MINUTES, SHORT_CELL_MINUTES = 60, 30


@dataclass(frozen=True, slots=True)
class Outlook:
    """What follows from ``plan`` for the stay that is looked at.

    ``curve`` and the rest are None or empty where the plan cannot be priced; the remarks, or the reason
    code ``refusal``, say why. ``before`` is the curve of the plan in force, ``dearest`` the stays that
    the two price most differently.
    """

    plan: Plan
    remarks: tuple[Remark, ...] = ()
    curve: Curve | None = None
    before: Curve | None = None
    week: tuple[WeekCell, ...] = ()
    cell_minutes: int = CELL_MINUTES
    examples: tuple[WorkedExample, ...] = ()
    dearest: tuple[PriceDifference, ...] = ()
    refusal: str = ""


def outlook(plan: Plan, seen: Seen, now: datetime, in_force: Plan | None) -> Outlook:
    """Reckon all of it; a plan that the check stops is not priced."""
    whole = with_calendar(plan, now)
    remarks = check(whole, now=now)
    if stops(remarks):
        return Outlook(plan, remarks)
    try:
        priced = _priced(Outlook(plan, remarks), whole, seen, now)
    except BadInput as error:
        return Outlook(plan, remarks, refusal=error.code)
    return _compared(priced, whole, in_force, seen, now) if in_force is not None else priced


def with_calendar(plan: Plan, now: datetime) -> Plan:
    """The plan with the holidays of its calendar around now; without them where nobody keeps it."""
    try:
        return with_holidays(plan, now.year, now.year + YEARS_AHEAD)
    except PlanError:
        return plan


def _priced(made: Outlook, whole: Plan, seen: Seen, now: datetime) -> Outlook:
    pricing, entry, facts = Pricing(whole), seen.entry(whole, now), seen.facts(whole, now)
    minutes = _cell_minutes(whole)
    return replace(
        made,
        curve=price_curve(pricing, entry, facts, up_to_s=seen.longest_s),
        week=week_map(pricing, _monday(whole, now), facts, cell_minutes=minutes),
        cell_minutes=minutes,
        examples=worked_examples(whole, now=now),
    )


def _compared(made: Outlook, whole: Plan, in_force: Plan, seen: Seen, now: datetime) -> Outlook:
    """With the plan in force beside it, where that can price the same stay."""
    earlier = with_calendar(in_force, now)
    before, entry, facts = Pricing(earlier), seen.entry(earlier, now), seen.facts(earlier, now)
    try:
        curve = price_curve(before, entry, facts, up_to_s=seen.longest_s)
    except BadInput:
        return made
    dearest = price_differences(before, Pricing(whole), _monday(whole, now), facts)
    return replace(made, before=curve, dearest=dearest)


def _monday(plan: Plan, now: datetime) -> date:
    """The next Monday on the plan's clock."""
    today = now.astimezone(ZoneInfo(plan.timezone)).date()
    return today + timedelta(days=-today.weekday() % 7)


def _cell_minutes(plan: Plan) -> int:
    """Whole hours, or half ones where a window of the plan begins or ends at one."""
    edges = {
        edge
        for rate in plan.rates
        for charge in rate.charges
        for window in charge.windows
        for edge in (window.start_s, window.end_s)
    }
    return CELL_MINUTES if all(edge % HOUR_S == 0 for edge in edges) else SHORT_CELL_MINUTES
