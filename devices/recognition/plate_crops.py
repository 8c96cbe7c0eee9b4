"""A plate cut out of a picture, upright and in the size that the plate recogniser reads."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from devices.vision import cv2

HEIGHT_PIXELS = 48
WIDTH_PIXELS = 192


def upright(
    image: NDArray[np.uint8], corners: NDArray[np.float32], *, split: float | None = None
) -> NDArray[np.uint8]:
    """The plate between the corners (4 × 2, clockwise from upper left) as 48 × 192 grey.

    Of a plate with two lines ``split`` is where the second begins (0…1 of its height): the lines are
    then laid side by side, so that the recogniser always reads one.
    """
    if split is None:
        return _drawn_out(image, corners, WIDTH_PIXELS)
    left, right = _between(corners[0], corners[3], split), _between(corners[1], corners[2], split)
    first = np.array([corners[0], corners[1], right, left], np.float32)
    second = np.array([left, right, corners[2], corners[3]], np.float32)
    half = WIDTH_PIXELS // 2
    return np.concatenate([_drawn_out(image, first, half), _drawn_out(image, second, half)], axis=1)


def _drawn_out(image: NDArray[np.uint8], corners: NDArray[np.float32], width: int) -> NDArray[np.uint8]:
    tall = (np.linalg.norm(corners[3] - corners[0]) + np.linalg.norm(corners[2] - corners[1])) / 2
    # From far more pixels than are wanted a warp would leave some out: soften them first.
    if tall > 2 * HEIGHT_PIXELS:
        low = np.maximum(np.floor(corners.min(axis=0)).astype(int) - 2, 0)
        high = np.ceil(corners.max(axis=0)).astype(int) + 2
        part = image[low[1] : high[1], low[0] : high[0]]
        scale = 1.5 * HEIGHT_PIXELS / float(tall)
        if min(part.shape[:2]) * scale >= 2:
            image = np.asarray(
                cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8
            )
            corners = (corners - low) * np.float32(scale)
    target = np.array([[0, 0], [width, 0], [width, HEIGHT_PIXELS], [0, HEIGHT_PIXELS]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    crop = cv2.warpPerspective(
        image, matrix, (width, HEIGHT_PIXELS), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    grey = cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY) if crop.ndim == 3 else crop
    return np.asarray(grey, dtype=np.uint8)


def _between(first: NDArray[np.float32], second: NDArray[np.float32], share: float) -> NDArray[np.float32]:
    return np.asarray(first + (second - first) * np.float32(share), np.float32)
