"""A gate held open for the fire brigade, and all that drives through it meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.errors import BadInput, DeviceError, NotAllowed, Refused
from core.domain.gate_holds import HoldState
from core.domain.journal import Entry
from core.domain.people import Actor, Role
from core.domain.stays import StayState
from core.services.hold_gate import holding
from core.services.ports import LoopRole
from core.store.queries.chain import own_entries
from tests.booth import Booth, wait_until


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    made = Booth(tmp_path)
    made.run_lanes()
    yield made
    made.close()


def entries(booth: Booth, kind: str) -> list[Entry]:
    with booth.store.reading() as view:
        return [entry for entry in own_entries(view) if entry.kind == kind]


def states(booth: Booth) -> list[StayState]:
    return [stay.state for stay in booth.inside()]


def hold(booth: Booth, lane_id: str) -> None:
    booth.lanes[lane_id].hold_open(actor=booth.ben, reason="fire", note="alarm on level 2")
    wait_until(lambda: booth.lanes[lane_id].view.hold.state == "held", "the gate is held")


def let_go(booth: Booth, lane_id: str) -> None:
    booth.lanes[lane_id].let_go(actor=booth.ben)
    wait_until(lambda: booth.lanes[lane_id].view.hold.state == "", "the gate is let go")


def drive_straight_through(booth: Booth, lane_id: str, plate: str, confidence: float = 0.95) -> None:
    """The gate is open, so nobody stops: the car is read and drives on."""
    lane = booth.lanes[lane_id]
    booth.arrive(lane_id, plate, confidence)
    wait_until(lambda: lane.view.plate == plate and lane.view.action is not None)
    booth.cross(lane_id)


def test_holding_is_journalled_with_who_why_and_a_picture_before_the_board_acts(booth: Booth) -> None:
    hold(booth, "exit")
    held = entries(booth, "gate.held")[0]
    assert held.who == booth.ben.person_id
    assert held.payload["reason"] == "fire"
    assert held.personal is not None
    assert len(held.personal["photo"]) == 64
    assert held.personal["note"] == "alarm on level 2"
    wait_until(lambda: "gate.hold_done" in booth.kinds())
    kinds = booth.kinds()
    assert kinds.index("gate.held") < kinds.index("gate.hold_done")
    view = booth.lanes["exit"].view.hold
    assert (view.by, view.reason, view.note, view.since) == ("Ben", "fire", "alarm on level 2", held.at)
    assert booth.barriers["exit"].is_held()


def test_letting_go_closes_nothing_and_is_journalled(booth: Booth) -> None:
    hold(booth, "exit")
    let_go(booth, "exit")
    assert booth.barriers["exit"].is_held() is False
    assert entries(booth, "gate.let_go")[0].who == booth.ben.person_id
    wait_until(lambda: booth.store.read(lambda unit: holding(unit, "exit")) is None)


def test_holding_needs_the_right_a_reason_and_for_others_a_note(booth: Booth) -> None:
    lane = booth.lanes["exit"]
    with pytest.raises(NotAllowed):
        lane.hold_open(actor=Actor("k", "Kiosk", Role.KIOSK), reason="fire")
    with pytest.raises(NotAllowed):
        lane.let_go(actor=Actor("k", "Kiosk", Role.KIOSK))
    with pytest.raises(BadInput, match=r"gate\.bad_reason"):
        lane.hold_open(actor=booth.ben, reason="because")
    with pytest.raises(BadInput, match=r"gate\.note_needed"):
        lane.hold_open(actor=booth.ben, reason="other", note="  ")
    assert "gate.held" not in booth.kinds()
    hold(booth, "exit")
    with pytest.raises(Refused, match=r"gate\.is_held"):
        lane.hold_open(actor=booth.boss, reason="fire")


def test_a_car_that_comes_in_through_the_held_gate_is_a_stay_with_its_plate(booth: Booth) -> None:
    hold(booth, "entry")
    drive_straight_through(booth, "entry", "ABC1234")
    wait_until(lambda: states(booth) == [StayState.INSIDE])
    assert booth.inside()[0].plate == "ABC1234"
    assert booth.barriers["entry"].pulses == ()
    assert "lane.unexplained_crossing" not in booth.kinds()


def test_a_car_that_nobody_could_read_is_a_stay_with_its_picture(booth: Booth) -> None:
    hold(booth, "entry")
    booth.recogniser.mute = True
    booth.arrive("entry", None)
    wait_until(lambda: booth.lanes["entry"].view.state == "reading")
    booth.cross("entry")
    wait_until(lambda: states(booth) == [StayState.INSIDE])
    stay = booth.inside()[0]
    assert (stay.plate, len(stay.photo)) == ("", 64)
    assert set(stay.notes) == {"by_hand", "gate_held"}


def test_cars_that_come_in_while_the_lot_is_full_are_counted_all_the_same(booth: Booth) -> None:
    for number in range(5):
        booth.enter(f"ABC100{number}")
    hold(booth, "entry")
    drive_straight_through(booth, "entry", "XYZ9999")
    wait_until(lambda: len(booth.inside()) == 6)
    assert booth.store.read(lambda unit: unit.occupancy()).inside == 6


def test_a_paid_car_leaves_through_the_held_gate_as_through_any_other(booth: Booth) -> None:
    stay = booth.enter("ABC1234")
    booth.clock.pass_by(minutes=65)
    booth.pay(stay.stay_id)
    hold(booth, "exit")
    drive_straight_through(booth, "exit", "ABC1234")
    wait_until(lambda: booth.inside() == ())
    assert entries(booth, "stay.left_unpaid") == []
    assert booth.barriers["exit"].pulses == ()
    # Its command was answered by the gate that stands open already: it counts as explained.
    wait_until(lambda: entries(booth, "gate.acknowledged")[-1].payload["cause"] == "gate.held_open")


def test_a_car_that_leaves_without_paying_is_noted_with_what_it_owed_and_who_held_the_gate(
    booth: Booth,
) -> None:
    stay = booth.enter("ABC1234")
    booth.clock.pass_by(minutes=65)
    hold(booth, "exit")
    drive_straight_through(booth, "exit", "ABC1234")
    wait_until(lambda: booth.inside() == ())
    left = booth.store.read(lambda unit: unit.stay(stay.stay_id))
    assert (left.state, left.paid_minor, left.exit_lane) == (StayState.LEFT, 0, "exit")
    unpaid = entries(booth, "stay.left_unpaid")[0]
    assert (unpaid.payload["due_minor"], unpaid.payload["reason"]) == (45, "exit.not_paid")
    assert unpaid.payload["hold_id"] == entries(booth, "gate.held")[0].payload["command_id"]


def test_an_unpaid_car_may_still_pay_while_it_stands_at_the_held_gate(booth: Booth) -> None:
    stay = booth.enter("ABC1234")
    booth.clock.pass_by(minutes=65)
    hold(booth, "exit")
    booth.arrive("exit", "ABC1234")
    wait_until(lambda: booth.lanes["exit"].view.due_minor == 45)
    booth.pay(stay.stay_id)
    booth.lanes["exit"].reconsider()
    wait_until(lambda: booth.lanes["exit"].view.reason == "exit.paid")
    booth.cross("exit")
    wait_until(lambda: booth.inside() == ())
    assert booth.store.read(lambda unit: unit.stay(stay.stay_id)).paid_minor == 45
    assert entries(booth, "stay.left_unpaid") == []


def test_an_unsure_plate_ends_no_stay_at_the_held_gate(booth: Booth) -> None:
    booth.enter("ABC1234")
    hold(booth, "exit")
    drive_straight_through(booth, "exit", "ABC1234", confidence=0.3)
    wait_until(lambda: "lane.crossed_without_stay" in booth.kinds())
    assert states(booth) == [StayState.INSIDE]
    assert "lane.unexplained_crossing" not in booth.kinds()


def test_a_car_that_drives_the_wrong_way_through_the_held_entrance_begins_no_stay(booth: Booth) -> None:
    hold(booth, "entry")
    loops = booth.loops["entry"]
    loops.set(LoopRole.CLOSING, True)
    loops.set(LoopRole.ARMING, True)
    loops.set(LoopRole.CLOSING, False)
    loops.set(LoopRole.ARMING, False)
    wait_until(lambda: "lane.reversed_crossing" in booth.kinds())
    assert booth.inside() == ()


def test_a_queue_through_the_held_gate_is_one_stay_a_car(booth: Booth) -> None:
    hold(booth, "entry")
    for number in range(4):
        drive_straight_through(booth, "entry", f"ABC100{number}")
        wait_until(lambda number=number: states(booth) == [StayState.INSIDE] * (number + 1))
    assert sorted(stay.plate for stay in booth.inside()) == [f"ABC100{number}" for number in range(4)]


def test_once_let_go_cars_are_stopped_again(booth: Booth) -> None:
    booth.enter("ABC1234")
    booth.clock.pass_by(minutes=65)
    hold(booth, "exit")
    let_go(booth, "exit")
    booth.arrive("exit", "ABC1234")
    wait_until(lambda: booth.lanes["exit"].view.reason == "exit.not_paid")
    assert booth.barriers["exit"].pulses == ()
    booth.drive_away("exit")
    booth.cross("exit")
    wait_until(lambda: "lane.unexplained_crossing" in booth.kinds())


def test_a_barrier_that_does_not_answer_is_not_held_and_says_why(booth: Booth) -> None:
    booth.barriers["exit"].fail_with(DeviceError("barrier.no_answer"))
    booth.lanes["exit"].hold_open(actor=booth.ben, reason="fire")
    wait_until(lambda: booth.lanes["exit"].view.hold.cause == "barrier.no_answer")
    assert booth.lanes["exit"].view.hold.state == ""
    wait_until(lambda: len(entries(booth, "gate.hold_failed")) == 1)
    booth.barriers["exit"].fail_with(None)
    hold(booth, "exit")


def test_a_barrier_that_may_have_acted_counts_as_held_until_its_contact_says_otherwise(booth: Booth) -> None:
    booth.barriers["exit"].fail_with(DeviceError("barrier.no_answer", unknown=True))
    booth.lanes["exit"].hold_open(actor=booth.ben, reason="fire")
    wait_until(lambda: booth.lanes["exit"].view.hold.state == HoldState.UNKNOWN)
    if booth.barriers["exit"].is_held():
        booth.barriers["exit"].lose_power()
    wait_until(lambda: "barrier.hold_lost" in booth.lanes["exit"].view.faults)


def test_letting_go_that_fails_leaves_the_gate_shown_as_held(booth: Booth) -> None:
    hold(booth, "exit")
    booth.barriers["exit"].fail_with(DeviceError("barrier.no_answer"))
    booth.lanes["exit"].let_go(actor=booth.ben)
    wait_until(lambda: booth.lanes["exit"].view.hold.cause == "barrier.no_answer")
    assert booth.lanes["exit"].view.hold.state == "held"


def test_a_board_that_lost_its_power_is_told_and_never_latched_again_by_itself(booth: Booth) -> None:
    hold(booth, "exit")
    booth.barriers["exit"].lose_power()
    wait_until(lambda: "barrier.hold_lost" in booth.lanes["exit"].view.faults)
    assert booth.lanes["exit"].view.hold.state == ""
    assert len(entries(booth, "gate.hold_lost")) == 1
    assert booth.barriers["exit"].is_held() is False
    hold(booth, "exit")
    assert booth.lanes["exit"].view.faults == ()


def test_a_gate_held_before_the_restart_is_held_after_it(booth: Booth) -> None:
    hold(booth, "entry")
    since = booth.lanes["entry"].view.hold.since
    booth.stop_lanes()
    booth.clock.pass_by(minutes=31)
    booth.run_lanes()
    view = booth.lanes["entry"].view
    wait_until(lambda: booth.lanes["entry"].view.hold.state == "held")
    view = booth.lanes["entry"].view
    assert (view.hold.by, view.hold.since, view.hold.reminders) == ("Ben", since, 2)
    assert booth.barriers["entry"].is_held()
    drive_straight_through(booth, "entry", "ABC1234")
    wait_until(lambda: states(booth) == [StayState.INSIDE])
    let_go(booth, "entry")
    assert len(entries(booth, "gate.held")) == 1


def test_a_holding_contact_that_nobody_closed_is_an_incident_and_can_be_let_go(booth: Booth) -> None:
    booth.barriers["exit"].hold_open("somebody else", deadline_ns=booth.clock.monotonic_ns() + 10**9)
    wait_until(lambda: "barrier.held_unasked" in booth.lanes["exit"].view.faults)
    assert len(entries(booth, "gate.held_unasked")) == 1
    booth.lanes["exit"].let_go(actor=booth.ben)
    wait_until(lambda: booth.barriers["exit"].is_held() is False)
    wait_until(lambda: booth.lanes["exit"].view.faults == ())
