"""The windows of a charge as the validity of an APDS RateTable, and back.

Days and times of day recur within ``validPeriods``; APDS has neither holidays, nor seasons of each year,
nor windows that run over several days.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from core.config.rate_plans.apds_notes import Place
from core.config.rate_plans.apds_times import time_of_day
from core.domain.rates.document import PlanError
from core.domain.rates.document_times import clock_text
from core.domain.rates.windows import DAY_S, WEEK, DateRange, DayKind, Window

_DAYS = dict(
    zip(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), WEEK, strict=True)
)
_NAMES = {kind: name for name, kind in _DAYS.items()}
_Note = Callable[..., None]


def validity_of(windows: Sequence[Window], effective: datetime | None, note: _Note) -> dict[str, Any] | None:
    """The ``validity``; empty: none is needed; None where APDS cannot say the windows, which is noted."""
    periods: list[dict[str, Any]] = []
    for index, window in enumerate(windows):
        where: Place = ("windows", index)
        if window.weekly is not None:
            note(where, "apds.window_over_days")
            return None
        if window.days - set(WEEK):
            note(where, "apds.holidays")
            return None
        if any(dates.yearly for dates in window.dates):
            note(where, "apds.season")
            return None
        periods += _periods(window)
    specification: dict[str, Any] = {}
    if effective is not None:
        specification["overallStartTime"] = effective.isoformat()
    if periods:
        specification["validPeriods"] = periods
    if not specification:
        return {}
    return {
        "validityStatus": "definedByValidityTimeSpec",
        "validityTimeSpecification": specification,
    }


def _periods(window: Window) -> list[dict[str, Any]]:
    period: dict[str, Any] = {}
    if window.days:
        names = [_NAMES[kind] for kind in WEEK if kind in window.days]
        period["recurringDayWeekMonthPeriod"] = [{"applicableDay": names}]
    if (window.start_s, window.end_s) != (0, DAY_S) or not window.days:
        times = {"startTimeOfPeriod": clock_text(window.start_s), "endTimeOfPeriod": clock_text(window.end_s)}
        period["recurringTimePeriodOfDay"] = [times]
    if not window.dates:
        return [period]
    return [
        {"startOfPeriod": dates.first.isoformat(), "endOfPeriod": dates.last.isoformat(), **period}
        for dates in window.dates
    ]


def windows_of(validity: Mapping[str, Any], place: Place) -> tuple[tuple[Window, ...], datetime | None]:
    """The windows of a ``validity`` and from when it holds; raises PlanError for what cannot be read."""
    specification = validity.get("validityTimeSpecification", validity)
    here = (*place, "validityTimeSpecification") if specification is not validity else place
    if not isinstance(specification, Mapping):
        raise PlanError(here, "expected a table")
    for key in ("exceptionPeriods", "overallEndTime"):
        if specification.get(key):
            raise PlanError(
                (*here, key), "this is not known to rate plans; take it out, and end the plan by a newer one"
            )
    found: list[Window] = []
    periods = _list(specification.get("validPeriods", []), (*here, "validPeriods"))
    for index, period in enumerate(periods):
        found += _windows(period, (*here, "validPeriods", index))
    return _joined(found), _instant(specification.get("overallStartTime"), (*here, "overallStartTime"))


def _windows(period: object, place: Place) -> list[Window]:
    if not isinstance(period, Mapping):
        raise PlanError(place, "expected a table")
    days = _days(_list(period.get("recurringDayWeekMonthPeriod", []), place), place)
    dates = _dates(period, place)
    times = _list(period.get("recurringTimePeriodOfDay", []), place)
    if not times:
        return [Window(days=days, dates=dates)]
    windows = []
    for index, time in enumerate(times):
        where = (*place, "recurringTimePeriodOfDay", index)
        if not isinstance(time, Mapping):
            raise PlanError(where, "expected a table")
        start, end = (time_of_day(time.get(key)) for key in ("startTimeOfPeriod", "endTimeOfPeriod"))
        if start is None or end is None or start == DAY_S:
            raise PlanError(where, 'expected startTimeOfPeriod and endTimeOfPeriod like "08:00"')
        windows.append(Window(days=days, start_s=start, end_s=end, dates=dates))
    return windows


def _days(values: Sequence[object], place: Place) -> frozenset[DayKind]:
    kinds: set[DayKind] = set()
    for value in values:
        if not isinstance(value, Mapping) or set(value) - {"applicableDay"}:
            raise PlanError(
                (*place, "recurringDayWeekMonthPeriod"), "expected applicableDay and nothing else"
            )
        for name in _list(value.get("applicableDay", []), place):
            if not isinstance(name, str) or name not in _DAYS:
                raise PlanError(
                    (*place, "recurringDayWeekMonthPeriod"), f"expected weekdays like monday, found {name}"
                )
            kinds.add(_DAYS[name])
    return frozenset(kinds)


def _dates(period: Mapping[str, Any], place: Place) -> tuple[DateRange, ...]:
    if "startOfPeriod" not in period and "endOfPeriod" not in period:
        return ()
    try:
        first, last = (date.fromisoformat(str(period.get(key))) for key in ("startOfPeriod", "endOfPeriod"))
    except ValueError as error:
        raise PlanError(place, "expected both startOfPeriod and endOfPeriod, as dates") from error
    return (DateRange(first, last),)


def _joined(windows: list[Window]) -> tuple[Window, ...]:
    """Windows that differ in their dates alone, one after the other, are one window with those dates."""
    joined: list[Window] = []
    for window in windows:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.dates
            and window.dates
            and (before.days, before.start_s, before.end_s) == (window.days, window.start_s, window.end_s)
        ):
            dates = (*before.dates, *window.dates)
            joined[-1] = Window(days=window.days, start_s=window.start_s, end_s=window.end_s, dates=dates)
        else:
            joined.append(window)
    return tuple(joined)


def _instant(value: object, place: Place) -> datetime | None:
    if value is None:
        return None
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise PlanError(place, 'expected an instant like "2026-01-01T00:00:00Z"') from error
    if found.tzinfo is None:
        raise PlanError(place, "expected an instant with its offset from UTC")
    return found


def _list(value: object, place: Place) -> Sequence[object]:
    if isinstance(value, Mapping):
        return [value]
    if not isinstance(value, list | tuple):
        raise PlanError(place, "expected a list")
    return value
