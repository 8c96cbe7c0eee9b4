"""Finds plates in a picture with Lotkeeper's own detector: their corners, not only a box around them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from devices.recognition.models import Network
from devices.recognition.quads import Quad
from devices.vision import cv2

STRIDE = 8
MULTIPLE = 32
LONGEST_SIDE_PIXELS = 800
LEAST_SCORE = 0.12
TWO_LINES_SCORE = 0.5
MOST_PLATES = 6
# Two middles closer than this share of a plate's length are one plate found twice.
SAME_PLACE = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class PlateBox(Quad):
    """One plate in a picture.

    ``score`` is the chance, 0…1, that a plate is there; ``split`` is where the second of two lines begins
    (0…1 of the height), or None for a plate with one line.
    """

    score: float
    split: float | None = None


class PlateDetector:
    """Runs the detector's network: maps of middles, corners and lines (resources/models/training)."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def find(self, image: NDArray[np.uint8], *, longest_side: int = LONGEST_SIDE_PIXELS) -> list[PlateBox]:
        """Up to six plates in the picture (BGR, any size), likeliest first."""
        height, width = image.shape[:2]
        batch = _model_input(image, longest_side)
        maps = self._network.run(batch)[0]
        factors = np.array([width / batch.shape[3], height / batch.shape[2]], np.float32) * STRIDE
        plates: list[PlateBox] = []
        for row, column, score in _peaks(_sigmoid(maps[0])):
            plate = _plate(maps, row, column, score, factors)
            if not any(_same_place(plate, other) for other in plates):
                plates.append(plate)
            if len(plates) == MOST_PLATES:
                break
        return plates


def _model_input(image: NDArray[np.uint8], longest_side: int) -> NDArray[np.float32]:
    height, width = image.shape[:2]
    scale = longest_side / max(height, width)
    size = tuple(max(MULTIPLE, round(side * scale / MULTIPLE) * MULTIPLE) for side in (width, height))
    interpolation = cv2.INTER_AREA if scale < 0.75 else cv2.INTER_LINEAR
    resized = np.asarray(cv2.resize(image, size, interpolation=interpolation))
    return np.ascontiguousarray(resized.transpose(2, 0, 1)[np.newaxis], dtype=np.float32)


def _peaks(heat: NDArray[np.float32]) -> list[tuple[int, int, float]]:
    highest = cv2.dilate(heat, np.ones((3, 3), np.uint8))
    rows, columns = np.nonzero((heat >= highest) & (heat > LEAST_SCORE))
    found = [
        (int(row), int(column), float(heat[row, column])) for row, column in zip(rows, columns, strict=True)
    ]
    return sorted(found, key=lambda peak: -peak[2])[: 4 * MOST_PLATES]


def _plate(
    maps: NDArray[np.float32], row: int, column: int, score: float, factors: NDArray[np.float32]
) -> PlateBox:
    """The plate whose middle is there: what the cells around the peak say of its corners, weighed."""
    top, left = max(0, row - 1), max(0, column - 1)
    near = maps[:, top : row + 2, left : column + 2]
    weights = _sigmoid(near[0])
    weights = np.where(weights > 0.4 * score, weights, 0.0)
    weights /= weights.sum()
    rows, columns = np.mgrid[top : top + near.shape[1], left : left + near.shape[2]]
    x = ((near[3::2] + columns) * weights).sum(axis=(1, 2))
    y = ((near[4::2] + rows) * weights).sum(axis=(1, 2))
    corners = (np.stack([x, y], axis=1) + 0.5) * factors
    two_lines = float((_sigmoid(near[1]) * weights).sum()) > TWO_LINES_SCORE
    split = float(np.clip((near[2] * weights).sum(), 0.3, 0.7)) if two_lines else None
    return PlateBox(corners.astype(np.float32), score, split)


def _same_place(first: PlateBox, second: PlateBox) -> bool:
    apart = np.abs(first.corners.mean(axis=0) - second.corners.mean(axis=0))
    length = max(first.width_pixels, second.width_pixels)
    height = max(first.height_pixels, second.height_pixels)
    return bool(apart[0] < SAME_PLACE * length and apart[1] < SAME_PLACE * height)


def _sigmoid(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -30.0, 30.0))), dtype=np.float32)
