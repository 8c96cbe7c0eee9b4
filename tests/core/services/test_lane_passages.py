"""One vehicle after the other: whose stay it is that a crossing ends, and whose it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.errors import Refused, StoreError
from core.domain.journal import Entry
from core.domain.lanes import LaneState
from core.domain.stays import Stay, StayState
from core.services import confirm_crossing
from core.services.lane_loops import LoopSettings
from core.services.ports import LoopRole
from core.services.show_permit import permit_code
from core.services.signing import Trust
from core.store.queries.chain import own_entries
from core.sync.identity import load_identity, verify
from tests.booth import Booth, wait_until


def entries(booth: Booth, kind: str) -> list[Entry]:
    with booth.store.reading() as view:
        return [entry for entry in own_entries(view) if entry.kind == kind]


def paid(booth: Booth, *plates: str) -> list[Stay]:
    stays = [booth.enter(plate) for plate in plates]
    booth.clock.pass_by(minutes=65)
    for stay in stays:
        booth.pay(stay.stay_id)
    return stays


def stay_now(booth: Booth, stay: Stay) -> Stay:
    return booth.store.read(lambda unit: unit.stay(stay.stay_id))


def test_whoever_waits_behind_a_car_on_the_far_loop_does_not_take_its_crossing(running: Booth) -> None:
    first, second = paid(running, "ABC1234", "XYZ9876")
    lane, loops = running.lanes["exit"], running.loops["exit"]
    running.arrive("exit", "ABC1234")
    wait_until(lambda: bool(running.barriers["exit"].pulses))
    loops.set(LoopRole.CLOSING, True)
    loops.set(LoopRole.ARMING, False)
    running.arrive("exit", "XYZ9876")
    wait_until(lambda: lane.view.state is LaneState.CROSSING and lane.view.vehicle_present)
    with pytest.raises(Refused, match=r"lane\.still_crossing"):
        lane.open_by_hand(actor=running.ben, reason="paid_elsewhere", stay_id=second.stay_id)
    with pytest.raises(Refused, match=r"lane\.still_crossing"):
        lane.show_code("whatever", actor=running.ben, trust=Trust(verify, load_identity(running.folder)))
    loops.set(LoopRole.CLOSING, False)
    wait_until(lambda: stay_now(running, first).state is StayState.LEFT)
    wait_until(lambda: len(running.barriers["exit"].pulses) == 2)
    running.cross("exit")
    wait_until(lambda: running.inside() == ())
    assert entries(running, "stay.exit_reversed") == []


def test_a_gate_opened_for_a_stay_that_never_came_says_nothing_of_the_next_car(running: Booth) -> None:
    stay = running.enter("ABC1234")
    lane = running.lanes["exit"]
    lane._passage.limits = replace(lane._passage.limits, crossing_window_ms=300)
    lane.open_by_hand(actor=running.ben, reason="emergency", stay_id=stay.stay_id)
    wait_until(lambda: lane.view.state is LaneState.OPENING)
    wait_until(lambda: lane.view.state is LaneState.EMPTY)
    wait_until(lambda: len(entries(running, "stay.exit_held")) == 1)
    assert not stay_now(running, stay).leaving
    lane._passage.limits = replace(lane._passage.limits, crossing_window_ms=60_000)
    lane.open_by_hand(actor=running.ben, reason="device_test")
    running.recogniser.mute = True
    running.arrive("exit", None)
    running.cross("exit")
    wait_until(lambda: "lane.crossed_without_stay" in running.kinds())
    assert stay_now(running, stay).state is StayState.INSIDE


def test_a_car_that_drives_in_while_the_gate_is_open_for_nobody_is_a_stay(running: Booth) -> None:
    lane = running.lanes["entry"]
    lane.open_by_hand(actor=running.ben, reason="staff_or_delivery")
    running.recogniser.mute = True
    running.arrive("entry", None)
    wait_until(lambda: lane.view.state is LaneState.READING)
    running.cross("entry")
    wait_until(lambda: [stay.state for stay in running.inside()] == [StayState.INSIDE])
    stay = running.inside()[0]
    assert (set(stay.notes), len(stay.photo)) == ({"by_hand"}, 64)


def test_who_drives_out_through_an_entry_that_was_opened_for_nobody_is_no_stay(running: Booth) -> None:
    running.lanes["entry"].open_by_hand(actor=running.ben, reason="emergency")
    loops = running.loops["entry"]
    running.recogniser.mute = True
    loops.set(LoopRole.CLOSING, True)
    loops.set(LoopRole.ARMING, True)
    loops.set(LoopRole.CLOSING, False)
    wait_until(lambda: "lane.crossed_without_stay" in running.kinds())
    assert running.inside() == ()


def test_cars_close_behind_one_another_into_a_lane_without_a_far_loop_are_a_stay_each(booth: Booth) -> None:
    booth.run_lanes(loops=LoopSettings(has_closing=False))
    lane, loops = booth.lanes["entry"], booth.loops["entry"]
    lane._passage.limits = replace(
        lane._passage.limits, boom_up_ms=0, follower_gap_ms=0, gap_between_loops_ms=60_000
    )
    for number in range(3):
        booth.arrive("entry", f"ABC100{number}")
        wait_until(lambda number=number: len(booth.barriers["entry"].pulses) == number + 1)
        # No car drives off before the lane itself knows that the gate was opened for it.
        wait_until(lambda number=number: (lane.view.plate, lane.view.gate) == (f"ABC100{number}", "up"))
        loops.set(LoopRole.ARMING, False)
    wait_until(lambda: [stay.state for stay in booth.inside()].count(StayState.INSIDE) == 2)
    assert sorted(stay.plate for stay in booth.inside()) == ["ABC1000", "ABC1001", "ABC1002"]


def test_an_unpaid_car_that_only_the_camera_sees_leaves_by_itself_once_it_paid(running: Booth) -> None:
    stay = running.enter("ABC1234")
    running.clock.pass_by(minutes=65)
    lane = running.lanes["exit"]
    running.loops["exit"].set(LoopRole.ARMING, None)
    wait_until(lambda: "loops.arming_lost" in lane.view.faults)
    running.recogniser.sees["exit"] = ("ABC1234", 0.95)
    wait_until(lambda: lane.view.reason == "exit.not_paid" and lane.view.waiting)
    running.pay(stay.stay_id)
    lane.reconsider()
    wait_until(lambda: bool(running.barriers["exit"].pulses))
    running.recogniser.sees.clear()
    running.loops["exit"].set(LoopRole.CLOSING, True)
    running.loops["exit"].set(LoopRole.CLOSING, False)
    wait_until(lambda: running.inside() == ())
    assert stay_now(running, stay).paid_minor == 45


def test_a_receipt_opens_for_a_car_that_nothing_feels(running: Booth) -> None:
    [stay] = paid(running, "ABC1234")
    lane, signer = running.lanes["exit"], load_identity(running.folder)
    for role in LoopRole:
        running.loops["exit"].set(role, None)
    wait_until(lambda: "loops.arming_lost" in lane.view.faults)
    payment = stay_now(running, stay).payments[0]
    code = permit_code(running.store.lot_id, stay_now(running, stay), payment, signer)
    lane.show_code(code, actor=running.ben, trust=Trust(verify, signer))
    wait_until(lambda: bool(running.barriers["exit"].pulses))
    assert entries(running, "permit.shown")[0].subjects[0].subject_id == stay.stay_id


def test_a_loop_that_was_lost_for_a_while_leaves_no_car_that_never_was(running: Booth) -> None:
    lane = running.lanes["entry"]
    running.loops["entry"].set(LoopRole.ARMING, None)
    wait_until(lambda: lane.view.state is LaneState.READING)
    running.loops["entry"].set(LoopRole.ARMING, False)
    wait_until(lambda: lane.view.state is LaneState.EMPTY)
    assert "lane.turned_away" not in running.kinds()
    assert running.enter("ABC1234").state is StayState.INSIDE


def test_an_ending_that_is_refused_does_not_keep_the_next_car_from_being_one(
    running: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        raise Refused("rates.none")

    lane, loops = running.lanes["entry"], running.loops["entry"]
    running.arrive("entry", "ABC1234")
    wait_until(lambda: bool(running.barriers["entry"].pulses))
    first_seen = lane.view.sighting_id
    monkeypatch.setattr(confirm_crossing, "crossed", refuse)
    loops.set(LoopRole.CLOSING, True)
    loops.set(LoopRole.ARMING, False)
    running.arrive("entry", "XYZ9876")
    loops.set(LoopRole.CLOSING, False)
    wait_until(lambda: any(view.trouble == "rates.none" for view in running.views))
    monkeypatch.undo()
    wait_until(lambda: len(running.barriers["entry"].pulses) == 2)
    assert lane.view.sighting_id != first_seen
    running.cross("entry")
    wait_until(lambda: any(s.plate == "XYZ9876" and s.state is StayState.INSIDE for s in running.inside()))


def test_a_car_that_came_while_the_store_could_not_be_read_is_a_sighting_of_its_own(
    running: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_query: object) -> None:
        raise StoreError("store.busy")

    lane = running.lanes["entry"]
    running.recogniser.mute = True
    monkeypatch.setattr(running.store, "read", fail)
    running.arrive("entry", "ABC1234")
    wait_until(lambda: lane.view.trouble == "store.busy")
    monkeypatch.undo()
    running.recogniser.mute = False
    wait_until(lambda: bool(running.barriers["entry"].pulses))
    assert len(entries(running, "lane.sighted")[-1].subjects[0].subject_id) == 36


def test_whom_a_lost_loop_left_in_doubt_is_not_whom_the_gate_is_opened_for_next(running: Booth) -> None:
    [stay] = paid(running, "ABC1234")
    lane, loops = running.lanes["exit"], running.loops["exit"]
    lane._passage.limits = replace(lane._passage.limits, crossing_window_ms=200)
    loops.set(LoopRole.ARMING, None)
    wait_until(lambda: lane.view.state is LaneState.READING)
    lane.open_by_hand(actor=running.ben, reason="emergency", stay_id=stay.stay_id)
    wait_until(lambda: lane.view.state is LaneState.HELD)
    loops.set(LoopRole.ARMING, False)
    wait_until(lambda: lane.view.state is LaneState.EMPTY)
    lane._passage.limits = replace(lane._passage.limits, crossing_window_ms=60_000)
    lane.open_by_hand(actor=running.ben, reason="device_test")
    running.recogniser.mute = True
    running.arrive("exit", None)
    running.cross("exit")
    wait_until(lambda: "lane.crossed_without_stay" in running.kinds())
    assert stay_now(running, stay).state is StayState.PAID


def test_a_stay_for_which_the_gate_was_opened_early_is_not_leaving_when_the_car_turns_round(
    running: Booth,
) -> None:
    [stay] = paid(running, "ABC1234")
    running.lanes["exit"].open_by_hand(actor=running.ben, reason="emergency", stay_id=stay.stay_id)
    running.recogniser.mute = True
    running.arrive("exit", None)
    wait_until(lambda: running.lanes["exit"].view.state is LaneState.READING)
    lane = running.lanes["exit"]
    lane._passage.limits = replace(lane._passage.limits, gap_between_loops_ms=100)
    running.drive_away("exit")
    wait_until(lambda: "lane.turned_away" in running.kinds())
    wait_until(lambda: not stay_now(running, stay).leaving)
    assert stay_now(running, stay).state is StayState.PAID
