import json
from dataclasses import replace

import pytest

from core.domain.errors import Refused
from core.domain.payments import Payment, change_due
from core.domain.rates.basis import Basis, Priced
from core.domain.rates.quote import QuoteLine, Span
from tests.core.domain.samples import NOON, after, payment_of

PAYMENT = payment_of(650, after(100))


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


def test_a_receipt_is_named_with_its_console_where_there_are_several() -> None:
    assert replace(PAYMENT, receipt_number=17).receipt_name == "17"
    assert replace(PAYMENT, receipt_number=17, console_number=2).receipt_name == "2-17"


def test_the_console_is_kept_with_the_payment_and_left_out_where_there_is_one_alone() -> None:
    assert "console_number" not in PAYMENT.to_document()
    of_second = replace(PAYMENT, console_number=2)
    assert Payment.from_document(of_second.to_document()) == of_second


def test_what_a_newer_program_says_of_a_payment_does_no_harm() -> None:
    assert Payment.from_document({**PAYMENT.to_document(), "gate": "north"}) == PAYMENT
