"""A lot gets another lane, calls one otherwise, and takes one away."""

from __future__ import annotations

import pytest

from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.lots import Direction, Lane
from core.services.change_lanes import add_lane, remove_lane, rename_lane
from tests.booth import Booth, wait_until


def lanes(booth: Booth) -> list[tuple[str, str]]:
    return [(lane.lane_id, lane.name) for lane in booth.store.read(lambda unit: unit.lot()).lanes]


def add(booth: Booth, name: str, direction: Direction = Direction.ENTRY, lane_id: str = "") -> Lane:
    return booth.store.write(
        lambda unit: add_lane(unit, actor=booth.boss, name=name, direction=direction, lane_id=lane_id)
    )[0]


def remove(booth: Booth, lane_id: str) -> None:
    booth.store.write(lambda unit: remove_lane(unit, actor=booth.boss, lane_id=lane_id))


def rename(booth: Booth, lane_id: str, name: str) -> None:
    booth.store.write(lambda unit: rename_lane(unit, actor=booth.boss, lane_id=lane_id, name=name))


def test_a_new_lane_gets_an_id_of_its_own(booth: Booth) -> None:
    assert add(booth, "  Ramp   north ") == Lane("entry-1", "Ramp north", Direction.ENTRY)
    assert add(booth, "Ramp south").lane_id == "entry-2"
    assert add(booth, "Barrier B", Direction.EXIT, "exit-b").lane_id == "exit-b"
    assert [lane_id for lane_id, _ in lanes(booth)] == ["entry", "exit", "entry-1", "entry-2", "exit-b"]
    assert "lot.changed" in booth.kinds()


def test_a_lane_is_called_otherwise_and_keeps_its_id(booth: Booth) -> None:
    rename(booth, "exit", "Exit south")
    assert lanes(booth) == [("entry", "Entry 1"), ("exit", "Exit south")]
    rename(booth, "exit", "exit SOUTH")


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "bell\a"])
def test_a_lane_needs_a_name_that_people_can_read(booth: Booth, name: str) -> None:
    with pytest.raises(BadInput, match=r"lane\.bad_name"):
        add(booth, name)
    with pytest.raises(BadInput, match=r"lane\.bad_name"):
        rename(booth, "exit", name)


def test_two_lanes_of_one_name_would_be_taken_for_each_other(booth: Booth) -> None:
    with pytest.raises(BadInput, match=r"lane\.name_twice"):
        add(booth, "entry 1")
    with pytest.raises(BadInput, match=r"lane\.name_twice"):
        rename(booth, "exit", "ENTRY 1")


@pytest.mark.parametrize("lane_id", ["../etc", "a b", "x" * 41, "車道", "a:rear"])
def test_an_id_that_no_file_could_be_named_by_is_refused(booth: Booth, lane_id: str) -> None:
    with pytest.raises(BadInput, match=r"lane\.bad_id"):
        add(booth, "Ramp", lane_id=lane_id)


def test_the_id_of_a_lane_that_was_there_once_is_not_given_to_another_direction(booth: Booth) -> None:
    first = add(booth, "Ramp")
    remove(booth, first.lane_id)
    with pytest.raises(BadInput, match=r"lane\.id_taken"):
        add(booth, "Ramp", Direction.EXIT, first.lane_id)
    assert add(booth, "Ramp two").lane_id == "entry-2"
    assert add(booth, "Ramp", Direction.ENTRY, first.lane_id).lane_id == first.lane_id
    with pytest.raises(BadInput, match=r"lane\.id_taken"):
        add(booth, "Ramp three", Direction.ENTRY, first.lane_id)


def test_a_lot_has_only_so_many_lanes(booth: Booth) -> None:
    for number in range(14):
        add(booth, f"Ramp {number}")
    with pytest.raises(BadInput, match=r"lane\.too_many"):
        add(booth, "One more")


def test_a_lane_with_a_car_under_its_gate_is_not_taken_away(running: Booth) -> None:
    running.arrive("entry", "ABC1234")
    wait_until(lambda: bool(running.barriers["entry"].pulses))
    with pytest.raises(Refused, match=r"lane\.in_use"):
        remove(running, "entry")
    running.cross("entry")
    wait_until(lambda: "stay.entered" in running.kinds())
    remove(running, "entry")
    assert lanes(running) == [("exit", "Exit 1")]
    assert running.inside()[0].entry_lane == "entry"


def test_a_lane_whose_gate_is_held_open_is_not_taken_away(running: Booth) -> None:
    running.lanes["exit"].hold_open(actor=running.ben, reason="fire")
    with pytest.raises(Refused, match=r"lane\.in_use"):
        remove(running, "exit")


def test_lanes_are_the_landlords_and_the_administrators_affair(booth: Booth) -> None:
    with pytest.raises(NotAllowed):
        booth.store.write(
            lambda unit: add_lane(unit, actor=booth.ben, name="Ramp", direction=Direction.ENTRY)
        )
    with pytest.raises(NotAllowed):
        booth.store.write(lambda unit: remove_lane(unit, actor=booth.ben, lane_id="exit"))
    with pytest.raises(BadInput, match=r"lane\.unknown"):
        remove(booth, "nowhere")
