"""Soft patches of light and shadow laid over a picture."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from devices.simulator.optics import Picture
from devices.vision import cv2


def scale_ellipse(
    picture: Picture, middle: tuple[float, float], half: tuple[float, float], strength: float
) -> None:
    """Make a soft ellipse brighter by a share, or darker where the strength is negative."""
    found = _disc_part(picture, middle, half)
    if found is not None:
        part, disc = found
        part[:] = np.minimum(part * (1 + strength * disc), 255).astype(np.uint8)


def add_glow(
    picture: Picture, middle: tuple[float, float], radius: float, colour: tuple[int, int, int]
) -> None:
    """Add a soft round light of a colour (blue, green, red) at its middle."""
    found = _disc_part(picture, middle, (radius, radius))
    if found is not None:
        part, disc = found
        part[:] = np.minimum(part + disc * disc * np.array(colour, np.float32), 255).astype(np.uint8)


@lru_cache(maxsize=1)
def _soft_disc() -> NDArray[np.float32]:
    y, x = np.mgrid[-1:1:65j, -1:1:65j]
    return np.asarray(np.clip(1 - (x * x + y * y), 0, 1) ** 1.5, np.float32)


def _disc_part(
    picture: Picture, middle: tuple[float, float], half: tuple[float, float]
) -> tuple[Any, Any] | None:
    """The part of the picture under a soft ellipse, and the ellipse's strength there."""
    height, width = picture.shape[:2]
    left, top = round(middle[0] - half[0]), round(middle[1] - half[1])
    size = (max(2, round(half[0] * 2)), max(2, round(half[1] * 2)))
    x0, y0, x1, y1 = max(0, left), max(0, top), min(width, left + size[0]), min(height, top + size[1])
    if x1 <= x0 or y1 <= y0 or size[0] > 4000:
        return None
    disc = cv2.resize(_soft_disc(), size, interpolation=cv2.INTER_LINEAR)
    return picture[y0:y1, x0:x1], disc[y0 - top : y1 - top, x0 - left : x1 - left, None]
