import json

import pytest

from core.domain.errors import Refused
from core.domain.payments import Payment, change_due
from tests.core.domain.samples import after, payment_of


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
