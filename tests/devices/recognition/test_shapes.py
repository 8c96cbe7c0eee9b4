from __future__ import annotations

import pytest

from devices.recognition.shapes import shape_of
from tests.devices.recognition.any_plates import ANY_PLATES


def test_plates_of_many_countries_weigh_more_than_what_fits_none() -> None:
    shapes = ANY_PLATES
    plates = "ABC1234 1234AB BRA2E19 ABC9034 AB12CDE 7ABC123 BMW1234 AB123CD 1A23456 HHNF2178"

    odd = max(shapes.log_weight(text) for text in ("A1B2C3D4", "12A34B56", "AAAAAA1A"))

    assert all(shapes.log_weight(plate) > odd for plate in plates.split())


@pytest.mark.parametrize("text", ["PARKINGFULL", "EXIT", "0800123456", "20240513", "CALL0800123456"])
def test_signs_clocks_and_telephone_numbers_weigh_next_to_nothing(text: str) -> None:
    shapes = ANY_PLATES

    assert shapes.log_weight(text) < shapes.log_weight("ABC1234") - 4


def test_the_shape_of_a_text_tells_letters_from_digits() -> None:
    assert shape_of("BRA2E19") == "AAA9A99"


def test_the_commonest_shapes_of_a_length_come_first() -> None:
    assert ANY_PLATES.by_length[7][0] == "AAA9999"
