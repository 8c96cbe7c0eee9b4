from __future__ import annotations

import numpy as np
import pytest

from devices.recognition.plate_alphabet import ALPHABET
from devices.recognition.plate_crops import HEIGHT_PIXELS, WIDTH_PIXELS
from resources.models.training import crops
from resources.models.training.crops import CropArtist
from resources.models.training.wear import Mounted
from tests.resources.models.training.coverage import overlap
from tests.resources.models.training.shipped_fonts import FONTS


@pytest.fixture(scope="module")
def artist() -> CropArtist:
    return CropArtist(FONTS, seed=1)


def test_a_sample_follows_from_the_seed_and_its_number_alone(artist: CropArtist) -> None:
    artist.draw(0)
    after_another, alone = artist.draw(7), CropArtist(FONTS, seed=1).draw(7)

    assert after_another.text == alone.text
    assert np.array_equal(after_another.crop, alone.crop)


def test_another_number_or_another_seed_is_another_sample(artist: CropArtist) -> None:
    texts = {artist.draw(1).text, artist.draw(2).text, CropArtist(FONTS, seed=2).draw(1).text}

    assert len(texts) == 3


def test_samples_have_the_size_that_is_read_and_characters_that_are_told_apart(artist: CropArtist) -> None:
    for number in range(40):
        sample = artist.draw(number)
        assert sample.crop.shape == (HEIGHT_PIXELS, WIDTH_PIXELS)
        assert sample.crop.dtype == np.uint8
        assert sample.text
        assert set(sample.text) <= set(ALPHABET)


@pytest.mark.parametrize(("scale", "least"), [(0.08, 0.7), (0.3, 0.9), (1.0, 0.95)])
@pytest.mark.parametrize("seed", range(4))
def test_the_corners_lie_on_the_plate_wherever_the_camera_stands(
    seed: int, scale: float, least: float
) -> None:
    picture = np.full((180, 560, 3), 10, np.float32)
    picture[40:140, 60:500] = (255, 0, 255)
    corners = np.array([[60, 40], [500, 40], [500, 140], [60, 140]], np.float32)
    chance = np.random.default_rng(seed)

    photo, seen = crops._in_a_picture(chance, Mounted(picture, corners), scale)

    assert overlap(photo, seen) > least
