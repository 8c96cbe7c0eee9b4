"""What a price was made from, kept with every payment so that it can be made again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from core.domain.rates.quote import Quote, QuoteLine, Span
from core.domain.rates.span_document import span_document, span_from_document


class Prices(Protocol):
    """A rate plan that prices spans."""

    @property
    def currency(self) -> str:
        """ISO 4217 code of all its prices."""

    def quote(self, span: Span) -> Quote:
        """The price of the span, line by line."""


PlanOf = Callable[[str, int], Prices]
"""The plan of an id and a version."""


@dataclass(frozen=True, slots=True)
class Priced:
    """A span and the version of the plan that prices it."""

    plan_id: str
    version: int
    span: Span


@dataclass(frozen=True, slots=True)
class Basis:
    """The inputs of a price: the spans with their plans, and what was ``paid_minor`` before.

    Usually one part; a stay that is split where a new plan took effect has several. ``paid_minor`` is
    taken off at the end, never below zero; it is 0 where the clock restarted instead.
    """

    parts: tuple[Priced, ...]
    paid_minor: int = 0

    def to_document(self) -> dict[str, Any]:
        """The inputs as plain values."""
        parts = [
            {"plan_id": part.plan_id, "version": part.version, "span": span_document(part.span)}
            for part in self.parts
        ]
        return {"parts": parts, "paid_minor": self.paid_minor}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Basis:
        """The inputs from plain values; LookupError, TypeError or ValueError where they are none."""
        parts = tuple(
            Priced(part["plan_id"], part["version"], span_from_document(part["span"]))
            for part in document["parts"]
        )
        return cls(parts, document["paid_minor"])


def reckon(basis: Basis, plan_of: PlanOf) -> Quote:
    """The price that follows from the inputs, the same today as on the day it was asked for.

    BadInput where a plan cannot price its span; whatever ``plan_of`` raises where a plan is missing.
    """
    quotes = [plan_of(part.plan_id, part.version).quote(part.span) for part in basis.parts]
    whole = quotes[-1]
    if len(quotes) > 1:
        whole = replace(
            whole,
            start=quotes[0].start,
            lines=tuple(line for quote in quotes for line in quote.lines),
            tax_minor=sum(quote.tax_minor for quote in quotes),
        )
    credit = min(basis.paid_minor, whole.total_minor)
    if credit <= 0:
        return whole
    paid = QuoteLine("already_paid", whole.start, whole.end, -credit)
    due_minor = whole.total_minor - credit
    tax_minor = whole.tax_minor * due_minor // whole.total_minor
    return replace(whole, lines=(*whole.lines, paid), tax_minor=tax_minor)
