from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.money import (
    CURRENCIES,
    Money,
    exponent,
    format_plain,
    format_price,
    half_up,
    parse_minor,
)


@pytest.mark.parametrize(
    ("typed", "currency", "minor"),
    [
        ("12.50", "EUR", 1250),
        ("12,5", "EUR", 1250),
        (" 12 ", "EUR", 1200),
        ("100", "TWD", 100),
        ("1.005", "KWD", 1005),
        ("0", "EUR", 0),
        ("999999999", "TWD", 999_999_999),
    ],
)
def test_an_amount_typed_by_a_person_is_understood(typed: str, currency: str, minor: int) -> None:
    assert parse_minor(typed, currency) == minor


@pytest.mark.parametrize(
    ("typed", "currency"),
    [
        ("", "EUR"),
        ("-5", "EUR"),
        ("+5", "EUR"),
        ("12.505", "EUR"),
        ("1,000", "EUR"),
        ("1.5", "TWD"),
        ("12.", "EUR"),
        (".5", "EUR"),
        ("1e3", "EUR"),
        ("１２", "EUR"),
        ("²", "EUR"),
        ("1.2.3", "EUR"),
        ("1234567890", "TWD"),
        ("NaN", "EUR"),
    ],
)
def test_what_is_no_clear_amount_is_no_amount(typed: str, currency: str) -> None:
    assert parse_minor(typed, currency) is None


@given(st.integers(0, 10**9 - 1), st.sampled_from([*CURRENCIES, "KWD"]))
def test_an_amount_written_out_is_read_back_the_same(minor: int, currency: str) -> None:
    assert parse_minor(format_plain(minor, currency), currency) == minor


def test_amounts_are_written_with_the_currencys_decimals() -> None:
    assert [format_plain(5, currency) for currency in ("TWD", "EUR", "KWD")] == ["5", "0.05", "0.005"]
    assert [format_plain(-1250, currency) for currency in ("TWD", "EUR")] == ["-1250", "-12.50"]
    assert {exponent(currency) for currency in CURRENCIES} <= {0, 2, 3}


@given(st.fractions())
def test_rounding_is_half_up_once_and_the_same_below_zero(value: Fraction) -> None:
    rounded = half_up(value)
    assert abs(rounded - value) <= Fraction(1, 2)
    assert half_up(-value) == -rounded


def test_halves_go_away_from_zero() -> None:
    halves = (Fraction(1, 2), Fraction(3, 2), Fraction(-1, 2))
    assert [half_up(value) for value in halves] == [1, 2, -1]


def test_money_of_two_currencies_is_never_mixed() -> None:
    assert Money(5, "EUR") + Money(3, "EUR") - Money(1, "EUR") == Money(7, "EUR")
    with pytest.raises(ValueError, match="TWD and EUR"):
        Money(5, "TWD") + Money(3, "EUR")
    with pytest.raises(ValueError, match="EUR and TWD"):
        Money(5, "EUR") - Money(3, "TWD")


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [
        ("200", "EUR", "2.00"),
        ("3.5", "EUR", "0.035"),
        ("120000", "EUR", "1,200.00"),
        ("20", "TWD", "20"),
        ("0.25", "TWD", "0.25"),
        ("-150", "EUR", "-1.50"),
        ("0", "EUR", "0.00"),
    ],
)
def test_a_price_has_as_many_decimals_as_it_needs(minor: str, currency: str, text: str) -> None:
    assert format_price(Decimal(minor), currency) == text
