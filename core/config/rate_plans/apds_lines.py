"""The steps of a charge as APDS rate lines.

Tiers of APDS are added up, and are not repeated: a table of totals becomes the differences from line to
line, a last block that repeats an increment without an end.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from core.config.rate_plans.apds_times import duration_text, offset_text
from core.domain.money import exponent
from core.domain.rates.plan import Charge, Step

_MOST_DECIMALS = 9


def amount(minor: Decimal, currency: str) -> int | float:
    """Minor units as the number of major units that JSON holds."""
    major = minor.scaleb(-exponent(currency))
    return int(major) if major == major.to_integral_value() else float(major)


def lines_of(charge: Charge, currency: str, note: Callable[..., None]) -> list[dict[str, Any]] | None:
    """The lines, or None where they would not charge what the steps do; a free charge is one line of 0."""
    if not charge.steps:
        return [_line(1, "flatRate", 0, usageCondition="once")]
    if charge.unfinished_free:
        note(("unfinished",), "apds.unfinished", charge=charge.name)
        return None
    if charge.repeat_last > 1 and charge.steps[-1].length_s is not None:
        note(("repeat_last",), "apds.repeat", charge=charge.name, steps=charge.repeat_last)
        return None
    if not charge.repeat_last and charge.steps[-1].length_s is not None:
        note(("repeat_last",), "apds.ends", charge=charge.name)
    lines: list[dict[str, Any]] = []
    reached_s, total = 0, Decimal(0)
    for number, step in enumerate(charge.steps):
        price = _price(step, total)
        start = offset_text(reached_s)
        end_s = None if step.length_s is None else reached_s + step.length_s
        end = None if end_s is None else offset_text(end_s)
        if price is None or start is None or (end_s is not None and end is None) or price < 0:
            note(("steps", number), "apds.step", charge=charge.name, step=number + 1)
            return None
        is_last = number + 1 == len(charge.steps)
        line = _of_step(step, is_repeated=is_last and bool(charge.repeat_last) and not step.is_total)
        _say_what_changes(step, line, number, note)
        line |= {"sequence": number + 1, "value": amount(price, currency), "durationStart": start}
        if end is not None and not line.pop("endless"):
            line["durationEnd"] = end
        line.pop("endless", None)
        lines.append(line)
        total = step.price_minor if step.is_total else total + _in_all(step, price)
        reached_s = end_s or reached_s
    return lines


def _price(step: Step, total_before: Decimal) -> Decimal | None:
    """What the line asks: of a band what it adds; of a price in proportion that of one unit, where it is
    a decimal number; None where it is not."""
    if step.is_total:
        return step.price_minor - total_before
    if step.each_s is None or step.per_s is None:
        return step.price_minor
    price = step.price_minor * step.each_s / step.per_s
    rounded = round(price, _MOST_DECIMALS)
    return rounded if rounded * step.per_s == step.price_minor * step.each_s else None


def _in_all(step: Step, unit_minor: Decimal) -> Decimal:
    """What the step costs once it is gone through."""
    if step.each_s is None or step.length_s is None:
        return unit_minor
    return unit_minor * -(-step.length_s // step.each_s)


def _of_step(step: Step, *, is_repeated: bool) -> dict[str, Any]:
    """Type, increment and usage of a step's line; ``endless``: it has no end though the step has one."""
    if step.each_s is not None:
        kind = {"rateLineType": "incrementingRate", "incrementPeriod": duration_text(step.each_s)}
        return kind | {"usageCondition": "unlimited", "endless": is_repeated and step.length_s is not None}
    if step.length_s is None:
        return {"rateLineType": "flatRate", "usageCondition": "once", "endless": True}
    increment = duration_text(step.length_s)
    if is_repeated:
        kind = {"rateLineType": "incrementingRate", "incrementPeriod": increment}
        return kind | {"usageCondition": "unlimited", "endless": True}
    kind = {"rateLineType": "flatRateTier", "incrementPeriod": increment}
    return kind | {"usageCondition": "once", "endless": False}


def _say_what_changes(step: Step, line: dict[str, Any], number: int, note: Callable[..., None]) -> None:
    """Name what is written in another way, though it costs the same."""
    where = ("steps", number)
    if step.is_total:
        note(where, "apds.total_as_tier", keeps_price=True, step=number + 1)
    if step.per_s is not None:
        note(where, "apds.price_per_unit", keeps_price=True, step=number + 1)
    if line["endless"] and step.length_s is not None:
        note(where, "apds.repeated_as_increment", keeps_price=True, step=number + 1)


def _line(sequence: int, kind: str, value: int, **more: str) -> dict[str, Any]:
    return {"sequence": sequence, "rateLineType": kind, "value": value, **more}
