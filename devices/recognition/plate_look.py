"""How well a camera shows a plate: how high its characters are, and what is wrong with its picture.

Simple measures of the pixels, meant for a person who is adjusting the camera; nothing is
decided by them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.domain.camera_views import WHOLE_PICTURE, CameraView
from core.domain.reads import Box, Read
from devices.vision import cv2

TOO_SMALL_BELOW_PX = 12.0
SMALL_BELOW_PX = 16.0
LARGE_ABOVE_PX = 80.0
# Where the reader did not measure: characters fill about so much of a plate's height.
CHARACTERS_OF_HEIGHT = 0.6

# Of 8-bit brightness. The plate's ground is its bright end, its characters the dark one.
DARK_GROUND = 75.0
BRIGHT_INK = 190.0
FAINT_RANGE = 35.0
# The steepest steps across strokes, as a share of the plate's range, with the plate 32 px high: sharp
# drawn plates reach 0.37 to 0.48, those blurred by a tenth of their height 0.07 to 0.13. Of 161 plates of
# real cars, photographed from a moving one, a tenth lies below.
BLURRED_BELOW = 0.14
SKEWED_FROM_DEGREES = 12
STEEPEST_DEGREES = 30

DARK_PICTURE = 60.0
WASHED_OUT = 250.0
MOST_WASHED_OUT = 0.3

_SAMPLE_STEP = 7
_HEIGHT = 32
_WIDEST = 8 * _HEIGHT
_LEAST_SIDE = 6


class SizeGrade(StrEnum):
    """Whether the characters are high enough to be read."""

    TOO_SMALL = "too_small"
    SMALL = "small"
    GOOD = "good"
    LARGE = "large"


class Flaw(StrEnum):
    """What is wrong with the picture of a plate."""

    DARK = "dark"
    BRIGHT = "bright"
    FAINT = "faint"
    BLURRED = "blurred"
    SKEWED = "skewed"


class Light(StrEnum):
    """Whether a picture as a whole is exposed well."""

    GOOD = "good"
    DARK = "dark"
    BRIGHT = "bright"


@dataclass(frozen=True, slots=True)
class PlateLook:
    """``character_pixels`` is how high the characters are, estimated where ``is_estimate``."""

    character_pixels: float
    is_estimate: bool
    size: SizeGrade
    flaws: tuple[Flaw, ...]


def look_of(image: NDArray[np.uint8], read: Read) -> PlateLook:
    """How the plate that was read in the picture (BGR or grey, 8 bit) looks there."""
    known = read.character_pixels > 0
    pixels = read.character_pixels if known else read.box.height * CHARACTERS_OF_HEIGHT
    return PlateLook(pixels, not known, grade_of(pixels), flaws_of(image, read.box))


def light_of(image: NDArray[np.uint8], view: CameraView = WHOLE_PICTURE) -> Light:
    """How the part of the picture (BGR or grey, 8 bit) that is read is exposed.

    At night a lane may be black around a bright car: only where next to nothing is bright it is too dark.
    """
    height, width = image.shape[:2]
    across, down = [x for x, _ in view.region] or [0.0, 1.0], [y for _, y in view.region] or [0.0, 1.0]
    part = image[
        int(min(down) * height) : int(max(down) * height) + 1 : _SAMPLE_STEP,
        int(min(across) * width) : int(max(across) * width) + 1 : _SAMPLE_STEP,
    ]
    if not part.size:
        return Light.GOOD
    grey = part if part.ndim == 2 else part.mean(axis=2)
    if float(np.percentile(grey, 98)) < DARK_PICTURE:
        return Light.DARK
    washed_out = float((grey >= WASHED_OUT).mean())
    return Light.BRIGHT if washed_out > MOST_WASHED_OUT else Light.GOOD


def grade_of(character_pixels: float) -> SizeGrade:
    """What the height of the characters is good for."""
    if character_pixels < TOO_SMALL_BELOW_PX:
        return SizeGrade.TOO_SMALL
    if character_pixels < SMALL_BELOW_PX:
        return SizeGrade.SMALL
    return SizeGrade.LARGE if character_pixels > LARGE_ABOVE_PX else SizeGrade.GOOD


def flaws_of(image: NDArray[np.uint8], box: Box) -> tuple[Flaw, ...]:
    """What is wrong with the picture in that place; nothing where it is too small to be judged."""
    part = _part(image, box)
    if part is None:
        return ()
    low, high = (float(value) for value in np.percentile(part, (5, 95)))
    if high < DARK_GROUND:
        return (Flaw.DARK,)
    if low > BRIGHT_INK:
        return (Flaw.BRIGHT,)
    if high - low < FAINT_RANGE:
        return (Flaw.FAINT,)
    if _sharpness(part, high - low) < BLURRED_BELOW:
        # Soft edges have no slant that could be measured.
        return (Flaw.BLURRED,)
    return (Flaw.SKEWED,) if abs(_slant_degrees(part)) >= SKEWED_FROM_DEGREES else ()


def _part(image: NDArray[np.uint8], box: Box) -> NDArray[np.float32] | None:
    """The place in grey, 32 px high; None where next to nothing of it lies in the picture."""
    left, top = max(0, box.x), max(0, box.y)
    part = image[top : max(top, box.y + box.height), left : max(left, box.x + box.width)]
    if part.ndim < 2 or min(part.shape[:2]) < _LEAST_SIDE:
        return None
    grey = part if part.ndim == 2 else cv2.cvtColor(np.ascontiguousarray(part), cv2.COLOR_BGR2GRAY)
    height, width = grey.shape[:2]
    wide = min(_WIDEST, max(_LEAST_SIDE, round(width * _HEIGHT / height)))
    shrinks = height > _HEIGHT
    resized = cv2.resize(grey, (wide, _HEIGHT), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
    return np.asarray(resized, dtype=np.float32)


def _sharpness(part: NDArray[np.float32], brightness_range: float) -> float:
    """The steepest steps across strokes, per pixel, as a share of the range of brightness."""
    steps = np.abs(part[:, 2:] - part[:, :-2]) / 2
    return float(np.percentile(steps, 97)) / brightness_range


def _slant_degrees(part: NDArray[np.float32]) -> int:
    """How far the line of characters leans: where rows, sheared level, differ most from one another."""
    height, width = part.shape
    best, slant = -1.0, 0
    for degrees in range(-STEEPEST_DEGREES, STEEPEST_DEGREES + 1, 3):
        rise = float(np.tan(np.radians(degrees)))
        level = np.array([[1, 0, 0], [-rise, 1, rise * width / 2]], dtype=np.float32)
        sheared = np.asarray(
            cv2.warpAffine(part, level, (width, height), borderMode=cv2.BORDER_REPLICATE), dtype=np.float32
        )
        score = float(np.diff(sheared.mean(axis=1)).std())
        if score > best * 1.02:
            best, slant = score, degrees
    return slant
