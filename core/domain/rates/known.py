"""What one quote knows while its time is priced, and the price it comes to."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import NamedTuple

from core.domain.rates.applying import Stay
from core.domain.rates.bill import Entry
from core.domain.rates.compiled import Calendar, CompiledPlan
from core.domain.rates.facts import Facts
from core.domain.rates.periods import Anchors
from core.domain.rates.plan import Visits


class RatePrice(NamedTuple):
    """The lines of a span's time by one rate before rounding (``rate`` empty: it was free), and the instant
    up to which that rate reaches."""

    entries: tuple[Entry, ...]
    rate: str
    cut_s: int

    @property
    def amount(self) -> int | Fraction:
        """Their sum in small units."""
        return sum(entry.amount for entry in self.entries)


class TimePrice(NamedTuple):
    """The lines of all of a span's time before rounding, the rate that it began with (empty: it was free),
    and the last instant up to which they stay."""

    entries: tuple[Entry, ...]
    rate: str
    next_change_s: int | None

    @property
    def amount(self) -> int | Fraction:
        """Their sum in small units."""
        return sum(entry.amount for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Known:
    """What one quote knows while its time is priced.

    ``covered``: spans (UTC seconds) that are not charged; ``restarted``: no free minutes any more;
    ``prior_s``: the length of earlier visits that count, ``gaps_s`` that of the gaps between them;
    ``done``: charges' periods that were paid in full;
    ``rests``: what the rest of the stay costs from an instant on, for comparing rates; ``changes``:
    the instants up to which prices that were looked at stay as they are.
    """

    compiled: CompiledPlan
    calendar: Calendar
    facts: Facts
    anchors: Anchors
    covered: tuple[tuple[int, int], ...] = ()
    restarted: bool = False
    prior_s: int = 0
    gaps_s: int = 0
    done: frozenset[Hashable] = frozenset()
    rests: dict[int, int | Fraction] = field(default_factory=dict)
    changes: list[int] = field(default_factory=list)

    def afresh(self) -> Known:
        """The same, with nothing looked at yet."""
        return replace(self, rests={}, changes=[])

    def stay(self, entry_s: int, exit_s: int) -> Stay:
        """The stay as conditions look at it."""
        adds_up = self.compiled.plan.visits is not Visits.CAPS
        earlier_s = self.prior_s - self.gaps_s if adds_up else 0
        return Stay(entry_s, exit_s, self.facts, self.calendar.days, earlier_s)
