from __future__ import annotations

from collections.abc import Sequence

import pytest

from core.domain.doubts import Slots
from core.domain.errors import BadInput
from core.domain.people import Actor, Role
from core.domain.plates import fold
from core.services.find_stay import MOST_MATCHES, Match, PlateKey, find_stay

BEN = Actor("ben", "Ben", Role.ATTENDANT)


class Inside:
    """The cars inside, newest first; a stay is called like its plate."""

    def __init__(
        self, *plates: str, former: dict[str, str] | None = None, slots: dict[str, Slots] | None = None
    ) -> None:
        known = slots or {}
        self._keys = [PlateKey(plate, plate, fold(plate), slots=known.get(plate, ())) for plate in plates]
        self._keys += [
            PlateKey(stay_id, text, fold(text), former=True) for text, stay_id in (former or {}).items()
        ]

    def keys(self) -> tuple[Sequence[PlateKey], Sequence[str]]:
        return self._keys, [key.folded for key in self._keys]


def found(inside: Inside, typed: str) -> list[str]:
    return [match.stay_id for match in find_stay(inside, typed, actor=BEN)]


def test_a_plate_typed_as_it_is_comes_first() -> None:
    inside = Inside("A8C1234", "ABC1Z34", "ABC1234", "ABC1284")
    assert found(inside, "ABC1234")[0] == "ABC1234"
    assert find_stay(inside, "ABC1234", actor=BEN)[0] == Match("ABC1234", "ABC1234", 0.0)


def test_case_and_separators_do_not_matter() -> None:
    assert found(Inside("ABC1234"), " abc-12 34")[0] == "ABC1234"


def test_a_character_easily_taken_for_another_ranks_before_a_wrong_one() -> None:
    inside = Inside("KBC1234", "A8C1234", "ABX1234")
    assert found(inside, "ABC1234")[0] == "A8C1234"


@pytest.mark.parametrize("typed", ["ABC123", "ABC12344", "AXBC1234", "BAC1234", "ABC1934", "BC1234"])
def test_one_missing_extra_swapped_or_wrong_character_still_finds_the_car(typed: str) -> None:
    inside = Inside("KLM7777", "XYZ9876", "ABC1234", "PRS5555")
    assert found(inside, typed)[0] == "ABC1234"


def test_the_end_of_a_plate_is_enough() -> None:
    inside = Inside("KLM7777", "XYZ9876", "ABC1234")
    assert found(inside, "234")[0] == "ABC1234"


def test_a_part_with_a_wrong_character_in_it_is_found() -> None:
    inside = Inside("KLM7777", "XYZ9876", "ABC1234")
    assert found(inside, "C1X34")[0] == "ABC1234"
    assert found(inside, "C134")[0] == "ABC1234"


def test_of_cars_that_fit_a_part_alike_the_newest_comes_first() -> None:
    assert found(Inside("NEW9999", "MID9999", "OLD9999"), "9999") == ["NEW9999", "MID9999", "OLD9999"]


def test_the_very_characters_are_found_among_many_that_only_look_alike() -> None:
    alike = [f"K{number:03d}ILT" for number in range(150)]
    assert found(Inside(*alike, "XYZ117"), "117")[0] == "XYZ117"


def test_a_car_is_found_under_what_its_plate_was_taken_for_but_behind_a_car_that_bears_it() -> None:
    inside = Inside("ABC1234", "KLM7777", former={"ABC1234": "KLM7777"})
    assert found(inside, "ABC1234")[:2] == ["ABC1234", "KLM7777"]


def doubtful(plate: str, place: int, *others: tuple[str, float]) -> dict[str, Slots]:
    """What a reader held possible at one place of the plate, and at no other."""
    return {plate: tuple(others if at == place else () for at in range(len(plate)))}


def test_a_car_read_wrong_is_found_first_by_the_character_that_the_reader_held_possible() -> None:
    # For eyes, H is no more like K than X is.
    inside = Inside("ABX1234", "ABH1234", "ABC1734", slots=doubtful("ABH1234", 2, ("K", 0.3)))
    assert found(inside, "ABK1234")[0] == "ABH1234"


def test_of_two_that_look_alike_the_one_comes_first_of_which_the_reader_was_not_sure() -> None:
    sure = {"ABC1234": ((),) * 7}
    inside = Inside("ABC1234", "A8C1Z34", slots=sure | doubtful("A8C1Z34", 1, ("B", 0.4)))
    assert found(inside, "ABC1Z34")[0] == "A8C1Z34"
    inside = Inside("ABC1234", "A8C1234", slots={"A8C1234": ((),) * 7} | doubtful("ABC1234", 1, ("D", 0.3)))
    assert found(inside, "ADC1234")[0] == "ABC1234"


def test_a_plate_typed_as_it_is_comes_before_all_that_another_may_be() -> None:
    inside = Inside("A8C1234", "ABC1234", slots=doubtful("A8C1234", 1, ("B", 0.49)))
    assert found(inside, "ABC1234") == ["ABC1234", "A8C1234"]
    assert found(inside, "A8C1234") == ["A8C1234", "ABC1234"]


def test_a_text_that_the_reader_held_likely_comes_before_one_that_was_corrected_away() -> None:
    keys = Inside("KLM7777", "PRS5555")
    keys._keys += [
        PlateKey("KLM7777", "ABC1234", fold("ABC1234"), former=True),
        PlateKey("PRS5555", "ABC1234", fold("ABC1234"), former=True, chance=0.45),
    ]
    assert found(keys, "ABC1234")[:2] == ["PRS5555", "KLM7777"]


def test_a_car_known_under_two_texts_is_shown_once() -> None:
    inside = Inside("ABC1234", former={"A8C1234": "ABC1234"})
    assert found(inside, "ABC1234") == ["ABC1234"]


def test_no_more_are_shown_than_fit_the_cards() -> None:
    inside = Inside(*(f"ABC{number:04d}" for number in range(300)))
    assert len(found(inside, "ABC")) == MOST_MATCHES


def test_nothing_alike_is_nothing_found() -> None:
    assert found(Inside("KLM7777", "XYZ9876"), "RRRRRRRR") == []
    assert found(Inside(), "ABC1234") == []


@pytest.mark.parametrize("typed", ["", "   ", "--- ---", "%_%", "\x00\x1b\u202e", "🚗🚙"])
def test_nothing_that_can_be_in_a_plate_is_bad_input(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        find_stay(Inside("ABC1234"), typed, actor=BEN)
    assert refused.value.code == "search.nothing_typed"


@pytest.mark.parametrize(
    "typed",
    ["ABC1234" * 1500, "' OR 1=1 --", "أ ب ج 1234", "ＡＢＣ１２３４", "\x00ABC1234\n", "臺北ABC"],
)
def test_hostile_text_is_only_text(typed: str) -> None:
    assert all(plate == "ABC1234" for plate in found(Inside("ABC1234"), typed))


def test_wide_letters_of_another_keyboard_find_the_plate() -> None:
    assert found(Inside("ABC1234"), "ＡＢＣ１２３４") == ["ABC1234"]
