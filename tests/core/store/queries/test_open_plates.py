"""The plates of open stays, kept for the search."""

from __future__ import annotations

from core.services.correct_plate import correct_plate
from core.store.queries.open_plates import OpenPlateIndex
from core.store.store import Store
from tests.core.store.lot import SetClock, a_day, drive_in, drive_out, pay


def plates(index: OpenPlateIndex) -> list[str]:
    keys, folds = index.keys()
    assert [key.folded for key in keys] == list(folds)
    return [key.plate for key in keys]


def test_the_index_begins_with_who_is_inside_newest_first(store: Store, clock: SetClock) -> None:
    a_day(store, clock, vehicles=4)
    assert plates(OpenPlateIndex(store)) == ["AB0003", "AB0002", "AB0001"]


def test_it_follows_each_vehicle(store: Store, clock: SetClock) -> None:
    actor = a_day(store, clock, vehicles=1)
    index = OpenPlateIndex(store)
    assert plates(index) == []
    stay_id = drive_in(store, "XY1")
    store.write(lambda _unit: None)
    assert plates(index) == ["XY1"]
    clock.pass_time(30)
    pay(store, actor, stay_id)
    drive_out(store, "XY1", stay_id)
    store.write(lambda _unit: None)
    assert plates(index) == []


def test_a_corrected_plate_is_found_under_both_texts(store: Store, clock: SetClock) -> None:
    actor = a_day(store, clock, vehicles=1)
    index = OpenPlateIndex(store)
    stay_id = drive_in(store, "XY1")
    store.write(lambda unit: correct_plate(unit, actor=actor, stay_id=stay_id, typed="xy-7"))
    store.write(lambda _unit: None)
    assert plates(index) == ["XY7", "XY1"]
    keys, _ = index.keys()
    assert [key.former for key in keys] == [False, True]


def test_an_index_made_later_knows_the_same(store: Store, clock: SetClock) -> None:
    early = OpenPlateIndex(store)
    actor = a_day(store, clock, vehicles=6)
    stay_id = drive_in(store, "XY1")
    store.write(lambda unit: correct_plate(unit, actor=actor, stay_id=stay_id, typed="XY7"))
    store.write(lambda _unit: None)
    assert sorted(plates(early)) == sorted(plates(OpenPlateIndex(store)))
