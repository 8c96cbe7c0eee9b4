"""Cars at a lane whose loops stick, chatter, are lost or were never there: no stay and no payment is lost."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from core.domain.errors import DeviceError
from core.domain.journal import Entry
from core.domain.lanes import PassagePolicy
from core.domain.loop_faults import LoopLimits
from core.domain.stays import StayState
from core.services import lane_loops
from core.services.lane_loops import LoopSettings
from core.services.ports import LoopRole
from core.store.queries.chain import own_entries
from tests.booth import Booth, wait_until

QUICKLY_STUCK = LoopSettings(stuck_after_s=1)
SOON_LOST = partial(LoopLimits, lost_after_ms=400)


@pytest.fixture
def booth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Booth]:
    monkeypatch.setattr(lane_loops, "LoopLimits", SOON_LOST)
    made = Booth(tmp_path)
    yield made
    made.close()


def last(booth: Booth, kind: str) -> Entry:
    with booth.store.reading() as view:
        return [entry for entry in own_entries(view) if entry.kind == kind][-1]


def states(booth: Booth) -> list[StayState]:
    return [stay.state for stay in booth.inside()]


def wait_opened(booth: Booth, lane_id: str, plate: str) -> None:
    """A car drives up and the gate opens for it."""
    before = len(booth.barriers[lane_id].pulses)
    booth.arrive(lane_id, plate)
    wait_until(lambda: len(booth.barriers[lane_id].pulses) > before, f"the gate opens for {plate}")


def wait_fault(booth: Booth, lane_id: str, fault: str) -> None:
    wait_until(lambda: fault in booth.lanes[lane_id].view.faults, fault)


def test_a_lane_without_a_closing_loop_takes_cars_to_have_crossed_and_says_so(booth: Booth) -> None:
    booth.run_lanes(loops=LoopSettings(has_closing=False))
    wait_opened(booth, "entry", "ABC1234")
    booth.drive_away("entry")
    wait_until(lambda: states(booth) == [StayState.INSIDE])
    assert last(booth, "stay.entered").payload["assumed"] == "loops.closing_not_wired"
    view = booth.lanes["entry"].view
    assert (view.faults, view.is_degraded) == ((), True)

    stay = booth.inside()[0]
    booth.clock.pass_by(minutes=65)
    booth.pay(stay.stay_id)
    wait_opened(booth, "exit", "ABC1234")
    booth.drive_away("exit")
    wait_until(lambda: booth.inside() == ())
    left = booth.store.read(lambda unit: unit.stay(stay.stay_id))
    assert (left.state, left.paid_minor) == (StayState.LEFT, 45)
    assert last(booth, "stay.left").payload["assumed"] == "loops.closing_not_wired"


def test_without_a_closing_loop_an_unpaid_car_that_turns_round_stays_inside(booth: Booth) -> None:
    booth.run_lanes(loops=LoopSettings(has_closing=False))
    wait_opened(booth, "entry", "ABC1234")
    booth.drive_away("entry")
    wait_until(lambda: states(booth) == [StayState.INSIDE])
    booth.clock.pass_by(minutes=65)
    booth.arrive("exit", "ABC1234")
    wait_until(lambda: booth.lanes["exit"].view.reason == "exit.not_paid")
    booth.drive_away("exit")
    wait_until(lambda: "lane.turned_away" in booth.kinds())
    assert states(booth) == [StayState.INSIDE]


def test_a_closing_loop_that_sticks_under_the_last_car_ends_its_passage_and_lets_the_next_ones_in(
    booth: Booth,
) -> None:
    booth.run_lanes(loops=QUICKLY_STUCK)
    wait_opened(booth, "entry", "ABC1234")
    loops = booth.loops["entry"]
    loops.set(LoopRole.CLOSING, True)
    loops.set(LoopRole.ARMING, False)
    wait_fault(booth, "entry", "loops.closing_stuck")
    wait_until(lambda: states(booth) == [StayState.INSIDE])
    assert last(booth, "stay.entered").payload["assumed"] == "loops.closing_stuck"

    wait_opened(booth, "entry", "XYZ9999")
    loops.set(LoopRole.ARMING, False)
    wait_until(lambda: states(booth) == [StayState.INSIDE] * 2)
    assert booth.store.read(lambda unit: unit.occupancy()).inside == 2
    assert booth.lanes["entry"].faults_of("loops") == ("loops.closing_stuck",)
    assert booth.lanes["entry"].faults_of("barrier") == ()


def test_a_loop_that_comes_free_again_is_believed_again(booth: Booth) -> None:
    booth.run_lanes(loops=QUICKLY_STUCK)
    booth.loops["entry"].set(LoopRole.CLOSING, True)
    wait_fault(booth, "entry", "loops.closing_stuck")
    booth.loops["entry"].set(LoopRole.CLOSING, False)
    wait_until(lambda: booth.lanes["entry"].view.faults == ())
    booth.enter("ABC1234")
    assert "assumed" not in last(booth, "stay.entered").payload
    assert not booth.lanes["entry"].view.is_degraded


def test_with_a_stuck_loop_before_the_boom_cars_are_found_by_their_plates(booth: Booth) -> None:
    booth.run_lanes(loops=QUICKLY_STUCK)
    booth.lanes["entry"]._passage.limits = PassagePolicy(reread_ms=200)
    booth.arrive("entry", None)
    wait_fault(booth, "entry", "loops.arming_stuck")
    loops = booth.loops["entry"]
    for plate in ("ABC1234", "XYZ9999"):
        before = len(booth.barriers["entry"].pulses)
        booth.recogniser.sees["entry"] = (plate, 0.95)
        wait_until(lambda before=before: len(booth.barriers["entry"].pulses) > before, plate)
        booth.recogniser.sees.pop("entry")
        loops.set(LoopRole.CLOSING, True)
        loops.set(LoopRole.CLOSING, False)
        wait_until(
            lambda plate=plate: any(s.plate == plate and s.state is StayState.INSIDE for s in booth.inside())
        )
    assert states(booth) == [StayState.INSIDE] * 2


def test_with_lost_loops_whoever_is_let_in_by_hand_is_a_stay_that_a_person_is_asked_about(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    booth.run_lanes()
    for role in LoopRole:
        booth.loops["entry"].set(role, None)
    wait_fault(booth, "entry", "loops.arming_lost")
    lane = booth.lanes["entry"]
    monkeypatch.setattr(lane._passage, "limits", PassagePolicy(crossing_window_ms=500))
    for count in (1, 2):
        lane.open_by_hand(actor=booth.ben, reason="gate_fault")
        wait_until(lambda count=count: states(booth) == [StayState.HELD] * count)
    assert booth.store.read(lambda unit: unit.occupancy()).held == 2
    assert len(booth.barriers["entry"].pulses) == 2


def test_with_lost_loops_a_paid_car_let_out_by_hand_is_not_forgotten(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    booth.run_lanes()
    stay = booth.enter("ABC1234")
    booth.clock.pass_by(minutes=65)
    booth.pay(stay.stay_id)
    for role in LoopRole:
        booth.loops["exit"].set(role, None)
    wait_fault(booth, "exit", "loops.closing_lost")
    lane = booth.lanes["exit"]
    monkeypatch.setattr(lane._passage, "limits", PassagePolicy(crossing_window_ms=500))
    lane.open_by_hand(actor=booth.ben, reason="gate_fault", stay_id=stay.stay_id)
    wait_until(lambda: "stay.exit_held" in booth.kinds())
    kept = booth.store.read(lambda unit: unit.stay(stay.stay_id))
    assert (kept.state, kept.paid_minor) == (StayState.PAID, 45)


def test_a_closing_loop_that_chatters_is_not_believed_and_loses_no_car(booth: Booth) -> None:
    booth.run_lanes()
    loops = booth.loops["entry"]
    for _ in range(10):
        loops.set(LoopRole.CLOSING, True)
        loops.set(LoopRole.CLOSING, False)
    wait_fault(booth, "entry", "loops.closing_chatters")
    before = booth.kinds().count("lane.unexplained_crossing")
    wait_opened(booth, "entry", "ABC1234")
    for _ in range(10):
        loops.set(LoopRole.CLOSING, True)
        loops.set(LoopRole.CLOSING, False)
    loops.set(LoopRole.ARMING, False)
    wait_until(lambda: states(booth) == [StayState.INSIDE])
    assert last(booth, "stay.entered").payload["assumed"] == "loops.closing_chatters"
    assert booth.kinds().count("lane.unexplained_crossing") == before


def test_a_loop_before_the_boom_that_chatters_makes_one_passage_of_one_car(booth: Booth) -> None:
    booth.run_lanes()
    loops = booth.loops["exit"]
    for _ in range(10):
        loops.set(LoopRole.ARMING, True)
        loops.set(LoopRole.ARMING, False)
    wait_fault(booth, "exit", "loops.arming_chatters")
    before = booth.kinds().count("lane.turned_away")
    booth.arrive("exit", "ABC1234")
    wait_until(lambda: booth.lanes["exit"].view.reason == "exit.no_record")
    for _ in range(10):
        loops.set(LoopRole.ARMING, False)
        loops.set(LoopRole.ARMING, True)
    assert booth.lanes["exit"].view.reason == "exit.no_record"
    assert booth.kinds().count("lane.turned_away") == before
    loops.set(LoopRole.ARMING, False)
    wait_until(lambda: booth.kinds().count("lane.turned_away") == before + 1)


def test_a_boom_that_goes_up_by_itself_is_an_incident_with_a_picture(booth: Booth) -> None:
    booth.run_lanes()
    wait_until(lambda: booth.lanes["exit"].view.boom == "down")
    booth.barriers["exit"].open("by the switch", deadline_ns=time.monotonic_ns() + 10**9)
    wait_fault(booth, "exit", "barrier.up_unasked")
    wait_until(lambda: "gate.up_unasked" in booth.kinds())
    incident = last(booth, "gate.up_unasked")
    assert incident.personal is not None
    assert len(incident.personal["photo"]) == 64
    booth.barriers["exit"].vehicle_passed()
    wait_until(lambda: booth.lanes["exit"].view.faults == ())
    assert booth.kinds().count("gate.up_unasked") == 1


def test_no_boom_that_was_asked_for_is_an_incident(booth: Booth) -> None:
    booth.run_lanes()
    booth.enter("ABC1234")
    booth.lanes["exit"].open_by_hand(actor=booth.ben, reason="emergency")
    wait_until(lambda: booth.lanes["exit"].view.gate == "up")
    booth.lanes["entry"].hold_open(actor=booth.ben, reason="fire")
    wait_until(lambda: booth.lanes["entry"].view.boom == "up")
    assert "gate.up_unasked" not in booth.kinds()


def test_a_paid_car_whose_gate_never_opened_is_still_inside_when_it_turns_round(booth: Booth) -> None:
    booth.run_lanes(loops=LoopSettings(has_closing=False))
    wait_opened(booth, "entry", "ABC1234")
    booth.drive_away("entry")
    wait_until(lambda: states(booth) == [StayState.INSIDE])
    stay = booth.inside()[0]
    booth.clock.pass_by(minutes=65)
    booth.pay(stay.stay_id)
    booth.barriers["exit"].fail_with(DeviceError("barrier.refused"))
    booth.arrive("exit", "ABC1234")
    wait_until(lambda: booth.lanes["exit"].view.gate == "failed")
    booth.drive_away("exit")
    wait_until(lambda: "stay.exit_reversed" in booth.kinds())
    assert states(booth) == [StayState.PAID]
    booth.barriers["exit"].fail_with(None)
    wait_opened(booth, "exit", "ABC1234")
    booth.drive_away("exit")
    wait_until(lambda: booth.inside() == ())
    assert booth.store.read(lambda unit: unit.stay(stay.stay_id)).paid_minor == 45
