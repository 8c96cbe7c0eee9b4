"""From exact amounts to the lines of a quote: rounded once, so that the lines add up to the total."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from core.domain.money import half_up
from core.domain.rates.plan import Rounding
from core.domain.rates.quote import QuoteLine

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Entry(NamedTuple):
    """A line before rounding: ``amount`` in small units of the plan, the rest as in ``QuoteLine``."""

    rule: str
    start_s: int
    end_s: int
    amount: int | Fraction
    units: int = 1
    unit_s: int = 0
    price_minor: Decimal | Fraction | int = 0
    per_s: int = 0
    name: str = ""
    factor: str = ""


def instant(at_s: int) -> datetime:
    """The aware UTC time of seconds since 1970."""
    return _EPOCH + timedelta(seconds=at_s)


def rounded(value: Fraction | int, mode: Rounding) -> int:
    """The value as a whole number."""
    if isinstance(value, int):
        return value
    if mode is Rounding.HALF_UP:
        return half_up(value)
    return -((-value).__floor__()) if mode is Rounding.UP else value.__floor__()


def rounded_lines(
    entries: Iterable[Entry], scale: int, mode: Rounding, round_to_minor: int
) -> tuple[QuoteLine, ...]:
    """The entries as lines whose amounts are whole minor units and add up to the rounded total.

    Each line gets what the running total, rounded, grows by; so no line is off by more than one unit.
    """
    lines: list[QuoteLine] = []
    exact: int | Fraction = 0
    shown = 0
    for entry in entries:
        exact += entry.amount
        reached = _minor(exact, scale, mode)
        lines.append(_line(entry, reached - shown))
        shown = reached
    if round_to_minor > 1 and lines:
        total = rounded(Fraction(exact) / (scale * round_to_minor), mode) * round_to_minor
        if total != shown:
            last = lines[-1]
            lines.append(
                QuoteLine("rounding", last.start, last.end, total - shown, unit_minor=round_to_minor)
            )
    return tuple(lines)


def _minor(exact: int | Fraction, scale: int, mode: Rounding) -> int:
    if isinstance(exact, int):
        whole, rest = divmod(exact, scale)
        if not rest:
            return whole
    return rounded(Fraction(exact) / scale, mode)


def _line(entry: Entry, amount_minor: int) -> QuoteLine:
    price, per_s = entry.price_minor, entry.per_s
    if not isinstance(price, int):
        price, per_s = _whole_price(Fraction(price), per_s or entry.unit_s)
    return QuoteLine(
        entry.rule,
        instant(entry.start_s),
        instant(entry.end_s),
        amount_minor,
        entry.units,
        entry.unit_s // 60,
        price,
        entry.name,
        per_s // 60,
        entry.factor,
    )


def _whole_price(price: Fraction, per_s: int) -> tuple[int, int]:
    """The price as a whole number of minor units, per as many seconds as that takes."""
    if price.denominator == 1 or not per_s:
        return half_up(price), per_s
    return price.numerator, per_s * price.denominator
