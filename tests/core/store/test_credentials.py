"""What people sign on with, as consoles give it to each other: whatever is offered, all of them go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.journal import from_micros
from core.domain.people import Actor
from core.services.manage_people import set_pin
from core.services.membership import BADGE_KEY, LATEST_SET_AT, MOST_PEOPLE, SharedCredential
from core.store.membership import StoreMembership
from core.store.store import Store
from core.sync.credential_wire import credentials_document, credentials_from
from core.sync.wire import LAST_INSTANT
from tests.core.store.lot import MORNING, set_up

LATER = MORNING + timedelta(minutes=5)
BADGE, OTHER_BADGE = "ab" * 32, "cd" * 32
NIA = SharedCredential("nia", "pin-hash", MORNING, "pin", BADGE, MORNING)
LEE = SharedCredential("lee", "password-hash", MORNING, "password")
KEY = SharedCredential("badge-key-0707", "07" * 32, MORNING, BADGE_KEY)
ALL = [KEY, LEE, NIA]


def pin_of(store: Store, boss: Actor) -> str:
    found = store.read(lambda unit: unit.credential(boss.person_id))
    assert found is not None
    return found.pin_hash


def test_a_pin_of_the_end_of_time_is_not_taken_and_the_next_one_can_be_set(store: Store) -> None:
    boss = set_up(store)
    shelf = StoreMembership(store)
    last = SharedCredential(boss.person_id, "forged", from_micros(LAST_INSTANT))
    assert shelf.take_credentials([last]) == 0
    assert pin_of(store, boss) == "x"
    shelf.take_credentials([SharedCredential(boss.person_id, "late", LATEST_SET_AT)])
    store.write(lambda unit: set_pin(unit, actor=boss, person_id=boss.person_id, pin_hash="new"))
    assert [each.pin_hash for each in shelf.credentials()] == ["new"]


def test_no_more_are_kept_than_are_handed_on(store: Store) -> None:
    boss = set_up(store)
    shelf = StoreMembership(store)
    for start in range(0, MOST_PEOPLE + 500, 500):
        numbers = range(start, start + 500)
        shelf.take_credentials([SharedCredential(f"p{number}", "h", MORNING) for number in numbers])
    assert len(credentials_from(credentials_document(shelf.credentials()))) == MOST_PEOPLE
    changed = SharedCredential(boss.person_id, "changed", MORNING + timedelta(hours=1))
    assert shelf.take_credentials([changed]) == 1
    assert pin_of(store, boss) == "changed"


@pytest.fixture
def shelf(store: Store) -> StoreMembership:
    set_up(store)
    made = StoreMembership(store)
    made.take_credentials(ALL)
    return made


def kept(shelf: StoreMembership, person_id: str) -> SharedCredential:
    return next(each for each in shelf.credentials() if each.person_id == person_id)


def test_what_such_a_console_sends_back_takes_no_badge_and_no_kind_away(shelf: StoreMembership) -> None:
    before = shelf.credentials()
    echo = credentials_from({"credentials": credentials_document(before)["credentials"]})
    assert shelf.take_credentials(echo) == 0
    assert shelf.credentials() == before


def test_a_pin_that_is_set_there_holds_and_the_badge_stays(shelf: StoreMembership) -> None:
    shelf.take_credentials([SharedCredential("nia", "newer", LATER)])
    assert kept(shelf, "nia") == replace(NIA, pin_hash="newer", set_at=LATER)


def test_of_hash_and_badge_each_the_later_one_holds_whoever_is_asked(shelf: StoreMembership) -> None:
    here = replace(NIA, pin_hash="newer", set_at=LATER)
    there = replace(NIA, badge=OTHER_BADGE, badge_set_at=LATER)
    both = replace(here, badge=OTHER_BADGE, badge_set_at=LATER)
    assert here.later_of(there) == there.later_of(here) == both
    shelf.take_credentials([there])
    shelf.take_credentials([here])
    assert kept(shelf, "nia") == both


def test_a_badge_that_was_taken_away_stays_away(shelf: StoreMembership) -> None:
    shelf.take_credentials([replace(NIA, badge="", badge_set_at=LATER)])
    shelf.take_credentials([NIA])
    assert kept(shelf, "nia").badge == ""


def test_a_badge_that_travels_forgives_no_wrong_pin(store: Store, shelf: StoreMembership) -> None:
    credential = store.read(lambda unit: unit.credential("nia"))
    assert credential is not None
    store.write(lambda unit: unit.set_credential(replace(credential, failures=4)))
    shelf.take_credentials([replace(NIA, badge=OTHER_BADGE, badge_set_at=LATER)])
    after = store.read(lambda unit: unit.credential("nia"))
    assert after is not None
    assert (after.failures, after.badge) == (4, OTHER_BADGE)


def test_a_key_for_badges_is_never_replaced_and_they_are_few(shelf: StoreMembership) -> None:
    shelf.take_credentials([replace(KEY, pin_hash="09" * 32, set_at=LATER)])
    assert kept(shelf, KEY.person_id) == KEY
    shelf.take_credentials([replace(NIA, kind=BADGE_KEY, pin_hash="09" * 32, set_at=LATER)])
    assert kept(shelf, "nia") == NIA
    shelf.take_credentials([replace(KEY, person_id=f"badge-key-{number}") for number in range(50)])
    assert sum(each.kind == BADGE_KEY for each in shelf.credentials()) == 8


TOLD = st.builds(
    SharedCredential,
    person_id=st.just("nia"),
    pin_hash=st.sampled_from(["a", "b", "c"]),
    set_at=st.sampled_from([MORNING, LATER]),
    kind=st.sampled_from(["pin", "password"]),
    badge=st.sampled_from(["", BADGE, OTHER_BADGE]),
    badge_set_at=st.sampled_from([MORNING, LATER]),
)


@given(st.lists(TOLD, min_size=1, max_size=6), st.randoms())
def test_whatever_the_order_in_which_consoles_tell_all_end_with_the_same(
    told: list[SharedCredential], chance: Random
) -> None:
    def ends_with(order: list[SharedCredential]) -> SharedCredential:
        kept = order[0]
        for each in order[1:]:
            kept = each.later_of(kept)
        return kept

    shuffled = [*told, *told]
    chance.shuffle(shuffled)
    assert ends_with(shuffled) == ends_with(told)
