from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.lattices import BLANK, Lattice
from core.domain.reads import Box, FrameReads, Read, VotePolicy, frame_gaps_ms, is_settled, vote
from tests.core.domain.simulated_vehicles import vehicles

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
    assert result.confidence >= 0.93
    assert is_settled(result, VotePolicy())


def test_frames_that_disagree_lower_the_confidence_and_are_named() -> None:
    result = vote([_frame(1, "ABC1234"), _frame(2, "ABC1234"), _frame(3, "ABC1284")])
    assert result is not None
    assert result.plate == "ABC1234"
    assert result.confidence < 0.7
    assert [text for text, _ in result.alternatives] == ["ABC1284"]
    assert not is_settled(result, VotePolicy())


def test_too_few_frames_settle_nothing_however_sure_they_are() -> None:
    result = vote([_frame(1, "ABC1234", 1.0), _frame(2, "ABC1234", 1.0)])
    assert not is_settled(result, VotePolicy())
    assert is_settled(result, VotePolicy(frames_needed=2))
    assert not is_settled(None, VotePolicy(frames_needed=0, confidence_needed=0))


def _part(sequence: int, text: str, confidence: float = 0.3) -> FrameReads:
    return FrameReads(sequence, sequence * 40_000_000, (Read(text, confidence, BOX, in_part=True),))


def test_half_a_plate_is_never_settled_however_many_frames_show_it() -> None:
    for confidence in (0.3, 0.99):
        result = vote([_part(number, "SX588", confidence) for number in range(16)])
        assert result is not None
        assert (result.frames_agreeing, result.frames_in_part) == (16, 16)
        assert not is_settled(result, VotePolicy(alone_needed=0.9, confidence_needed=0.2))


def test_frames_that_miss_the_other_line_do_not_outvote_those_that_saw_it() -> None:
    sure = [_frame(number, "SX588", 0.99) for number in range(4)]
    assert is_settled(vote(sure), VotePolicy())
    assert not is_settled(vote([_part(9, "SX588"), *sure]), VotePolicy())
    assert not is_settled(vote([_part(8, "SX588"), _part(9, "SX588"), *sure, *sure]), VotePolicy())


def test_one_frame_with_something_above_the_plate_is_outvoted_by_five_without() -> None:
    result = vote([_part(9, "ABC1234"), *(_frame(number, "ABC1234", 0.99) for number in range(5))])
    assert result is not None
    assert (result.frames_agreeing, result.frames_in_part) == (6, 1)
    assert is_settled(result, VotePolicy())


def test_the_whole_plate_wins_over_frames_that_show_half_of_it() -> None:
    whole = [_frame(number, "CSX588", 0.97) for number in range(5)]
    result = vote([_part(8, "SX588"), _part(9, "SX588"), *whole])
    assert result is not None
    assert (result.plate, result.frames_in_part) == ("CSX588", 0)
    assert is_settled(result, VotePolicy())


def test_what_cannot_be_a_plate_has_no_vote() -> None:
    assert vote([]) is None
    assert vote([_frame(1, None), _frame(2, "A"), _frame(3, "···")]) is None
    result = vote([_frame(1, "X"), _frame(2, "ABC1234"), _frame(3, None)])
    assert result is not None
    assert (result.plate, result.frames_read) == ("ABC1234", 2)


def test_another_reading_that_weighs_as_much_takes_its_share() -> None:
    result = vote([_frame(1, "ABC1234", 0.8, alternatives=(("A8C-1234", 0.8), ("ABC1234", 0.8)))])
    assert result is not None
    [(text, share)] = result.alternatives
    assert text == "A8C1234"
    assert 0.1 < share < 0.5
    assert result.doubts.slots[1] == (("8", round(share, 3)),)


def test_frames_of_two_vehicles_that_are_both_sure_settle_nothing() -> None:
    frames = [_frame(1, "ABC1234", 0.97), *(_frame(number, "KLM7788", 0.97) for number in range(2, 12))]
    result = vote(frames)
    assert result is not None
    assert (result.plate, result.rival) == ("KLM7788", "ABC1234")
    assert not is_settled(result, VotePolicy())


def test_two_vehicles_of_one_fleet_settle_nothing_either() -> None:
    frames = [_frame(number, "ABC1234" if number < 3 else "ABC1235", 0.97) for number in range(1, 12)]
    assert not is_settled(vote(frames), VotePolicy())


def test_one_frame_that_misread_a_character_is_outvoted() -> None:
    frames = [_frame(number, "ABC1284" if number == 2 else "ABC1234", 0.95) for number in range(1, 10)]
    result = vote(frames)
    assert result is not None
    assert (result.plate, result.rival) == ("ABC1234", "")
    assert is_settled(result, VotePolicy())


def test_a_sure_stretch_of_text_that_is_unlike_is_asked_about() -> None:
    frames = [_frame(number, "TAXI24H" if number == 2 else "ABC1234", 0.95) for number in range(1, 10)]
    assert not is_settled(vote(frames), VotePolicy())


