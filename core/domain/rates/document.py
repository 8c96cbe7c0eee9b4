"""The document of a rate plan: plain values, as TOML and JSON give them, to a Plan and back.

Prices are decimal numbers of major units, or texts of such; a float counts as the digits it is written
with (2.5), never as its binary value. docs/rate-plan.md explains every key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo, available_timezones

from core.domain.money import exponent
from core.domain.rates.document_amounts import adjustments_of, caps_of, extras_of, free_of
from core.domain.rates.document_rates import rates_of
from core.domain.rates.document_table import PlanError, Table, meant, one_of, shown
from core.domain.rates.document_times import FIRST_YEAR, LAST_YEAR, NotTime, date_of, seconds_of_day
from core.domain.rates.document_writing import plan_to_document
from core.domain.rates.plan import (
    DEFAULT_CLASS,
    FORMAT,
    Adjustment,
    Cap,
    Choose,
    Extra,
    Free,
    Plan,
    Rate,
    Rounding,
    TimeCredit,
    Visits,
)
from core.domain.rates.steps_document import STEPS_FORMAT, plan_from_steps

__all__ = ["PlanError", "plan_from_document", "plan_to_document"]

PLAN_KEYS = (
    "format", "plan_id", "version", "name", "currency", "timezone", "effective", "choose", "classes",
    "seconds", "exact_units", "day_begins", "holidays", "holiday_calendar", "round_to", "rounding",
    "tax_percent", "tax", "cars_inside", "visits", "booking_overstay", "validations", "rates", "free", "caps",
    "extras", "adjustments",
)  # fmt: skip
FORMATS = (FORMAT, STEPS_FORMAT)
MOST_HOLIDAYS = 5000
LATEST_VERSION = 1_000_000_000
_CREDITS = ("time", "percent", "amount")
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
_CALENDAR = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,10})?", re.ASCII)


def plan_from_document(values: Mapping[str, object]) -> Plan:
    """The plan of a document, of this format or of the older ``steps/1``; raises PlanError."""
    if not isinstance(values, Mapping):
        raise PlanError((), f"expected a table of keys, found {shown(values)}")
    named = values.get("format")
    if named is None:
        raise PlanError(("format",), f'"format" is missing, expected format = "{FORMAT}"')
    if named not in FORMATS:
        raise PlanError(("format",), f"{shown(named)} is no format known here, expected {one_of(FORMATS)}")
    return plan_from_steps(values) if named == STEPS_FORMAT else _plan(values)


def _plan(values: Mapping[str, object]) -> Plan:
    currency = _currency(Table(values, (), PLAN_KEYS))
    table = Table(values, (), PLAN_KEYS, exponent=exponent(currency))
    zone = _zone(table)
    rates = rates_of(table)
    names = [rate.name for rate in rates]
    free, caps = tuple(free_of(table, names)), tuple(caps_of(table, rates))
    extras, adjustments = tuple(extras_of(table, names)), tuple(adjustments_of(table, names))
    parts: tuple[Rate | Free | Cap | Extra | Adjustment, ...] = (*rates, *free, *caps, *extras, *adjustments)
    validations = table.opened("validations", ("time_credit", "order", "stack")) or Table({}, (), ())
    return Plan(
        name=table.text("name"),
        currency=currency,
        timezone=zone.key,
        rates=rates,
        plan_id=table.text("plan_id", "standard"),
        version=table.whole("version", 1, least=1, most=LATEST_VERSION),
        effective=_effective(table, zone),
        choose=table.choice("choose", {each.value: each for each in Choose}, Choose.FIRST),
        classes=frozenset(table.names("classes", [DEFAULT_CLASS])).union(
            *(part.applies.classes for part in parts)
        ),
        free=free,
        caps=caps,
        extras=extras,
        adjustments=adjustments,
        holidays=frozenset(_holidays(table)),
        holiday_calendar=_calendar(table),
        drops_seconds=table.choice("seconds", {"count": False, "drop": True}, default=False),
        exact_counts_next=table.choice("exact_units", {"end": False, "next": True}, default=False),
        day_begins_s=table.read("day_begins", _before_midnight, 0),
        round_to_minor=_round_to(table),
        rounding=table.choice("rounding", {each.value: each for each in Rounding}, Rounding.HALF_UP),
        tax_points=_tax_points(table),
        tax_on_top=table.choice("tax", {"inside": False, "on_top": True}, default=False),
        visits=table.choice("visits", {each.value: each for each in Visits}, Visits.APART),
        time_credit=validations.choice(
            "time_credit", {each.value: each for each in TimeCredit}, TimeCredit.VALUE
        ),
        credit_order=_credit_order(validations),
        best_credit_only=validations.choice("stack", {"all": False, "best": True}, default=False),
        booking_overstay_alone=table.choice(
            "booking_overstay", {"whole_stay": False, "alone": True}, default=False
        ),
        cars_inside_change=table.choice("cars_inside", {"keep": False, "change": True}, default=False),
    )


def _currency(table: Table) -> str:
    currency = table.text("currency")
    if not _CURRENCY.fullmatch(currency):
        raise table.fault("currency", f'expected three capital letters like "EUR", found {shown(currency)}')
    return currency


def _zone(table: Table) -> ZoneInfo:
    name = table.text("timezone")
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:  # ZoneInfoNotFoundError is a KeyError
        raise table.fault("timezone", f"{shown(name)} is no time zone; {_meant_zone(name)}") from error


def _meant_zone(name: str) -> str:
    """The zone that may have been meant, by its whole name or its city's."""
    zones = available_timezones()
    by_city = {zone.rpartition("/")[2].lower(): zone for zone in zones}
    hint = meant(by_city.get(name.lower(), name), zones)
    return hint if hint.startswith("did you") else 'expected a name like "Europe/Berlin" or "Asia/Taipei"'


