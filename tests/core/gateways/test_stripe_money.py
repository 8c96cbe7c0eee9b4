"""Amounts as Stripe counts them, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.domain.errors import DeviceError
from core.domain.money import CURRENCIES
from core.gateways.stripe_money import from_stripe, to_stripe


@pytest.mark.parametrize(
    ("minor", "currency", "amount"),
    [
        (60, "TWD", 6_000),
        (1, "TWD", 100),
        (60, "JPY", 60),
        (1_500, "KRW", 1_500),
        (250, "EUR", 250),
        (250, "USD", 250),
        (30_000, "VND", 30_000),
        (15_000, "IDR", 1_500_000),
        (700, "HUF", 70_000),
        (900, "ISK", 90_000),
        (900, "CLP", 900),
        (1_250, "KWD", 1_250),
    ],
)
def test_each_currency_is_sent_in_the_unit_that_stripe_knows(minor: int, currency: str, amount: int) -> None:
    assert to_stripe(minor, currency) == amount
    assert from_stripe(amount, currency) == minor


@given(some.integers(0, 10**9), some.sampled_from(CURRENCIES))
def test_what_is_sent_comes_back_as_the_same_amount(minor: int, currency: str) -> None:
    assert from_stripe(to_stripe(minor, currency), currency) == minor


def test_cents_of_a_currency_that_has_none_here_are_no_amount() -> None:
    assert from_stripe(6_050, "TWD") is None


def test_a_third_decimal_that_card_networks_do_not_settle_is_refused() -> None:
    with pytest.raises(DeviceError) as raised:
        to_stripe(1_255, "KWD")
    assert raised.value.cause == "gateway.amount_refused"