def test_frames_read_before_the_vehicle_came_near_do_not_count_against_it() -> None:
    far = [_frame(number, "A8C12", 0.15) for number in range(1, 5)]
    near = [_frame(number, "ABC1234", 0.96) for number in range(5, 8)]
    assert is_settled(vote([*far, *near]), VotePolicy())


@pytest.mark.parametrize("count", [3, 5, 12])
def test_agreeing_does_not_make_unsure_frames_sure(count: int) -> None:
    assert not is_settled(vote([_frame(number, "ABC1234", 0.5) for number in range(count)]), VotePolicy())


def test_a_lane_may_let_two_overwhelming_frames_be_enough() -> None:
    policy = VotePolicy(alone_needed=0.97)
    assert is_settled(vote([_frame(1, "ABC1234", 0.995), _frame(2, "ABC1234", 0.995)]), policy)
    assert not is_settled(vote([_frame(1, "ABC1234", 0.995)]), policy)
    assert not is_settled(vote([_frame(1, "ABC1234", 0.9), _frame(2, "ABC1234", 0.9)]), policy)


def test_frames_that_each_misread_another_character_have_the_right_plate_between_them() -> None:
    frames = [
        FrameReads(number, number, (Read(text, 0.5, BOX, lattice=_lattice(text, wrong, "ABC1234"[wrong])),))
        for number, (text, wrong) in enumerate([("A8C1234", 1), ("ABC1Z34", 4), ("ABC123A", 6)], start=1)
    ]
    result = vote(frames)
    assert result is not None
    assert result.plate == "ABC1234"
    assert result.frames_agreeing == 0
    assert not is_settled(result, VotePolicy())


def test_the_vote_tells_where_it_doubts() -> None:
    read = Read("ABC1234", 0.7, BOX, (("A8C1234", 0.25),), lattice=_lattice("ABC1234", 1, "8"))
    result = vote([FrameReads(number, number, (read,)) for number in range(3)])
    assert result is not None
    places = [place for place, slot in enumerate(result.doubts.slots) if slot]
    assert places == [1]
    assert result.doubts.slots[1][0][0] == "8"
    assert result.doubts.chance_of("A8C1234") > 0


def test_a_reader_with_chances_that_are_none_breaks_nothing() -> None:
    result = vote([_frame(1, "ABC1234", 7.5, alternatives=(("A8C1234", -1.0), ("X", 3.0)))])
    assert result is not None
    assert 0 <= result.confidence <= 1


def test_a_vote_over_lattices_beats_one_over_texts_at_the_same_coverage() -> None:
    """Of simulated vehicles; both votes answer for the share of which they are surest."""
    seen = vehicles(500, 20_260_513, frames=4)
    ours = [(result.confidence, result.plate == car.plate) for car in seen if (result := vote(car.frames))]
    texts = [(sure, plate == car.plate) for car in seen for plate, sure in [_vote_of_texts(car.frames)]]
    assert len(ours) == len(texts) == 500
    counts = (450, 475, 500)
    assert sum(_wrong(ours, count) for count in counts) < sum(_wrong(texts, count) for count in counts)
    assert _wrong(ours, 500) < 0.8 * _wrong(texts, 500)


def test_what_is_acted_on_alone_is_right_in_995_of_1000_simulated_vehicles() -> None:
    policy = VotePolicy()
    results = [(car.plate, vote(car.frames)) for car in vehicles(600, 7, frames=5)]
    settled = [(plate, result.plate) for plate, result in results if result and is_settled(result, policy)]
    assert len(settled) >= 150
    assert sum(plate == read for plate, read in settled) / len(settled) >= 0.995


def _lattice(text: str, place: int, other: str) -> Lattice:
    """A lattice that holds the text, and at one place another character nearly as likely."""
    steps: list[tuple[tuple[str, float], ...]] = []
    for at, character in enumerate(text):
        doubt = ((character, 0.55), (other, 0.43))
        steps += [doubt if at == place else ((character, 0.99),), ((BLANK, 0.99),)]
    return Lattice(tuple(steps))


def _vote_of_texts(frames: tuple[FrameReads, ...]) -> tuple[str, float]:
    """A vote that knows of no lattices: texts weigh with their confidences, alternatives half."""
    weights: Counter[str] = Counter()
    own: dict[str, list[float]] = {}
    for frame in frames:
        best = frame.reads[0]
        weights[best.text] += best.confidence
        own.setdefault(best.text, []).append(best.confidence)
        weights.update({text: share * 0.5 for text, share in best.alternatives})
    plate = max(own, key=lambda text: weights[text])
    return plate, sum(own[plate]) / len(own[plate]) * weights[plate] / weights.total()


def _wrong(answers: list[tuple[float, bool]], count: int) -> int:
    return sum(not right for _, right in sorted(answers, key=lambda answer: -answer[0])[:count])


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
