"""The plates of open stays, kept for the search."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.people import Actor, Role
from core.services.confirm_crossing import backed_out
from core.services.correct_plate import correct_plate
from core.services.find_stay import find_stay
from core.services.ports import LoopRole
from core.store.queries.open_plates import OpenPlateIndex
from tests.booth import LANES, Booth, wait_until
from tests.core.store.lot import drive_in, opened, set_up

BEN = Actor("ben", "Ben", Role.ATTENDANT)


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    made = Booth(tmp_path)
    made.run_lanes()
    yield made
    made.close()


def found(index: OpenPlateIndex, typed: str, booth: Booth) -> list[str]:
    booth.store.write(lambda _unit: None)  # the listeners of all commits before have then been told
    return [match.stay_id for match in find_stay(index, typed, actor=BEN)]


def test_cars_that_were_inside_before_the_start_are_found(booth: Booth) -> None:
    stay = booth.enter("ABC1234")
    assert found(OpenPlateIndex(booth.store), "ABC1234", booth) == [stay.stay_id]


def test_a_car_is_found_as_soon_as_its_entry_is_committed(booth: Booth) -> None:
    index = OpenPlateIndex(booth.store)
    assert found(index, "ABC1234", booth) == []
    first, second = booth.enter("ABC1234"), booth.enter("XYZ1234")
    assert found(index, "ABC1234", booth)[0] == first.stay_id
    assert found(index, "1234", booth) == [second.stay_id, first.stay_id]


def test_a_car_that_has_left_is_found_no_more(booth: Booth) -> None:
    index = OpenPlateIndex(booth.store)
    stay = booth.enter("ABC1234")
    assert found(index, "ABC1234", booth) == [stay.stay_id]
    booth.clock.pass_by(hours=1)
    booth.pay(stay.stay_id)
    booth.arrive("exit", "ABC1234")
    wait_until(lambda: len(booth.barriers["exit"].pulses) == 1, "the exit opens")
    booth.cross("exit")
    wait_until(lambda: not booth.inside(), "the car has left")
    assert found(index, "ABC1234", booth) == []


def test_a_car_that_backed_out_is_found_no_more(booth: Booth) -> None:
    index = OpenPlateIndex(booth.store)
    stay = booth.enter("ABC1234")
    assert found(index, "ABC1234", booth) == [stay.stay_id]
    booth.loops["entry"].set(LoopRole.ARMING, False)
    booth.store.write(
        lambda unit: backed_out(unit, lane_id="entry", direction=LANES[0].direction, stay_id=stay.stay_id)
    )
    expected = [inside.stay_id for inside in booth.inside()]
    assert found(index, "ABC1234", booth) == expected


def test_a_corrected_plate_is_found_under_both_texts_once(booth: Booth) -> None:
    index = OpenPlateIndex(booth.store)
    stay = booth.enter("ABC1234")
    booth.store.write(
        lambda unit: correct_plate(unit, actor=booth.ben, stay_id=stay.stay_id, typed="XYZ9876")
    )
    assert found(index, "XYZ9876", booth) == [stay.stay_id]
    assert found(index, "ABC1234", booth) == [stay.stay_id]
    keys, folds = index.keys()
    assert [(key.plate, key.former) for key in keys] == [("XYZ9876", False), ("ABC1234", True)]
    assert [key.folded for key in keys] == list(folds)


def test_the_index_begins_with_who_is_inside_newest_first(booth: Booth) -> None:
    early = OpenPlateIndex(booth.store)
    for plate in ("ABC1234", "KLM5678", "XYZ9999"):
        booth.enter(plate)
        booth.clock.pass_by(minutes=5)
    later = OpenPlateIndex(booth.store)
    booth.store.write(lambda _unit: None)
    for index in (early, later):
        assert [key.plate for key in index.keys()[0]] == ["XYZ9999", "KLM5678", "ABC1234"]


def test_a_search_at_work_never_keeps_a_commit_waiting(booth: Booth) -> None:
    index = OpenPlateIndex(booth.store)
    with index._refreshing:
        entered = threading.Thread(target=booth.enter, args=("ABC1234",), daemon=True)
        entered.start()
        entered.join(15)
        assert not entered.is_alive()
    assert len(found(index, "ABC1234", booth)) == 1


def test_what_the_reader_held_possible_is_searched_until_a_person_corrects_the_plate(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        set_up(store)
        drive_in(store, "XBC1239")
        wrong = drive_in(store, "HBC1234")
        index = OpenPlateIndex(store)
        own = next(key for key in index.keys()[0] if key.plate == "HBC1234")
        assert own.slots == ((("8", 0.12),), (), (), (), (), (), ())
        assert find_stay(index, "8BC1234", actor=BEN)[0].stay_id == wrong
        store.write(lambda unit: correct_plate(unit, actor=BEN, stay_id=wrong, typed="HBC1235"))
        store.write(lambda _unit: None)
        own = next(key for key in index.keys()[0] if key.plate == "HBC1235")
        assert own.slots == ()
