"""Vehicles at a lane whose loops cannot be believed, and through a gate that is held open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.lane_ground import SOUND, Ground
from core.domain.lanes import Effect, LaneState, Passage
from core.domain.reads import Box, FrameReads, Read, VotePolicy

MS = 1_000_000
BOX = Box(0, 0, 100, 30)
NO_CLOSING = Ground(closing_fault="loops.closing_stuck")
NO_ARMING = Ground(arming_fault="loops.arming_stuck")
HELD = Ground(is_held=True)


def seconds(count: float) -> int:
    return int(count * 1000) * MS


def frame(number: int, text: str = "ABC1234") -> FrameReads:
    return FrameReads(number, number, (Read(text, 0.95, BOX),))


@pytest.fixture
def passage() -> Passage:
    return Passage(votes=VotePolicy(frames_at_most=5))


def read(passage: Passage, text: str = "ABC1234", *, at: float = 1.2) -> list[Effect]:
    effects: list[Effect] = []
    for number in range(1, 4):
        effects = passage.read(frame(number, text), passage.number, seconds(at))
    return effects


def opened(passage: Passage) -> None:
    passage.arming(True, seconds(1))
    read(passage)
    passage.opened(seconds(1.5))


def test_without_a_closing_loop_a_car_that_left_after_the_opening_is_taken_to_have_crossed(
    passage: Passage,
) -> None:
    passage.ground = Ground(closing_fault="loops.closing_not_wired")
    opened(passage)
    assert passage.arming(False, seconds(4)) == []
    assert passage.tick(seconds(5)) == []
    assert passage.tick(seconds(5.6)) == [Effect.CROSSED]
    assert passage.assumed == "loops.closing_not_wired"
    assert passage.state is LaneState.EMPTY


def test_without_a_closing_loop_a_car_that_was_not_let_through_is_still_turned_away(passage: Passage) -> None:
    passage.ground = NO_CLOSING
    passage.arming(True, seconds(1))
    read(passage)
    assert passage.arming(False, seconds(3)) == [Effect.TURNED_AWAY]


def test_a_crossing_that_was_seen_is_not_assumed_and_none_is_remembered_of_the_car_before(
    passage: Passage,
) -> None:
    passage.ground = NO_CLOSING
    opened(passage)
    passage.arming(False, seconds(4))
    passage.tick(seconds(6))
    passage.ground = SOUND
    opened(passage)
    passage.closing(True, seconds(9))
    passage.arming(False, seconds(10))
    assert passage.closing(False, seconds(11)) == [Effect.CROSSED]
    assert passage.assumed == ""


def test_a_closing_loop_that_sticks_under_a_car_ends_its_passage(passage: Passage) -> None:
    opened(passage)
    passage.closing(True, seconds(3))
    passage.arming(False, seconds(4))
    assert passage.tick(seconds(500)) == []
    passage.ground = NO_CLOSING
    assert passage.tick(seconds(603)) == [Effect.CROSSED]
    assert passage.assumed == "loops.closing_stuck"


def test_a_closing_loop_that_sticks_without_a_command_is_no_crossing_that_anybody_explained(
    passage: Passage,
) -> None:
    passage.closing(True, seconds(3))
    passage.ground = NO_CLOSING
    assert passage.tick(seconds(603)) == [Effect.UNEXPLAINED]


def test_a_closing_loop_that_sticks_while_the_car_never_left_the_near_one_keeps_the_car(
    passage: Passage,
) -> None:
    opened(passage)
    passage.closing(True, seconds(3))
    passage.ground = NO_CLOSING
    assert passage.tick(seconds(603)) == []
    assert passage.state is LaneState.OPENING
    passage.arming(False, seconds(700))
    assert passage.tick(seconds(702)) == [Effect.CROSSED]


def test_a_stuck_closing_loop_is_not_listened_to_until_it_clears(passage: Passage) -> None:
    passage.ground = NO_CLOSING
    assert passage.closing(True, seconds(1)) == []
    assert passage.state is LaneState.EMPTY
    assert passage.closing(False, seconds(2)) == []
    passage.ground = SOUND
    opened(passage)
    passage.closing(True, seconds(3))
    passage.arming(False, seconds(4))
    assert passage.closing(False, seconds(5)) == [Effect.CROSSED]


def test_who_comes_after_a_car_that_stands_on_the_far_loop_is_not_kept_waiting_for_it(
    passage: Passage,
) -> None:
    opened(passage)
    passage.closing(True, seconds(3))
    passage.arming(False, seconds(4))
    assert passage.arming(True, seconds(10)) == []
    assert passage.tick(seconds(29)) == []
    assert passage.tick(seconds(30.1)) == [Effect.CROSSED, Effect.ARRIVED, Effect.ASK_READ]
    assert passage.assumed == "loops.closing_occupied"
    # The first one leaves the loop at last: that is no crossing of the second.
    assert passage.closing(False, seconds(40)) == []
    assert passage.state is LaneState.READING


def test_a_car_that_rolls_back_onto_the_near_loop_for_a_moment_has_not_been_followed(
    passage: Passage,
) -> None:
    opened(passage)
    passage.closing(True, seconds(3))
    passage.arming(False, seconds(4))
    passage.arming(True, seconds(5))
    passage.arming(False, seconds(15))
    assert passage.tick(seconds(60)) == []
    assert passage.closing(False, seconds(61)) == [Effect.CROSSED]


def test_without_the_arming_loop_the_camera_finds_the_car(passage: Passage) -> None:
    passage.arming(True, seconds(1))
    passage.ground = NO_ARMING
    assert Effect.DECIDE not in passage.tick(seconds(60))
    for number in range(1, 20):
        assert passage.read(FrameReads(number, number, ()), passage.number, seconds(61)) == []
    assert passage.state is LaneState.READING
    assert read(passage, at=90) == [Effect.DECIDE]


def test_without_the_arming_loop_the_next_car_is_told_from_the_one_before_by_its_plate(
    passage: Passage,
) -> None:
    passage.arming(True, seconds(1))
    passage.ground = NO_ARMING
    read(passage, "ABC1234")
    assert passage.state is LaneState.WAITING
    assert read(passage, "ABC1234", at=700) == []
    effects: list[Effect] = []
    for number in range(1, 10):
        effects = effects or passage.read(frame(number, "XYZ9876"), passage.number, seconds(800))
    assert effects == [Effect.TURNED_AWAY, Effect.ARRIVED, Effect.ASK_READ]
    assert read(passage, "XYZ9876", at=801) == [Effect.DECIDE]


def test_with_a_stuck_arming_loop_a_car_over_the_far_loop_has_crossed(passage: Passage) -> None:
    opened(passage)
    passage.ground = NO_ARMING
    passage.closing(True, seconds(3))
    effects = passage.closing(False, seconds(5))
    assert effects == [Effect.CROSSED, Effect.ARRIVED, Effect.ASK_READ]


def test_with_a_stuck_arming_loop_a_car_that_never_crossed_is_held_and_the_lane_goes_on(
    passage: Passage,
) -> None:
    opened(passage)
    passage.ground = NO_ARMING
    assert passage.tick(seconds(12)) == [Effect.HELD]
    assert passage.tick(seconds(20)) == []
    assert passage.tick(seconds(32)) == [Effect.ARRIVED, Effect.ASK_READ]


def test_without_any_loop_a_car_let_in_by_hand_is_held_for_a_person(passage: Passage) -> None:
    passage.ground = replace(NO_ARMING, closing_fault="loops.closing_lost")
    passage.opened(seconds(1))
    assert passage.tick(seconds(5)) == []
    assert passage.tick(seconds(12)) == [Effect.HELD]
    assert passage.state is LaneState.EMPTY


def test_through_a_held_gate_a_car_goes_while_it_is_still_being_read(passage: Passage) -> None:
    passage.ground = HELD
    passage.arming(True, seconds(1))
    passage.read(frame(1), 1, seconds(1.1))
    passage.closing(True, seconds(1.5))
    assert passage.read(frame(2), 1, seconds(1.6)) == [Effect.ASK_READ]
    assert passage.read(frame(3), 1, seconds(1.7)) == []
    passage.arming(False, seconds(2))
    assert passage.closing(False, seconds(3)) == [Effect.CROSSED]
    assert passage.reads.last_vote is not None
    assert passage.reads.last_vote.plate == "ABC1234"


def test_what_was_read_of_a_car_is_not_lost_to_the_next_one_close_behind(passage: Passage) -> None:
    passage.ground = HELD
    passage.arming(True, seconds(1))
    read(passage)
    passage.closing(True, seconds(2))
    passage.arming(False, seconds(3))
    passage.arming(True, seconds(3.5))
    assert passage.closing(False, seconds(4)) == [Effect.CROSSED, Effect.ARRIVED, Effect.ASK_READ]
    assert passage.vote is None
    assert passage.reads.last_vote is not None


def test_what_the_camera_sees_behind_a_car_that_crosses_is_the_next_one(passage: Passage) -> None:
    passage.ground = HELD
    passage.arming(True, seconds(1))
    passage.closing(True, seconds(1.5))
    passage.arming(False, seconds(2))
    next_one = (Read("XYZ9876", 0.95, BOX),)
    for number in range(1, 4):
        assert passage.read(FrameReads(number, seconds(2.1), next_one), 1, seconds(2.2)) == []
    for number in range(4, 7):
        passage.read(FrameReads(number, seconds(1.9), (Read("ABC1234", 0.95, BOX),)), 1, seconds(2.3))
    passage.closing(False, seconds(4))
    assert passage.reads.last_vote is not None
    assert passage.reads.last_vote.plate == "ABC1234"


def test_a_refused_car_that_goes_through_the_held_gate_has_crossed(passage: Passage) -> None:
    passage.ground = HELD
    passage.arming(True, seconds(1))
    assert read(passage) == [Effect.DECIDE]
    passage.arming(False, seconds(5))
    assert passage.tick(seconds(5.5)) == []
    passage.closing(True, seconds(6))
    assert passage.closing(False, seconds(7)) == [Effect.CROSSED]


def test_a_car_that_turns_before_the_held_gate_is_turned_away_all_the_same(passage: Passage) -> None:
    passage.ground = HELD
    passage.arming(True, seconds(1))
    read(passage)
    passage.arming(False, seconds(5))
    assert passage.tick(seconds(7)) == [Effect.TURNED_AWAY]


def test_a_car_that_comes_back_from_the_held_gate_is_still_the_one_that_waited(passage: Passage) -> None:
    passage.ground = HELD
    passage.arming(True, seconds(1))
    read(passage)
    passage.closing(True, seconds(2))
    assert passage.closing(False, seconds(3)) == []
    assert passage.state is LaneState.WAITING


def test_through_a_held_gate_the_wrong_way_is_no_crossing(passage: Passage) -> None:
    passage.ground = HELD
    passage.closing(True, seconds(1))
    passage.arming(True, seconds(2))
    assert passage.closing(False, seconds(3))[0] is Effect.REVERSED


def test_a_gate_held_open_over_a_car_without_a_closing_loop_counts_it_as_crossed(passage: Passage) -> None:
    passage.ground = replace(NO_CLOSING, is_held=True)
    passage.arming(True, seconds(1))
    read(passage)
    passage.arming(False, seconds(3))
    assert passage.tick(seconds(5)) == [Effect.CROSSED]


def test_once_let_go_a_crossing_without_a_command_is_unexplained_again(passage: Passage) -> None:
    passage.ground = HELD
    passage.ground = SOUND
    passage.closing(True, seconds(1))
    assert passage.closing(False, seconds(2)) == [Effect.UNEXPLAINED]


def test_without_a_closing_loop_a_car_whose_gate_surely_never_opened_has_not_crossed(
    passage: Passage,
) -> None:
    passage.ground = NO_CLOSING
    opened(passage)
    passage.gate.failed()
    passage.arming(False, seconds(4))
    assert passage.tick(seconds(6)) == [Effect.BACKED_OUT]


def test_without_a_closing_loop_a_boom_that_was_seen_to_stay_down_let_nobody_through(
    passage: Passage,
) -> None:
    passage.ground = NO_CLOSING
    opened(passage)
    passage.gate.boom_is(up=False)
    passage.arming(False, seconds(4))
    passage.gate.boom_is(up=False)
    assert passage.tick(seconds(6)) == [Effect.BACKED_OUT]


def test_without_a_closing_loop_a_boom_that_was_seen_to_rise_let_the_car_through(passage: Passage) -> None:
    passage.ground = NO_CLOSING
    opened(passage)
    for up in (False, True, False):
        passage.gate.boom_is(up=up)
    passage.arming(False, seconds(4))
    assert passage.tick(seconds(6)) == [Effect.CROSSED]


def test_the_next_command_is_judged_by_itself(passage: Passage) -> None:
    passage.ground = NO_CLOSING
    opened(passage)
    passage.gate.failed()
    passage.gate.boom_is(up=False)
    passage.opened(seconds(3))
    passage.arming(False, seconds(4))
    assert passage.tick(seconds(6)) == [Effect.CROSSED]


def test_a_car_bumper_to_bumper_behind_one_on_the_far_loop_has_crossed_too(passage: Passage) -> None:
    opened(passage)
    passage.closing(True, seconds(3))
    passage.arming(False, seconds(4))
    passage.arming(True, seconds(5))
    assert Effect.CROSSED in passage.tick(seconds(26))
    read(passage, "XYZ9876", at=27)
    passage.opened(seconds(28))
    # The far loop was never free between the two.
    assert passage.arming(False, seconds(30)) == []
    assert passage.tick(seconds(40)) == []
    assert passage.closing(False, seconds(41)) == [Effect.CROSSED]


def test_bumper_to_bumper_through_the_held_gate_every_car_has_crossed(passage: Passage) -> None:
    passage.ground = HELD
    passage.arming(True, seconds(1))
    passage.closing(True, seconds(2))
    passage.arming(False, seconds(3))
    passage.arming(True, seconds(4))
    assert Effect.CROSSED in passage.tick(seconds(25))
    assert passage.arming(False, seconds(26)) == []
    assert passage.tick(seconds(30)) == []
    assert passage.closing(False, seconds(31)) == [Effect.CROSSED]


def test_without_a_closing_loop_a_car_close_behind_is_another_car(passage: Passage) -> None:
    passage.ground = NO_CLOSING
    opened(passage)
    passage.arming(False, seconds(5))
    assert passage.arming(True, seconds(6)) == [Effect.CROSSED, Effect.ARRIVED, Effect.ASK_READ]
    assert passage.assumed == "loops.closing_stuck"
    assert read(passage, "XYZ9876", at=6.2) == [Effect.DECIDE]


def test_without_a_closing_loop_a_car_that_rocks_before_the_boom_is_up_is_still_the_same(
    passage: Passage,
) -> None:
    passage.ground = NO_CLOSING
    opened(passage)
    passage.arming(False, seconds(2))
    assert passage.arming(True, seconds(3)) == []
    # So is a lorry that the loop loses between two axles.
    passage.arming(False, seconds(6))
    assert passage.arming(True, seconds(6.2)) == []
    assert passage.state is LaneState.OPENING


def test_without_a_closing_loop_who_comes_after_a_gate_that_surely_stayed_shut_is_read_anew(
    passage: Passage,
) -> None:
    passage.ground = NO_CLOSING
    opened(passage)
    passage.gate.failed()
    passage.arming(False, seconds(5))
    assert passage.arming(True, seconds(6)) == [Effect.BACKED_OUT, Effect.ARRIVED, Effect.ASK_READ]


def test_close_behind_one_another_through_a_held_gate_without_a_closing_loop_all_cars_count(
    passage: Passage,
) -> None:
    passage.ground = replace(NO_CLOSING, is_held=True)
    passage.arming(True, seconds(1))
    read(passage)
    passage.arming(False, seconds(2))
    assert passage.arming(True, seconds(3)) == [Effect.CROSSED, Effect.ARRIVED, Effect.ASK_READ]


def test_a_lane_whose_arming_loop_is_lost_while_nobody_is_there_looks_for_cars(passage: Passage) -> None:
    passage.ground = NO_ARMING
    assert passage.tick(seconds(1)) == [Effect.ARRIVED, Effect.ASK_READ]
    assert not passage.vehicle_present
    assert passage.tick(seconds(1.5)) == []
    assert passage.tick(seconds(2.1)) == [Effect.ASK_READ]
    assert read(passage, at=3) == [Effect.DECIDE]
    assert passage.vehicle_present


def test_a_car_that_only_the_camera_sees_is_decided_about_again_when_it_has_paid(passage: Passage) -> None:
    passage.ground = NO_ARMING
    passage.tick(seconds(1))
    read(passage)
    assert passage.reconsider() == [Effect.DECIDE]
    for number in range(4, 8):
        assert passage.read(FrameReads(number, number, ()), passage.number, seconds(3)) == []
    effects = passage.read(FrameReads(9, 9, ()), passage.number, seconds(4))
    assert effects == [Effect.TURNED_AWAY, Effect.ARRIVED, Effect.ASK_READ]
    assert passage.reconsider() == []
    # It comes back after it has paid elsewhere.
    assert read(passage, at=60) == [Effect.DECIDE]


def test_a_car_that_nobody_feels_has_not_gone_because_no_loop_was_occupied(passage: Passage) -> None:
    passage.ground = replace(NO_ARMING, closing_fault="loops.closing_lost")
    passage.tick(seconds(1))
    read(passage)
    passage.opened(seconds(2))
    assert passage.tick(seconds(5)) == []
    assert passage.tick(seconds(12.1)) == [Effect.HELD]
    assert passage.tick(seconds(12.2)) == [Effect.ARRIVED, Effect.ASK_READ]


def test_a_car_that_nobody_feels_never_came_in_where_the_gate_surely_stayed_shut(passage: Passage) -> None:
    passage.ground = replace(NO_ARMING, closing_fault="loops.closing_lost")
    passage.tick(seconds(1))
    read(passage)
    passage.opened(seconds(2))
    passage.gate.failed()
    assert passage.tick(seconds(12.1)) == [Effect.BACKED_OUT]


@pytest.mark.parametrize(
    ("opened_at", "ended"), [(None, [Effect.TURNED_AWAY]), (2.0, [Effect.HELD])], ids=["read", "let through"]
)
def test_when_the_loops_are_known_again_and_nobody_stands_there_the_lane_is_empty(
    passage: Passage, opened_at: float | None, ended: list[Effect]
) -> None:
    passage.ground = replace(NO_ARMING, closing_fault="loops.closing_lost")
    passage.tick(seconds(1))
    read(passage)
    if opened_at is not None:
        passage.opened(seconds(opened_at))
    passage.ground = SOUND
    assert passage.tick(seconds(4)) == ended
    assert passage.state is LaneState.EMPTY
    assert passage.arming(True, seconds(5)) == [Effect.ARRIVED, Effect.ASK_READ]
