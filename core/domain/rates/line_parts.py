"""A price line taken apart into what is said of it, so that desk, receipt and shell say the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from math import gcd

from core.domain.rates.quote import QuoteLine
from core.domain.rates.simple import NAME as NO_NAME

DAY_MINUTES = 24 * 60
_MOST_DECIMALS = 4

CODES = frozenset(
    {
        "free", "free_stay", "taken_off", "first_block", "first_blocks", "unit", "units", "in_proportion",
        "time", "none_finished", "band", "beyond", "once", "times", "not_charged", "day", "days", "cap",
        "minimum", "limit", "floor", "extra", "factor", "percent", "visits", "time_credit", "percent_credit",
        "amount_credit", "prepaid", "already_paid", "rounding", "permit", "tax", "other",
    }
)  # fmt: skip
"""What may be said of a line; each place that says it has words for all of them."""

_AS_THEY_ARE = frozenset(
    {
        "taken_off", "not_charged", "visits", "time_credit", "percent_credit", "amount_credit", "prepaid",
        "already_paid", "rounding", "permit", "tax",
    }
)  # fmt: skip
_SAY_THEIR_NAME = frozenset({"limit", "floor", "extra", "factor", "percent"})
_OF_NO_TIME = frozenset(
    {
        "extra", "adjustment", "visits", "time_credit", "percent_credit", "amount_credit", "prepaid",
        "already_paid", "rounding", "tax",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LineParts:
    """What a line says: ``code`` chooses the sentence (one of ``CODES``), the rest fills it.

    ``name`` is the landlord's (empty where there is none), and stands before the sentence unless the
    sentence has its place (``names_itself``). ``times``: how often, where the sentence itself has no count
    (1: it need not be said). ``price_minor`` may have decimals, and is per ``per_minutes`` where that is
    not 0. ``factor``: of ``code`` "factor" the number, of "percent" the signed per cent, of "tax" its rate
    in per cent. ``has_span``: its time is worth saying.
    """

    code: str
    rule: str
    name: str = ""
    units: int = 1
    times: int = 1
    length_minutes: int = 0
    price_minor: Decimal = Decimal(0)
    per_minutes: int = 0
    factor: str = ""
    has_span: bool = True

    @property
    def names_itself(self) -> bool:
        """Whether the sentence has a place for the name."""
        return self.code in _SAY_THEIR_NAME


def parts_of(line: QuoteLine) -> LineParts:
    """What is said of the line; a rule that is not known is named by its code ("other")."""
    name = "" if line.name == NO_NAME else line.name
    code, factor = _code(line, name), ""
    if code == "factor":
        code, factor = _factor(line.factor)
    elif code == "tax":
        factor = percent_figure(Decimal(line.factor or 0))
    counts_itself = code in {"first_blocks", "units", "in_proportion", "times", "days"}
    may_repeat = code in {"band", "beyond", "cap", "minimum", "limit", "floor"}
    price_minor, per_minutes = _price(line) if code == "in_proportion" else (Decimal(line.unit_minor), 0)
    return LineParts(
        code,
        line.rule,
        name,
        line.units if counts_itself else 1,
        max(line.units, 1) if may_repeat else 1,
        _length_minutes(line, code),
        price_minor,
        per_minutes,
        factor,
        line.rule not in _OF_NO_TIME,
    )


def percent_figure(points: Decimal | int) -> str:
    """Hundredths of a per cent as per cent: ``19``, ``8.875``."""
    return f"{(Decimal(points) / 100).normalize():f}"


def _code(line: QuoteLine, name: str) -> str:
    said = _SAID.get(line.rule)
    if said is not None:
        return said(line, name)
    return line.rule if line.rule in _AS_THEY_ARE else "other"


def _free(line: QuoteLine, _name: str) -> str:
    return "free" if line.unit_minutes else "free_stay"


def _block(line: QuoteLine, name: str) -> str:
    if name:
        return _unit_code(line)
    return "first_block" if line.units == 1 else "first_blocks"


def _units(line: QuoteLine, _name: str) -> str:
    return _unit_code(line)


def _band(line: QuoteLine, _name: str) -> str:
    return "band" if line.unit_minutes else "beyond"


def _flat(line: QuoteLine, _name: str) -> str:
    return "once" if line.units <= 1 else "times"


def _days(line: QuoteLine, _name: str) -> str:
    if line.unit_minutes != DAY_MINUTES:
        return _unit_code(line)
    return "day" if line.units == 1 else "days"


def _cap(_line: QuoteLine, name: str) -> str:
    return "limit" if name else "cap"


def _minimum(_line: QuoteLine, name: str) -> str:
    return "floor" if name else "minimum"


def _extra(line: QuoteLine, _name: str) -> str:
    return "extra" if line.units == 1 else "times"


def _adjustment(_line: QuoteLine, _name: str) -> str:
    return "factor"


_SAID: dict[str, Callable[[QuoteLine, str], str]] = {
    "free": _free,
    "first_block": _block,
    "steps": _units,
    "band": _band,
    "flat": _flat,
    "days": _days,
    "cap": _cap,
    "minimum": _minimum,
    "extra": _extra,
    "adjustment": _adjustment,
}


def _unit_code(line: QuoteLine) -> str:
    """How units that were counted are said: with their length, or without where it is no whole minute."""
    if line.units == 0:
        return "none_finished"
    if line.per_minutes and line.per_minutes != line.unit_minutes:
        return "in_proportion"
    if not line.unit_minutes:
        return "times" if line.unit_minor * line.units == line.amount_minor else "time"
    return "unit" if line.units == 1 else "units"


def _price(line: QuoteLine) -> tuple[Decimal, int]:
    """The price as on the sign, with the minutes that it is for.

    Prices of a part of a minor unit reach the line as whole ones for a multiple of the unit (0.07 for 2 min
    is 0.035 a minute); a price that could be made smaller (0.60 for 30 min) is the landlord's own.
    """
    if line.unit_minutes and line.per_minutes % line.unit_minutes == 0:
        units = line.per_minutes // line.unit_minutes
        if gcd(units, line.unit_minor) == 1 and 10**_MOST_DECIMALS % units == 0:
            return Decimal(line.unit_minor) / units, line.unit_minutes
    return Decimal(line.unit_minor), line.per_minutes


def _length_minutes(line: QuoteLine, code: str) -> int:
    """Of one unit; of all of them where the price is in proportion."""
    if code == "time" or (code == "in_proportion" and not line.unit_minutes):
        return -(-(line.end - line.start) // timedelta(minutes=1))
    return line.unit_minutes * line.units if code == "in_proportion" else line.unit_minutes


def _factor(text: str) -> tuple[str, str]:
    """Whole multiples as such ("2"), anything else in per cent ("-10", "+50")."""
    try:
        factor = Decimal(text)
    except InvalidOperation:
        return "extra", ""
    if factor == factor.to_integral_value() and factor != 0:
        return "factor", f"{factor.normalize():f}"
    return "percent", f"{((factor - 1) * 100).normalize():+f}"
