"""Rates with their charges, as the document writes them."""

from __future__ import annotations

from collections.abc import Iterator

from core.domain.rates.document_applies import applies_document, applies_of
from core.domain.rates.document_steps import PriceText, steps_document, steps_of
from core.domain.rates.document_table import PlanError, Table
from core.domain.rates.document_times import clock_text, length_text, period_of, period_text, seconds_of_day
from core.domain.rates.document_windows import WINDOW_KEYS, charged_windows, window_document
from core.domain.rates.plan import LEAST_PERIOD_S, STAY, Charge, Covers, Rate

MOST_RATES = 100
MOST_CHARGES = 100
ONLY_RATE = "Standard"
_RATE_KEYS = ("name", "exclusive", "units_at_edges", "applies", "covers", "charges")
_CHARGE_KEYS = (
    "name", *WINDOW_KEYS, "windows", "restart", "count", "unfinished", "repeat_last", "free", "steps",
)  # fmt: skip


def rates_of(table: Table) -> tuple[Rate, ...]:
    """The rates under ``rates``, of which there must be one."""
    opened = list(table.tables("rates", _RATE_KEYS, most=MOST_RATES, form="[[rates]]"))
    if not opened:
        raise table.fault("rates", "expected at least one rate, as a table headed [[rates]]")
    rates: list[Rate] = []
    for each in opened:
        name = each.text("name", ONLY_RATE if len(opened) == 1 else None)
        if name in {rate.name for rate in rates}:
            raise each.fault("name", f'there is a rate named "{name}" before, expected another name')
        rates.append(_rate(each, name))
    return tuple(rates)


def rate_document(rate: Rate, price_text: PriceText) -> dict[str, object]:
    """The rate as plain values; what says nothing is left out."""
    document: dict[str, object] = {"name": rate.name}
    if rate.exclusive:
        document["exclusive"] = True
    if rate.units_run_on:
        document["units_at_edges"] = "run_on"
    if applies := applies_document(rate.applies):
        document["applies"] = applies
    if rate.covers is not None:
        until_s, length_s = rate.covers.until_s, rate.covers.length_s
        document["covers"] = (
            {"until": clock_text(until_s)} if until_s is not None else {"for": length_text(length_s or 0)}
        )
    document["charges"] = [_charge_document(charge, price_text) for charge in rate.charges]
    return document


def _rate(table: Table, name: str) -> Rate:
    return Rate(
        name=name,
        charges=tuple(_charges(table, name)),
        applies=applies_of(table),
        exclusive=table.flag("exclusive"),
        covers=_covers(table),
        units_run_on=table.choice("units_at_edges", {"cut": False, "run_on": True}, default=False),
    )


def _covers(table: Table) -> Covers | None:
    opened = table.opened("covers", ("for", "until"), form='{ for = "12 h" }')
    if opened is None:
        return None
    covers = Covers(opened.seconds("for"), opened.read("until", seconds_of_day, None))
    if (covers.length_s is None) == (covers.until_s is None):
        raise PlanError(opened.path, 'expected either "for" or "until", like { for = "12 h" }')
    if covers.length_s is not None and covers.length_s < LEAST_PERIOD_S:
        raise opened.fault("for", f"expected at least {LEAST_PERIOD_S // 60} min")
    return covers


def _charges(table: Table, rate_name: str) -> Iterator[Charge]:
    opened = list(table.tables("charges", _CHARGE_KEYS, most=MOST_CHARGES, form="[[rates.charges]]"))
    if not opened:
        raise table.fault("charges", "expected at least one charge, as a table headed [[rates.charges]]")
    seen: set[str] = set()
    for each in opened:
        name = each.text("name", rate_name if len(opened) == 1 else None)
        if name in seen:
            raise each.fault("name", f'this rate has a charge named "{name}" before, expected another name')
        seen.add(name)
        yield _charge(each, name)


def _charge(table: Table, name: str) -> Charge:
    is_free = table.flag("free")
    if is_free and "steps" in table:
        raise table.fault("steps", 'expected either "steps" or free = true, not both')
    if not is_free and "steps" not in table:
        raise table.fault("steps", 'the price is missing: expected "steps", or free = true')
    steps = () if is_free else steps_of(table)
    return Charge(
        name=name,
        steps=steps,
        windows=charged_windows(table),
        restart=table.read("restart", period_of, STAY),
        counts_elapsed=table.choice("count", {"charged": False, "elapsed": True}, default=False),
        unfinished_free=table.choice("unfinished", {"charged": False, "free": True}, default=False),
        repeat_last=table.whole("repeat_last", 1, least=1, most=max(1, len(steps))),
    )


def _charge_document(charge: Charge, price_text: PriceText) -> dict[str, object]:
    document: dict[str, object] = {"name": charge.name}
    if len(charge.windows) == 1:
        document |= window_document(charge.windows[0])
    elif charge.windows:
        document["windows"] = [window_document(window) for window in charge.windows]
    if charge.restart != STAY:
        document["restart"] = period_text(charge.restart)
    if charge.counts_elapsed:
        document["count"] = "elapsed"
    if charge.unfinished_free:
        document["unfinished"] = "free"
    if charge.repeat_last != 1:
        document["repeat_last"] = charge.repeat_last
    if charge.steps:
        return document | {"steps": steps_document(charge.steps, price_text)}
    return document | {"free": True}
