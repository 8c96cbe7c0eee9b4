import pytest

from console.screens.price.draft import PriceDraft, example_totals, usual_price
from console.screens.price.in_words import price_in_words
from core.domain.errors import BadInput
from core.domain.money import CURRENCIES

PRICE = PriceDraft(
    free_minutes=15, first_minutes=60, first_minor=40, step_minutes=30, step_minor=20, cap_minor=200
)


def test_the_examples_are_reckoned_by_the_plan_itself():
    totals = example_totals(PRICE.plan("TWD"))
    assert totals == [(30, 40), (60, 40), (61, 60), (180, 120), (24 * 60, 200)]


def test_the_plan_is_reckoned_on_the_clock_of_its_lot():
    assert PRICE.plan("TWD", "Asia/Taipei").timezone == "Asia/Taipei"


def test_a_cap_below_a_single_step_makes_no_plan():
    with pytest.raises(BadInput, match=r"rates\.cap_below_step"):
        PriceDraft(first_minor=500, step_minor=20, cap_minor=100).plan("TWD")


def test_the_price_is_said_in_one_sentence(qapp):
    said = price_in_words(PRICE, "TWD")
    assert all(part in said for part in ("15", "NT$ 40", "NT$ 20", "NT$ 200"))


def test_every_currency_has_a_usual_price_that_makes_a_plan():
    for currency in CURRENCIES:
        price = usual_price(currency)
        first, further = price.plan(currency).rates[0].charges[0].steps
        assert further.price_minor * 2 == first.price_minor > 0
