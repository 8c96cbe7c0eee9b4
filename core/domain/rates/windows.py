"""Clock windows: which local times, days and dates a rule speaks of.

Windows are half open: one that ends at 18:00 ends where another that begins at 18:00 begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

DAY_S = 24 * 60 * 60


class DayKind(StrEnum):
    """What a date can be; in a plan that speaks of holidays, a holiday is no weekday beside it."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"
    HOLIDAY = "holiday"
    EVE = "eve"


WEEK = (
    DayKind.MON, DayKind.TUE, DayKind.WED, DayKind.THU, DayKind.FRI, DayKind.SAT, DayKind.SUN,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateRange:
    """Dates from ``first`` to ``last``, both included; ``yearly`` compares month and day only (a season)."""

    first: date
    last: date
    yearly: bool = False

    def __contains__(self, day: date) -> bool:
        if not self.yearly:
            return self.first <= day <= self.last
        first, at, last = ((d.month, d.day) for d in (self.first, day, self.last))
        return first <= at <= last if first <= last else at >= first or at <= last


@dataclass(frozen=True, slots=True)
class Window:
    """Local times of some days: ``start_s`` to ``end_s`` in seconds of the day, on days of the given kinds.

    An end at or before the start lies on the next day, and the whole window belongs to the day on which
    it begins. ``days`` empty means every day; ``dates`` empty every date. With ``through`` the end
    itself still counts (used for the instants of entry and exit, never for time that is charged).
    ``weekly`` gives first and last weekday (0 Monday) of one window that runs over days, from ``start_s``
    of the first to ``end_s`` of the last.
    """

    days: frozenset[DayKind] = frozenset()
    start_s: int = 0
    end_s: int = DAY_S
    dates: tuple[DateRange, ...] = ()
    through: bool = False
    weekly: tuple[int, int] | None = None

    @property
    def is_always(self) -> bool:
        """Whether it holds at every instant."""
        return not self.days and not self.dates and self.weekly is None and self.length_s == DAY_S

    @property
    def length_s(self) -> int:
        """From its start to its end on the clock, in seconds."""
        if self.weekly is not None:
            first, last = self.weekly
            span = (last - first) * DAY_S + self.end_s - self.start_s
            return span if span > 0 else span + 7 * DAY_S
        span = self.end_s - self.start_s
        return span if span > 0 else span + DAY_S


ALWAYS = Window()
