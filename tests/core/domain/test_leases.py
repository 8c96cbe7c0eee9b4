"""Spaces handed to consoles: who may let in how many, and why the lot is not oversold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.journal import Entry, Subject
from core.domain.leases import Hub, Lease, LeaseBook, LeaseChange, fold_hub, lease_change
from core.domain.occupancy import Occupancy
from core.domain.stays import StayState
from tests.core.domain.samples import NOON, stay_at_noon

HUB, WEST, EAST, EXIT = "hub", "west", "east", "exit"


def entry(kind: str, console_id: str, hlc: int, /, **payload: Any) -> Entry:
    subject = Subject("lease", console_id)
    return Entry(f"{console_id}-{hlc}", console_id, hlc, hlc, NOON, "lot", kind, 1, payload, "p", (subject,))


def appointed(console_id: str, term: int, hlc: int, by: str = HUB) -> Entry:
    return entry("hub.appointed", by, hlc, console_id=console_id, term=term)


def book(
    console_id: str, *leases: Lease, hub: str = HUB, entrances: tuple[str, ...] = (WEST, EAST)
) -> LeaseBook:
    return LeaseBook(console_id, hub, frozenset(entrances), {lease.console_id: lease for lease in leases})


FIVE_FREE = Occupancy(capacity=20, inside=14, pending=1)
FULL = Occupancy(capacity=20, inside=19, pending=1)


def test_a_lot_of_one_console_lets_in_as_many_as_are_free() -> None:
    alone = LeaseBook("booth")
    assert alone.may_let_in(FIVE_FREE) == 5
    assert not alone.needs_lease
    assert not alone.keeps_spaces


def test_a_console_lets_in_what_it_was_granted_and_no_more_than_it_sees_free() -> None:
    assert book(WEST, Lease(WEST, 3, 1, 0)).may_let_in(FIVE_FREE) == 2
    assert book(WEST, Lease(WEST, 9, 0, 0)).may_let_in(FIVE_FREE) == 5
    assert book(WEST).may_let_in(FIVE_FREE) == 0
    assert book(WEST, Lease(WEST, 2)).may_let_in(FULL) == 0


def test_the_hub_lets_in_what_no_other_console_holds() -> None:
    assert book(HUB, Lease(WEST, 3, 1, 0), Lease(EAST, 1)).may_let_in(FIVE_FREE) == 2
    assert book(HUB, Lease(WEST, 30)).may_let_in(FIVE_FREE) == 0


def test_a_balance_below_zero_is_no_room_for_others() -> None:
    assert book(HUB, Lease(WEST, 0, 4, 0)).may_let_in(FIVE_FREE) == 5


def test_of_two_appointments_the_higher_term_holds_and_of_the_same_term_the_first() -> None:
    first, second = appointed(HUB, 1, 10), appointed(WEST, 2, 20)
    assert fold_hub([second, first]) == Hub(WEST, 2)
    assert fold_hub([appointed(EAST, 2, 30, by=EAST), second, first]) == Hub(WEST, 2)
    assert fold_hub([]) == Hub()


@pytest.mark.parametrize("term", [None, "2", -1, True, 1.5])
def test_an_appointment_that_cannot_be_read_appoints_nobody(term: object) -> None:
    assert fold_hub([entry("hub.appointed", HUB, 1, console_id=HUB, term=term)]) == Hub()


def test_an_appointment_that_leaves_terms_out_appoints_nobody_and_ends_no_others() -> None:
    last_for_ever = appointed(EAST, 1_000_000, 20, by=EAST)
    assert fold_hub([appointed(HUB, 1, 10), last_for_ever]) == Hub(HUB, 1)
    assert fold_hub([appointed(HUB, 1, 10), last_for_ever, appointed(WEST, 2, 30)]) == Hub(WEST, 2)


def test_an_appointment_that_came_before_the_one_it_follows_holds_once_that_is_there() -> None:
    later = appointed(WEST, 2, 20, by=WEST)
    assert fold_hub([later]) == Hub()
    assert fold_hub([later, appointed(HUB, 1, 10)]) == Hub(WEST, 2)


@pytest.mark.parametrize("console_id", ["x" * 37, "a\0b", 5, None])
def test_spaces_of_what_no_console_can_be_called_are_not_counted(console_id: object) -> None:
    appointments = [appointed(HUB, 1, 10)]
    written_off = entry("space.written_off", WEST, 20, console_id=console_id, count=1)
    granted = entry("space.granted", HUB, 20, to=console_id, count=1)
    assert lease_change(written_off, appointments) is None
    assert lease_change(granted, appointments) is None


def test_only_the_hub_grants() -> None:
    appointments = [appointed(HUB, 1, 10)]
    grant = entry("space.granted", HUB, 11, to=WEST, count=3)
    assert lease_change(grant, appointments) == LeaseChange(WEST, 3)
    assert lease_change(replace(grant, console_id=EAST), appointments) is None
    assert lease_change(grant, []) is None


def test_a_hub_that_was_replaced_grants_nothing_any_more_and_what_it_granted_before_holds() -> None:
    appointments = [appointed(HUB, 1, 10), appointed(EAST, 2, 20, by=EAST)]
    before = entry("space.granted", HUB, 15, to=WEST, count=3)
    after = entry("space.granted", HUB, 25, to=WEST, count=3)
    assert lease_change(before, appointments) == LeaseChange(WEST, 3)
    assert lease_change(after, appointments) is None


def test_a_console_gives_back_its_own_spaces_and_a_supervisor_those_of_any() -> None:
    assert lease_change(entry("space.returned", WEST, 5, count=2), []) == LeaseChange(WEST, -2)
    written_off = entry("space.written_off", EAST, 5, console_id=WEST, count=2)
    assert lease_change(written_off, []) == LeaseChange(WEST, -2)
    assert lease_change(entry("stay.left", WEST, 5), []) is None


@pytest.mark.parametrize("count", [None, "3", -3, 0, True, 2.5, 10**12])
def test_a_count_that_cannot_be_meant_changes_nothing(count: object) -> None:
    change = lease_change(entry("space.returned", WEST, 5, count=count), [])
    assert change == LeaseChange(WEST, 0)


def test_each_entrance_gets_a_share_of_half_of_what_nobody_has() -> None:
    empty = Occupancy(capacity=100, inside=0, pending=0)
    assert book(HUB).grants(empty) == {EAST: 25, WEST: 25}
    assert book(HUB, entrances=(HUB, WEST)).grants(empty) == {WEST: 25}


def test_no_grant_is_made_as_long_as_half_of_the_share_is_left() -> None:
    empty = Occupancy(capacity=100, inside=0, pending=0)
    assert book(HUB, Lease(WEST, 25, 5), Lease(EAST, 25, 10)).grants(empty) == {}
    assert set(book(HUB, Lease(WEST, 25, 5), Lease(EAST, 25, 20)).grants(empty)) == {EAST}


def test_the_last_spaces_go_one_by_one_to_those_who_have_none() -> None:
    two_free = Occupancy(capacity=20, inside=18, pending=0)
    assert book(HUB).grants(two_free) == {EAST: 1, WEST: 1}
    assert book(HUB, Lease(EAST, 1)).grants(two_free) == {WEST: 1}
    assert book(HUB, Lease(EAST, 1), Lease(WEST, 1)).grants(two_free) == {}
    assert book(HUB).grants(FULL) == {}


def test_who_owes_spaces_after_a_write_off_gets_one_that_a_car_can_use() -> None:
    one_free = Occupancy(capacity=20, inside=19, pending=0)
    assert book(HUB, Lease(WEST, 0, 3), entrances=(WEST,)).grants(one_free) == {WEST: 4}


def test_a_revoked_console_gets_nothing_and_what_it_holds_stays_its_own() -> None:
    revoked = book(HUB, Lease("gone", 4), entrances=(WEST,))
    assert revoked.available(FIVE_FREE) == 1
    assert set(revoked.grants(FIVE_FREE)) == {WEST}


def test_what_is_far_beyond_the_fair_share_goes_back_by_itself_and_more_when_asked() -> None:
    ten_free = Occupancy(capacity=20, inside=10, pending=0)
    assert book(WEST, Lease(WEST, 7)).surplus(ten_free, asked=False) == 0
    assert book(WEST, Lease(WEST, 8)).surplus(ten_free, asked=False) == 3
    assert book(WEST, Lease(WEST, 7)).surplus(ten_free, asked=True) == 2
    assert book(WEST, Lease(WEST, 5)).surplus(ten_free, asked=True) == 0


def test_the_last_space_of_an_entrance_is_not_asked_away_from_it() -> None:
    one_free = Occupancy(capacity=20, inside=19, pending=0)
    assert book(WEST, Lease(WEST, 1)).surplus(one_free, asked=True) == 0


def test_spaces_that_the_lot_does_not_have_any_more_go_back() -> None:
    assert book(WEST, Lease(WEST, 3)).surplus(FULL, asked=False) == 3


def test_a_console_without_entry_lanes_gives_everything_back() -> None:
    assert book(EXIT, Lease(EXIT, 3)).surplus(FIVE_FREE, asked=False) == 3


def test_the_space_of_a_car_that_leaves_stays_with_an_entrance() -> None:
    inside = replace(stay_at_noon(), state=StayState.INSIDE)
    assert book(WEST).keeps_space_of(inside, FULL)
    assert not book(EXIT).keeps_space_of(inside, FULL)
    assert not book(HUB, entrances=(HUB, WEST)).keeps_space_of(inside, FULL)
    assert not LeaseBook("booth").keeps_space_of(inside, FULL)


def test_a_space_is_not_kept_where_that_would_leave_the_lot_overfull() -> None:
    inside = replace(stay_at_noon(), state=StayState.INSIDE)
    assert not book(WEST).keeps_space_of(replace(inside, notes=("by_hand",)), FULL)
    assert not book(WEST).keeps_space_of(replace(inside, state=StayState.WRITTEN_OFF), FULL)
    assert not book(WEST).keeps_space_of(inside, Occupancy(capacity=20, inside=21, pending=0))


counts = st.integers(0, 30)
leases = st.builds(Lease, st.sampled_from([WEST, EAST, "gone"]), counts, counts, counts)


@given(
    capacity=st.integers(1, 60),
    inside=counts,
    held=st.lists(leases, max_size=3, unique_by=lambda lease: lease.console_id),
    entrances=st.sets(st.sampled_from([HUB, WEST, EAST])),
)
def test_grants_never_hand_out_more_than_nobody_has(
    capacity: int, inside: int, held: list[Lease], entrances: set[str]
) -> None:
    before = book(HUB, *held, entrances=tuple(entrances))
    occupancy = Occupancy(capacity, inside, 0)
    granted = before.grants(occupancy)
    assert set(granted) <= entrances - {HUB}
    assert all(count > 0 for count in granted.values())
    after = [
        replace(before.lease_of(one), granted=before.lease_of(one).granted + granted.get(one, 0))
        for one in {*before.leases, *granted}
    ]
    left = book(HUB, *after, entrances=tuple(entrances))
    assert not granted or left.available(occupancy) >= 0
    # Whoever has none gets one as long as there is any.
    if left.available(occupancy) > 0:
        assert all(left.lease_of(one).held > 0 for one in entrances - {HUB})
    assert left.grants(occupancy) == {}


@given(
    free=st.integers(0, 40),
    lease=st.builds(Lease, st.just(WEST), counts, counts, counts),
    asked=st.booleans(),
)
def test_what_goes_back_is_held_and_going_back_comes_to_an_end(free: int, lease: Lease, asked: bool) -> None:
    occupancy = Occupancy(40, 40 - free, 0)
    surplus = book(WEST, lease).surplus(occupancy, asked=asked)
    assert 0 <= surplus <= lease.held
    after = replace(lease, granted=lease.granted - surplus)
    assert book(WEST, after).surplus(occupancy, asked=asked) == 0
