import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.reads import Box, FrameReads, Read, VotePolicy, frame_gaps_ms, is_settled, vote

BOX = Box(10, 20, 120, 40)


def _frame(
    sequence: int, text: str | None, confidence: float = 0.9, **extra: tuple[tuple[str, float], ...]
) -> FrameReads:
    reads = () if text is None else (Read(text, confidence, BOX, **extra),)
    return FrameReads(sequence, sequence * 40_000_000, reads)


def test_frames_that_agree_settle_the_vote() -> None:
    result = vote([_frame(1, "ABC-1234", 0.9), _frame(2, "ABC 1234", 0.98), _frame(3, "ABC1234", 0.91)])
    assert result is not None
    assert (result.plate, result.raw, result.best_sequence) == ("ABC1234", "ABC 1234", 2)
    assert (result.frames_agreeing, result.frames_read, result.alternatives) == (3, 3, ())
    assert result.confidence == pytest.approx(0.93)
    assert is_settled(result, VotePolicy())


def test_frames_that_disagree_lower_the_confidence_and_are_named() -> None:
    result = vote([_frame(1, "ABC1234"), _frame(2, "ABC1234"), _frame(3, "ABC1284")])
    assert result is not None
    assert result.plate == "ABC1234"
    assert result.confidence == pytest.approx(0.6)
    assert [text for text, _ in result.alternatives] == ["ABC1284"]
    assert not is_settled(result, VotePolicy())


def test_too_few_frames_settle_nothing_however_sure_they_are() -> None:
    result = vote([_frame(1, "ABC1234", 1.0), _frame(2, "ABC1234", 1.0)])
    assert not is_settled(result, VotePolicy())
    assert is_settled(result, VotePolicy(frames_needed=2))
    assert not is_settled(None, VotePolicy(frames_needed=0, confidence_needed=0))


def test_what_cannot_be_a_plate_has_no_vote() -> None:
    assert vote([]) is None
    assert vote([_frame(1, None), _frame(2, "A"), _frame(3, "···")]) is None
    result = vote([_frame(1, "X"), _frame(2, "ABC1234"), _frame(3, None)])
    assert result is not None
    assert (result.plate, result.frames_read) == ("ABC1234", 2)


def test_other_readings_of_a_frame_count_half() -> None:
    result = vote([_frame(1, "ABC1234", 0.8, alternatives=(("A8C-1234", 0.8), ("ABC1234", 0.8)))])
    assert result is not None
    assert result.alternatives == (("A8C1234", pytest.approx(1 / 3)),)


@given(
    st.lists(st.tuples(st.sampled_from(["ABC1234", "ABC1284", "X", None]), st.floats(0.01, 1.0)), max_size=12)
)
def test_a_vote_is_always_one_of_the_texts_read_with_a_confidence_between_0_and_1(
    seen: list[tuple[str | None, float]],
) -> None:
    result = vote([_frame(index, text, sure) for index, (text, sure) in enumerate(seen)])
    plates = {text for text, _ in seen} - {"X", None}
    assert (result is None) == (not plates)
    if result is not None:
        assert result.plate in plates
        assert 0 <= result.confidence <= 1
        assert 1 <= result.frames_agreeing <= result.frames_read
        assert seen[result.best_sequence][0] == result.plate


def test_the_gaps_between_frames_show_a_slow_camera() -> None:
    assert frame_gaps_ms([_frame(1, None), _frame(2, None), _frame(5, None)]) == [40.0, 120.0]
