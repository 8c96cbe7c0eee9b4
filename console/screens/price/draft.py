"""A price as typed, before it is a rate plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from core.domain.money import exponent
from core.domain.rates.plan import Plan
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Span
from core.domain.rates.simple import simple_plan

PLAN_ID = "standard"
EXAMPLE_MINUTES = (30, 60, 61, 180, 24 * 60)
# What a first hour in a lot in town costs there, in whole units: a figure to change, not to live by.
USUAL_FIRST_HOUR = {
    "TWD": 40, "EUR": 2, "USD": 2, "GBP": 2, "JPY": 400, "CNY": 10, "SGD": 2, "HKD": 20, "AUD": 4, "CAD": 4,
    "CHF": 2, "THB": 40, "KRW": 3000, "MYR": 4, "BRL": 10, "CZK": 40, "PLN": 6, "SEK": 30, "NOK": 40,
    "DKK": 30, "INR": 40, "NZD": 4, "VND": 20_000, "IDR": 10_000, "PHP": 50, "MXN": 30, "ZAR": 20, "TRY": 60,
    "AED": 10, "RON": 10,
}  # fmt: skip
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

    def plan(self, currency: str, timezone: str = "UTC") -> Plan:
        """The plan's first version, for a lot in that zone; BadInput naming the figure that is wrong."""
        return simple_plan(
            PLAN_ID,
            1,
            currency,
            timezone=timezone,
            free_minutes=self.free_minutes,
            first_minutes=self.first_minutes,
            first_minor=self.first_minor,
            step_minutes=self.step_minutes,
            step_minor=self.step_minor,
            cap_minor=self.cap_minor,
        )


def usual_price(currency: str) -> PriceDraft:
    """What stands in the sentence before anyone types: half an hour more costs half of the first hour."""
    first_minor = USUAL_FIRST_HOUR[currency] * 10 ** exponent(currency)
    return PriceDraft(first_minor=first_minor, step_minor=first_minor // 2)


def example_totals(plan: Plan) -> list[tuple[int, int]]:
    """What stays of some lengths cost: minutes and minor units."""
    totals, pricing = [], Pricing(plan)
    for minutes in EXAMPLE_MINUTES:
        quote = pricing.quote(Span(_EXAMPLE_ENTRY, _EXAMPLE_ENTRY + timedelta(minutes=minutes)))
        totals.append((minutes, quote.total_minor))
    return totals
