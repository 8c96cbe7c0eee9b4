"""The stay that is looked at: when it enters, what drives in, and up to which length. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from core.domain.rates.facts import Facts
from core.domain.rates.plan import DEFAULT_CLASS, Plan
from core.domain.rates.windows import WEEK, DayKind

HOUR_S = 3600


@dataclass(frozen=True, slots=True)
class Seen:
    """The stay that curves and examples begin with: its day, its time, its class, the longest stay shown."""

    day: DayKind = DayKind.MON
    at: tuple[int, int] = (10, 0)
    vehicle_class: str = DEFAULT_CLASS
    longest_s: int = 24 * HOUR_S

    def entry(self, plan: Plan, now: datetime) -> datetime:
        """The instant of entry: the next such day in the plan's zone, for a holiday the next in its list."""
        zone = ZoneInfo(plan.timezone)
        today = now.astimezone(zone).date()
        if self.day is DayKind.HOLIDAY:
            day = min((one for one in plan.holidays if one >= today), default=today)
        else:
            day = today + timedelta(days=(WEEK.index(self.day) - today.weekday()) % 7)
        return datetime(day.year, day.month, day.day, *self.at, tzinfo=zone)

    def facts(self, plan: Plan, now: datetime) -> Facts:
        """What is known of the stay; a holiday that no list names counts as one."""
        holidays: frozenset[date] = frozenset()
        if self.day is DayKind.HOLIDAY:
            holidays = frozenset({self.entry(plan, now).date()})
        return Facts(vehicle_class=self.vehicle_class, holidays=holidays)
