"""Who looked at which picture is written down, once for ten minutes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.domain.errors import NotAllowed
from core.domain.people import Actor, Role
from core.services.view_photo import view_photo
from core.store.photo_views import forget_old_views, photo_views_since
from core.store.store import Store
from tests.core.store.lot import MORNING, SetClock, opened, set_up

PHOTO, OTHER = "a" * 64, "b" * 64


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def store(tmp_path, clock):
    with opened(tmp_path, clock) as fresh:
        yield fresh


def views(store: Store, who: str = "") -> list[tuple[str, str, int]]:
    with store.reading() as unit:
        found = photo_views_since(unit.connection, store.lot_id, MORNING, who=who)
    return [(view.who, view.photo, view.count) for view in found]


def test_looking_again_soon_is_the_same_look(store: Store, clock: SetClock) -> None:
    ada = set_up(store)
    for _ in range(3):
        store.write(lambda unit: view_photo(unit, actor=ada, photos={PHOTO: "stay"}, place="large"))
        clock.pass_time(2)
    assert views(store) == [(ada.person_id, PHOTO, 3)]
    clock.pass_time(10)
    store.write(lambda unit: view_photo(unit, actor=ada, photos={PHOTO: "stay"}, place="large"))
    assert [count for _, _, count in views(store)] == [1, 3]


def test_each_person_and_each_picture_is_one_of_its_own(store: Store) -> None:
    ada = set_up(store)
    bob = Actor("bob", "Bob", Role.ATTENDANT)
    for actor in (ada, bob):
        store.write(
            lambda unit, actor=actor: view_photo(
                unit, actor=actor, photos={PHOTO: "one", OTHER: "", "": "none"}, place="cards"
            )
        )
    assert len(views(store)) == 4
    assert {photo for _, photo, _ in views(store, "bob")} == {PHOTO, OTHER}


def test_whoever_may_not_search_has_seen_none(store: Store) -> None:
    set_up(store)
    client = Actor("client", "Client", Role.CLIENT)
    with pytest.raises(NotAllowed):
        store.write(lambda unit: view_photo(unit, actor=client, photos={PHOTO: ""}, place="large"))
    assert views(store) == []


def test_old_views_are_forgotten(store: Store, clock: SetClock) -> None:
    ada = set_up(store)
    store.write(lambda unit: view_photo(unit, actor=ada, photos={PHOTO: ""}, place="large"))
    clock.instant += timedelta(days=401)
    assert store.write(lambda unit: forget_old_views(unit.connection, unit.lot_id, unit.now)) == 1
    assert views(store) == []
