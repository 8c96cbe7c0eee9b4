"""Pads of the paper book are numbered, and their numbers are those that the book's lines are entered by."""

from __future__ import annotations

import pytest

from core.domain.back_entry import slip_number
from core.domain.errors import BadInput, NotAllowed
from core.domain.paper_pads import MOST_PAGES, Pad
from core.domain.people import Role
from core.services.print_book import STAYS_MINUTES, price_table, print_book
from tests.booth import Booth
from tests.core.services.cashiers import do, hire


def test_no_two_pads_share_a_number(booth: Booth) -> None:
    first, second = (do(booth, print_book, actor=booth.ben, pages=3) for _ in range(2))
    assert (first.number, second.number) == (1, 2)
    assert not {*first.slips(0), *first.slips(2)} & {*second.slips(0), *second.slips(2)}


def test_every_number_can_be_typed_back() -> None:
    for pad in (Pad(1, 1), Pad(99_999, MOST_PAGES, 12)):
        last = pad.slips(pad.pages - 1)[-1]
        assert slip_number(last.lower()) == last


def test_pads_of_several_consoles_name_theirs() -> None:
    assert not set(Pad(1, 1, 1).slips(0)) & set(Pad(1, 1, 2).slips(0))
    assert not set(Pad(1, 1).slips(0)) & set(Pad(1, 1, 1).slips(0))


@pytest.mark.parametrize("pages", [0, -1, MOST_PAGES + 1, True])
def test_a_pad_has_some_pages_and_not_too_many(booth: Booth, pages: int) -> None:
    with pytest.raises(BadInput, match=r"book\.bad_pages"):
        do(booth, print_book, actor=booth.ben, pages=pages)


def test_the_price_table_is_what_a_car_that_comes_now_would_pay(booth: Booth) -> None:
    table = dict(booth.store.read(lambda unit: price_table(unit, actor=booth.ben)))
    assert tuple(table) == STAYS_MINUTES
    assert (table[60], table[120], table[1440]) == (30, 60, 200)


def test_who_may_not_enter_the_book_prints_none(booth: Booth) -> None:
    landlord = hire(booth, "Lee", Role.LANDLORD)
    with pytest.raises(NotAllowed):
        do(booth, print_book, actor=landlord)
