"""Encodes one picture for keeping: a JPEG in full size and its thumbnail."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from core.services.ports import Still
from devices.vision import cv2

JPEG_QUALITY = 85
THUMBNAIL_QUALITY = 80
THUMBNAIL_WIDTH = 320


def encode_still(image: NDArray[np.uint8], *, sequence: int, captured_ns: int) -> Still:
    """The picture (BGR, height × width × 3) as a ``Still``; raises DeviceError where it cannot be encoded."""
    height, width = image.shape[:2]
    thumbnail_height = max(1, round(height * THUMBNAIL_WIDTH / width))
    small = cv2.resize(image, (THUMBNAIL_WIDTH, thumbnail_height), interpolation=cv2.INTER_AREA)
    return Still(
        sequence=sequence,
        captured_ns=captured_ns,
        width=width,
        height=height,
        jpeg=_jpeg(image, JPEG_QUALITY),
        thumbnail=_jpeg(np.asarray(small, dtype=np.uint8), THUMBNAIL_QUALITY),
    )


def _jpeg(image: NDArray[np.uint8], quality: int) -> bytes:
    done, encoded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not done:
        raise DeviceError("camera.picture_not_encoded")
    return encoded.tobytes()
