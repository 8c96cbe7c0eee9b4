"""One RateLineCollection of APDS as steps, a limit and a reset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from core.config.rate_plans.apds_notes import ApdsNote, Place
from core.config.rate_plans.apds_times import duration_of, time_of_day
from core.config.rate_plans.apds_values import (
    description_of,
    minor_of,
    name_unread,
    number_of,
    offset_at,
    whole_of,
)
from core.domain.rates.document import PlanError
from core.domain.rates.plan import STAY, Per, Period, Step

FLAT, TIER, INCREMENTING, PER_UNIT = "flatRate", "flatRateTier", "incrementingRate", "perUnit"
MOST_LINES = 200
_TYPES = (FLAT, TIER, INCREMENTING, PER_UNIT)
_COLLECTION_KEYS = frozenset(
    {
        "id", "version", "collectionSequence", "applicableCurrency", "relativeTimes", "taxIncluded",
        "taxRate", "resetTime", "maxValueCollection", "minValueCollection", "rateLines",
    }
)  # fmt: skip
_LINE_KEYS = frozenset(
    {
        "id", "version", "sequence", "rateLineType", "description", "durationStart", "durationEnd",
        "incrementPeriod", "value", "minValue", "maxValue", "usageCondition", "unit",
    }
)  # fmt: skip
_ONE_MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class Collection:
    """What a RateLineCollection says; ``quantity``: it costs per unit of that, not for time.

    ``day_begins_s``: its reset time, where it has one.
    """

    sequence: int
    currency: str
    name: str
    steps: tuple[Step, ...]
    restart: Period
    day_begins_s: int | None
    most_minor: Decimal | None
    least_minor: Decimal | None
    tax_points: int
    quantity: str

    @property
    def is_extra(self) -> bool:
        """Whether it can stand beside another collection: one amount, once or per unit."""
        return len(self.steps) == 1 and self.steps[0].each_s is None and self.steps[0].length_s is None


@dataclass(frozen=True, slots=True)
class _Line:
    place: Place
    kind: str
    value_minor: Decimal
    start_s: int | None
    end_s: int | None
    increment_s: int | None
    sequence: int
    name: str
    values: Mapping[str, Any]


def collection_of(value: object, place: Place, notes: list[ApdsNote]) -> Collection:
    """The collection at a place; raises PlanError."""
    if not isinstance(value, Mapping):
        raise PlanError(place, "expected a RateLineCollection")
    name_unread(value, _COLLECTION_KEYS, place, notes)
    currency = value.get("applicableCurrency")
    if not isinstance(currency, str) or len(currency) != 3 or not (currency.isascii() and currency.isupper()):
        raise PlanError((*place, "applicableCurrency"), "expected a currency like EUR")
    if value.get("taxIncluded") is False:
        raise PlanError((*place, "taxIncluded"), "prices without their tax cannot be charged as they are")
    if value.get("relativeTimes") is True:
        raise PlanError((*place, "relativeTimes"), "times relative to an event are not known to rate plans")
    reset = value.get("resetTime")
    day_begins_s = None if reset is None else time_of_day(reset)
    if reset is not None and day_begins_s is None:
        raise PlanError((*place, "resetTime"), 'expected a clock time like "00:00"')
    lines = _lines(value.get("rateLines"), place, currency, notes)
    quantity, steps = _steps(lines, notes)
    most, least = (_limit(value, lines, key, place, currency) for key in ("max", "min"))
    return Collection(
        sequence=whole_of(value.get("collectionSequence", 1), (*place, "collectionSequence")),
        currency=currency,
        name=lines[0].name,
        steps=steps,
        restart=STAY if day_begins_s is None else Period(Per.DAY),
        day_begins_s=day_begins_s,
        most_minor=most,
        least_minor=least,
        tax_points=int(number_of(value.get("taxRate", 0), (*place, "taxRate")) * 100),
        quantity=quantity,
    )


def _lines(values: object, place: Place, currency: str, notes: list[ApdsNote]) -> list[_Line]:
    here = (*place, "rateLines")
    if not isinstance(values, list | tuple) or not 1 <= len(values) <= MOST_LINES:
        raise PlanError(here, f"expected 1 to {MOST_LINES} rate lines")
    lines = [_line(one, (*here, index), currency, notes) for index, one in enumerate(values)]
    if all(line.start_s is not None for line in lines):
        return sorted(lines, key=lambda line: line.start_s or 0)
    return sorted(lines, key=lambda line: line.sequence)


def _line(value: object, place: Place, currency: str, notes: list[ApdsNote]) -> _Line:
    if not isinstance(value, Mapping):
        raise PlanError(place, "expected a RateLine")
    name_unread(value, _LINE_KEYS, place, notes)
    kind = value.get("rateLineType")
    if kind not in _TYPES:
        raise PlanError((*place, "rateLineType"), f"expected one of {', '.join(_TYPES)}")
    start, end = (offset_at(value, key, place) for key in ("durationStart", "durationEnd"))
    increment = value.get("incrementPeriod")
    increment_s = None if increment is None else duration_of(increment)
    if increment is not None and not increment_s:
        raise PlanError((*place, "incrementPeriod"), 'expected a duration like "PT30M"')
    return _Line(
        place,
        str(kind),
        minor_of(value.get("value"), (*place, "value"), currency),
        start,
        end,
        increment_s,
        whole_of(value.get("sequence", 1), (*place, "sequence")),
        description_of(value.get("description")),
        value,
    )


def _steps(lines: Sequence[_Line], notes: list[ApdsNote]) -> tuple[str, tuple[Step, ...]]:
    """The unit that is charged (empty: time), and the steps."""
    first = lines[0]
    if first.kind == PER_UNIT:
        if len(lines) > 1:
            raise PlanError(lines[1].place, "expected a price per unit to stand alone in its collection")
        unit = first.values.get("unit")
        return str(unit) if unit else first.name or "units", (Step(first.value_minor),)
    if len(lines) == 1 and first.kind == FLAT and first.value_minor == 0 and first.start_s is None:
        return "", ()
    placed = _placed(lines, notes)
    _join_edges(placed, notes)
    return "", tuple(_step(line, is_last=line is placed[-1], notes=notes) for line in placed)


def _placed(lines: Sequence[_Line], notes: list[ApdsNote]) -> list[_Line]:
    """The lines with begin and end; where none says them, each lasts its increment, and the last goes on."""
    if any(line.start_s is not None for line in lines):
        return [line if line.start_s is not None else _at(line, 0, line.end_s) for line in lines]
    placed, reached_s = [], 0
    for line in lines:
        is_last = line is lines[-1]
        length_s = line.end_s if line.end_s is not None and len(lines) == 1 else line.increment_s
        if length_s is None and not is_last:
            raise PlanError(line.place, "expected durationStart and durationEnd, or an incrementPeriod")
        end_s = line.end_s if len(lines) == 1 else None if is_last else reached_s + (length_s or 0)
        placed.append(_at(line, reached_s, end_s))
        reached_s += length_s or 0
    if len(lines) > 1:
        notes.append(ApdsNote(lines[0].place, "apds.lines_in_sequence"))
    return placed


def _at(line: _Line, start_s: int, end_s: int | None) -> _Line:
    return _Line(
        line.place, line.kind, line.value_minor, start_s, end_s, line.increment_s, line.sequence, line.name,
        line.values,
    )  # fmt: skip


def _join_edges(lines: list[_Line], notes: list[ApdsNote]) -> None:
    """Tiers must follow one another; ends that still count (00:59, 3599 s) are moved to the next begin."""
    if lines[0].start_s:
        raise PlanError((*lines[0].place, "durationStart"), "expected the first line to begin with the stay")
    for index in range(len(lines) - 1):
        line, following = lines[index], lines[index + 1]
        if line.end_s is None or following.start_s is None:
            raise PlanError(following.place, "expected no line behind one without an end")
        between_s = following.start_s - line.end_s
        if between_s in (1, _ONE_MINUTE_S):
            notes.append(ApdsNote((*line.place, "durationEnd"), "apds.inclusive_end", keeps_price=True))
            # "02:01" begins what "02:00" ended; "01:00" begins what "00:59" or 3599 s ended
            edge_s = (
                line.end_s if line.end_s % _ONE_MINUTE_S == 0 and _is_round(line.end_s) else following.start_s
            )
            lines[index] = _at(line, line.start_s or 0, edge_s)
            lines[index + 1] = _at(following, edge_s, following.end_s)
        elif between_s:
            raise PlanError((*following.place, "durationStart"), "expected it where the line before ends")
    last = lines[-1]
    if last.end_s is not None and last.end_s <= (last.start_s or 0):
        raise PlanError((*last.place, "durationEnd"), "expected an end after the begin")


def _is_round(seconds: int) -> bool:
    return seconds % (15 * _ONE_MINUTE_S) == 0


def _step(line: _Line, *, is_last: bool, notes: list[ApdsNote]) -> Step:
    start_s = line.start_s or 0
    length_s = None if line.end_s is None else line.end_s - start_s
    if length_s is not None and length_s <= 0:
        raise PlanError((*line.place, "durationEnd"), "expected an end after the begin")
    each_s = line.increment_s if line.kind == INCREMENTING else None
    if line.kind == INCREMENTING and each_s is None:
        notes.append(ApdsNote((*line.place, "incrementPeriod"), "apds.no_increment"))
    if line.kind == FLAT and is_last:
        return Step(line.value_minor)
    if is_last and length_s is not None:
        notes.append(ApdsNote((*line.place, "durationEnd"), "apds.after_the_last"))
        return Step(line.value_minor, None if each_s else length_s, each_s)
    return Step(line.value_minor, length_s, each_s)


def _limit(
    value: Mapping[str, Any], lines: Sequence[_Line], which: str, place: Place, currency: str
) -> Decimal | None:
    """The most or the least of a collection, or of its only line."""
    key = f"{which}ValueCollection"
    if key in value:
        found = value[key]
        if isinstance(found, Mapping):
            if found.get("currencyType", currency) != currency:
                raise PlanError((*place, key), f"expected an amount in {currency}")
            found = found.get("currencyValue")
        return minor_of(found, (*place, key), currency)
    of_line = f"{which}Value"
    for line in lines:
        if of_line in line.values:
            if len(lines) > 1:
                raise PlanError(
                    (*line.place, of_line), "a limit of one line among several is not known to rate plans"
                )
            return minor_of(line.values[of_line], (*line.place, of_line), currency)
    return None
