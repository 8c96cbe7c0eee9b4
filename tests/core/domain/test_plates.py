import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.plates import (
    CONFUSABLE_CLASSES,
    CONFUSABLE_COST,
    GAP_COST,
    MAX_TYPED,
    WRONG_COST,
    differing_positions,
    distance,
    fold,
    is_plausible,
    normalise,
    part_distance,
    substitution_cost,
)

PLATES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", max_size=9)


@pytest.mark.parametrize(
    ("typed", "plate"),
    [
        ("abc-1234", "ABC1234"),
        (" HH·KR 4711 ", "HHKR4711"),
        ("ＡＢＣ－１２３４", "ABC1234"),
        ("京A·12345", "京A12345"),
        ("\x1b@\x00;DROP", "DROP"),
        ("🚗", ""),
        ("", ""),
    ],
)
def test_a_plate_is_compared_without_case_width_and_separators(typed: str, plate: str) -> None:
    assert normalise(typed) == plate


@given(st.text())
def test_any_text_becomes_letters_and_digits_of_limited_length(text: str) -> None:
    plate = normalise(text)
    assert len(plate) <= MAX_TYPED
    assert all(character.isalnum() for character in plate)


@given(PLATES)
def test_a_normalised_plate_stays_as_it_is(plate: str) -> None:
    assert normalise(plate) == plate


def test_ten_thousand_characters_are_cut_not_chewed() -> None:
    assert len(normalise("A" * 10_000)) == MAX_TYPED


@pytest.mark.parametrize(
    ("plate", "plausible"),
    [
        ("A1", True),
        ("A", False),
        ("ABC123456789", True),
        ("ABC1234567890", False),
        ("京A12345", True),
        ("ÄB1", False),
    ],
)
def test_a_plate_has_two_to_twelve_characters_of_scripts_that_plates_use(plate: str, plausible: bool) -> None:
    assert is_plausible(plate) is plausible


def test_confusable_characters_fold_to_the_same_and_cost_little() -> None:
    for group in CONFUSABLE_CLASSES:
        assert len({fold(character) for character in group}) == 1
        assert {substitution_cost(group[0], other) for other in group[1:]} == {CONFUSABLE_COST}
    assert fold("O0B8") == fold("0O8B")
    assert substitution_cost("A", "7") == WRONG_COST


@pytest.mark.parametrize(
    ("first", "second", "cost"),
    [
        ("ABC1234", "ABC1234", 0.0),
        ("ABC1234", "A8C1234", CONFUSABLE_COST),
        ("ABC1234", "AXC1234", WRONG_COST),
        ("ABC1234", "ABC123", GAP_COST),
        ("ABC1234", "ACB1234", WRONG_COST),
        ("", "ABC", 3 * GAP_COST),
    ],
)
def test_two_plates_differ_by_the_cheapest_way_to_misread(first: str, second: str, cost: float) -> None:
    assert distance(first, second) == pytest.approx(cost)


@given(PLATES, PLATES)
def test_likeness_is_the_same_both_ways_and_zero_only_for_the_same(first: str, second: str) -> None:
    assert distance(first, second) == pytest.approx(distance(second, first))
    assert (distance(first, second) == 0) == (first == second)
    assert distance(first, second) <= GAP_COST * (len(first) + len(second)) + 1e-9


@given(PLATES, PLATES, PLATES)
def test_a_part_of_a_plate_is_found_wherever_it_stands(before: str, part: str, behind: str) -> None:
    assert part_distance(part, before + part + behind) == 0
    assert part_distance(part, before) <= GAP_COST * len(part) + 1e-9


def test_the_places_where_two_plates_differ_are_marked_for_the_eye() -> None:
    assert differing_positions("ABC1234", "A8C1934") == [(1, True), (4, False)]
    assert differing_positions("ABC", "ABC") == []
