from __future__ import annotations

from pathlib import Path

import pytest

from core.domain.errors import ConfigError
from devices.recognition.shapes import generic_shapes, load_shapes, shape_of


def test_plates_of_many_countries_weigh_more_than_what_fits_none() -> None:
    shapes = generic_shapes()
    plates = "ABC1234 1234AB BRA2E19 ABC9034 AB12CDE 7ABC123 BMW1234 AB123CD 1A23456 HHNF2178"

    odd = max(shapes.log_weight(text) for text in ("A1B2C3D4", "12A34B56", "AAAAAA1A"))

    assert all(shapes.log_weight(plate) > odd for plate in plates.split())


@pytest.mark.parametrize("text", ["PARKINGFULL", "EXIT", "0800123456", "20240513", "CALL0800123456"])
def test_signs_clocks_and_telephone_numbers_weigh_next_to_nothing(text: str) -> None:
    shapes = generic_shapes()

    assert shapes.log_weight(text) < shapes.log_weight("ABC1234") - 4


def test_the_shape_of_a_text_tells_letters_from_digits() -> None:
    assert shape_of("BRA2E19") == "AAA9A99"


def test_a_lot_can_bring_its_own_list(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        "floor = 0.01\nletters_only = 0.001\ndigits_only = 0.001\n"
        '[[shapes]]\nweight = 1.0\nshapes = ["99A99"]\n'
    )

    shapes = load_shapes(own)

    assert shapes.log_weight("12X34") > shapes.log_weight("ABC1234")
    assert shapes.by_length == {5: ("99A99",)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "floor = [",
        "floor = 1\nletters_only = 1\ndigits_only = 1\nshapes = 3",
        'floor = 0.1\nletters_only = 0.1\ndigits_only = 0.1\n[[shapes]]\nweight = 0\nshapes = ["A9"]',
        'floor = 0.1\nletters_only = 0.1\ndigits_only = 0.1\n[[shapes]]\nweight = 1\nshapes = ["B7"]',
    ],
)
def test_a_list_that_cannot_be_used_is_refused_with_its_file(tmp_path: Path, text: str) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text(text)

    with pytest.raises(ConfigError, match=r"broken\.toml"):
        load_shapes(broken)
