"""Pictures of a camera that sends JPEGs one after the other over HTTP (``multipart/x-mixed-replace``)."""

from __future__ import annotations

import time
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from core.domain.errors import DeviceError
from devices.cameras.http_stream import HttpStream
from devices.cameras.multipart import PartReader
from devices.vision import cv2

# A part is whole within this time, or the camera hangs, whether it sends nothing or a byte now and then.
PART_LIMIT_S = 2.5
_MOST_PIXELS = 33_200_000
_END_OF_IMAGE = b"\xff\xd9"
# So many in a row that are no pictures are no slip any more.
_MOST_DAMAGED = 25


class MjpegSource:
    """One open stream."""

    def __init__(self, url: str) -> None:
        """Open it, within 8 s; raises DeviceError as ``HttpStream`` says."""
        self._stream = HttpStream(url)
        self._parts = PartReader(self._stream.boundary, self._stream.some)
        self._damaged = 0

    def read(self, _room: NDArray[np.uint8] | None = None) -> NDArray[np.uint8] | None:
        """The next picture; None where it was damaged.

        Raises DeviceError: ``camera.no_answer``, ``camera.stream_ended``, ``camera.picture_unreadable`` where
        one damaged picture follows the other or where a part is larger than any picture.
        """
        image = _decoded(self._next())
        self._damaged = 0 if image is not None else self._damaged + 1
        if self._damaged > _MOST_DAMAGED:
            raise DeviceError("camera.picture_unreadable", detail=self._stream.shown)
        return image

    def let_go(self) -> None:
        """Take the next picture off the line without decoding it."""
        self._next()

    def close(self) -> None:
        """Let go of the stream."""
        self._stream.close()

    def _next(self) -> bytes:
        return self._parts.next_part(time.monotonic() + PART_LIMIT_S)


def _decoded(jpeg: bytes) -> NDArray[np.uint8] | None:
    """The picture (BGR), or None where it is damaged, cut off or of a size that no camera has."""
    # Half a JPEG would be decoded too, its rest grey; some cameras fill up with zeros behind the end.
    if not jpeg.rstrip(b"\0\r\n").endswith(_END_OF_IMAGE):
        return None
    try:
        with Image.open(BytesIO(jpeg), formats=("JPEG",)) as header:
            width, height = header.size
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    if not 0 < width * height <= _MOST_PIXELS:
        return None
    try:
        image = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)
    except cv2.error:
        return None
    return np.asarray(image, dtype=np.uint8) if image is not None else None
