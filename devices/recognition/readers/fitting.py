"""Makes any picture one that a reader can take: three colours, 8 bit, neither empty nor endless."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from core.domain.reads import Box, Read
from devices.recognition.readers.plate_reader import PlateReader
from devices.vision import cv2

# No plate can be read on fewer pixels.
LEAST_SIDE_PIXELS = 16
# Above this a picture only costs memory: 40 megapixels are 115 MiB, and more once they are numbers.
MOST_SIDE_PIXELS = 8_192
MOST_PIXELS = 40_000_000


class FittingReader:
    """Lets another reader see pictures of any size and kind, and gives its boxes in their pixels."""

    def __init__(self, reader: PlateReader, *, close: Callable[[], None] | None = None) -> None:
        """``close`` is how the other reader lets go of what it holds, where it holds anything."""
        self._reader = reader
        self._close = close

    def read(
        self, image: NDArray[np.uint8], *, deadline_ms: float | None = None, hint: Box | None = None
    ) -> list[Read]:
        """The plates in the picture; none where it is too small to hold any.

        Raises DeviceError ``camera.picture_unreadable`` where the array is no picture of 8 bits.
        """
        colour = _in_colour(image)
        height, width = colour.shape[:2]
        if min(height, width) < LEAST_SIDE_PIXELS:
            return []
        scale = _scale(width, height)
        if scale == 1.0:
            return self._reader.read(colour, deadline_ms=deadline_ms, hint=hint)
        size = (max(LEAST_SIDE_PIXELS, int(width * scale)), max(LEAST_SIDE_PIXELS, int(height * scale)))
        smaller = np.asarray(cv2.resize(colour, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        to_x, to_y = width / size[0], height / size[1]
        near = None if hint is None else _stretched(hint, 1 / to_x, 1 / to_y)
        reads = self._reader.read(smaller, deadline_ms=deadline_ms, hint=near)
        return [_as_seen(read, to_x, to_y) for read in reads]

    def close(self) -> None:
        """Let go of a program that reads; the next picture would start it again. May be called twice."""
        if self._close is not None:
            self._close()


def _in_colour(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    if image.dtype != np.uint8:
        raise DeviceError("camera.picture_unreadable", detail=f"numbers of kind {image.dtype}")
    layers = 1 if image.ndim == 2 else image.shape[2] if image.ndim == 3 else 0
    if layers not in (1, 3, 4):
        raise DeviceError("camera.picture_unreadable", detail=f"shape {image.shape}")
    if layers == 1:
        flat = image.reshape(image.shape[0], image.shape[1])
        return np.repeat(flat[:, :, np.newaxis], 3, axis=2)
    return np.ascontiguousarray(image[:, :, :3])


def _scale(width: int, height: int) -> float:
    by_side = MOST_SIDE_PIXELS / max(width, height)
    by_area = math.sqrt(MOST_PIXELS / (width * height))
    return min(1.0, by_side, by_area)


def _as_seen(read: Read, to_x: float, to_y: float) -> Read:
    box = _stretched(read.box, to_x, to_y)
    return replace(read, box=box, character_pixels=read.character_pixels * to_y)


def _stretched(box: Box, to_x: float, to_y: float) -> Box:
    return Box(
        round(box.x * to_x),
        round(box.y * to_y),
        max(1, round(box.width * to_x)),
        max(1, round(box.height * to_y)),
    )
