from __future__ import annotations

import numpy as np
import pytest

from devices.recognition.plate_alphabet import ALPHABET
from resources.models.training.drawing import DrawnPlate, PlateArtist
from tests.resources.models.training.shipped_fonts import FONTS


@pytest.fixture(scope="module")
def artist() -> PlateArtist:
    return PlateArtist(FONTS)


def drawn(artist: PlateArtist, seed: int) -> DrawnPlate:
    return artist.draw(np.random.default_rng(seed))


def of_lines(artist: PlateArtist, lines: int, count: int) -> list[DrawnPlate]:
    """The first plates with so many lines."""
    found = [plate for seed in range(300) if (plate := drawn(artist, seed)).lines == lines]
    assert len(found) >= count
    return found[:count]


def test_the_same_seed_gives_the_same_plate(artist: PlateArtist) -> None:
    first, again, other = drawn(artist, 1), drawn(PlateArtist(FONTS), 1), drawn(artist, 2)

    assert first.text == again.text
    assert np.array_equal(first.picture, again.picture)
    assert first.text != other.text


def test_plates_are_pictures_in_eight_bits_with_a_text_to_be_read(artist: PlateArtist) -> None:
    for seed in range(60):
        plate = drawn(artist, seed)
        assert plate.picture.ndim == 3
        assert 0 <= plate.picture.min() <= plate.picture.max() <= 255
        assert 3 <= len(plate.text) <= 9
        assert set(plate.text) <= set(ALPHABET)


def test_what_is_written_stands_out_from_its_ground(artist: PlateArtist) -> None:
    for plate in of_lines(artist, 1, 40):
        middle = plate.picture[40:110].mean(axis=2)
        assert np.percentile(middle, 95) - np.percentile(middle, 5) > 30, plate.text


def test_plates_with_two_lines_have_ink_above_and_below_their_split(artist: PlateArtist) -> None:
    for plate in of_lines(artist, 2, 12):
        grey = plate.picture.mean(axis=2)
        at = round(plate.split * grey.shape[0])
        inner = slice(grey.shape[1] // 5, -grey.shape[1] // 5)
        assert 0.3 < plate.split < 0.6
        assert grey[at // 4 : at - 4, inner].std() > 12, plate.text
        assert grey[at + 8 : -12, inner].std() > 12, plate.text


def test_plates_with_one_line_are_wide_and_those_with_two_are_not(artist: PlateArtist) -> None:
    def aspect(plate: DrawnPlate) -> float:
        return plate.picture.shape[1] / plate.picture.shape[0]

    assert all(1.8 < aspect(plate) < 5.1 for plate in of_lines(artist, 1, 40))
    assert all(1.1 < aspect(plate) < 2.05 for plate in of_lines(artist, 2, 12))
