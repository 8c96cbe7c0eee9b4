"""What is known of a stay beside its entry and exit: class, credits, visits before, what was prepaid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from core.domain.rates.plan import DEFAULT_CLASS


class CreditKind(StrEnum):
    """What a validation gives."""

    TIME = "time"
    PERCENT = "percent"
    AMOUNT = "amount"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Validation:
    """A merchant's discount: ``value`` in minutes, per cent or minor units; ``rate`` names another rate.

    ``validation_id`` tells one from the next: the same one twice is refused.
    """

    kind: CreditKind
    value: Decimal = Decimal(0)
    rate: str = ""
    validation_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that a price may depend on beside the plan and the two instants.

    ``visits``: earlier visits that count with this one (entry, exit; UTC); ``prior_minutes`` where only
    their length is known. ``free_used``: the vehicle had its free minutes already. ``booked_until``: the
    end of a booking, ``prepaid_minor`` what was paid for it. ``covered``: spans that a pass covers.
    ``quantities``: other figures that cost, by name. ``holidays`` are added to the plan's own.
    """

    vehicle_class: str = DEFAULT_CLASS
    loyalty: str = ""
    tags: frozenset[str] = frozenset()
    lost_ticket: bool = False
    holidays: frozenset[date] = frozenset()
    validations: tuple[Validation, ...] = ()
    visits: tuple[tuple[datetime, datetime], ...] = ()
    prior_minutes: int = 0
    free_used: bool = False
    prepaid_minor: int = 0
    booked_until: datetime | None = None
    covered: tuple[tuple[datetime, datetime], ...] = ()
    quantities: tuple[tuple[str, Decimal], ...] = ()


NO_FACTS = Facts()
