"""The clock that runs again after a permit: what was paid for is not charged twice, and caps hold."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.domain.rates.document import plan_from_document
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Span

NINE = datetime(2026, 5, 11, 7, 0, tzinfo=UTC)  # nine o'clock in Berlin
HOURLY = [{"charges": [{"steps": [{"each": "1 h", "price": "2.00"}]}]}]


def _plan(**keys: Any) -> Pricing:
    document = {"format": "rate-plan/1", "name": "Sign", "currency": "EUR", "timezone": "Europe/Berlin"}
    return Pricing(plan_from_document(document | {"rates": HOURLY} | keys))


def _paid_then(plan: Pricing, *hours: float) -> list[int]:
    """What is due each time the driver pays, at these hours after the entry, with a quarter to leave."""
    dues: list[int] = []
    paid: list[tuple[datetime, datetime]] = []
    for at in hours:
        now = NINE + timedelta(hours=at)
        if paid:
            begins = paid[-1][1] + timedelta(minutes=15)
            span = Span(begins, now, restarted=True, cap_from=NINE, paid=tuple(paid))
        else:
            span = Span(NINE, now)
        dues.append(plan.quote(span).total_minor)
        paid.append((span.entry, span.exit))
    return dues


def test_a_discount_of_what_is_left_holds_after_a_permit_too() -> None:
    plan = _plan(adjustments=[{"name": "Members", "percent": -50, "of": "rest"}])
    assert _paid_then(plan, 2, 4.25) == [200, 200]


def test_where_exact_hours_begin_the_next_what_was_paid_at_one_counts_in_full_for_the_cap() -> None:
    plan = _plan(exact_units="next", caps=[{"at_most": "10.00", "per": "day"}])
    assert _paid_then(plan, 2, 9) == [600, 400]


@pytest.mark.parametrize(
    "caps",
    [
        [{"at_least": "5.00", "at_most": "9.00", "per": "day"}],
        [{"at_least": "5.00", "per": "day"}, {"at_most": "9.00", "per": "day"}],
        [{"at_most": "9.00", "per": "day"}, {"at_least": "5.00", "per": "day"}],
        [{"at_least": "5.00"}, {"at_most": "9.00", "per": "24 h"}],
    ],
)
def test_what_a_minimum_added_counts_for_the_maximum(caps: list[dict[str, str]]) -> None:
    assert _paid_then(_plan(caps=caps), 1, 10) == [500, 400]
    assert _paid_then(_plan(caps=caps), 1, 2.25, 10) == [500, 200, 200]


def test_a_minimum_is_added_once_however_often_the_driver_pays() -> None:
    assert _paid_then(_plan(caps=[{"at_least": "5.00", "per": "day"}]), 1, 2.25, 3.5) == [500, 200, 200]
