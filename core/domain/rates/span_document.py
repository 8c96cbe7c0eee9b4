"""A span with its facts as plain values, and back; what is as usual is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from core.domain.journal import from_micros, to_micros
from core.domain.rates.facts import NO_FACTS, CreditKind, Facts, Validation
from core.domain.rates.plan import DEFAULT_CLASS
from core.domain.rates.quote import Span


def span_document(span: Span) -> dict[str, Any]:
    """The span as plain values: instants in microseconds, decimal numbers as text."""
    return {
        "entry": to_micros(span.entry),
        "exit": to_micros(span.exit),
        **_said(
            facts=facts_document(span.facts),
            restarted=span.restarted,
            cap_from=_micros(span.cap_from),
            paid=_pairs(span.paid),
        ),
    }


def span_from_document(document: Mapping[str, Any]) -> Span:
    """The span from plain values; LookupError, TypeError or ValueError where they are none."""
    facts = document.get("facts")
    return Span(
        from_micros(document["entry"]),
        from_micros(document["exit"]),
        NO_FACTS if facts is None else facts_from_document(facts),
        restarted=document.get("restarted", False),
        cap_from=_instant(document.get("cap_from")),
        paid=_spans(document.get("paid", ())),
    )


def facts_document(facts: Facts) -> dict[str, Any]:
    """The facts as plain values."""
    return _said(
        vehicle_class=facts.vehicle_class if facts.vehicle_class != DEFAULT_CLASS else "",
        loyalty=facts.loyalty,
        tags=sorted(facts.tags),
        lost_ticket=facts.lost_ticket,
        holidays=sorted(day.isoformat() for day in facts.holidays),
        validations=[validation_document(validation) for validation in facts.validations],
        visits=_pairs(facts.visits),
        prior_minutes=facts.prior_minutes,
        free_used=facts.free_used,
        prepaid_minor=facts.prepaid_minor,
        booked_until=_micros(facts.booked_until),
        covered=_pairs(facts.covered),
        quantities=[[name, str(amount)] for name, amount in facts.quantities],
    )


def facts_from_document(document: Mapping[str, Any]) -> Facts:
    """The facts from plain values; LookupError, TypeError or ValueError where they are none."""
    return Facts(
        vehicle_class=document.get("vehicle_class", DEFAULT_CLASS),
        loyalty=document.get("loyalty", ""),
        tags=frozenset(document.get("tags", ())),
        lost_ticket=document.get("lost_ticket", False),
        holidays=frozenset(date.fromisoformat(day) for day in document.get("holidays", ())),
        validations=tuple(
            validation_from_document(validation) for validation in document.get("validations", ())
        ),
        visits=_spans(document.get("visits", ())),
        prior_minutes=document.get("prior_minutes", 0),
        free_used=document.get("free_used", False),
        prepaid_minor=document.get("prepaid_minor", 0),
        booked_until=_instant(document.get("booked_until")),
        covered=_spans(document.get("covered", ())),
        quantities=tuple((name, Decimal(amount)) for name, amount in document.get("quantities", ())),
    )


def validation_document(validation: Validation) -> dict[str, Any]:
    """The validation as plain values."""
    return {
        "kind": validation.kind.value,
        "value": str(validation.value),
        **_said(rate=validation.rate, id=validation.validation_id),
    }


def validation_from_document(document: Mapping[str, Any]) -> Validation:
    """The validation from plain values; LookupError, TypeError or ValueError where it is none."""
    return Validation(
        CreditKind(document["kind"]),
        Decimal(document["value"]),
        document.get("rate", ""),
        document.get("id", ""),
    )


def _said(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _micros(instant: datetime | None) -> int | None:
    return None if instant is None else to_micros(instant)


def _instant(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def _pairs(spans: Sequence[tuple[datetime, datetime]]) -> list[list[int]]:
    return [[to_micros(start), to_micros(end)] for start, end in spans]


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[tuple[datetime, datetime], ...]:
    return tuple((from_micros(start), from_micros(end)) for start, end in pairs)
