"""How a rate plan writes times: lengths (``"1 h 30 min"``), clock times, days, dates and periods."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime
from datetime import time as clock
from decimal import Decimal

from core.domain.rates.plan import LEAST_PERIOD_S, Per, Period
from core.domain.rates.windows import DAY_S, WEEK, DateRange, DayKind

LONGEST_S = 3660 * DAY_S
YEARLY_YEAR = 2000  # the year that a yearly date is kept in: it has a 29 February
FIRST_YEAR, LAST_YEAR = 2000, 2199
_UNITS = {
    **dict.fromkeys(("s", "sec", "second", "seconds"), 1),
    **dict.fromkeys(("min", "minute", "minutes"), 60),
    **dict.fromkeys(("h", "hour", "hours"), 3600),
    **dict.fromkeys(("day", "days"), DAY_S),
}
_LENGTH = re.compile(r"(?:\d{1,9}(?:\.\d{1,9})? ?[a-z]+(?: |$))+", re.ASCII)
_PART = re.compile(r"(\d+(?:\.\d+)?) ?([a-z]+)", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})", re.ASCII)
_CALENDAR_PERIODS = (Per.STAY, Per.HOUR, Per.DAY, Per.WEEK, Per.MONTH, Per.WINDOW)
_EXPECTED_LENGTH = 'expected a length like "30 min", "1 h 30 min" or "7 days"'
_EXPECTED_CLOCK = 'expected a clock time like "08:00"'
_EXPECTED_DAYS = 'expected days like "mon-fri", "sat,sun", "holiday" or "eve"'
_EXPECTED_DATES = 'expected dates like "2026-12-24..2026-12-26", or "11-01..03-31" for each year'


class NotTime(ValueError):
    """The value is no such time; the message says what was expected."""


def seconds_of(value: object) -> int:
    """The seconds of a length; raises NotTime."""
    if not isinstance(value, str):
        raise NotTime(_EXPECTED_LENGTH)
    text = " ".join(value.split()).lower()
    if len(text) > 60 or not _LENGTH.fullmatch(text):
        raise NotTime(_EXPECTED_LENGTH)
    total = Decimal(0)
    for number, unit in _PART.findall(text):
        if unit not in _UNITS:
            raise NotTime(f'{_EXPECTED_LENGTH} ("{unit}" is no unit of time: s, min, h or days)')
        total += Decimal(number) * _UNITS[unit]
    if total != int(total) or not 1 <= total <= LONGEST_S:
        raise NotTime(f"expected a length of whole seconds, from 1 s to {LONGEST_S // DAY_S} days")
    return int(total)


def length_text(length_s: int) -> str:
    """A length as ``seconds_of`` reads it; from two days on in days where they are whole."""
    if length_s >= 2 * DAY_S and length_s % DAY_S == 0:
        return f"{length_s // DAY_S} days"
    hours, rest = divmod(length_s, 3600)
    minutes, seconds = divmod(rest, 60)
    parts = ((hours, "h"), (minutes, "min"), (seconds, "s"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number)


def seconds_of_day(value: object, *, latest: str = "24:00") -> int:
    """The second of the day that a clock time names; raises NotTime."""
    if isinstance(value, clock) and value.tzinfo is None and not value.microsecond:
        value = value.isoformat()
    found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) and len(value) < 20 else None
    if found is None:
        raise NotTime(_EXPECTED_CLOCK)
    hour, minute, second = (int(part or 0) for part in found.groups())
    at_s = hour * 3600 + minute * 60 + second
    if minute > 59 or second > 59 or at_s > DAY_S or (at_s == DAY_S and latest != "24:00"):
        raise NotTime(f"{_EXPECTED_CLOCK}, from 00:00 to {latest}")
    return at_s


def clock_text(at_s: int) -> str:
    """A second of the day as a clock time; ``24:00`` is the day's end."""
    minutes, seconds = divmod(at_s, 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else "")


