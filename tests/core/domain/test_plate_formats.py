from __future__ import annotations

import math
import random

import pytest

from core.domain.plate_formats import PlateDocument, PlateFormats
from core.domain.plate_patterns import PlatePattern, parse_pattern


def document(region: str, floor: float = 0.02, **weights: float) -> PlateDocument:
    return PlateDocument(
        region,
        region.upper(),
        tuple(
            PlatePattern(source, weight, region, parse_pattern(source)) for source, weight in weights.items()
        ),
        floor=floor,
    )


TAIWAN = document("tw", AAA9999=1.0, AA9999=0.25)
SPAIN = document("es", AA9999=1.0, **{"[^AEIOU]9A": 0.5, "9999[BCD]": 0.5})


def test_the_commonest_plate_weighs_most_and_what_fits_none_has_the_floor() -> None:
    formats = PlateFormats([(TAIWAN, 1.0)])

    assert formats.log_weight("ABC1234") == 0.0
    assert formats.log_weight("AB1234") == pytest.approx(math.log(0.25))
    assert formats.log_weight("A1B2C3") == pytest.approx(math.log(0.02))


def test_a_text_weighs_as_in_the_document_where_it_weighs_most() -> None:
    formats = PlateFormats([(TAIWAN, 1.0), (SPAIN, 0.5)])

    assert formats.log_weight("ABC1234") == 0.0
    assert formats.log_weight("AB1234") == pytest.approx(math.log(0.5))
    assert formats.regions == ("tw", "es")


def test_letters_that_are_not_issued_leave_the_floor() -> None:
    formats = PlateFormats([(SPAIN, 1.0)])

    assert formats.log_weight("1234B") == pytest.approx(math.log(0.5))
    assert formats.log_weight("1234A") == pytest.approx(math.log(0.02))


@pytest.mark.parametrize("sign", ["PARKINGFULL", "EXIT", "0800123456", "20240513", ""])
def test_signs_clocks_and_telephone_numbers_weigh_next_to_nothing(sign: str) -> None:
    formats = PlateFormats([(TAIWAN, 1.0)])

    assert formats.log_weight(sign) < formats.log_weight("A1B2C3") - 2


def test_a_rare_pattern_never_weighs_less_than_what_fits_none() -> None:
    formats = PlateFormats([(document("tw", floor=0.5, AAA9999=1.0, A9=0.001), 1.0)])

    assert formats.log_weight("A1") == pytest.approx(math.log(0.5))


def test_a_group_adds_up_its_parts_and_halves_the_differences() -> None:
    big, small = document("us-tx", AAA9999=1.0), document("us-ny", AAA9999=0.5, A9A9A=0.5)
    group = PlateDocument("us", "United States", parts=((big, 1.0), (small, 0.5)))
    formats = PlateFormats([(group, 1.0)])

    # Of three cars two are Texan; of the third's plates half are the rare ones: 2.5 to 0.5.
    assert formats.log_weight("ABC1234") == 0.0
    assert formats.log_weight("A1B2C") == pytest.approx(0.5 * math.log(0.5 / 2.5))


def test_in_a_group_a_number_alone_weighs_little_but_not_where_plates_are_numbers() -> None:
    delaware, texas = document("us-de", **{"999999": 1.0}), document("us-tx", AAA9999=1.0)
    group = PlateDocument("us", "United States", parts=((delaware, 1.0), (texas, 1.0)))

    assert PlateFormats([(delaware, 1.0)]).log_weight("123456") == 0.0
    assert PlateFormats([(group, 1.0)]).log_weight("123456") == pytest.approx(0.5 * math.log(0.05))


def test_the_likeliest_region_of_a_plate_is_named() -> None:
    big, small = document("us-tx", AAA9999=1.0), document("us-ny", AAA9999=0.5, A9A9A=0.5)
    formats = PlateFormats([(PlateDocument("us", "United States", parts=((small, 1.0), (big, 1.0))), 1.0)])

    assert formats.region_of("ABC1234") == "us-tx"
    assert formats.region_of("A1B2C") == "us-ny"
    assert formats.region_of("EXIT") is None


def test_patterns_of_a_length_are_there_once_and_heaviest_first() -> None:
    formats = PlateFormats([(TAIWAN, 1.0), (SPAIN, 0.5)])

    assert [(each.source, each.weight, each.region) for each in formats.of_length[6]] == [
        ("AA9999", 0.5, "es")
    ]
    assert set(formats.of_length) == {3, 5, 6, 7}


def test_characters_beyond_latin_letters_and_digits_are_named() -> None:
    china = PlateFormats([(document("cn", **{"[京沪]A99999": 1.0}), 1.0)])

    assert china.characters == {"京", "沪"}
    assert china.log_weight("京A12345") == 0.0
    assert china.log_weight("川A12345") == pytest.approx(math.log(0.02))
    assert PlateFormats([(TAIWAN, 1.0)]).characters == frozenset()


def test_a_plate_is_shown_as_people_write_it() -> None:
    formats = PlateFormats([(document("tw", **{"AAA-9999": 1.0}), 1.0)])

    assert formats.written("ABC1234") == "ABC-1234"
    assert formats.written("A1") == "A1"


def test_a_site_without_any_document_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least one"):
        PlateFormats([])


def test_any_text_whatever_has_a_weight() -> None:
    formats = PlateFormats([(TAIWAN, 1.0), (document("cn", **{"[京沪]A99999": 1.0}), 0.1)])
    chance = random.Random(20240513)
    for _ in range(3000):
        length = chance.choice((0, 1, 5, 6, 7, 8, 30, 500))
        alphabet = chance.choice(("AB12京", "".join(map(chr, range(1, 0x300))), "汉字\ud800\U0001f697٣IΩ"))
        text = "".join(chance.choice(alphabet) for _ in range(length))

        assert -1000.0 < formats.log_weight(text) <= 0.0
        assert formats.region_of(text) in (None, "tw", "cn")
        assert formats.written(text).replace("-", "") == text.replace("-", "")
