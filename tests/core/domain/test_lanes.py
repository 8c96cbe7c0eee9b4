"""A vehicle's passage through a lane: loops, reads and time in, effects out."""

from __future__ import annotations

import pytest

from core.domain.lanes import Effect, LaneState, Passage, PassagePolicy
from core.domain.reads import Box, FrameReads, Read, VotePolicy

MS = 1_000_000
BOX = Box(0, 0, 100, 30)


def seconds(count: float) -> int:
    return int(count * 1000) * MS


def frame(number: int, text: str = "ABC1234", confidence: float = 0.95) -> FrameReads:
    return FrameReads(number, number, (Read(text, confidence, BOX),))


@pytest.fixture
def passage() -> Passage:
    return Passage(votes=VotePolicy(frames_at_most=5), limits=PassagePolicy())


def arrived(passage: Passage) -> Passage:
    passage.arming(True, seconds(1))
    return passage


def opened(passage: Passage) -> Passage:
    arrived(passage)
    for number in range(1, 4):
        passage.read(frame(number), passage.number, seconds(1.2))
    passage.opened(seconds(1.5))
    return passage


def test_nothing_is_read_before_a_vehicle_is_felt(passage: Passage) -> None:
    assert passage.tick(seconds(5)) == []
    assert passage.read(frame(1), 0, seconds(5)) == []


def test_a_vehicle_on_the_loop_is_read_at_once(passage: Passage) -> None:
    assert passage.arming(True, seconds(1)) == [Effect.ARRIVED, Effect.ASK_READ]


def test_a_repeated_edge_changes_nothing(passage: Passage) -> None:
    arrived(passage)
    assert passage.arming(True, seconds(1.1)) == []


def test_three_frames_that_agree_end_the_reading(passage: Passage) -> None:
    arrived(passage)
    assert passage.read(frame(1), 1, seconds(1.1)) == [Effect.ASK_READ]
    assert passage.read(frame(2), 1, seconds(1.2)) == [Effect.ASK_READ]
    assert passage.read(frame(3), 1, seconds(1.3)) == [Effect.DECIDE]
    assert passage.state is LaneState.WAITING


def test_frames_without_a_plate_end_in_a_decision_all_the_same(passage: Passage) -> None:
    arrived(passage)
    effects: list[Effect] = []
    for number in range(1, 6):
        effects = passage.read(FrameReads(number, number, ()), 1, seconds(1.1))
    assert effects == [Effect.DECIDE]
    assert passage.vote is None


def test_a_vehicle_that_is_still_far_away_keeps_its_tries_until_it_is_near(passage: Passage) -> None:
    arrived(passage)
    for number in range(1, 8):
        far = Read("ABC1234", 0.3, BOX, character_pixels=9.0)
        effects = passage.read(FrameReads(number, number, (far,)), 1, seconds(1.2))
        assert effects == [Effect.ASK_READ]

    assert passage.tick(seconds(7.1)) == [Effect.DECIDE]


def test_a_silent_reader_ends_in_a_decision_after_six_seconds(passage: Passage) -> None:
    arrived(passage)
    assert Effect.DECIDE not in passage.tick(seconds(6.9))
    assert passage.tick(seconds(7.1)) == [Effect.DECIDE]


def test_an_answer_about_the_vehicle_before_is_ignored(passage: Passage) -> None:
    arrived(passage)
    passage.arming(False, seconds(2))
    passage.arming(True, seconds(3))
    assert passage.read(frame(1), 1, seconds(3.1)) == []
    assert passage.reads.frames == ()


def test_a_vehicle_that_goes_before_the_gate_opens_turned_away(passage: Passage) -> None:
    arrived(passage)
    assert passage.arming(False, seconds(3)) == [Effect.TURNED_AWAY]
    assert passage.state is LaneState.EMPTY


def test_both_loops_in_order_are_a_crossing(passage: Passage) -> None:
    opened(passage)
    assert passage.closing(True, seconds(3)) == []
    assert passage.arming(False, seconds(4)) == []
    assert passage.closing(False, seconds(5)) == [Effect.CROSSED]
    assert passage.state is LaneState.EMPTY


def test_a_short_vehicle_may_stand_between_the_loops_for_a_moment(passage: Passage) -> None:
    opened(passage)
    passage.arming(False, seconds(3))
    assert passage.tick(seconds(4)) == []
    passage.closing(True, seconds(4.2))
    assert passage.closing(False, seconds(5)) == [Effect.CROSSED]


def test_leaving_the_arming_loop_without_the_closing_one_is_backing_out(passage: Passage) -> None:
    opened(passage)
    assert passage.arming(False, seconds(3)) == []
    assert passage.tick(seconds(4.6)) == [Effect.BACKED_OUT]


def test_a_vehicle_that_reverses_off_the_closing_loop_has_not_crossed(passage: Passage) -> None:
    opened(passage)
    passage.closing(True, seconds(3))
    assert passage.closing(False, seconds(4)) == []
    assert passage.state is LaneState.OPENING
    passage.arming(False, seconds(5))
    assert passage.tick(seconds(7)) == [Effect.BACKED_OUT]


def test_a_vehicle_that_does_not_move_is_held_once_and_may_still_cross(passage: Passage) -> None:
    opened(passage)
    assert passage.tick(seconds(11)) == []
    assert passage.tick(seconds(11.6)) == [Effect.HELD]
    assert passage.tick(seconds(20)) == []
    passage.closing(True, seconds(21))
    passage.arming(False, seconds(22))
    assert passage.closing(False, seconds(23)) == [Effect.CROSSED]


