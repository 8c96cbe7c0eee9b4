"""Clock windows as a rate plan writes them: ``from``, ``to``, ``days`` and ``dates``."""

from __future__ import annotations

from functools import partial

from core.domain.rates.document_table import PlanError, Table
from core.domain.rates.document_times import (
    clock_text,
    dates_of,
    dates_text,
    days_of,
    days_text,
    seconds_of_day,
    weekday_of,
)
from core.domain.rates.windows import DAY_S, WEEK, DateRange, DayKind, Window

WINDOW_KEYS = ("from", "to", "days", "dates")
INSTANT_KEYS = (*WINDOW_KEYS, "through")
MOST_WINDOWS = 200
_FORM = '{ from = "08:00", to = "20:00", days = "mon-fri" }'
_NO_DAYS: frozenset[DayKind] = frozenset()
_NO_DATES: tuple[DateRange, ...] = ()


def charged_windows(table: Table) -> tuple[Window, ...]:
    """The windows of time that is charged: in line or as a list; none means always."""
    in_line = [key for key in WINDOW_KEYS if key in table]
    if "windows" not in table:
        return (window_of(table),) if in_line else ()
    if in_line:
        raise table.fault("windows", f'expected either "windows" or "{in_line[0]}" here, not both')
    return tuple(
        window_of(each) for each in table.tables("windows", WINDOW_KEYS, most=MOST_WINDOWS, form=_FORM)
    )


def named_window(table: Table, key: str, *, instant: bool) -> Window | None:
    """The window under a key; for an ``instant`` it may end with ``through``. None where there is none."""
    opened = table.opened(key, INSTANT_KEYS if instant else WINDOW_KEYS, form=_FORM)
    if opened is None:
        return None
    if not opened.values:
        raise PlanError(opened.path, f"expected a window like {_FORM}, found an empty table")
    return window_of(opened)


def window_of(table: Table) -> Window:
    """The window of a table's keys."""
    if "to" in table and "through" in table:
        raise table.fault("through", 'expected either "to" or "through", not both')
    last = "through" if "through" in table else "to"
    first_day, start_s = _end(table, "from", 0, latest="23:59:59")
    last_day, end_s = _end(table, last, DAY_S, latest="24:00")
    if (first_day is None) != (last_day is None):
        key = last if last_day is None else "from"
        raise table.fault(key, 'expected a weekday at both ends of a window over days, like "fri 18:00"')
    weekly = None if first_day is None or last_day is None else (first_day, last_day)
    if weekly is not None and "days" in table:
        raise table.fault("days", "expected no days beside the weekdays of from and to")
    return Window(
        days=table.read("days", days_of, _NO_DAYS),
        start_s=start_s,
        end_s=end_s,
        dates=table.read("dates", dates_of, _NO_DATES),
        through=last == "through",
        weekly=weekly,
    )


def window_document(window: Window) -> dict[str, object]:
    """The window's keys as plain values; what says nothing is left out."""
    first, last = clock_text(window.start_s), clock_text(window.end_s)
    if window.weekly is not None:
        first, last = (f"{WEEK[day]} {at}" for day, at in zip(window.weekly, (first, last), strict=True))
    document: dict[str, object] = {}
    is_whole_day = window.weekly is None and (window.start_s, window.end_s) == (0, DAY_S)
    if not is_whole_day or window.through or not (window.days or window.dates):
        document |= {"from": first, "through" if window.through else "to": last}
    if window.days:
        document["days"] = days_text(window.days)
    if window.dates:
        document["dates"] = dates_text(window.dates)
    return document


def _end(table: Table, key: str, default: int, *, latest: str) -> tuple[int | None, int]:
    """A window's end: its weekday, where it names one, and its second of the day."""
    return table.read(key, partial(_at, latest=latest), (None, default))


def _at(value: object, *, latest: str) -> tuple[int | None, int]:
    if isinstance(value, str) and " " in value.strip():
        day, _, at = value.strip().lower().partition(" ")
        return weekday_of(day), seconds_of_day(at.strip(), latest=latest)
    return None, seconds_of_day(value, latest=latest)
