"""Brings pictures to size: into the ring's limits, and into the small preview of the screen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from devices.cameras.ring_layout import PREVIEW_HEIGHT, PREVIEW_WIDTH
from devices.vision import cv2


def fit(image: NDArray[np.uint8], max_width: int, max_height: int) -> NDArray[np.uint8]:
    """The picture itself, or scaled down with its aspect kept where it is larger than the limits."""
    height, width = image.shape[:2]
    if width <= max_width and height <= max_height:
        return image
    size = _inside(image, max_width, max_height)
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def preview_of(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture (BGR) as 480 × 270 BGRA, its aspect kept, with black bars where it is not 16:9."""
    width, height = size = _inside(image, PREVIEW_WIDTH, PREVIEW_HEIGHT)
    # Halving is averaged and quick; one averaging resize to this size takes six times as long (720p: 2 ms).
    while image.shape[1] >= 2 * width and image.shape[0] >= 2 * height:
        half = (image.shape[1] // 2, image.shape[0] // 2)
        image = np.asarray(cv2.resize(image, half, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    small = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_LINEAR), dtype=np.uint8)
    if size == (PREVIEW_WIDTH, PREVIEW_HEIGHT):
        return np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2BGRA), dtype=np.uint8)
    preview = np.zeros((PREVIEW_HEIGHT, PREVIEW_WIDTH, 4), dtype=np.uint8)
    preview[:, :, 3] = 255
    top, left = (PREVIEW_HEIGHT - height) // 2, (PREVIEW_WIDTH - width) // 2
    preview[top : top + height, left : left + width, :3] = small
    return preview


def _inside(image: NDArray[np.uint8], width: int, height: int) -> tuple[int, int]:
    scale = min(width / image.shape[1], height / image.shape[0])
    # Not above the limits, whatever the rounding says.
    return (
        min(max(1, round(image.shape[1] * scale)), width),
        min(max(1, round(image.shape[0] * scale)), height),
    )
