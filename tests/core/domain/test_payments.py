import json
from dataclasses import replace

import pytest

from core.domain.errors import Refused
from core.domain.payments import Payment, change_due
from core.domain.rates.basis import Basis, Priced
from core.domain.rates.quote import QuoteLine, Span
from tests.core.domain.samples import NOON, after, payment_of


def test_the_change_is_what_was_handed_over_less_the_amount() -> None:
    assert (change_due(650, 1000), change_due(650, 650)) == (350, 0)


def test_too_little_cash_is_refused_with_what_is_missing() -> None:
    with pytest.raises(Refused) as caught:
        change_due(650, 500)
    assert caught.value.code == "payment.too_little"
    assert caught.value.facts["missing_minor"] == 150


def test_a_payment_comes_back_from_the_journal_as_it_was() -> None:
    payment = payment_of(650, after(100))
    assert Payment.from_document(json.loads(json.dumps(payment.to_document()))) == payment


def test_a_payment_keeps_what_its_price_was_made_from() -> None:
    line = QuoteLine("extra", NOON, after(100), 650, name="Charging", per_minutes=30, factor="1.5")
    basis = Basis((Priced("day", 3, Span(NOON, after(100))),))
    payment = replace(payment_of(650, after(100), lines=(line,)), basis=basis, tax_minor=104)
    assert Payment.from_document(json.loads(json.dumps(payment.to_document()))) == payment


def test_a_payment_from_before_that_was_kept_is_written_as_it_was() -> None:
    document = payment_of(650, after(100)).to_document()
    assert not {"basis", "tax_minor"} & document.keys()
    assert not {"name", "per_minutes", "factor"} & document["lines"][0].keys()
    assert Payment.from_document(document).to_document() == document
