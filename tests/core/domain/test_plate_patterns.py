from __future__ import annotations

import pytest

from core.domain.plate_patterns import (
    DIGITS,
    LETTERS,
    PlatePattern,
    check_codes,
    parse_class,
    parse_pattern,
    shape_of,
)


def pattern(source: str, **named: frozenset[str]) -> PlatePattern:
    return PlatePattern(source, 1.0, "tw", parse_pattern(source, codes=named))


def test_the_shape_of_a_text_tells_letters_from_digits() -> None:
    assert shape_of("BRA2E19") == "AAA9A99"


def test_letters_digits_and_sets_stand_place_by_place() -> None:
    assert pattern("A-[1-3]9").classes == (LETTERS, frozenset("123"), DIGITS)


@pytest.mark.parametrize("text", ["ABC1234", "XYZ0000"])
def test_a_plate_that_is_so_fits(text: str) -> None:
    assert pattern("AAA-9999").fits(text)


@pytest.mark.parametrize("text", ["", "ABC123", "ABC12345", "ABC-1234", "1BC1234", "abc1234", "ÄBC1234"])
def test_a_plate_that_is_not_so_does_not_fit(text: str) -> None:
    assert not pattern("AAA-9999").fits(text)


def test_letters_that_are_not_issued_do_not_fit() -> None:
    without = pattern("[^IO]9")

    assert without.fits("A1")
    assert not without.fits("O1")


def test_district_codes_are_one_part_and_as_many_places_as_they_have_letters() -> None:
    slovak = pattern("<district>-999AA", district=frozenset({"BA", "KE"}))

    assert slovak.fits("BA123CD")
    assert not slovak.fits("BE123CD")
    assert slovak.classes[:2] == (frozenset("BK"), frozenset("AE"))
    assert slovak.length == 7


def test_what_may_be_a_letter_or_a_digit_has_both_shapes() -> None:
    assert sorted(pattern("9[D1]").shapes()) == ["99", "9A"]


def test_a_chinese_character_has_a_shape_of_its_own() -> None:
    assert list(pattern("[京沪]A").shapes()) == ["汉A"]


def test_a_plate_is_shown_with_separators_as_people_write_it() -> None:
    assert pattern("AAA-9999").written("ABC1234") == "ABC-1234"
    assert pattern("<of> A·99", of=frozenset({"BA"})).written("BAC12") == "BA C·12"


@pytest.mark.parametrize(
    "source",
    ["", "---", "A" * 11, "AAa", "A9!", "A[]", "A[", "[Z-A]", "[A-9]", "[a-z]", "[^A-Z]", "[^A1]", "[A-]",
     "[-]", "<nowhere>9", "[A0]" * 7, "A\n9", "[^]"],
)  # fmt: skip
def test_what_is_no_pattern_is_refused_in_words(source: str) -> None:
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        parse_pattern(source)


def test_a_class_names_its_characters_or_those_it_leaves_out() -> None:
    assert parse_class("A-CX") == frozenset("ABCX")
    assert parse_class("^IO") == LETTERS - {"I", "O"}
    assert parse_class("^4") == DIGITS - {"4"}


@pytest.mark.parametrize("texts", [[], ["BA", "K"], ["ba"], ["B-"], [""]])
def test_a_list_of_codes_that_is_none_is_refused(texts: list[str]) -> None:
    with pytest.raises(ValueError, match="district"):
        check_codes("district", texts)
