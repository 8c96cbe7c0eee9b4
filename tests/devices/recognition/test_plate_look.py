from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.domain.camera_views import CameraView, rectangle
from core.domain.reads import Box, Read
from devices.recognition.plate_look import (
    Flaw,
    Light,
    SizeGrade,
    flaws_of,
    grade_of,
    light_of,
    look_of,
)
from devices.simulator.plates import STYLES, draw_plate
from devices.vision import cv2

Picture = NDArray[np.uint8]


def plate(style: str = "german", height: int = 40) -> Picture:
    drawn = draw_plate("ABC 1234", style, rear=False, seed=1)
    width = round(drawn.shape[1] * height / drawn.shape[0])
    return np.asarray(cv2.resize(drawn, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)


def whole(picture: Picture) -> Box:
    return Box(0, 0, picture.shape[1], picture.shape[0])


def flaws(picture: Picture) -> tuple[Flaw, ...]:
    return flaws_of(picture, whole(picture))


def dimmed(picture: Picture, gain: float, lift: float = 0.0) -> Picture:
    return np.clip(picture * gain + lift, 0, 255).astype(np.uint8)


def leaning(degrees: float) -> Picture:
    drawn = plate(height=60)
    height, width = drawn.shape[:2]
    rise = abs(np.tan(np.radians(degrees)))
    tall = round(height + width * rise)
    shear = np.array(
        [[1, 0, 0], [-np.tan(np.radians(degrees)), 1, width * rise if degrees > 0 else 0]], dtype=np.float32
    )
    return np.asarray(cv2.warpAffine(drawn, shear, (width, tall), borderValue=(70, 70, 70)), dtype=np.uint8)


@pytest.mark.parametrize(
    ("pixels", "grade"),
    [
        (0.0, SizeGrade.TOO_SMALL),
        (11.9, SizeGrade.TOO_SMALL),
        (12.0, SizeGrade.SMALL),
        (15.9, SizeGrade.SMALL),
        (16.0, SizeGrade.GOOD),
        (22.0, SizeGrade.GOOD),
        (80.0, SizeGrade.GOOD),
        (80.1, SizeGrade.LARGE),
    ],
)
def test_the_height_of_the_characters_is_graded(pixels: float, grade: SizeGrade) -> None:
    assert grade_of(pixels) is grade


def test_a_height_that_the_reader_measured_is_taken_as_it_is() -> None:
    look = look_of(plate(), Read("ABC1234", 0.9, Box(0, 0, 180, 40), character_pixels=22.4))
    assert (look.character_pixels, look.is_estimate, look.size) == (22.4, False, SizeGrade.GOOD)


def test_a_height_that_nobody_measured_is_estimated_from_the_plates_own() -> None:
    look = look_of(plate(), Read("ABC1234", 0.9, Box(0, 0, 180, 15)))
    assert (look.character_pixels, look.is_estimate, look.size) == (9.0, True, SizeGrade.TOO_SMALL)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("height", [18, 30, 60, 150])
def test_nothing_is_wrong_with_a_sharp_plate_that_faces_the_camera(style: str, height: int) -> None:
    assert flaws(plate(style, height)) == ()


@pytest.mark.parametrize("style", STYLES)
def test_a_plate_out_of_focus_is_blurred(style: str) -> None:
    drawn = plate(style)
    assert flaws(np.asarray(cv2.GaussianBlur(drawn, (0, 0), 5.0), dtype=np.uint8)) == (Flaw.BLURRED,)


@pytest.mark.parametrize("style", STYLES)
def test_a_plate_that_moved_during_the_exposure_is_blurred(style: str) -> None:
    smear = np.full((1, 16), 1 / 16, dtype=np.float32)
    assert flaws(np.asarray(cv2.filter2D(plate(style), -1, smear), dtype=np.uint8)) == (Flaw.BLURRED,)


@pytest.mark.parametrize("degrees", [-20, -15, 15, 20])
def test_a_plate_seen_from_the_side_and_above_is_skewed(degrees: float) -> None:
    assert Flaw.SKEWED in flaws(leaning(degrees))


@pytest.mark.parametrize("degrees", [-6, -3, 3, 6])
def test_a_plate_that_leans_a_little_is_good(degrees: float) -> None:
    assert flaws(leaning(degrees)) == ()


def test_a_plate_in_the_dark_a_dazzled_one_and_one_in_fog_are_told_apart() -> None:
    assert flaws(dimmed(plate(), 0.2)) == (Flaw.DARK,)
    assert flaws(dimmed(plate(), 0.2, 210)) == (Flaw.BRIGHT,)
    assert flaws(dimmed(plate(), 0.08, 120)) == (Flaw.FAINT,)


@pytest.mark.parametrize(
    "box",
    [Box(0, 0, 0, 0), Box(-50, -50, 40, 40), Box(500, 500, 40, 40), Box(0, 0, 5, 40), Box(3, 3, -9, -9)],
)
def test_what_hardly_lies_in_the_picture_is_not_judged(box: Box) -> None:
    assert flaws_of(plate(), box) == ()


def test_a_grey_picture_is_judged_like_a_coloured_one() -> None:
    grey = plate()[:, :, 1]
    assert flaws_of(np.ascontiguousarray(grey), Box(0, 0, grey.shape[1], grey.shape[0])) == ()


def test_one_colour_is_a_faint_plate_and_no_error() -> None:
    assert flaws(np.full((40, 160, 3), 120, dtype=np.uint8)) == (Flaw.FAINT,)


def test_the_light_of_a_picture_is_judged_where_it_is_read() -> None:
    picture = np.full((360, 640, 3), 255, dtype=np.uint8)
    picture[:, 320:] = 20
    left, right = (CameraView(region=rectangle(x, 0.0, x + 0.49, 1.0)) for x in (0.0, 0.505))
    assert light_of(picture, left) is Light.BRIGHT
    assert light_of(picture, right) is Light.DARK
    assert light_of(np.full((360, 640, 3), 120, dtype=np.uint8)) is Light.GOOD


def test_a_bright_car_in_a_black_night_is_not_too_dark() -> None:
    picture = np.full((360, 640, 3), 5, dtype=np.uint8)
    picture[200:280, 200:400] = 140
    assert light_of(picture) is Light.GOOD


def test_the_light_of_an_empty_picture_is_no_matter() -> None:
    assert light_of(np.zeros((0, 0, 3), dtype=np.uint8)) is Light.GOOD
