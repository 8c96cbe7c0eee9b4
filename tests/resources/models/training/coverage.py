"""How well corners lie on a plate that is painted in a colour that nothing else has."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from devices.vision import cv2


def overlap(picture: NDArray[np.float32], corners: NDArray[np.float32]) -> float:
    """Share of what is magenta or within the corners that is both: 1 where they agree wholly."""
    within = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillPoly(within, [np.round(corners).astype(np.int32)], 1)
    blue, green, red = (picture[:, :, channel].astype(np.float32) for channel in range(3))
    magenta = np.minimum(blue, red) - green > 165
    return float((magenta & (within > 0)).sum() / (magenta | (within > 0)).sum())