def _effective(table: Table, zone: ZoneInfo) -> datetime | None:
    """The instant from which the plan is in force; without an offset it is local in the plan's zone."""
    if "effective" not in table:
        return None
    value = table.values["effective"]
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            value = None
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if not isinstance(value, datetime) or not FIRST_YEAR <= value.year <= LAST_YEAR:
        expected = "expected an instant like 2026-06-01T00:00:00+02:00"
        raise table.fault("effective", f"{expected}, found {shown(table.values['effective'])}")
    return (value if value.tzinfo else value.replace(tzinfo=zone)).astimezone(UTC)


def _holidays(table: Table) -> Iterator[date]:
    listed = table.values.get("holidays", ())
    if not isinstance(listed, list | tuple) or len(listed) > MOST_HOLIDAYS:
        raise table.fault("holidays", f"expected a list of at most {MOST_HOLIDAYS} dates, like [2026-12-25]")
    for index, value in enumerate(listed):
        try:
            yield date_of(value)
        except NotTime as error:
            raise PlanError(("holidays", index), f"{error}, found {shown(value)}") from error


def _calendar(table: Table) -> str:
    name = table.text("holiday_calendar", "")
    if name and not _CALENDAR.fullmatch(name):
        problem = 'expected a country like "TW", or one with its part like "DE-BY"'
        raise table.fault("holiday_calendar", f"{problem}, found {shown(name)}")
    return name


def _before_midnight(value: object) -> int:
    return seconds_of_day(value, latest="23:59:59")


def _round_to(table: Table) -> int:
    if "round_to" not in table:
        return 1
    step = table.price("round_to")
    if step < 1 or step != step.to_integral_value():
        raise table.fault(
            "round_to", "expected a whole number of the currency's smallest units, at least one"
        )
    return int(step)


def _tax_points(table: Table) -> int | Decimal:
    if "tax_percent" not in table:
        return 0
    points = table.number("tax_percent", most=Decimal(100)).scaleb(2)
    if points != points.quantize(Decimal("0.01")):
        raise table.fault("tax_percent", "expected a number with at most 4 decimals, like 19 or 18.375")
    return int(points) if points == points.to_integral_value() else points.normalize()


def _credit_order(table: Table) -> tuple[str, ...]:
    order = table.names("order", _CREDITS, known=_CREDITS)
    if len(order) < len(_CREDITS):
        raise table.fault("order", f"expected each of {', '.join(_CREDITS)} once, found {', '.join(order)}")
    return tuple(order)
