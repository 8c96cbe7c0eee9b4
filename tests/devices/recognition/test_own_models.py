"""The shipped plate models on pictures drawn for these tests, with a seed that training never saw."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from devices.recognition.models import PLATE_DETECTOR, PLATE_RECOGNISER, open_model
from devices.recognition.plate_alphabet import ALPHABET, BLANK
from devices.recognition.plate_crops import upright
from devices.recognition.plate_detector import PlateBox, PlateDetector
from devices.recognition.plate_recogniser import PlateRecogniser
from resources.models.training.crops import CropArtist
from resources.models.training.scenes import SceneArtist, StreetPicture
from tests.devices.recognition.pictures import car, wall
from tests.resources.models.training.shipped_fonts import FONTS

UNSEEN_SEED = 90_210
LEAST_WIDTH_PIXELS = 40.0
ANY_PLATE = frozenset(ALPHABET)


@pytest.fixture(scope="module")
def detector() -> PlateDetector:
    return PlateDetector(open_model(PLATE_DETECTOR, threads=1))


@pytest.fixture(scope="module")
def recogniser() -> PlateRecogniser:
    return PlateRecogniser(open_model(PLATE_RECOGNISER, threads=1), ANY_PLATE)


def likeliest(chances: NDArray[np.float32]) -> str:
    """The text of the likeliest path."""
    path = chances.argmax(axis=1)
    kept = [
        index
        for place, index in enumerate(path)
        if index != BLANK and (not place or index != path[place - 1])
    ]
    return "".join(ALPHABET[index - 1] for index in kept)


def lies_on(plate: PlateBox, corners: NDArray[np.float32]) -> bool:
    """Whether no corner is further off than half of the plate's height, or six pixels where that is less."""
    height = float(np.linalg.norm(corners[3] - corners[0]))
    return bool(np.linalg.norm(plate.corners - corners, axis=1).max() < max(6.0, height / 2))


def test_drawn_plates_are_found_with_their_corners(detector: PlateDetector) -> None:
    grey = np.full((720, 1280, 3), 90, np.uint8)
    artist = SceneArtist(FONTS, [StreetPicture(grey, ())], UNSEEN_SEED)
    hung = found = 0
    for number in range(70):
        scene = artist.draw(number)
        plates = detector.find(scene.picture)
        for row in scene.plates:
            corners = row[:8].reshape(4, 2)
            inside = corners.min() > 0 and corners.max() < scene.picture.shape[0]
            if inside and float(np.ptp(corners[:, 0])) >= LEAST_WIDTH_PIXELS:
                hung += 1
                found += any(lies_on(plate, corners) for plate in plates)

    assert hung > 20
    assert found >= 0.85 * hung


@pytest.mark.parametrize("size", [(640, 360), (960, 540), (1920, 1080), (600, 1200)])
def test_the_plate_of_a_drawn_car_is_the_likeliest_in_pictures_of_any_size(
    detector: PlateDetector, recogniser: PlateRecogniser, size: tuple[int, int]
) -> None:
    picture = car("AB12 CDE", size=size, height=size[0] // 22)

    plate = detector.find(picture)[0]

    assert plate.score > 0.4
    (lattice,) = recogniser.read([upright(picture, plate.corners)])
    assert likeliest(lattice.chances) == "AB12CDE"


def test_lettering_on_a_wall_is_less_like_a_plate_than_a_plate(detector: PlateDetector) -> None:
    lettering = detector.find(wall("CAR PARK", "OPEN 24 HOURS", "555 0142"))
    plate = detector.find(car("AB12 CDE"))

    assert max((one.score for one in lettering), default=0.0) < plate[0].score


def test_drawn_plates_are_read_down_to_seven_pixels_of_height(recogniser: PlateRecogniser) -> None:
    artist = CropArtist(FONTS, UNSEEN_SEED)
    samples = [artist.draw(number) for number in range(150)]

    lattices = recogniser.read([sample.crop for sample in samples])

    read = [likeliest(lattice.chances) for lattice in lattices]
    assert sum(text == sample.text for text, sample in zip(read, samples, strict=True)) >= 0.75 * len(samples)
