"""The pictures of one vehicle after the other."""

from __future__ import annotations

from core.domain.passage_reads import PassageReads
from core.domain.reads import Box, FrameReads, Read, VotePolicy

BOX = Box(0, 0, 100, 30)


def frame(number: int, text: str = "ABC1234", *, pixels: float | None = None) -> FrameReads:
    read = Read(text, 0.95, BOX) if pixels is None else Read(text, 0.95, BOX, character_pixels=pixels)
    return FrameReads(number, number, (read,))


def test_pictures_that_agree_settle_the_vote_and_the_next_vehicle_begins_without_one() -> None:
    reads = PassageReads(VotePolicy(frames_at_most=5))
    for number in range(3):
        reads.add(frame(number), keeps_all=True)
    assert reads.is_settled
    reads.end()
    reads.begin()
    assert (reads.vote, reads.frames) == (None, ())
    assert reads.last_vote is not None
    assert reads.last_vote.plate == "ABC1234"


def test_where_nobody_says_when_another_comes_old_pictures_go() -> None:
    reads = PassageReads(VotePolicy(frames_at_most=3))
    for number in range(10):
        reads.add(frame(number, "ABC1234" if number < 7 else "XYZ9876"), keeps_all=False)
    assert len(reads.frames) == 3
    assert reads.vote is not None
    assert reads.vote.plate == "XYZ9876"


def test_a_vehicle_that_is_still_far_away_was_not_tried_yet() -> None:
    reads = PassageReads(VotePolicy(frames_at_most=2))
    for number in range(5):
        reads.add(frame(number, pixels=9.0), keeps_all=True)
    assert not reads.has_tried_enough(frame(6))


def test_what_was_decided_about_is_told_from_what_is_read_now() -> None:
    reads = PassageReads(VotePolicy(frames_at_most=2))
    assert not reads.was_decided_by_plate
    reads.add(frame(1), keeps_all=False)
    reads.decide()
    assert reads.is_decided
    reads.add(frame(2, "XYZ9876"), keeps_all=False)
    reads.add(frame(3, "XYZ9876"), keeps_all=False)
    assert not reads.is_decided


def test_the_next_picture_is_due_a_while_after_the_last_was_asked_for() -> None:
    reads = PassageReads(VotePolicy())
    reads.ask(1_000_000_000)
    assert not reads.is_due(1_900_000_000, 1000)
    assert reads.is_due(2_000_000_000, 1000)
