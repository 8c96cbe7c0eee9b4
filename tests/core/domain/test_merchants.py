"""A merchant folds to what was set last; what a validation gives is what the engine prices."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.domain.merchants import Gives, Merchant
from core.domain.rates.facts import CreditKind, Validation


@pytest.mark.parametrize(
    ("gives", "value", "credit"),
    [
        (Gives.MINUTES, Decimal(60), Validation(CreditKind.TIME, Decimal(60), "", "m")),
        (Gives.PERCENT, Decimal("12.5"), Validation(CreditKind.PERCENT, Decimal("12.5"), "", "m")),
        (Gives.AMOUNT, Decimal(300), Validation(CreditKind.AMOUNT, Decimal(300), "", "m")),
        (Gives.FULL, Decimal(0), Validation(CreditKind.PERCENT, Decimal(100), "", "m")),
    ],
)
def test_each_thing_that_is_given_is_a_credit_of_its_kind(
    gives: Gives, value: Decimal, credit: Validation
) -> None:
    assert Merchant("m", "Shop", "SH", gives, value).validation() == credit


def test_another_rate_is_named() -> None:
    merchant = Merchant("m", "Shop", "SH", Gives.RATE, rate="evening")
    assert merchant.validation() == Validation(CreditKind.RATE, Decimal(0), "evening", "m")


def test_each_stamp_is_a_validation_of_its_own() -> None:
    merchant = Merchant("m", "Shop", "SH", Gives.FULL, needs_stamp=True)
    assert merchant.validation("1").validation_id != merchant.validation("2").validation_id


def test_written_down_and_read_again_it_is_the_same() -> None:
    merchant = Merchant("m", "Shop", "SH", Gives.PERCENT, Decimal("0.1"), "", 7, True, False)
    assert Merchant.from_document(merchant.to_document()) == merchant


def test_what_a_newer_program_says_besides_is_left_out_and_nonsense_is_told() -> None:
    document = Merchant("m", "Shop", "SH", Gives.FULL).to_document()
    assert Merchant.from_document({**document, "logo": "x"}).name == "Shop"
    for wrong in ({"value": "much"}, {"gives": "cake"}):
        with pytest.raises(ValueError, match=r".+"):
            Merchant.from_document({**document, **wrong})