def days_of(value: object) -> frozenset[DayKind]:
    """The kinds of days that a text (``"fri-mon,holiday"``) or a list of such names; raises NotTime."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or not 1 <= len(parts) <= 20:
        raise NotTime(_EXPECTED_DAYS)
    kinds: set[DayKind] = set()
    for part in parts:
        if not isinstance(part, str) or len(part) > 20:
            raise NotTime(_EXPECTED_DAYS)
        first, dash, last = (word.strip() for word in part.lower().partition("-"))
        kinds |= set(_run(weekday_of(first), weekday_of(last))) if dash else {_kind(first)}
    return frozenset(kinds)


def days_text(days: Collection[str]) -> str:
    """The kinds of days as ``days_of`` reads them, three or more weekdays in a row as a run."""
    parts: list[str] = []
    at = 0
    while at < len(WEEK):
        end = at
        while end < len(WEEK) and WEEK[end] in days:
            end += 1
        run = [str(day) for day in WEEK[at:end]]
        parts += [f"{run[0]}-{run[-1]}"] if len(run) > 2 else run
        at = end + 1
    return ",".join([*parts, *(str(kind) for kind in (DayKind.HOLIDAY, DayKind.EVE) if kind in days)])


def weekday_of(word: str) -> int:
    """The weekday (0 Monday) of its short name; raises NotTime."""
    if word not in WEEK:
        raise NotTime(f"{_EXPECTED_DAYS} (a run is of mon, tue, wed, thu, fri, sat and sun)")
    return WEEK.index(DayKind(word))


def dates_of(value: object) -> tuple[DateRange, ...]:
    """The ranges of dates that a text, a date or a list of these names; raises NotTime."""
    if isinstance(value, str):
        parts: list[object] = list(value.split(","))
    elif isinstance(value, list | tuple):
        parts = list(value)
    else:
        parts = [value]
    if not 1 <= len(parts) <= 400:
        raise NotTime(_EXPECTED_DATES)
    return tuple(_range(part) for part in parts)


def dates_text(dates: Collection[DateRange]) -> str:
    """The ranges as ``dates_of`` reads them."""
    return ",".join(_range_text(each) for each in dates)


def date_of(value: object) -> date:
    """One date with its year; raises NotTime."""
    if isinstance(value, date) and not isinstance(value, datetime):
        found = value
    else:
        match = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
        if match is None:
            raise NotTime('expected a date like "2026-12-25"')
        found = _made(*(int(part) for part in match.groups()))
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise NotTime(f"expected a date from {FIRST_YEAR} to {LAST_YEAR}")
    return found


def period_of(value: object, allowed: Collection[Per] = _CALENDAR_PERIODS) -> Period:
    """The period that a word (``"day"``) or a length (``"24 h"``, from entry) names; raises NotTime."""
    if isinstance(value, str) and value in allowed:
        return Period(Per(value))
    words = ", ".join(f'"{each}"' for each in allowed)
    if not isinstance(value, str) or not value[:1].isdigit():
        raise NotTime(f'expected {words}, or a length like "24 h" counted from the entry')
    length_s = seconds_of(value)
    if length_s < LEAST_PERIOD_S:
        raise NotTime(f"expected at least {LEAST_PERIOD_S // 60} min; units are written with each")
    return Period(Per.ROLLING, length_s)


def period_text(period: Period) -> str:
    """The period as ``period_of`` reads it."""
    return length_text(period.length_s) if period.per is Per.ROLLING else str(period.per)


def _kind(word: str) -> DayKind:
    try:
        return DayKind(word)
    except ValueError as error:
        raise NotTime(f'{_EXPECTED_DAYS}; "{word}" is none') from error


def _run(first: int, last: int) -> list[DayKind]:
    return [WEEK[(first + ahead) % 7] for ahead in range((last - first) % 7 + 1)]


def _range(value: object) -> DateRange:
    if not isinstance(value, str):
        day = date_of(value)
        return DateRange(day, day)
    first, _, last = (part.strip() for part in value.partition(".."))
    last = last or first
    if _MONTH_DAY.fullmatch(first) and _MONTH_DAY.fullmatch(last):
        return DateRange(_yearly(first), _yearly(last), yearly=True)
    if not (_DATE.fullmatch(first) and _DATE.fullmatch(last)):
        raise NotTime(_EXPECTED_DATES)
    dates = DateRange(date_of(first), date_of(last))
    if dates.last < dates.first:
        raise NotTime("expected dates whose end does not lie before their begin")
    return dates


def _range_text(dates: DateRange) -> str:
    first, last = (f"{d:%m-%d}" if dates.yearly else d.isoformat() for d in (dates.first, dates.last))
    return first if first == last else f"{first}..{last}"


def _yearly(text: str) -> date:
    month, day = (int(part) for part in text.split("-"))
    return _made(YEARLY_YEAR, month, day)


def _made(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NotTime("expected a date that the calendar has") from error
