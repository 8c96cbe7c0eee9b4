"""What stands anywhere in a plan: parts with a condition, the conditions, windows, classes, holidays."""

from __future__ import annotations

from collections.abc import Iterator

from core.domain.rates.plan import EVERY_STAY, Adjustment, Applies, Cap, Extra, Free, Plan, Rate
from core.domain.rates.windows import DayKind, Window

Beside = Free | Cap | Extra | Adjustment
"""A part that may be for some rates only."""
_HOLIDAY_KINDS = frozenset({DayKind.HOLIDAY, DayKind.EVE})


def parts_beside(plan: Plan) -> tuple[tuple[str, tuple[Beside, ...]], ...]:
    """The parts beside the rates, under their keys in the document."""
    return (
        ("free", plan.free),
        ("caps", plan.caps),
        ("extras", plan.extras),
        ("adjustments", plan.adjustments),
    )


def parts_of(plan: Plan) -> tuple[tuple[str, tuple[Rate | Beside, ...]], ...]:
    """All parts that may have a condition, under their keys in the document."""
    return (("rates", plan.rates), *parts_beside(plan))


def applies_of(plan: Plan) -> Iterator[Applies]:
    """All conditions that stand in the plan."""
    for _, parts in parts_of(plan):
        yield from (part.applies for part in parts if part.applies != EVERY_STAY)


def depends_on_exit(applies: Applies) -> bool:
    """Whether what it says of a stay may change while the stay goes on."""
    limits = (applies.exit, applies.exit_days, applies.inside, applies.over_s, applies.up_to_s)
    return any(limit is not None for limit in limits)


def windows_of(plan: Plan) -> Iterator[Window]:
    """All windows that stand in the plan."""
    for rate in plan.rates:
        for charge in rate.charges:
            yield from charge.windows
    for applies in applies_of(plan):
        yield from (window for window in (applies.entry, applies.exit, applies.inside) if window is not None)


def classes_of(plan: Plan) -> frozenset[str]:
    """The vehicle classes that the plan prices: those it lists, and those that a condition names."""
    return plan.classes.union(*(applies.classes for applies in applies_of(plan)))


def speaks_of_holidays(plan: Plan) -> bool:
    """Whether holidays, or the days before them, are days of their own in this plan."""
    return any(window.days & _HOLIDAY_KINDS for window in windows_of(plan)) or any(
        cap.days & _HOLIDAY_KINDS for cap in plan.caps
    )
