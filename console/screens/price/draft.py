"""A price as typed, before it is a rate plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from core.domain.rates.quote import Span
from core.domain.rates.step_plan import StepPlan

PLAN_ID = "standard"
EXAMPLE_MINUTES = (30, 60, 61, 180, 24 * 60)
_EXAMPLE_ENTRY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class PriceDraft:
    """The price as the sentence says it; amounts in minor units, ``cap_minor`` None is no cap."""

    free_minutes: int = 15
    first_minutes: int = 60
    first_minor: int = 0
    step_minutes: int = 30
    step_minor: int = 0
    cap_minor: int | None = None

    def plan(self, currency: str, plan_id: str = PLAN_ID) -> StepPlan:
        """The plan's first version; BadInput naming the figure that is wrong."""
        return StepPlan(
            plan_id=plan_id,
            version=1,
            currency=currency,
            free_minutes=self.free_minutes,
            first_minutes=self.first_minutes,
            first_minor=self.first_minor,
            step_minutes=self.step_minutes,
            step_minor=self.step_minor,
            cap_minor=self.cap_minor,
        )


def draft_of(plan: StepPlan) -> PriceDraft:
    """The plan as the sentence says it."""
    return PriceDraft(
        free_minutes=plan.free_minutes,
        first_minutes=plan.first_minutes,
        first_minor=plan.first_minor,
        step_minutes=plan.step_minutes,
        step_minor=plan.step_minor,
        cap_minor=plan.cap_minor,
    )


def example_totals(plan: StepPlan) -> list[tuple[int, int]]:
    """What stays of some lengths cost: minutes and minor units."""
    totals = []
    for minutes in EXAMPLE_MINUTES:
        quote = plan.quote(Span(_EXAMPLE_ENTRY, _EXAMPLE_ENTRY + timedelta(minutes=minutes)))
        totals.append((minutes, quote.total_minor))
    return totals
