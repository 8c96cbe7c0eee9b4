"""Where plates may be in a picture, for readers that only know how to read a plate cut out of it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from devices.recognition.candidates import log_geometry, plausible
from devices.recognition.detector import Search, TextDetector, TextLine
from devices.recognition.plate_detector import PlateDetector
from devices.recognition.quads import Quad
from devices.vision import cv2

LOOK = Search(longest_side=736)
MOST_FOUND = 6
LONGEST_CUT_PIXELS = 1_024


@dataclass(frozen=True, slots=True, eq=False)
class Found(Quad):
    """A place that may be a plate; ``log_prior`` is higher the more it looks like one."""

    log_prior: float


class PlateFinder(Protocol):
    """Finds places that may be a plate."""

    def find(self, image: NDArray[np.uint8]) -> list[Found]:
        """Up to six of them in the picture (BGR), likeliest first."""


class TextLineFinder:
    """Takes lines of text that have the size and shape of a plate's."""

    def __init__(self, detector: TextDetector) -> None:
        self._detector = detector

    def find(self, image: NDArray[np.uint8]) -> list[Found]:
        """Up to six of them in the picture (BGR), likeliest first."""
        lines = plausible(self._detector.find(image, LOOK), image.shape[0])
        return [_found(line) for line in lines[:MOST_FOUND]]


class PlatesFirst:
    """Takes the plates that our detector finds, and lines of text where it finds none."""

    def __init__(self, plates: PlateDetector, lines: PlateFinder) -> None:
        self._plates = plates
        self._lines = lines

    def find(self, image: NDArray[np.uint8]) -> list[Found]:
        """Up to six of them in the picture (BGR), likeliest first."""
        plates = self._plates.find(image)
        found = [Found(plate.corners, math.log(plate.score)) for plate in plates]
        return found[:MOST_FOUND] or self._lines.find(image)


def cut_out(image: NDArray[np.uint8], found: Found, *, width: int, height: int) -> NDArray[np.uint8]:
    """The place, upright, drawn out to this size."""
    scale = min(1.0, LONGEST_CUT_PIXELS / max(found.width_pixels, found.height_pixels, 1.0))
    across = max(2, math.ceil(found.width_pixels * scale))
    down = max(2, math.ceil(found.height_pixels * scale))
    # In its own size first: a warp straight to fewer pixels would leave pixels out.
    target = np.array([[0, 0], [across, 0], [across, down], [0, down]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(found.corners, target)
    upright = cv2.warpPerspective(
        image, matrix, (across, down), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    shrinks = height < down
    resized = cv2.resize(
        upright, (width, height), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    )
    return np.asarray(resized, dtype=np.uint8)


def _found(line: TextLine) -> Found:
    return Found(line.corners(), log_geometry(line))
