"""Lists of stays, as screens read them."""

from __future__ import annotations

import pytest

from core.domain.stays import StayState
from core.store.queries.stays import StayPage, history_of, inside_list, recent_payments, stays_by_id
from core.store.store import Store
from tests.core.store.lot import SetClock, a_day, drive_in


@pytest.fixture(autouse=True)
def day(store: Store, clock: SetClock) -> None:
    """AB0000 and AB0004 left, AB0002 paid, AB0001, AB0003 and AB0005 did not."""
    a_day(store, clock, vehicles=6)


def plates(page: StayPage) -> list[str]:
    return [stay.plate for stay in page.stays]


def test_the_inside_list_shows_who_is_inside_newest_first(store: Store) -> None:
    page = store.read(inside_list)
    assert plates(page) == ["AB0005", "AB0003", "AB0002", "AB0001"]
    assert (page.count, page.paid_minor) == (4, 200)


@pytest.mark.parametrize(
    ("part", "found"), [("3", ["AB0003"]), ("ab-o0O3", ["AB0003"]), ("%", []), ("_", [])]
)
def test_a_part_of_a_plate_narrows_it_and_confusable_letters_do_not_matter(
    store: Store, part: str, found: list[str]
) -> None:
    page = store.read(lambda view: inside_list(view, part_of_plate=part))
    assert plates(page) == (found or ["AB0005", "AB0003", "AB0002", "AB0001"])


def test_it_is_sorted_as_asked_and_counts_what_it_does_not_show(store: Store) -> None:
    page = store.read(lambda view: inside_list(view, order="plate", descending=False, most=2))
    assert plates(page) == ["AB0001", "AB0002"]
    assert page.count == 4


def test_states_can_be_chosen(store: Store) -> None:
    page = store.read(lambda view: inside_list(view, states=[StayState.LEFT]))
    assert sorted(plates(page)) == ["AB0000", "AB0004"]
    assert page.paid_minor == sum(stay.paid_minor for stay in page.stays) == 400


def test_stays_come_in_the_order_they_were_asked_for(store: Store) -> None:
    last, first = drive_in(store, "ZZ1"), drive_in(store, "ZZ2")
    found = store.read(lambda view: stays_by_id(view, [first, "nobody", last]))
    assert [stay.plate for stay in found] == ["ZZ2", "ZZ1"]


def test_the_history_of_a_stay_is_in_order(store: Store) -> None:
    stay_id = drive_in(store, "ZZ1")
    kinds = [entry.kind for entry in store.read(lambda view: history_of(view, stay_id))]
    assert kinds[0] == "stay.admitted"
    assert kinds[-1] == "stay.entered"


def test_the_newest_payments_come_first(store: Store) -> None:
    found = store.read(lambda view: recent_payments(view, most=2))
    assert [payment.receipt_number for payment in found] == [3, 2]
