"""What a check says about a plan: a code, its place in the document, its figures, and worked examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from core.domain.rates.facts import NO_FACTS, Facts
from core.domain.rates.quote import Quote

Place = tuple[str | int, ...]


class Severity(StrEnum):
    """Whether the plan must not go live as it is, should be looked at, or could say more."""

    STOPS = "stops"
    WARNS = "warns"
    HINTS = "hints"


@dataclass(frozen=True, slots=True)
class Example:
    """A stay and its price: ``quote``, or the reason code with which it is refused a price."""

    entry: datetime
    exit: datetime
    facts: Facts = NO_FACTS
    quote: Quote | None = None
    refusal: str = ""

    @property
    def total_minor(self) -> int | None:
        """What it costs in minor units; None where it has no price."""
        return None if self.quote is None else self.quote.total_minor


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark; ``place`` is the path into the document (``("rates", 0, "charges", 1)``).

    ``facts`` are the figures for the words of the code; clock times and days in them are written as in
    the document. For a price that falls the examples are the two stays, the shorter first.
    """

    code: str
    severity: Severity
    place: Place
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)
    examples: tuple[Example, ...] = ()
