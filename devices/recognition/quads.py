"""Four corners in a picture: where a plate or a line of text stands, however it is turned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.domain.reads import Box


@dataclass(frozen=True, slots=True, eq=False)
class Quad:
    """``corners`` are 4 × 2 in the picture's pixels, clockwise from the upper left."""

    corners: NDArray[np.float32]

    @property
    def width_pixels(self) -> float:
        """How long its upper and lower edges are."""
        top, bottom = self.corners[1] - self.corners[0], self.corners[2] - self.corners[3]
        return float(np.linalg.norm(top) + np.linalg.norm(bottom)) / 2

    @property
    def height_pixels(self) -> float:
        """How long its left and right edges are."""
        left, right = self.corners[3] - self.corners[0], self.corners[2] - self.corners[1]
        return float(np.linalg.norm(left) + np.linalg.norm(right)) / 2

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width_pixels / max(self.height_pixels, 1.0)

    def box(self, width: int, height: int) -> Box:
        """The upright rectangle around it within a picture of this size."""
        left, top = np.clip(np.floor(self.corners.min(axis=0)), 0, [width - 1, height - 1]).astype(int)
        right, bottom = np.clip(np.ceil(self.corners.max(axis=0)), 1, [width, height]).astype(int)
        return Box(int(left), int(top), max(1, int(right - left)), max(1, int(bottom - top)))

    def grown(self, factor: float) -> Self:
        """The same place so many times as large, around its middle."""
        middle = self.corners.mean(axis=0)
        corners = np.asarray(middle + (self.corners - middle) * np.float32(factor), dtype=np.float32)
        return replace(self, corners=corners)

    def with_margin(self, heights: float) -> Self:
        """The same place with so much around it, in heights of it."""
        along = (self.corners[1] - self.corners[0]) / max(self.width_pixels, 1.0)
        down = (self.corners[3] - self.corners[0]) / max(self.height_pixels, 1.0)
        grow = heights * self.height_pixels
        signs = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], dtype=np.float32)
        moved = self.corners + grow * (signs[:, :1] * along + signs[:, 1:] * down)
        return replace(self, corners=moved.astype(np.float32))
