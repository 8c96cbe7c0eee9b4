from __future__ import annotations

import numpy as np
import pytest

from core.domain.reads import Box
from devices.recognition.plate_detector import PlateBox
from devices.recognition.quads import Quad

LEANING = np.array([[0, 0], [40, 30], [34, 38], [-6, 8]], np.float32)
LEVEL = np.array([[100, 50], [180, 50], [180, 70], [100, 70]], np.float32)


def test_a_place_knows_its_size_however_it_leans() -> None:
    place = Quad(LEANING)

    assert place.width_pixels == pytest.approx(50)
    assert place.height_pixels == pytest.approx(10)
    assert place.aspect == pytest.approx(5)


def test_a_box_far_outside_is_still_a_pixel_of_the_picture() -> None:
    place = Quad(np.array([[-50, -50], [-20, -50], [-20, -40], [-50, -40]], np.float32))

    assert place.box(640, 360) == Box(0, 0, 1, 1)


def test_a_box_ends_with_the_picture() -> None:
    assert Quad(LEVEL).box(640, 360) == Box(100, 50, 80, 20)
    assert Quad(LEVEL).box(150, 60) == Box(100, 50, 50, 10)


def test_a_place_grows_around_its_middle_and_stays_what_it_is() -> None:
    plate = PlateBox(LEVEL, 0.8, 0.5)

    grown = plate.grown(1.5)

    assert grown.corners.tolist() == [[80, 45], [200, 45], [200, 75], [80, 75]]
    assert (grown.score, grown.split) == (0.8, 0.5)


def test_a_margin_is_as_wide_on_every_side() -> None:
    assert Quad(LEVEL).with_margin(0.5).corners.tolist() == [[90, 40], [190, 40], [190, 80], [90, 80]]
