from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from devices.recognition.plate_crops import HEIGHT_PIXELS, WIDTH_PIXELS, upright
from devices.vision import cv2

STRAIGHT = np.array([[100, 60], [220, 60], [220, 90], [100, 90]], np.float32)


def painted(corners: NDArray[np.float32], size: tuple[int, int] = (400, 300)) -> NDArray[np.uint8]:
    """A dark picture with a plate: light, its left fifth dark, its lower half of two a little darker."""
    plate = np.full((100, 400, 3), 220, np.uint8)
    plate[50:] = 160
    plate[:, :80] = 60
    source = np.array([[0, 0], [400, 0], [400, 100], [0, 100]], np.float32)
    matrix = cv2.getPerspectiveTransform(source, corners)
    return np.asarray(cv2.warpPerspective(plate, matrix, size), np.uint8)


@pytest.mark.parametrize(
    "corners",
    [
        STRAIGHT,
        np.array([[100, 60], [216, 84], [210, 116], [94, 92]], np.float32),
        np.array([[40, 30], [360, 60], [350, 200], [50, 120]], np.float32),
        np.array([[100, 60], [124, 60], [124, 68], [100, 68]], np.float32),
    ],
    ids=["straight", "turned", "near and slanted", "far away"],
)
def test_a_plate_comes_out_upright_and_in_the_size_that_is_read(corners: NDArray[np.float32]) -> None:
    crop = upright(painted(corners), corners)

    assert crop.shape == (HEIGHT_PIXELS, WIDTH_PIXELS)
    assert crop.dtype == np.uint8
    assert crop[6:18, 8:30].mean() < 90
    assert crop[6:18, 60:180].mean() == pytest.approx(220, abs=12)
    assert crop[30:42, 60:180].mean() == pytest.approx(160, abs=12)


def test_two_lines_are_laid_side_by_side() -> None:
    crop = upright(painted(STRAIGHT), STRAIGHT, split=0.5)

    half = WIDTH_PIXELS // 2
    assert crop.shape == (HEIGHT_PIXELS, WIDTH_PIXELS)
    assert crop[8:-8, 30 : half - 6].mean() == pytest.approx(220, abs=12)
    assert crop[8:-8, half + 30 : -6].mean() == pytest.approx(160, abs=12)
    assert crop[8:-8, half + 4 : half + 14].mean() < 90


def test_the_second_line_begins_where_it_is_said() -> None:
    high, low = (upright(painted(STRAIGHT), STRAIGHT, split=split) for split in (0.3, 0.7))

    half = WIDTH_PIXELS // 2
    assert high[6:-6, 30 : half - 6].mean() > low[6:-6, 30 : half - 6].mean() + 10
    assert high[6:-6, half + 30 : -6].mean() > low[6:-6, half + 30 : -6].mean() + 10


def test_a_grey_picture_gives_the_same_crop_as_one_in_grey_colours() -> None:
    colour = painted(STRAIGHT)
    grey = np.ascontiguousarray(colour[:, :, 0])

    assert np.abs(upright(grey, STRAIGHT).astype(int) - upright(colour, STRAIGHT)).max() <= 1


def test_fine_stripes_of_a_plate_close_by_become_grey_and_no_pattern_of_their_own() -> None:
    image = np.zeros((1200, 3200, 3), np.uint8)
    image[:, ::4] = image[:, 1::4] = 200
    corners = np.array([[100, 100], [3100, 100], [3100, 1000], [100, 1000]], np.float32)

    crop = upright(image, corners)

    assert crop.mean() == pytest.approx(100, abs=8)
    assert crop.std() < 15


@pytest.mark.parametrize(
    ("scale", "shift"),
    [
        (1, (-150, 0)),
        (1, (350, 250)),
        (1, (5000, 5000)),
        (1, (-5000, -5000)),
        (20, (0, 0)),
        (20, (-9000, -9000)),
        (0, (50, 50)),
        (-1, (300, 200)),
    ],
    ids=["over an edge", "over a corner", "beyond", "before", "huge", "huge and before", "a point", "turned"],
)
@pytest.mark.parametrize("split", [None, 0.5])
def test_corners_anywhere_give_a_crop_and_no_error(
    scale: int, shift: tuple[int, int], split: float | None
) -> None:
    corners = STRAIGHT * np.float32(scale) + np.array(shift, np.float32)

    crop = upright(painted(STRAIGHT), corners, split=split)

    assert crop.shape == (HEIGHT_PIXELS, WIDTH_PIXELS)
