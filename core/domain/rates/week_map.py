"""A week's heat map: what an hour costs that begins at each time of the week, and which charge takes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.domain.errors import BadInput
from core.domain.rates.facts import NO_FACTS, Facts
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Quote, Span

_HOUR = timedelta(hours=1)
_DAY_MINUTES = 24 * 60
_NOT_A_CHARGE = frozenset({"cap", "minimum", "extra", "adjustment", "rounding", "free", "taken_off"})


@dataclass(frozen=True, slots=True)
class WeekCell:
    """A time of the week: ``weekday`` 0 Monday, ``start_minute`` of its local day.

    ``hour_minor``: what a stay of an hour costs that enters here; ``further_minor``: by how much the hour
    makes a stay dearer that began two hours before; None: no rate prices it. ``charge`` takes the hour's
    begin (empty: none does), by the rate ``rate``.
    """

    weekday: int
    start_minute: int
    hour_minor: int | None
    further_minor: int | None
    charge: str
    rate: str


def week_map(
    pricing: Pricing, monday: date, facts: Facts = NO_FACTS, *, cell_minutes: int = 60
) -> tuple[WeekCell, ...]:
    """The cells of the week that begins on a Monday, in order of time; ``cell_minutes`` divides a day."""
    if monday.weekday() != 0 or _DAY_MINUTES % cell_minutes:
        raise ValueError(f"a week from {monday} in cells of {cell_minutes} min cannot be drawn")
    zone = ZoneInfo(pricing.plan.timezone)
    return tuple(
        _cell(
            pricing, datetime.combine(monday + timedelta(days=weekday), time(), zone), weekday, minute, facts
        )
        for weekday in range(7)
        for minute in range(0, _DAY_MINUTES, cell_minutes)
    )


def _cell(pricing: Pricing, midnight: datetime, weekday: int, minute: int, facts: Facts) -> WeekCell:
    start = (midnight + timedelta(minutes=minute)).astimezone(UTC)
    hour = _quote(pricing, start, start + _HOUR, facts)
    before = _quote(pricing, start - 2 * _HOUR, start, facts)
    longer = _quote(pricing, start - 2 * _HOUR, start + _HOUR, facts)
    further = longer.total_minor - before.total_minor if longer and before else None
    charge = _charge_at(longer, start) or _charge_at(hour, start)
    return WeekCell(
        weekday,
        minute,
        hour.total_minor if hour else None,
        further,
        charge,
        hour.rate if hour else "",
    )


def _quote(pricing: Pricing, entry: datetime, exit_at: datetime, facts: Facts) -> Quote | None:
    try:
        return pricing.quote(Span(entry, exit_at, facts))
    except BadInput as error:
        if error.code == "rates.no_rate":
            return None
        raise


def _charge_at(quote: Quote | None, at: datetime) -> str:
    """The charge whose line covers the instant."""
    for line in quote.lines if quote is not None else ():
        if line.rule not in _NOT_A_CHARGE and line.start <= at < line.end:
            return line.name
    return ""
