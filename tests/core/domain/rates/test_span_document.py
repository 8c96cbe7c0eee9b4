"""What a price was made from goes to the journal and comes back as it was."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from core.domain.rates.facts import CreditKind, Facts, Validation
from core.domain.rates.quote import Span
from core.domain.rates.span_document import span_document, span_from_document

ENTRY = datetime(2026, 5, 13, 8, 0, 30, tzinfo=UTC)
EXIT = ENTRY + timedelta(hours=3, microseconds=1)

EVERYTHING = Facts(
    vehicle_class="coach",
    loyalty="gold",
    tags=frozenset({"ev", "staff"}),
    lost_ticket=True,
    holidays=frozenset({date(2026, 5, 13), date(2026, 1, 1)}),
    validations=(
        Validation(CreditKind.TIME, Decimal(60), validation_id="shop-1"),
        Validation(CreditKind.PERCENT, Decimal("12.5")),
        Validation(CreditKind.RATE, rate="Cinema"),
    ),
    visits=((ENTRY - timedelta(hours=5), ENTRY - timedelta(hours=4)),),
    prior_minutes=15,
    free_used=True,
    prepaid_minor=500,
    booked_until=EXIT,
    covered=((ENTRY, ENTRY + timedelta(hours=1)),),
    quantities=(("kwh", Decimal("12.345")),),
)


def test_a_usual_stay_is_written_down_as_its_two_instants() -> None:
    assert set(span_document(Span(ENTRY, EXIT))) == {"entry", "exit"}


@pytest.mark.parametrize(
    "span",
    [
        Span(ENTRY, EXIT),
        Span(ENTRY, EXIT, EVERYTHING),
        Span(EXIT, EXIT + timedelta(hours=1), restarted=True, cap_from=ENTRY, paid=((ENTRY, EXIT),)),
    ],
)
def test_a_span_comes_back_from_the_journal_as_it_was(span: Span) -> None:
    assert span_from_document(json.loads(json.dumps(span_document(span)))) == span


@pytest.mark.parametrize("damaged", [{}, {"entry": 1}, {"entry": "x", "exit": 2}, {"entry": 1, "exit": None}])
def test_what_is_no_span_is_not_taken_for_one(damaged: dict[str, object]) -> None:
    with pytest.raises((LookupError, TypeError, ValueError)):
        span_from_document(damaged)
