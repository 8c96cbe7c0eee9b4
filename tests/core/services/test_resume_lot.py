"""The lot after a power cut."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from core.domain.journal import to_micros
from core.domain.stays import StayState
from core.services.resume_lot import resume_lot
from tests.booth import Booth, wait_until
from tests.core.store.lot import SetClock, set_up
from tests.core.store.lots_apart import about, admit, agree, consoles, join


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


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


def test_cars_under_the_gates_of_other_consoles_are_left_to_them(tmp_path: Path, clock: SetClock) -> None:
    with consoles(tmp_path, clock, "booth", "entry") as (booth, entry):
        set_up(booth)
        join(booth, entry)
        agree([booth, entry])
        about(entry, "stay.admitted", "s1", admission(clock, "in"))
        about(entry, "stay.admitted", "s2", admission(clock, "in-2"))
        for stay_id in ("s3", "s4"):
            admit(booth, stay_id)
        about(booth, "stay.released", "s3", {"lane_id": "out"})
        about(booth, "stay.released", "s4", {"lane_id": "out-2"})
        agree([booth, entry])
        assert booth.write(resume_lot) == 0
        assert booth.write(partial(resume_lot, lane_ids=["in", "out"])) == 2
        agree([booth, entry])
        for store in (booth, entry):
            stays = [store.read(lambda view, name=name: view.stay(name)) for name in ("s1", "s2", "s3", "s4")]
            assert [stay.state for stay in stays[:2]] == [StayState.HELD, StayState.PENDING]
            assert [stay.leaving for stay in stays[2:]] == [False, True]


def admission(clock: SetClock, lane_id: str) -> dict[str, object]:
    entry_at = to_micros(clock.now())
    return {"entry_at": entry_at, "lane_id": lane_id, "plan_id": "day", "plan_version": 1}
