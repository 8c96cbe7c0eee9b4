"""A price line taken apart into what is said of it, so that desk, receipt and shell say the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal, InvalidOperation

from core.domain.rates.quote import QuoteLine
from core.domain.rates.simple import NAME as NO_NAME

DAY_MINUTES = 24 * 60

CODES = frozenset(
    {
        "free", "free_stay", "taken_off", "first_block", "first_blocks", "unit", "units", "in_proportion",
        "time", "none_finished", "band", "beyond", "once", "times", "not_charged", "day", "days", "cap",
        "minimum", "limit", "floor", "extra", "factor", "percent", "visits", "time_credit", "percent_credit",
        "amount_credit", "prepaid", "already_paid", "rounding", "permit", "other",
    }
)  # fmt: skip
"""What may be said of a line; each place that says it has words for all of them."""

_AS_THEY_ARE = frozenset(
    {
        "taken_off", "not_charged", "visits", "time_credit", "percent_credit", "amount_credit", "prepaid",
        "already_paid", "rounding", "permit",
    }
)  # fmt: skip
_SAY_THEIR_NAME = frozenset({"limit", "floor", "extra", "factor", "percent"})
_OF_NO_TIME = frozenset(
    {
        "extra", "adjustment", "visits", "time_credit", "percent_credit", "amount_credit", "prepaid",
        "already_paid", "rounding",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LineParts:
    """What a line says: ``code`` chooses the sentence (one of ``CODES``), the rest fills it.

    ``name`` is the landlord's (empty where there is none), and stands before the sentence unless the
    sentence has its place (``names_itself``). ``times``: how often, where the sentence itself has no count
    (1: it need not be said). ``price_minor`` is per ``per_minutes`` where that is not 0. ``factor``: of
    ``code`` "factor" the number, of "percent" the signed per cent. ``has_span``: its time is worth saying.
    """

    code: str
    rule: str
    name: str = ""
    units: int = 1
    times: int = 1
    length_minutes: int = 0
    price_minor: int = 0
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
    counts_itself = code in {"first_blocks", "units", "in_proportion", "times", "days"}
    may_repeat = code in {"band", "beyond", "cap", "minimum", "limit", "floor"}
    return LineParts(
        code,
        line.rule,
        name,
        line.units if counts_itself else 1,
        max(line.units, 1) if may_repeat else 1,
        _length_minutes(line, code),
        line.unit_minor,
        line.per_minutes if code == "in_proportion" else 0,
        factor,
        line.rule not in _OF_NO_TIME,
    )


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
