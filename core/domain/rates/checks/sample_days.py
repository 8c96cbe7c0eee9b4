"""Days on which a plan may charge otherwise than in a usual week: holidays and the edges of seasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.domain.rates.checks.scene import Scene
from core.domain.rates.facts import Facts
from core.domain.rates.local_days import LocalDays
from core.domain.rates.windows import DateRange, Window

_MOST_EDGES = 24


@dataclass(frozen=True, slots=True)
class SampleDays:
    """Dates from ordinal ``first`` up to before ``last``; ``is_holiday``: the only one is a holiday."""

    days: LocalDays
    first: int
    last: int
    is_holiday: bool = False

    def with_holiday(self, facts: Facts) -> Facts:
        """The facts of a stay for which the date is a holiday."""
        return replace(facts, holidays=frozenset({date.fromordinal(self.first)}))


def sample_days(scene: Scene, windows: Iterable[Window]) -> Iterator[SampleDays]:
    """A holiday, where the plan speaks of holidays, and a week on either side of each edge of a season."""
    if scene.speaks_of_holidays:
        day = scene.monday + 2
        days = LocalDays(scene.zone, frozenset({date.fromordinal(day)}), with_holidays=True)
        yield SampleDays(days, day, day + 1, is_holiday=True)
    ranges = {dates for window in windows for dates in window.dates}
    edges = {edge for dates in ranges for edge in _edges(dates, scene.today)}
    for edge in sorted(edges)[:_MOST_EDGES]:
        yield SampleDays(scene.days, edge, edge + 7)
        yield SampleDays(scene.days, edge - 7, edge)


def _edges(dates: DateRange, today: date) -> Iterator[int]:
    """The first date in the range and the first after it, as ordinals, in the year that follows."""
    if not dates.yearly:
        for edge in (dates.first.toordinal(), dates.last.toordinal() + 1):
            if edge >= today.toordinal():
                yield edge
        return
    for ahead in range(366):
        day = today + timedelta(days=ahead)
        if (day in dates) != (day - timedelta(days=1) in dates):
            yield day.toordinal()
