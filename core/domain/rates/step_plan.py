"""The first rate plan: free minutes, a first block, steps, and a cap per 24 hours.

Every started unit counts; a stay of exactly N units costs N. Free minutes are free only if the stay is
no longer than they are. With a cap, each 24 hours from entry begin anew with the first block, and cost
at most the cap; without one the steps go on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from core.domain.errors import BadInput
from core.domain.rates.quote import Quote, QuoteLine, Span

FORMAT = "steps/1"
CAP_PERIOD = timedelta(hours=24)
_LONGEST_MINUTES = 24 * 60
_HIGHEST_MINOR = 10_000_000


@dataclass(frozen=True, slots=True)
class StepPlan:
    """A rate plan a landlord can say in one sentence; prices in minor units, lengths in minutes.

    ``first_minutes`` 0 means there is no first block, ``cap_minor`` None that there is no cap.
    """

    plan_id: str
    version: int
    currency: str
    free_minutes: int
    first_minutes: int
    first_minor: int
    step_minutes: int
    step_minor: int
    cap_minor: int | None

    def __post_init__(self) -> None:
        """Refuse figures that make no plan (BadInput ``rates.bad_figure`` naming the field)."""
        lengths = {"free_minutes": 0, "first_minutes": 0, "step_minutes": 1}
        for name, least in lengths.items():
            if not least <= getattr(self, name) <= _LONGEST_MINUTES:
                raise BadInput("rates.bad_figure", field=name)
        for name in ("first_minor", "step_minor"):
            if not 0 <= getattr(self, name) <= _HIGHEST_MINOR:
                raise BadInput("rates.bad_figure", field=name)
        if self.cap_minor is not None and not self.dearest_unit_minor <= self.cap_minor <= _HIGHEST_MINOR:
            raise BadInput("rates.cap_below_step", field="cap_minor")

    @property
    def dearest_unit_minor(self) -> int:
        """The higher of the first block's and a step's price."""
        return max(self.first_minor if self.first_minutes else 0, self.step_minor)

    def quote(self, span: Span) -> Quote:
        """The price of the span, line by line; BadInput where it ends before it starts."""
        if span.exit < span.entry:
            raise BadInput("rates.exit_before_entry", entry=span.entry, exit=span.exit)
        free_until = span.entry + timedelta(minutes=0 if span.restarted else self.free_minutes)
        if span.exit <= free_until:
            line = QuoteLine("free", span.entry, span.exit, 0, unit_minutes=self.free_minutes)
            return self._quoted(span, (line,), free_until)
        lines: list[QuoteLine] = []
        valid_until = span.exit
        for start, end, period_end in self._periods(span):
            part, valid_until = self._price(start, end, period_end)
            reduction = self._over_cap(span.earlier, part, period_end)
            lines += part
            if reduction:
                lines.append(QuoteLine("cap", start, end, -reduction, unit_minor=self.cap_minor or 0))
                valid_until = period_end
        return self._quoted(span, tuple(lines), valid_until)

    def to_document(self) -> dict[str, Any]:
        """The plan as plain values, to be journalled."""
        return {"format": FORMAT, **asdict(self)}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> StepPlan:
        """The plan from plain values; BadInput where they are not a plan of this format."""
        values = dict(document)
        if values.pop("format", None) != FORMAT:
            raise BadInput("rates.unknown_format")
        try:
            return cls(**values)
        except TypeError as error:
            raise BadInput("rates.bad_figure", field=str(error)) from error

    def _quoted(self, span: Span, lines: tuple[QuoteLine, ...], valid_until: datetime) -> Quote:
        return Quote(
            self.currency, span.entry, span.exit, lines, self.plan_id, self.version, valid_until=valid_until
        )

    def _periods(self, span: Span) -> Iterator[tuple[datetime, datetime, datetime]]:
        """Start, end and the period's own end, for each cap period that the span touches."""
        if self.cap_minor is None:
            yield span.entry, span.exit, datetime.max.replace(tzinfo=span.entry.tzinfo)
            return
        anchor = span.cap_from or span.entry
        period_end = anchor + CAP_PERIOD * ((span.entry - anchor) // CAP_PERIOD + 1)
        start = span.entry
        while start < span.exit:
            yield start, min(span.exit, period_end), period_end
            start, period_end = period_end, period_end + CAP_PERIOD

    def _price(
        self, start: datetime, end: datetime, period_end: datetime
    ) -> tuple[list[QuoteLine], datetime]:
        """The lines of one period without its cap, and the end of the last unit that was begun."""
        lines = []
        at = start
        if self.first_minutes:
            at = start + timedelta(minutes=self.first_minutes)
            lines.append(
                QuoteLine(
                    "first_block",
                    start,
                    min(at, end),
                    self.first_minor,
                    unit_minutes=self.first_minutes,
                    unit_minor=self.first_minor,
                )
            )
        if at < end:
            step = timedelta(minutes=self.step_minutes)
            units = -((at - end) // step)
            lines.append(
                QuoteLine(
                    "steps",
                    at,
                    end,
                    units * self.step_minor,
                    units=units,
                    unit_minutes=self.step_minutes,
                    unit_minor=self.step_minor,
                )
            )
            at += step * units
        return lines, min(at, period_end)

    def _over_cap(self, earlier: Sequence[QuoteLine], part: Sequence[QuoteLine], period_end: datetime) -> int:
        """By how much this period's lines go over its cap, with what was charged in it before."""
        if self.cap_minor is None:
            return 0
        charged = sum(line.amount_minor for line in earlier if _began_in(line, period_end))
        subtotal = sum(line.amount_minor for line in part)
        return max(0, min(subtotal, charged + subtotal - self.cap_minor))


def _began_in(line: QuoteLine, period_end: datetime) -> bool:
    return period_end - CAP_PERIOD <= line.start < period_end
