"""A quote: what is due for a span of time, line by line, and until when the answer holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.domain.rates.facts import NO_FACTS, Facts


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One rule's part of the price.

    ``rule`` is a reason code, ``name`` the landlord's own name of the charge, extra or adjustment:

    - ``"free"`` the stay is within its free minutes, ``"taken_off"`` the first ``unit_minutes`` are;
    - ``"first_block"`` a price for a block begun, ``"steps"`` per started unit, ``"band"`` a total for
      this long a stay, ``"flat"`` once for the window, ``"not_charged"`` time that costs nothing;
    - ``"days"`` ``units`` whole days or periods alike, at ``unit_minor`` each;
    - ``"cap"``/``"minimum"`` what a cap of ``unit_minor`` takes off or adds;
    - ``"extra"``, ``"adjustment"``, ``"visits"`` (charged on an earlier visit), ``"time_credit"``,
      ``"percent_credit"``, ``"amount_credit"``, ``"prepaid"``, ``"already_paid"``, ``"rounding"``,
      ``"permit"``, ``"tax"`` (on top of the prices; ``factor`` in hundredths of a per cent).

    ``start``/``end``: the span it took (half open, UTC); ``units`` how many blocks or steps;
    ``unit_minutes`` their length and ``unit_minor`` their price; where that is no whole amount it is the
    price per ``per_minutes``. ``amount_minor`` may be negative. ``factor`` is an adjustment's, as text.
    """

    rule: str
    start: datetime
    end: datetime
    amount_minor: int
    units: int = 1
    unit_minutes: int = 0
    unit_minor: int = 0
    name: str = ""
    per_minutes: int = 0
    factor: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The price of a span: the total is the sum of the lines, nothing else.

    ``valid_until`` is the instant at which the same question would get another answer (None: never).
    ``rate`` names the rate that was chosen; ``tax_minor`` is the tax inside the total.
    """

    currency: str
    start: datetime
    end: datetime
    lines: tuple[QuoteLine, ...]
    plan_id: str
    plan_version: int
    valid_until: datetime | None = None
    rate: str = ""
    tax_minor: int = 0

    @property
    def total_minor(self) -> int:
        """What is due, in minor units."""
        return sum(line.amount_minor for line in self.lines)


@dataclass(frozen=True, slots=True)
class Span:
    """What is to be priced: entry and exit (UTC, aware), with what is known of the stay.

    ``restarted`` marks a clock that runs again after a paid permit ran out: no free minutes and no
    arrival grace. Then ``cap_from`` is the stay's entry, from which cap periods are counted, and ``paid``
    the spans that were charged before, which count against the caps they lie in.
    """

    entry: datetime
    exit: datetime
    facts: Facts = NO_FACTS
    restarted: bool = False
    cap_from: datetime | None = None
    paid: tuple[tuple[datetime, datetime], ...] = ()