def test_the_next_vehicle_may_be_on_the_loop_before_the_first_has_cleared(passage: Passage) -> None:
    opened(passage)
    passage.closing(True, seconds(3))
    passage.arming(False, seconds(4))
    passage.arming(True, seconds(4.5))
    assert passage.closing(False, seconds(5)) == [Effect.CROSSED, Effect.ARRIVED, Effect.ASK_READ]
    assert passage.number == 2


def test_crossing_without_a_command_is_unexplained(passage: Passage) -> None:
    arrived(passage)
    passage.closing(True, seconds(3))
    passage.arming(False, seconds(4))
    assert passage.closing(False, seconds(5)) == [Effect.UNEXPLAINED]


def test_a_gate_opened_by_hand_for_nobody_is_soon_open_for_nobody_any_more(passage: Passage) -> None:
    passage.opened(seconds(1))
    assert passage.tick(seconds(5)) == []
    assert passage.tick(seconds(11.5)) == [Effect.HELD]
    assert passage.tick(seconds(30)) == []
    assert passage.state is LaneState.EMPTY


def test_a_waiting_vehicle_can_be_decided_about_again(passage: Passage) -> None:
    arrived(passage)
    for number in range(1, 4):
        passage.read(frame(number), 1, seconds(1.2))
    assert passage.reconsider() == [Effect.DECIDE]
    passage.arming(False, seconds(9))
    assert passage.reconsider() == []


def test_an_unsure_vehicle_is_looked_at_again_while_it_waits(passage: Passage) -> None:
    arrived(passage)
    for number in range(1, 6):
        passage.read(frame(number, confidence=0.5), 1, seconds(1.2))
    assert passage.state is LaneState.WAITING
    assert passage.tick(seconds(3)) == [Effect.ASK_READ]
    assert passage.tick(seconds(3.1)) == []


def test_late_better_pictures_settle_the_vote_of_a_waiting_vehicle() -> None:
    passage = Passage(votes=VotePolicy(frames_needed=2, confidence_needed=0.6, frames_at_most=2))
    arrived(passage)
    passage.read(FrameReads(1, 1, ()), 1, seconds(1.2))
    passage.read(FrameReads(2, 2, ()), 1, seconds(1.3))
    assert passage.read(frame(3), 1, seconds(3)) == []
    assert passage.read(frame(4), 1, seconds(4)) == [Effect.DECIDE]


def test_a_vehicle_that_comes_while_the_gate_is_open_for_nobody_is_read_like_any_other(
    passage: Passage,
) -> None:
    passage.opened(seconds(1))
    assert passage.arming(True, seconds(3)) == [Effect.ARRIVED, Effect.ASK_READ]
    for number in range(1, 4):
        effects = passage.read(frame(number), passage.number, seconds(3.2))
    assert effects == [Effect.DECIDE]


def test_a_vehicle_that_drives_through_before_it_is_decided_about_is_explained_by_the_open_gate(
    passage: Passage,
) -> None:
    passage.opened(seconds(1))
    passage.arming(True, seconds(3))
    passage.closing(True, seconds(4))
    passage.arming(False, seconds(5))
    assert passage.closing(False, seconds(6)) == [Effect.CROSSED]


def test_an_old_command_for_nobody_explains_no_crossing(passage: Passage) -> None:
    passage.opened(seconds(1))
    passage.arming(True, seconds(3))
    passage.tick(seconds(12))
    passage.closing(True, seconds(20))
    passage.arming(False, seconds(21))
    assert passage.closing(False, seconds(22)) == [Effect.UNEXPLAINED]


def test_the_command_for_the_car_before_does_not_explain_the_next_crossing(passage: Passage) -> None:
    opened(passage)
    passage.closing(True, seconds(3))
    passage.arming(False, seconds(3.5))
    assert passage.closing(False, seconds(4)) == [Effect.CROSSED]
    passage.arming(True, seconds(5))
    passage.closing(True, seconds(6))
    passage.arming(False, seconds(6.5))
    assert passage.closing(False, seconds(7)) == [Effect.UNEXPLAINED]


def test_a_vehicle_that_touched_the_far_loop_while_it_was_read_is_decided_about(passage: Passage) -> None:
    arrived(passage)
    passage.closing(True, seconds(1.5))
    assert passage.closing(False, seconds(2)) == []
    assert passage.state is LaneState.READING
    assert passage.tick(seconds(8)) == [Effect.DECIDE]


def test_pictures_are_counted_for_each_camera_by_itself(passage: Passage) -> None:
    arrived(passage)
    for number in range(1, 5):
        assert passage.read(FrameReads(number, number, ()), 1, seconds(1.2)) == [Effect.ASK_READ]
        rear = FrameReads(number, number, (), rear=True)
        assert passage.read(rear, 1, seconds(1.2)) == [Effect.ASK_READ]
    assert passage.read(FrameReads(5, 5, ()), 1, seconds(1.3)) == [Effect.DECIDE]


def test_the_next_vehicle_begins_without_a_vote(passage: Passage) -> None:
    arrived(passage)
    passage.read(frame(1), 1, seconds(1.2))
    assert passage.vote is not None
    passage.arming(False, seconds(2))
    passage.arming(True, seconds(3))
    assert passage.vote is None


def test_another_vehicle_in_the_middle_of_the_reading_is_asked_about(passage: Passage) -> None:
    arrived(passage)
    passage.read(frame(1, "KLM7788"), 1, seconds(1.1))
    passage.read(frame(2, "KLM7788"), 1, seconds(1.2))
    effects = [passage.read(frame(number), 1, seconds(1.3)) for number in range(3, 6)]
    assert effects == [[Effect.ASK_READ], [Effect.ASK_READ], [Effect.DECIDE]]
    assert passage.vote is not None
    assert passage.vote.rival
