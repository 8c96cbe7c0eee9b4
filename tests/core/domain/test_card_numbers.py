"""A card's number is told from every other number, so that none is kept here."""

from __future__ import annotations

import pytest

from core.domain.card_numbers import holds_card_number, mask_card_numbers

# Numbers that the card schemes publish for tests.
CARDS = (
    "4242424242424242",
    "4000056655665556",
    "5555555555554444",
    "2223003122003222",
    "378282246310005",
    "6011111111111117",
    "30569309025904",
    "3566002020360505",
    "6200000000000005",
)


@pytest.mark.parametrize("number", CARDS)
def test_a_cards_number_is_known_and_masked(number: str) -> None:
    assert holds_card_number(f"card {number} ok")
    assert mask_card_numbers(f"card {number} ok") == f"card {'*' * (len(number) - 4)}{number[-4:]} ok"


@pytest.mark.parametrize("text", ["4242 4242 4242 4242", "4242-4242-4242-4242"])
def test_also_where_it_is_written_in_groups(text: str) -> None:
    assert mask_card_numbers(text) == "************4242"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4242424242424241",
        "2021113000689711610",
        "2019060112345678910",
        "pi_4242424242424242abc",
        "0042",
        "385202001111222233",
        "+886 912 345 678",
        "cs_test_a1b2c3",
    ],
)
def test_no_other_number_is_touched(text: str) -> None:
    assert not holds_card_number(text)
    assert mask_card_numbers(text) == text


def test_all_of_several_are_masked() -> None:
    assert mask_card_numbers("4242424242424242, 5555555555554444") == "************4242, ************4444"
