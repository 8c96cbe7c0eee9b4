"""The adjustments of a plan that apply to a stay, and what they make of an amount."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from core.domain.rates.applying import Stay, applies_to, is_for
from core.domain.rates.bill import Entry
from core.domain.rates.plan import Adjustment, Adjusts, Plan


def adjustments_of(plan: Plan, of: Adjusts, stay: Stay, rate: str) -> Iterator[Adjustment]:
    """The adjustments of that kind, in their order."""
    for one in plan.adjustments:
        if one.of is of and is_for(one.rates, rate) and applies_to(one.applies, stay):
            yield one


def adjustment_entries(
    plan: Plan, of: Adjusts, stay: Stay, rate: str, due: int | Fraction
) -> Iterator[Entry]:
    """What they add to the amount, or take off it, one upon the other."""
    for one in adjustments_of(plan, of, stay, rate):
        amount = Fraction(due) * (Fraction(one.factor) - 1)
        due += amount
        yield Entry("adjustment", stay.entry_s, stay.exit_s, amount, name=one.name, factor=str(one.factor))
