"""Checks a rate plan before it goes live: what cannot be meant, what surprises, what is missing.

Each kind of remark has its module in ``core.domain.rates.checks``; ``console.words`` has their words.
"""

from __future__ import annotations

from datetime import datetime

from core.domain.rates.checks.calendar_days import calendar_days
from core.domain.rates.checks.coverage import coverage
from core.domain.rates.checks.falls import falls
from core.domain.rates.checks.figures import figures, unsound
from core.domain.rates.checks.names import names
from core.domain.rates.checks.reach import reach
from core.domain.rates.checks.remarks import Example, Place, Remark, Severity
from core.domain.rates.checks.scene import Scene
from core.domain.rates.plan import Plan

__all__ = ["Example", "Place", "Remark", "Severity", "check", "stops"]

_ORDER = tuple(Severity)


def check(plan: Plan, *, now: datetime | None = None) -> tuple[Remark, ...]:
    """The remarks about a plan, those that stop it first.

    Examples lie in a usual week after ``now`` (aware) and after the plan's effective instant. A plan
    whose figures keep it from being priced is not looked at further.
    """
    broken = tuple(unsound(plan))
    if broken:
        return broken
    scene = Scene(plan, now)
    remarks = [
        remark for kind in (figures, names, reach, coverage, calendar_days, falls) for remark in kind(scene)
    ]
    return tuple(sorted(remarks, key=lambda remark: _ORDER.index(remark.severity)))


def stops(remarks: tuple[Remark, ...]) -> bool:
    """Whether one of the remarks keeps the plan from going live."""
    return any(remark.severity is Severity.STOPS for remark in remarks)
