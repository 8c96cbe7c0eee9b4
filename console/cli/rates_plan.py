"""The plan of a file, ready for quoting, with the holidays of its calendar for the years of each stay."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from core.config.rate_plans import read_plan
from core.config.rate_plans.calendars import with_holidays
from core.domain.rates.pricing import LONGEST_STAY, Pricing
from core.domain.rates.quote import Quote, Span

MOST_KEPT = 16
Years = tuple[int, int]


class PlanInUse:
    """Prices stays by the plan of a file; ConfigError with file, line and reason where there is none."""

    def __init__(self, path: Path) -> None:
        self.plan = read_plan(path)
        self.zone = ZoneInfo(self.plan.timezone)
        self._pricing = Pricing(self.plan)
        self._by_years: dict[Years, Pricing] = {}

    def quote(self, span: Span) -> Quote:
        """The price of the span; the refusals are those of the engine."""
        return self._pricing_for(span).quote(span)

    def _pricing_for(self, span: Span) -> Pricing:
        # A stay that is too long is refused whatever its holidays.
        if not self.plan.holiday_calendar or span.exit - span.entry > LONGEST_STAY:
            return self._pricing
        # The eve of a holiday lies in the year before it, and a local date may be of another year than UTC's.
        years = (span.entry.year - 1, max(span.entry.year, span.exit.year) + 1)
        known = self._by_years.get(years)
        if known is None:
            if len(self._by_years) >= MOST_KEPT:
                self._by_years.clear()
            known = self._by_years[years] = Pricing(with_holidays(self.plan, *years))
        return known
