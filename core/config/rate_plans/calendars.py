"""Public holidays by calendar, from the ``holidays`` package: the only module that imports it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

import holidays

from core.domain.rates.document import PlanError
from core.domain.rates.document_times import FIRST_YEAR, LAST_YEAR
from core.domain.rates.plan import Plan

MOST_YEARS = 50
_KEY = ("holiday_calendar",)


def check_calendar(calendar: str) -> None:
    """Refuse the name of a calendar that nobody keeps (PlanError); an empty one stands for none."""
    country, dash, part = calendar.partition("-")
    if not calendar:
        return
    parts = _countries().get(country)
    if parts is None:
        near = get_close_matches(country, _countries(), n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else 'expected a country like "TW" or "DE-BY"'
        raise PlanError(_KEY, f'there is no holiday calendar "{country}"; {hint}')
    if dash and part not in parts:
        known = f"its parts are {', '.join(parts)}" if parts else "it has no parts"
        raise PlanError(_KEY, f'the holiday calendar "{country}" has no part "{part}"; {known}')


def holidays_of(calendar: str, first_year: int, last_year: int) -> frozenset[date]:
    """The public holidays of a calendar in these years, both included; PlanError for an unknown calendar."""
    check_calendar(calendar)
    first, last = max(first_year, FIRST_YEAR), min(last_year, LAST_YEAR)
    if last - first >= MOST_YEARS:
        raise ValueError(f"holidays of more than {MOST_YEARS} years were asked for")
    return frozenset().union(*(_year(calendar, year) for year in range(first, last + 1) if calendar))


def with_holidays(plan: Plan, first_year: int, last_year: int) -> Plan:
    """The plan with the dates of its calendar in these years beside those it lists itself."""
    dates = holidays_of(plan.holiday_calendar, first_year, last_year)
    return replace(plan, holidays=plan.holidays | dates) if dates else plan


def calendars() -> Iterable[str]:
    """The names of all calendars, the parts of countries included, in alphabetical order."""
    return sorted(
        name
        for country, parts in _countries().items()
        for name in (country, *(f"{country}-{part}" for part in parts))
    )


@lru_cache(maxsize=512)
def _year(calendar: str, year: int) -> frozenset[date]:
    country, _, part = calendar.partition("-")
    return frozenset(holidays.country_holidays(country, subdiv=part or None, years=year))


@lru_cache(maxsize=1)
def _countries() -> dict[str, list[str]]:
    return dict(holidays.list_supported_countries(include_aliases=False))
