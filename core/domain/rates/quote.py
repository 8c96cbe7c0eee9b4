"""A quote: what is due for a span of time, line by line, and until when the answer holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One rule's part of the price.

    ``rule`` is a reason code (``"free"``, ``"first_block"``, ``"steps"``, ``"cap"``, ``"already_paid"``);
    ``start``/``end`` the span it took (half open, UTC); ``units`` how many blocks or steps;
    ``unit_minutes`` their length and ``unit_minor`` their price; ``amount_minor`` may be negative.
    """

    rule: str
    start: datetime
    end: datetime
    amount_minor: int
    units: int = 1
    unit_minutes: int = 0
    unit_minor: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """The price of a span: the total is the sum of the lines, nothing else.

    ``valid_until`` is the instant at which the same question would get another answer (None: never).
    """

    currency: str
    start: datetime
    end: datetime
    lines: tuple[QuoteLine, ...]
    plan_id: str
    plan_version: int
    valid_until: datetime | None = None

    @property
    def total_minor(self) -> int:
        """What is due, in minor units."""
        return sum(line.amount_minor for line in self.lines)


@dataclass(frozen=True, slots=True)
class Span:
    """What is to be priced: entry and exit (UTC, aware).

    ``restarted`` marks a clock that runs again after a paid permit ran out: no free minutes and no
    arrival grace. ``cap_from`` is the instant from which cap periods are counted (None: from entry), and
    ``earlier`` the lines already charged for this stay, which count against a cap period they began in.
    """

    entry: datetime
    exit: datetime
    restarted: bool = False
    cap_from: datetime | None = None
    earlier: tuple[QuoteLine, ...] = ()


class RatePlan(Protocol):
    """Anything that can price a span; the full tariff engine fills the same interface."""

    @property
    def plan_id(self) -> str:
        """Which plan this is, over all its versions."""

    @property
    def version(self) -> int:
        """1, 2, 3, … as published."""

    @property
    def currency(self) -> str:
        """ISO 4217 code of all its prices."""

    def quote(self, span: Span) -> Quote:
        """The price of the span, explained."""
