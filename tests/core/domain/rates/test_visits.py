"""Minutes parked on earlier visits count as the plan says, whatever time of day they were parked at."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from core.domain.rates.facts import Facts
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Quote, Span
from tests.core.domain.rates.plan_files import plan_from_toml

PLAN = """
format = "rate-plan/1"
name = "Day park"
currency = "EUR"
timezone = "UTC"
visits = "{visits}"
[[rates]]
name = "Standard"
[[rates.charges]]
name = "Day"
from = "08:00"
to = "20:00"
restart = "day"
steps = [{{ for = "1 h", price = 3.00 }}, {{ each = "1 h", price = 1.00 }}]
[[rates.charges]]
name = "Night"
free = true
[[free]]
up_to = "{free}"
[[caps]]
at_most = 5.00
per = "day"
"""


def _quote(visits: str, prior_minutes: int, entry: str, exit_at: str, *, free: str = "1 s") -> Quote:
    pricing = Pricing(plan_from_toml(PLAN.format(visits=visits, free=free)))
    first, last = (datetime.fromisoformat(f"2026-05-13T{at}").replace(tzinfo=UTC) for at in (entry, exit_at))
    return pricing.quote(Span(first, last, Facts(prior_minutes=prior_minutes)))


@pytest.mark.parametrize(
    ("visits", "prior_minutes", "entry", "exit_at", "due_minor"),
    [
        # Each for itself: an hour is an hour.
        ("apart", 60, "08:00", "09:00", 300),
        # The second hour is the ladder's second hour, also where the first was parked at night.
        ("continue", 60, "08:00", "09:00", 100),
        ("continue", 60, "07:00", "09:00", 100),
        # The first hour was paid for half an hour of it.
        ("continue", 30, "08:00", "08:30", 0),
        # The day's maximum was reached before.
        ("continue", 600, "10:00", "12:00", 0),
        ("sum", 60, "08:00", "09:00", 400),
        ("sum", 150, "10:00", "11:30", 500),
        # The ladder begins anew, but the maximum counts the hour before.
        ("caps", 60, "08:00", "09:00", 200),
        ("caps", 600, "10:00", "12:00", 0),
    ],
)
def test_minutes_of_the_day_count_as_the_plan_says(
    visits: str, prior_minutes: int, entry: str, exit_at: str, due_minor: int
) -> None:
    assert _quote(visits, prior_minutes, entry, exit_at).total_minor == due_minor


def test_the_bill_says_how_long_was_parked_before() -> None:
    line = _quote("continue", 60, "08:00", "09:00").lines[-1]
    assert (line.rule, line.unit_minutes, line.amount_minor) == ("visits", 60, 0)


def test_free_minutes_are_for_all_visits_together_where_they_are_added_up() -> None:
    assert _quote("continue", 5, "08:00", "08:10", free="15 min").total_minor == 0
    assert _quote("sum", 10, "08:00", "08:10", free="15 min").total_minor == 300
    assert _quote("apart", 10, "08:00", "08:10", free="15 min").total_minor == 0
