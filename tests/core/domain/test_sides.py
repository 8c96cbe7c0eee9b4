"""Which read counts where a lane sees its vehicles from the front and from behind."""

from __future__ import annotations

import pytest

from core.domain.admission import Action, admit
from core.domain.departure import find
from core.domain.occupancy import Occupancy
from core.domain.reads import Box, FrameReads, Read, Vote, VotePolicy, is_settled
from core.domain.sides import vote_of_lane

POLICY = VotePolicy()
FRONT_BOX, REAR_BOX = Box(10, 20, 120, 40), Box(300, 400, 90, 30)


def frames(
    text: str | None, confidence: float = 0.95, *, rear: bool = False, count: int = 3
) -> list[FrameReads]:
    box = REAR_BOX if rear else FRONT_BOX
    reads = () if text is None else (Read(text, confidence, box),)
    return [FrameReads(number, number, reads, rear=rear) for number in range(1, count + 1)]


def voted(*seen: list[FrameReads]) -> Vote:
    result = vote_of_lane([frame for side in seen for frame in side], POLICY)
    assert result is not None
    return result


def test_nothing_read_on_either_side_is_no_vote() -> None:
    assert vote_of_lane([], POLICY) is None
    assert vote_of_lane([*frames(None), *frames(None, rear=True)], POLICY) is None


def test_a_plate_that_only_the_rear_bears_is_read_from_behind() -> None:
    result = voted(frames(None), frames("ABC1234", rear=True))
    assert (result.plate, result.best_is_rear, result.box) == ("ABC1234", True, REAR_BOX)
    assert is_settled(result, POLICY)


def test_both_sides_together_are_surer_than_one() -> None:
    front, rear = frames("ABC1234", 0.85, count=2), frames("ABC1234", 0.9, rear=True, count=2)
    both = voted(front, rear)
    assert both.confidence > max(voted(front).confidence, voted(rear).confidence)
    assert both.frames_agreeing == 4
    assert both.best_is_rear


def test_a_front_that_misread_one_character_is_put_right_from_behind() -> None:
    result = voted(frames("A8C1234", 0.5), frames("ABC1234", 0.97, rear=True))
    assert (result.plate, result.sides_differ) == ("ABC1234", False)


def test_a_trailer_has_a_plate_of_its_own_and_the_front_counts() -> None:
    result = voted(frames("ABC1234", 0.96), frames("XYZ77", 0.5, rear=True))
    assert (result.plate, result.rival, result.best_is_rear) == ("ABC1234", "", False)
    assert "XYZ77" in [text for text, _ in result.alternatives]
    assert is_settled(result, POLICY)


def test_lettering_in_front_does_not_outdo_a_plate_behind() -> None:
    result = voted(frames("TAXI24", 0.15), frames("ABC1234", 0.97, rear=True))
    assert (result.plate, result.best_is_rear) == ("ABC1234", True)


def test_an_unsure_front_that_is_unlike_is_asked_about_even_where_the_rear_is_sure() -> None:
    result = voted(frames("KLM7788", 0.7), frames("ABC1234", 0.97, rear=True))
    assert result.plate == "KLM7788"
    assert not is_settled(result, POLICY)


@pytest.mark.parametrize("other", ["XYZ9988", "ABC1284"])
def test_two_sure_plates_that_differ_are_a_persons_to_judge(other: str) -> None:
    result = voted(frames("ABC1234", 0.97), frames(other, 0.97, rear=True))
    assert result.sides_differ
    assert (result.plate, result.rival) == ("ABC1234", other)
    assert result.alternatives[0][0] == other
    admission = admit(result, policy=POLICY, occupancy=Occupancy(10, 0, 0, 0), open_stay=None)
    assert (admission.action, admission.reason) == (Action.ASK, "entry.sides_differ")
    departure = find(result, POLICY, [])
    assert departure is not None
    assert (departure.action, departure.reason) == (Action.ASK, "exit.sides_differ")


def test_a_vehicle_exchanged_before_one_camera_is_asked_about_by_that_name() -> None:
    result = voted(frames("ABC1234", 0.97), frames("XYZ9988", 0.97))
    admission = admit(result, policy=POLICY, occupancy=Occupancy(10, 0, 0, 0), open_stay=None)
    assert (admission.action, admission.reason) == (Action.ASK, "entry.two_plates")


def test_beside_a_front_that_votes_by_itself_the_rear_still_needs_its_frames() -> None:
    silent_front = [FrameReads(1, 1, (), has_voted=True)]
    one_from_behind = voted(silent_front, frames("ABC1234", 0.99, rear=True, count=1))
    assert not is_settled(one_from_behind, POLICY)

    front = [FrameReads(1, 1, (Read("ABC1234", 0.87, FRONT_BOX),), has_voted=True)]
    assert is_settled(voted(front), POLICY)
    assert is_settled(voted(front, frames("ABC1234", 0.9, rear=True, count=1)), POLICY)
