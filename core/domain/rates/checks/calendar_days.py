"""Days and instants: holidays that run out, windows over midnight, an effective instant in the past, DST."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from core.domain.rates.checks.axis import both
from core.domain.rates.checks.remarks import Example, Place, Remark, Severity
from core.domain.rates.checks.scene import Scene
from core.domain.rates.document_times import clock_text, days_text
from core.domain.rates.local_days import LocalDay
from core.domain.rates.plan_parts import parts_of, windows_of
from core.domain.rates.windows import DAY_S, Window

HOLIDAYS_KNOWN_FOR = timedelta(days=90)
_YEAR_DAYS = 366
_HOUR_S = 3600


def calendar_days(scene: Scene) -> Iterator[Remark]:
    """All that has to do with dates."""
    yield from _effective(scene)
    yield from _holidays(scene)
    for place, window in placed_windows(scene):
        yield from _window(scene, place, window)
    yield from _clock_changes(scene)


def placed_windows(scene: Scene) -> Iterator[tuple[Place, Window]]:
    """Each window with its place in the document."""
    plan = scene.plan
    for index, rate in enumerate(plan.rates):
        for number, charge in enumerate(rate.charges):
            place: Place = ("rates", index, "charges", number)
            for at, window in enumerate(charge.windows):
                yield (*place, "windows", at) if len(charge.windows) > 1 else place, window
    for key, parts in parts_of(plan):
        for index, part in enumerate(parts):
            for name in ("entry", "exit", "inside"):
                window = getattr(part.applies, name)
                if window is not None:
                    yield (key, index, "applies", name), window


def _effective(scene: Scene) -> Iterator[Remark]:
    effective = scene.plan.effective
    if effective is not None and scene.now is not None and effective < scene.now:
        facts = {"effective": effective, "now": scene.now}
        yield Remark("rates.check.effective_past", Severity.WARNS, ("effective",), facts)


def _holidays(scene: Scene) -> Iterator[Remark]:
    plan = scene.plan
    if not scene.speaks_of_holidays:
        if plan.holidays or plan.holiday_calendar:
            yield Remark("rates.check.holidays_unused", Severity.HINTS, ("holidays",))
        return
    if plan.holiday_calendar:
        return
    if not plan.holidays:
        yield Remark("rates.check.no_holidays", Severity.WARNS, ("holidays",))
        return
    last = max(plan.holidays)
    if last < scene.today + HOLIDAYS_KNOWN_FOR:
        yield Remark("rates.check.holidays_end", Severity.WARNS, ("holidays",), {"last": last.isoformat()})


def _window(scene: Scene, place: Place, window: Window) -> Iterator[Remark]:
    for dates in window.dates:
        if not dates.yearly and dates.last < dates.first:
            facts = {"first": dates.first.isoformat(), "last": dates.last.isoformat()}
            yield Remark("rates.check.dates_backwards", Severity.STOPS, place, facts)
    if window.weekly is not None or window.end_s > window.start_s:
        return
    if window.end_s == 0:
        return  # until midnight: the day's end, however it is written
    is_whole_day = window.end_s == window.start_s
    facts = {
        "start": clock_text(window.start_s),
        "end": clock_text(window.end_s),
        "hours": f"{window.length_s / _HOUR_S:g}",
        "days": days_text(window.days),
    }
    yield Remark(
        "rates.check.same_start_and_end" if is_whole_day else "rates.check.over_midnight",
        Severity.WARNS if is_whole_day else Severity.HINTS,
        place,
        facts,
        _over_midnight(scene, window),
    )


def _over_midnight(scene: Scene, window: Window) -> tuple[Example, ...]:
    """A stay from the hour before midnight to the hour after, on the first day the window begins on."""
    spans = both(scene.held((window,)), scene.week)
    for start, _ in spans:
        midnight = (start // DAY_S + 1) * DAY_S
        if start % DAY_S == window.start_s and start < midnight:
            begin = max(start, midnight - _HOUR_S)
            return (scene.stay(begin, midnight - begin + min(_HOUR_S, window.end_s)),)
    return ()


def _clock_changes(scene: Scene) -> Iterator[Remark]:
    """Edges at clock times that are skipped or come twice when the clocks are changed, in the year ahead."""
    edges = {edge % DAY_S for window in windows_of(scene.plan) for edge in (window.start_s, window.end_s)}
    changes = list(_changed_days(scene))
    for edge in sorted(edges):
        days = [day for day in changes if _is_touched(day, edge)]
        if not days:
            continue
        facts = {
            "clock": clock_text(edge),
            "dates": ", ".join(date.fromordinal(day.ordinal).isoformat() for day in days),
        }
        examples = tuple(_around(scene, day) for day in days)
        yield Remark("rates.check.clock_change", Severity.HINTS, ("timezone",), facts, examples)


def _changed_days(scene: Scene) -> Iterator[LocalDay]:
    first = scene.today.toordinal()
    for ordinal in range(first, first + _YEAR_DAYS):
        day = scene.days.day(ordinal)
        if len(day.stretches) > 1:
            yield day


def _is_touched(day: LocalDay, edge: int) -> bool:
    """Whether the day's clock shows the edge twice or not at all."""
    shown = sum(stretch.start_s <= edge - stretch.to_local_s < stretch.end_s for stretch in day.stretches)
    return shown != 1


def _around(scene: Scene, day: LocalDay) -> Example:
    """A stay of two hours on either side of where the clocks are changed."""
    change = scene.instant(day.ordinal * DAY_S) + timedelta(seconds=day.stretches[0].end_s - day.start_s)
    return scene.example(change - timedelta(hours=2), change + timedelta(hours=2))
