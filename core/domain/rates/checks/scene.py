"""The week and the pricing that a plan is checked with, and stays worked out in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from core.domain.errors import BadInput
from core.domain.rates.checks.axis import Spans, held_by
from core.domain.rates.checks.remarks import Example
from core.domain.rates.facts import NO_FACTS, Facts
from core.domain.rates.local_days import LocalDays
from core.domain.rates.plan import DEFAULT_CLASS, Applies, Plan
from core.domain.rates.plan_parts import speaks_of_holidays
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Quote, Span
from core.domain.rates.windows import DAY_S, DayKind, Window

WITHOUT_A_DATE = date(2026, 1, 5)
MOST_QUOTES_KEPT = 50_000
_WEEKS_LOOKED_AT = 26
_SPECIAL = frozenset({DayKind.HOLIDAY, DayKind.EVE})


class Scene:
    """A plan in a usual week: no holiday and no change of clocks in it or in the week after.

    ``now`` is when the check is made; without one it looks from the plan's effective instant on.
    """

    def __init__(self, plan: Plan, now: datetime | None = None) -> None:
        self.plan = plan
        self.now = now
        self.zone = ZoneInfo(plan.timezone)
        self.pricing = Pricing(plan)
        self.speaks_of_holidays = speaks_of_holidays(plan)
        self.days = LocalDays(self.zone, plan.holidays, with_holidays=self.speaks_of_holidays)
        self.today = self._today()
        self.monday = self._usual_monday()
        self._totals: dict[tuple[int, int, Facts], int | None] = {}

    @property
    def facts(self) -> Facts:
        """A stay of the class that most stays have."""
        return self.facts_for(Applies())

    def facts_for(self, applies: Applies) -> Facts:
        """The least that must be known of a stay for a part to apply to it (its times aside)."""
        known = applies.classes or self.plan.classes
        return replace(
            NO_FACTS,
            vehicle_class=DEFAULT_CLASS if DEFAULT_CLASS in known or not known else min(known),
            loyalty=min(applies.loyalty, default=""),
            tags=applies.tags,
            lost_ticket=bool(applies.lost_ticket),
        )

    def instant(self, at: int) -> datetime:
        """The instant (UTC) of a place on the axis of clock seconds."""
        seconds = self.days.instant(at // DAY_S, at % DAY_S)
        return datetime.fromtimestamp(seconds, UTC)

    def held(self, windows: Sequence[Window]) -> Spans:
        """What the windows hold of the usual week and of the days beside it."""
        return held_by(windows, self.days, self.monday - 8, self.monday + 15)

    @property
    def week(self) -> Spans:
        """The usual week as one span of the axis."""
        return ((self.monday * DAY_S, (self.monday + 7) * DAY_S),)

    def example(self, entry: datetime, exit_at: datetime, facts: Facts | None = None) -> Example:
        """A stay with its price, or why it has none."""
        known = self.facts if facts is None else facts
        try:
            quote: Quote = self.pricing.quote(Span(entry, exit_at, known))
        except BadInput as error:
            return Example(entry, exit_at, known, refusal=error.code)
        return Example(entry, exit_at, known, quote)

    def stay(self, at: int, length_s: int, facts: Facts | None = None) -> Example:
        """A stay that begins at a place on the axis."""
        entry = self.instant(at)
        return self.example(entry, entry + timedelta(seconds=length_s), facts)

    def total(self, entry_s: int, exit_s: int, facts: Facts) -> int | None:
        """What a stay between two UTC seconds costs, kept for the next question; None: it has no price."""
        key = (entry_s, exit_s, facts)
        if key not in self._totals:
            if len(self._totals) >= MOST_QUOTES_KEPT:
                self._totals.clear()
            entry, exit_at = (datetime.fromtimestamp(at, UTC) for at in key[:2])
            self._totals[key] = self.example(entry, exit_at, facts).total_minor
        return self._totals[key]

    def _today(self) -> date:
        starts = [at for at in (self.now, self.plan.effective) if at is not None]
        return max(starts).astimezone(self.zone).date() if starts else WITHOUT_A_DATE

    def _usual_monday(self) -> int:
        ordinal = self.today.toordinal()
        first = ordinal + (-(ordinal - 1)) % 7
        for monday in range(first, first + 7 * _WEEKS_LOOKED_AT, 7):
            if all(self._is_usual(day) for day in range(monday - 1, monday + 15)):
                return monday
        return first

    def _is_usual(self, ordinal: int) -> bool:
        day = self.days.day(ordinal)
        return day.is_regular and not _SPECIAL & day.kinds
