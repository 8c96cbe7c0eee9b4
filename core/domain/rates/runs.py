"""One going through a charge's ladder, and the lines it makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from core.domain.rates.bill import Entry
from core.domain.rates.ladder import Ladder, Rung, RungPart
from core.domain.rates.plan import Charge


@dataclass(slots=True)
class Run:
    """Where a charge's ladder stands (``at`` seconds, which cost ``cost``), and the spans of it that were
    gone through; ``first_s``/``last_s`` in UTC seconds, ``origin_s`` what elapsed time is counted from."""

    charge: Charge
    ladder: Ladder
    first_s: int
    origin_s: int
    last_s: int = 0
    at: int = 0
    cost: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)

    def entries(self, factor: Fraction) -> Iterator[Entry]:
        """A line for each step that was gone through; ``factor`` multiplies its prices."""
        charge, ladder = self.charge, self.ladder
        if not self.spans and not ladder.is_free:
            return
        if ladder.is_free:
            yield Entry("not_charged", self.first_s, self.last_s, 0, name=charge.name)
            return
        band = ladder.total_at(self.at) if len(self.spans) == 1 and self.spans[0][0] == 0 else None
        if band is not None:
            yield self._priced(factor, RungPart(band, 1, self.cost), self.first_s, self.last_s)
            return
        parts: dict[int, RungPart] = {}
        for first, last in self.spans:
            for part in ladder.parts(first, last):
                earlier = parts.get(part.rung.start_s)
                parts[part.rung.start_s] = part.plus(earlier) if earlier else part
        for _, part in sorted(parts.items()):
            yield self._priced(factor, part, *self._span_of(part.rung))
        if not parts:
            yield Entry("steps", self.first_s, self.last_s, 0, 0, name=charge.name)

    def _span_of(self, rung: Rung) -> tuple[int, int]:
        """The instants between which the run stood on the rung, where it went through without a gap."""
        first, last = self.spans[0]
        if len(self.spans) > 1 or self.last_s - self.first_s != last - first:
            return self.first_s, self.last_s
        start_s = self.first_s + max(0, rung.start_s - first)
        ends_s = self.first_s + rung.end_s - first
        is_last = self.ladder.repeats(rung) or ends_s > self.last_s
        return start_s, self.last_s if is_last else ends_s

    def _priced(self, factor: Fraction, part: RungPart, start_s: int, end_s: int) -> Entry:
        rung, amount = part.rung, part.amount
        price = rung.price
        if factor != 1:
            amount, price = int(amount * factor), price * factor
        rule, unit_s = _how(rung)
        return Entry(
            rule,
            start_s,
            end_s,
            amount,
            part.units,
            unit_s,
            price,
            rung.step.per_s or 0,
            self.charge.name,
        )


def _how(rung: Rung) -> tuple[str, int]:
    """The reason code of a rung's line, and the length that stands beside it."""
    if rung.step.is_total:
        return "band", 0 if rung.is_endless else rung.end_s
    if rung.unit_s:
        return "steps", rung.unit_s
    return ("flat", 0) if rung.is_endless else ("first_block", rung.end_s - rung.start_s)
