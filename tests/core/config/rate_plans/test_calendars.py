from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.config.rate_plans.calendars import calendars, check_calendar, holidays_of, with_holidays
from core.domain.rates.document import PlanError
from core.domain.rates.plan import Plan

PLAN = Plan("Riverside", "EUR", "Europe/Berlin", rates=(), holidays=frozenset({date(2026, 3, 4)}))


def test_a_country_has_its_public_holidays() -> None:
    days = holidays_of("TW", 2026, 2027)
    assert {date(2026, 10, 10), date(2027, 1, 1)} <= days
    assert {day.year for day in days} <= {2026, 2027}


def test_a_part_of_a_country_has_those_of_its_own_beside() -> None:
    epiphany = date(2026, 1, 6)
    assert epiphany in holidays_of("DE-BY", 2026, 2026)
    assert epiphany not in holidays_of("DE", 2026, 2026)


def test_a_plan_has_the_dates_of_its_calendar_beside_those_it_lists() -> None:
    plan = with_holidays(replace(PLAN, holiday_calendar="DE"), 2026, 2026)
    assert {date(2026, 3, 4), date(2026, 5, 1)} <= plan.holidays
    assert with_holidays(PLAN, 2026, 2026) is PLAN


@pytest.mark.parametrize("calendar", ["XX", "TAIWAN", "tw", "DE-XX", "DE-"])
def test_a_calendar_that_nobody_keeps_is_refused(calendar: str) -> None:
    with pytest.raises(PlanError) as caught:
        check_calendar(calendar)
    assert caught.value.place == "holiday_calendar"


def test_no_calendar_has_no_holidays() -> None:
    assert holidays_of("", 2026, 2026) == frozenset()


def test_years_far_off_have_what_is_known_of_them_and_too_many_are_refused() -> None:
    assert all(day.year >= 2000 for day in holidays_of("TW", 1900, 2001))
    with pytest.raises(ValueError, match="more than 50 years"):
        holidays_of("TW", 2000, 2100)


def test_every_calendar_that_is_listed_can_be_named() -> None:
    names = list(calendars())
    assert {"TW", "DE", "DE-BY", "GB-ENG"} <= set(names)
    for name in names:
        check_calendar(name)
