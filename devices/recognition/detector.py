"""Finds lines of text in a picture: the PP-OCR detector and what turns its map into slanted boxes.

The model gives each pixel's chance to be text (differentiable binarisation, Liao et al. 2020): it is
trained on shrunken regions, so that each found box has to be grown again.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.domain.reads import Box
from devices.recognition.models import Network
from devices.recognition.quads import Quad
from devices.vision import cv2

STRIDE = 32
MIN_SIDE_PIXELS = 3.0


@dataclass(frozen=True, slots=True)
class Search:
    """How hard to look: longest side of the model's input, the map's threshold, a box's least mean."""

    longest_side: int
    threshold: float = 0.25
    box_score: float = 0.35
    growth: float = 1.6


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text: centre, length and height in pixels, slant in degrees clockwise, mean of the map."""

    center_x: float
    center_y: float
    length: float
    height: float
    slant: float
    score: float

    @property
    def aspect(self) -> float:
        """Length over height."""
        return self.length / max(self.height, 1.0)

    def shifted(self, x: float, y: float) -> TextLine:
        """The same line seen from another origin."""
        return TextLine(
            self.center_x + x, self.center_y + y, self.length, self.height, self.slant, self.score
        )

    def stretched(self, length: float, height: float) -> TextLine:
        """The same line with its length and height multiplied."""
        return TextLine(
            self.center_x, self.center_y, self.length * length, self.height * height, self.slant, self.score
        )

    def corners(self) -> NDArray[np.float32]:
        """Upper left, upper right, lower right, lower left of the text, 4 × 2."""
        angle = math.radians(self.slant)
        along = np.array([math.cos(angle), math.sin(angle)]) * self.length / 2
        down = np.array([-math.sin(angle), math.cos(angle)]) * self.height / 2
        center = np.array([self.center_x, self.center_y])
        points = [center - along - down, center + along - down, center + along + down, center - along + down]
        return np.array(points, dtype=np.float32)

    def box(self, width: int, height: int) -> Box:
        """The upright rectangle around the line within a picture of this size."""
        return Quad(self.corners()).box(width, height)


class TextDetector:
    """Finds lines of text with a PP-OCR detection model."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def find(self, image: NDArray[np.uint8], search: Search) -> list[TextLine]:
        """The lines in the picture (BGR), in its own pixels, in no order."""
        height, width = image.shape[:2]
        chances = self._network.run(_model_input(image, search.longest_side))[0, 0]
        scale_x, scale_y = width / chances.shape[1], height / chances.shape[0]
        mask = np.asarray(chances > search.threshold, dtype=np.uint8)
        contours, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        lines = []
        for contour in contours:
            rectangle = cv2.minAreaRect(contour)
            if min(rectangle[1]) < MIN_SIDE_PIXELS:
                continue
            score = _mean_within(chances, np.asarray(cv2.boxPoints(rectangle), dtype=np.float32))
            if score >= search.box_score:
                lines.append(_line(rectangle, score, search.growth, scale_x, scale_y))
        return lines


def _model_input(image: NDArray[np.uint8], longest_side: int) -> NDArray[np.float32]:
    height, width = image.shape[:2]
    scale = longest_side / max(height, width)
    size = tuple(max(STRIDE, round(side * scale / STRIDE) * STRIDE) for side in (width, height))
    interpolation = cv2.INTER_AREA if scale < 0.75 else cv2.INTER_LINEAR
    resized = cv2.resize(image, size, interpolation=interpolation).astype(np.float32)
    resized *= 1 / 127.5
    resized -= 1.0
    return np.ascontiguousarray(resized.transpose(2, 0, 1)[np.newaxis])


def _mean_within(chances: NDArray[np.float32], corners: NDArray[np.float32]) -> float:
    height, width = chances.shape
    left, top = np.clip(np.floor(corners.min(axis=0)).astype(int), 0, [width - 1, height - 1])
    right, bottom = np.clip(np.ceil(corners.max(axis=0)).astype(int), 0, [width - 1, height - 1])
    mask = np.zeros((bottom - top + 1, right - left + 1), dtype=np.uint8)
    cv2.fillPoly(mask, [(corners - [left, top]).astype(np.int32)], 1.0)
    return float(cv2.mean(chances[top : bottom + 1, left : right + 1], mask)[0])


def _line(
    rectangle: tuple[Sequence[float], Sequence[float], float],
    score: float,
    growth: float,
    scale_x: float,
    scale_y: float,
) -> TextLine:
    (center_x, center_y), (first, second), angle = rectangle
    if first < second:
        first, second, angle = second, first, angle - 90.0
    # The longer side is the line's direction; a text never runs more than 45° from level at a gate.
    angle = (angle + 90.0) % 180.0 - 90.0
    if abs(angle) > 45.0:
        first, second = second, first
        angle += -90.0 if angle > 0 else 90.0
    grow = 2 * first * second * growth / (2 * (first + second))
    stretch = math.hypot(math.cos(math.radians(angle)) * scale_x, math.sin(math.radians(angle)) * scale_y)
    across = math.hypot(math.sin(math.radians(angle)) * scale_x, math.cos(math.radians(angle)) * scale_y)
    return TextLine(
        center_x=center_x * scale_x,
        center_y=center_y * scale_y,
        length=(first + grow) * stretch,
        height=(second + grow) * across,
        slant=angle,
        score=score,
    )
