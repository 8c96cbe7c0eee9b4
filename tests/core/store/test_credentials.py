"""PIN hashes that consoles give to each other: whatever is offered, all of them go on."""

from __future__ import annotations

from datetime import timedelta

from core.domain.journal import from_micros
from core.domain.people import Actor
from core.services.manage_people import set_pin
from core.services.membership import LATEST_SET_AT, MOST_PEOPLE, SharedCredential
from core.store.membership import StoreMembership
from core.store.store import Store
from core.sync.credential_wire import credentials_document, credentials_from
from core.sync.wire import LAST_INSTANT
from tests.core.store.lot import MORNING, set_up


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
