"""A plan as its document: plain values that JSON and TOML can keep, prices as decimal text."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from zoneinfo import ZoneInfo

from core.domain.money import exponent
from core.domain.rates.document_amounts import (
    adjustment_document,
    cap_document,
    extra_document,
    free_document,
    number_text,
)
from core.domain.rates.document_rates import rate_document
from core.domain.rates.document_times import clock_text
from core.domain.rates.plan import DEFAULT_CLASS, FORMAT, Choose, Plan, Rounding, TimeCredit, Visits

_USUAL_ORDER = ("time", "percent", "amount")


def plan_to_document(plan: Plan) -> dict[str, object]:
    """The plan as plain values that ``plan_from_document`` reads back exactly; defaults are left out."""
    price_text = partial(amount_text, currency=plan.currency)
    parts = {
        "free": [free_document(free) for free in plan.free],
        "caps": [cap_document(cap, price_text) for cap in plan.caps],
        "extras": [extra_document(extra, price_text) for extra in plan.extras],
        "adjustments": [adjustment_document(adjustment) for adjustment in plan.adjustments],
    }
    return {
        "format": FORMAT,
        "plan_id": plan.plan_id,
        "version": plan.version,
        "name": plan.name,
        "currency": plan.currency,
        "timezone": plan.timezone,
        **_settings(plan),
        "rates": [rate_document(rate, price_text) for rate in plan.rates],
        **{key: documents for key, documents in parts.items() if documents},
    }


def amount_text(minor: Decimal, *, currency: str) -> str:
    """An amount of minor units as digits of major ones, with the currency's decimals at least."""
    decimals = exponent(currency)
    whole, _, rest = number_text(minor.scaleb(-decimals)).partition(".")
    rest = rest.ljust(decimals, "0")
    return f"{whole}.{rest}" if rest else whole


def _settings(plan: Plan) -> dict[str, object]:
    """What the plan decides otherwise than a plan that says nothing, in the order it is written."""
    settings: dict[str, object] = {}
    if plan.effective is not None:
        settings["effective"] = plan.effective.astimezone(ZoneInfo(plan.timezone)).isoformat()
    if plan.choose is not Choose.FIRST:
        settings["choose"] = str(plan.choose)
    if plan.classes != {DEFAULT_CLASS}:
        settings["classes"] = sorted(plan.classes)
    if plan.drops_seconds:
        settings["seconds"] = "drop"
    if plan.exact_counts_next:
        settings["exact_units"] = "next"
    if plan.day_begins_s:
        settings["day_begins"] = clock_text(plan.day_begins_s)
    return settings | _dates(plan) | _money(plan) | _policies(plan) | _validations(plan)


def _dates(plan: Plan) -> dict[str, object]:
    settings: dict[str, object] = {}
    if plan.holidays:
        settings["holidays"] = [day.isoformat() for day in sorted(plan.holidays)]
    if plan.holiday_calendar:
        settings["holiday_calendar"] = plan.holiday_calendar
    return settings


def _money(plan: Plan) -> dict[str, object]:
    settings: dict[str, object] = {}
    if plan.round_to_minor != 1:
        settings["round_to"] = amount_text(Decimal(plan.round_to_minor), currency=plan.currency)
    if plan.rounding is not Rounding.HALF_UP:
        settings["rounding"] = str(plan.rounding)
    if plan.tax_points:
        settings["tax_percent"] = number_text(Decimal(plan.tax_points).scaleb(-2))
    if plan.tax_on_top:
        settings["tax"] = "on_top"
    return settings


def _policies(plan: Plan) -> dict[str, object]:
    settings: dict[str, object] = {}
    if plan.cars_inside_change:
        settings["cars_inside"] = "change"
    if plan.visits is not Visits.APART:
        settings["visits"] = str(plan.visits)
    if plan.booking_overstay_alone:
        settings["booking_overstay"] = "alone"
    return settings


def _validations(plan: Plan) -> dict[str, object]:
    settings: dict[str, object] = {}
    if plan.time_credit is not TimeCredit.VALUE:
        settings["time_credit"] = str(plan.time_credit)
    if plan.credit_order != _USUAL_ORDER:
        settings["order"] = list(plan.credit_order)
    if plan.best_credit_only:
        settings["stack"] = "best"
    return {"validations": settings} if settings else {}
