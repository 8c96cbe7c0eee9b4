"""The lot after a power cut."""

from __future__ import annotations

from core.domain.stays import StayState
from core.services.resume_lot import resume_lot
from tests.booth import Booth, wait_until


def test_a_car_that_was_under_way_is_held_and_keeps_its_space(running: Booth) -> None:
    running.arrive("entry", "ABC1234")
    wait_until(lambda: bool(running.barriers["entry"].pulses))
    assert running.store.write(resume_lot) == 1
    assert [stay.state for stay in running.inside()] == [StayState.HELD]
    assert running.store.read(lambda unit: unit.occupancy()).free == 4


def test_a_car_on_its_way_out_is_still_inside(running: Booth) -> None:
    running.enter("ABC1234")
    running.arrive("exit", "ABC1234")
    wait_until(lambda: bool(running.barriers["exit"].pulses))
    assert running.inside()[0].leaving
    running.store.write(resume_lot)
    assert not running.inside()[0].leaving


def test_a_quiet_lot_has_nothing_to_take_up(running: Booth) -> None:
    running.enter("ABC1234")
    assert running.store.write(resume_lot) == 0
