"""Cars at the lanes of a running booth, from the loop's edge to the journal."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from core.domain.admission import Action
from core.domain.errors import BadInput, DeviceError, NotAllowed, Refused, StoreError
from core.domain.lanes import LaneState
from core.domain.people import Actor, Role
from core.domain.stays import StayState
from core.services.ports import LoopRole
from core.store.queries.chain import own_entries
from tests.booth import Booth, wait_until


def test_a_car_that_is_read_is_let_in_and_inside_once_it_crossed(running: Booth) -> None:
    stay = running.enter("ABC1234")
    assert stay.state is StayState.INSIDE
    assert stay.photo
    assert running.store.read(lambda unit: unit.occupancy()).inside == 1
    kinds = running.kinds()
    order = [
        kinds.index(kind) for kind in ("stay.admitted", "gate.commanded", "gate.acknowledged", "stay.entered")
    ]
    assert order == sorted(order)


def test_the_command_is_journalled_before_the_gate_moves(running: Booth) -> None:
    seen: list[bool] = []
    barrier = running.barriers["entry"]
    really_open = barrier.open

    def spy(command_id: str, *, deadline_ns: int) -> None:
        seen.append("gate.commanded" in running.kinds())
        really_open(command_id, deadline_ns=deadline_ns)

    barrier.open = spy
    running.enter("ABC1234")
    assert seen == [True]


def test_a_car_that_backs_out_is_no_stay_any_more(running: Booth) -> None:
    running.arrive("entry", "ABC1234")
    wait_until(lambda: bool(running.barriers["entry"].pulses))
    running.drive_away("entry")
    wait_until(lambda: "stay.backed_out" in running.kinds())
    assert running.inside() == ()
    assert running.store.read(lambda unit: unit.occupancy()).free == 5


def test_a_full_lot_refuses_and_counts_the_refusal(running: Booth) -> None:
    for number in range(5):
        running.enter(f"ABC100{number}")
    running.arrive("entry", "XYZ9999")
    wait_until(lambda: running.lanes["entry"].view.reason == "entry.full")
    assert running.lanes["entry"].view.waiting
    assert len(running.barriers["entry"].pulses) == 5
    running.drive_away("entry")
    wait_until(lambda: "lane.turned_away" in running.kinds())
    assert len(running.inside()) == 5


def test_an_unsure_plate_is_asked_about_and_never_touches_the_stays(running: Booth) -> None:
    running.arrive("entry", "ABC1234", confidence=0.4)
    wait_until(lambda: running.lanes["entry"].view.reason == "entry.unsure_plate")
    assert running.inside() == ()
    assert running.lanes["entry"].view.action is Action.ASK


def test_a_typed_plate_lets_the_asked_car_in_and_both_texts_are_kept(running: Booth) -> None:
    running.arrive("entry", "A8C1234", confidence=0.4)
    wait_until(lambda: running.lanes["entry"].view.action is Action.ASK)
    running.lanes["entry"].correct("abc-1234", running.ben)
    wait_until(lambda: bool(running.barriers["entry"].pulses))
    stay = running.inside()[0]
    assert (stay.plate, stay.raw_plate) == ("ABC1234", "A8C1234")


@pytest.mark.parametrize("hostile", ["", "x" * 10_000, "سيارة", "';--", "\0\x1b"])
def test_nonsense_typed_for_a_plate_is_refused_at_once(running: Booth, hostile: str) -> None:
    with pytest.raises(BadInput):
        running.lanes["entry"].correct(hostile, running.ben)


def test_a_car_that_is_inside_already_is_shown_to_a_person(running: Booth) -> None:
    first = running.enter("ABC1234")
    running.arrive("entry", "ABC1234")
    wait_until(lambda: running.lanes["entry"].view.reason == "entry.already_inside")
    assert running.lanes["entry"].view.known_stay_id == first.stay_id


def test_an_unpaid_car_is_stopped_and_leaves_by_itself_once_it_paid(running: Booth) -> None:
    stay = running.enter("ABC1234")
    running.clock.pass_by(minutes=65)
    running.arrive("exit", "ABC1234")
    wait_until(lambda: running.lanes["exit"].view.reason == "exit.not_paid")
    assert running.lanes["exit"].view.due_minor == 45
    assert running.barriers["exit"].pulses == ()
    running.pay(stay.stay_id)
    running.lanes["exit"].reconsider()
    wait_until(lambda: bool(running.barriers["exit"].pulses))
    running.cross("exit")
    wait_until(lambda: running.inside() == ())
    assert running.store.read(lambda unit: unit.stay(stay.stay_id)).state is StayState.LEFT


def test_a_paid_car_that_overstays_pays_again_from_the_windows_end(running: Booth) -> None:
    stay = running.enter("ABC1234")
    running.clock.pass_by(minutes=65)
    running.pay(stay.stay_id)
    running.clock.pass_by(minutes=16)
    running.arrive("exit", "ABC1234")
    wait_until(lambda: running.lanes["exit"].view.reason == "exit.overstayed")
    assert running.lanes["exit"].view.due_minor == 30


def test_a_car_without_a_record_is_asked_about_and_let_out_by_hand(running: Booth) -> None:
    running.arrive("exit", "XYZ9999")
    wait_until(lambda: running.lanes["exit"].view.reason == "exit.no_record")
    running.lanes["exit"].open_by_hand(actor=running.ben, reason="no_entry_record")
    wait_until(lambda: bool(running.barriers["exit"].pulses))
    running.cross("exit")
    wait_until(lambda: "lane.crossed_without_stay" in running.kinds())


def test_a_gate_opened_by_hand_at_the_entry_loses_no_stay(running: Booth) -> None:
    running.arrive("entry", None)
    wait_until(lambda: running.lanes["entry"].view.reason == "entry.no_plate")
    running.lanes["entry"].open_by_hand(actor=running.ben, reason="plate_unreadable")
    wait_until(lambda: bool(running.barriers["entry"].pulses))
    running.cross("entry")
    wait_until(lambda: [stay.state for stay in running.inside()] == [StayState.INSIDE])
    assert running.inside()[0].notes == ("by_hand",)
    assert running.inside()[0].photo


def test_a_gate_is_not_opened_by_hand_for_a_vehicle_that_is_not_there_any_more(running: Booth) -> None:
    running.arrive("exit", "XYZ9999")
    wait_until(lambda: running.lanes["exit"].view.reason == "exit.no_record")
    seen = running.lanes["exit"].view.sighting_id
    running.drive_away("exit")
    wait_until(lambda: "lane.turned_away" in running.kinds())
    with pytest.raises(Refused, match=r"lane\.vehicle_changed"):
        running.lanes["exit"].open_by_hand(actor=running.ben, reason="no_entry_record", sighting_id=seen)
    assert running.barriers["exit"].pulses == ()


def test_every_opening_by_hand_keeps_a_picture_also_of_an_empty_lane(running: Booth) -> None:
    running.lanes["exit"].open_by_hand(actor=running.ben, reason="emergency")
    wait_until(lambda: bool(running.barriers["exit"].pulses))
    with running.store.reading() as view:
        commanded = next(entry for entry in own_entries(view) if entry.kind == "gate.commanded")
    assert commanded.who == running.ben.person_id
    assert commanded.payload["reason"] == "emergency"
    assert commanded.personal is not None
    assert len(commanded.personal["photo"]) == 64


def test_opening_by_hand_needs_the_right_and_a_reason(running: Booth) -> None:
    kiosk = Actor("k", "Kiosk", Role.KIOSK)
    with pytest.raises(NotAllowed):
        running.lanes["exit"].open_by_hand(actor=kiosk, reason="emergency")
    with pytest.raises(BadInput):
        running.lanes["exit"].open_by_hand(actor=running.ben, reason="because")
    with pytest.raises(BadInput):
        running.lanes["exit"].open_by_hand(actor=running.ben, reason="other")
    assert running.barriers["exit"].pulses == ()


def test_a_gate_that_does_not_answer_is_never_pulsed_again_by_itself(running: Booth) -> None:
    running.barriers["entry"].fail_with(DeviceError("barrier.no_answer", unknown=True))
    running.arrive("entry", "ABC1234")
    wait_until(lambda: "gate.unknown" in running.kinds())
    assert len(running.barriers["entry"].pulses) == 1
    assert running.lanes["entry"].view.gate == "failed"
    assert [stay.state for stay in running.inside()] == [StayState.PENDING]


def test_driving_through_without_a_command_is_an_incident(running: Booth) -> None:
    running.cross("exit")
    wait_until(lambda: "lane.unexplained_crossing" in running.kinds())


def test_one_lane_goes_on_while_the_recogniser_is_silent_for_the_other(running: Booth) -> None:
    running.enter("ABC1234")
    running.recogniser.mute = True
    running.arrive("entry", "QQQ1111")
    wait_until(lambda: running.lanes["entry"].view.reason == "entry.no_plate")
    running.recogniser.mute = False
    running.arrive("exit", "ABC1234")
    wait_until(lambda: running.lanes["exit"].view.reason == "exit.nothing_due")


def test_a_gate_that_failed_is_opened_by_hand_for_the_same_stay_at_the_entry(running: Booth) -> None:
    running.barriers["entry"].fail_with(DeviceError("barrier.refused"))
    running.arrive("entry", "ABC1234")
    wait_until(lambda: running.lanes["entry"].view.gate == "failed")
    running.barriers["entry"].fail_with(None)
    running.lanes["entry"].open_by_hand(actor=running.ben, reason="gate_fault")
    wait_until(lambda: len(running.barriers["entry"].pulses) == 1)
    running.cross("entry")
    wait_until(lambda: "stay.entered" in running.kinds())
    assert [(stay.plate, stay.state) for stay in running.inside()] == [("ABC1234", StayState.INSIDE)]
    occupancy = running.store.read(lambda unit: unit.occupancy())
    assert (occupancy.inside, occupancy.pending) == (1, 0)
    assert running.kinds().count("gate.commanded") == 2


def test_a_car_whose_exit_gate_failed_leaves_with_its_own_stay_when_let_out_by_hand(running: Booth) -> None:
    stay = running.enter("ABC1234")
    running.barriers["exit"].fail_with(DeviceError("barrier.refused"))
    running.arrive("exit", "ABC1234")
    wait_until(lambda: running.lanes["exit"].view.gate == "failed")
    running.barriers["exit"].fail_with(None)
    running.lanes["exit"].open_by_hand(actor=running.ben, reason="gate_fault")
    wait_until(lambda: len(running.barriers["exit"].pulses) == 1)
    running.cross("exit")
    wait_until(lambda: running.store.read(lambda unit: unit.stay(stay.stay_id)).state is StayState.LEFT)
    assert running.store.read(lambda unit: unit.occupancy()).inside == 0


def test_a_gate_opened_again_while_a_car_stands_under_it_keeps_its_stay(running: Booth) -> None:
    running.arrive("entry", "ABC1234")
    wait_until(lambda: bool(running.barriers["entry"].pulses))
    loops = running.loops["entry"]
    loops.set(LoopRole.CLOSING, True)
    loops.set(LoopRole.ARMING, False)
    wait_until(lambda: not running.lanes["entry"].view.vehicle_present)
    running.lanes["entry"].open_by_hand(actor=running.ben, reason="gate_fault")
    loops.set(LoopRole.CLOSING, False)
    wait_until(lambda: "stay.entered" in running.kinds())
    assert [stay.state for stay in running.inside()] == [StayState.INSIDE]


def test_another_stay_taken_in_hand_at_the_exit_leaves_the_first_one_inside(running: Booth) -> None:
    first, second = running.enter("ABC1234"), running.enter("XYZ9999")
    running.arrive("exit", "ABC1234")
    wait_until(lambda: bool(running.barriers["exit"].pulses))
    running.lanes["exit"].open_by_hand(actor=running.ben, reason="plate_misread", stay_id=second.stay_id)
    running.cross("exit")
    wait_until(lambda: running.store.read(lambda unit: unit.stay(second.stay_id)).state is StayState.LEFT)
    kept = running.store.read(lambda unit: unit.stay(first.stay_id))
    assert (kept.state, kept.leaving) == (StayState.INSIDE, False)


def test_the_lane_never_forgets_that_a_gate_opened_by_hand_failed(running: Booth) -> None:
    running.barriers["exit"].fail_with(DeviceError("barrier.refused"))
    running.arrive("exit", "XYZ9999")
    wait_until(lambda: running.lanes["exit"].view.reason == "exit.no_record")
    for _ in range(5):
        running.lanes["exit"].open_by_hand(actor=running.ben, reason="no_entry_record")
        wait_until(lambda: running.lanes["exit"].view.gate == "failed")


def test_a_command_that_came_too_late_is_shown_as_failed(running: Booth) -> None:
    runner = running.lanes["exit"]
    running.arrive("exit", "XYZ9999")
    wait_until(lambda: runner.view.reason == "exit.no_record")
    held_up = threading.Event()
    really_open = running.barriers["exit"].open

    def slow(command_id: str, *, deadline_ns: int) -> None:
        held_up.wait(15)
        really_open(command_id, deadline_ns=deadline_ns)

    running.barriers["exit"].open = slow
    runner.open_by_hand(actor=running.ben, reason="no_entry_record")
    runner.open_by_hand(actor=running.ben, reason="no_entry_record")
    running.clock.pass_by(seconds=4)
    held_up.set()
    wait_until(lambda: "gate.too_late" in running.kinds())
    wait_until(lambda: (runner.view.gate, runner.view.gate_cause) == ("failed", "task.too_late"))


def test_a_plate_may_be_typed_at_a_lane_only_by_someone_with_the_right(running: Booth) -> None:
    running.arrive("entry", "ABC1234", confidence=0.4)
    wait_until(lambda: running.lanes["entry"].view.action is Action.ASK)
    with pytest.raises(NotAllowed):
        running.lanes["entry"].correct("ABC1234", Actor("k", "Kiosk", Role.KIOSK))


def test_a_plate_typed_for_a_car_that_drove_off_is_not_given_to_the_next(running: Booth) -> None:
    running.arrive("entry", "ABC1234", confidence=0.4)
    wait_until(lambda: running.lanes["entry"].view.action is Action.ASK)
    running.recogniser.mute = True
    running.drive_away("entry")
    running.arrive("entry", "XYZ9999")
    wait_until(lambda: running.lanes["entry"].view.state is LaneState.READING)
    with pytest.raises(Refused, match=r"lane\.not_waiting"):
        running.lanes["entry"].correct("ABC1234", running.ben)
    running.recogniser.mute = False
    wait_until(lambda: bool(running.barriers["entry"].pulses))
    running.cross("entry")
    wait_until(lambda: "stay.entered" in running.kinds())
    assert [stay.plate for stay in running.inside()] == ["XYZ9999"]


def test_a_plate_typed_after_the_gate_was_opened_is_refused_with_words(running: Booth) -> None:
    running.arrive("entry", "ABC1234")
    lane = running.lanes["entry"]
    wait_until(lambda: bool(running.barriers["entry"].pulses) and lane.view.plate == "ABC1234")
    with pytest.raises(Refused, match=r"lane\.not_waiting"):
        lane.correct("XYZ9999", running.ben, sighting_id=lane.view.sighting_id)
    assert [stay.plate for stay in running.inside()] == ["ABC1234"]


def refuse_writes(running: Booth, kinds: set[str]) -> Callable[[], None]:
    """No transaction that would journal one of these kinds is taken until the answer is called."""
    really_write = running.store.write

    def write(work):
        def checked(unit):
            result = work(unit)
            if kinds & {entry.kind for entry in unit.entries}:
                raise StoreError("store.disk_full")
            return result

        return really_write(checked)

    running.store.write = write

    def mended() -> None:
        running.store.write = really_write

    return mended


def test_a_crossing_that_could_not_be_written_is_written_later_and_the_next_car_is_itself(
    running: Booth,
) -> None:
    running.arrive("entry", "ABC1234")
    wait_until(lambda: bool(running.barriers["entry"].pulses))
    first_photo = running.lanes["entry"].view.photo
    mended = refuse_writes(running, {"stay.entered"})
    loops = running.loops["entry"]
    loops.set(LoopRole.CLOSING, True)
    loops.set(LoopRole.ARMING, False)
    running.recogniser.sees["entry"] = ("XYZ9999", 0.95)
    loops.set(LoopRole.ARMING, True)
    loops.set(LoopRole.CLOSING, False)
    wait_until(lambda: len(running.barriers["entry"].pulses) == 2)
    assert running.lanes["entry"].view.photo != first_photo
    mended()
    wait_until(lambda: "stay.entered" in running.kinds())
    states = {stay.plate: stay.state for stay in running.inside()}
    assert states == {"ABC1234": StayState.INSIDE, "XYZ9999": StayState.PENDING}
    running.cross("entry")
    wait_until(lambda: running.kinds().count("stay.entered") == 2)


def test_a_car_that_paid_is_decided_about_again_although_the_first_try_failed(running: Booth) -> None:
    stay = running.enter("ABC1234")
    running.clock.pass_by(minutes=65)
    running.arrive("exit", "ABC1234")
    wait_until(lambda: running.lanes["exit"].view.reason == "exit.not_paid")
    running.pay(stay.stay_id)
    mended = refuse_writes(running, {"stay.released"})
    running.lanes["exit"].reconsider()
    wait_until(lambda: running.lanes["exit"].view.trouble == "store.disk_full")
    mended()
    wait_until(lambda: bool(running.barriers["exit"].pulses))


def test_a_car_for_which_the_gate_was_opened_early_leaves_with_its_stay(running: Booth) -> None:
    stay = running.enter("ABC1234")
    running.clock.pass_by(minutes=65)
    running.lanes["exit"].open_by_hand(actor=running.ben, reason="paid_elsewhere", stay_id=stay.stay_id)
    wait_until(lambda: bool(running.barriers["exit"].pulses))
    running.arrive("exit", "ABC1234")
    wait_until(lambda: running.lanes["exit"].view.reason == "exit.not_paid")
    running.cross("exit")
    wait_until(lambda: running.store.read(lambda unit: unit.stay(stay.stay_id)).state is StayState.LEFT)


def test_a_car_that_comes_after_the_gate_was_opened_for_nobody_is_a_stay(running: Booth) -> None:
    running.lanes["entry"].open_by_hand(actor=running.ben, reason="staff_or_delivery")
    wait_until(lambda: len(running.barriers["entry"].pulses) == 1)
    running.arrive("entry", "ABC1234")
    wait_until(lambda: len(running.barriers["entry"].pulses) == 2)
    running.cross("entry")
    wait_until(lambda: "stay.entered" in running.kinds())
    assert [stay.plate for stay in running.inside()] == ["ABC1234"]
