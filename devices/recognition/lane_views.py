"""What of a picture the reader gets to see: cut to the region, and grey where nothing may be read.

What is covered takes the colour of its surroundings and fades in softly, so that no new edge looks like
a character. Places go in and come out in pixels of the whole picture.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.domain.camera_views import WHOLE_PICTURE, CameraView, Polygon
from core.domain.reads import Box, Read
from devices.vision import cv2

# The fade from seen to covered, as a share of the picture's longer side: 13 pixels at 1280.
FADE = 0.01
# The surroundings' colours are taken from so small a picture: they need no detail.
_SURROUNDINGS_SIDE = 32
_NEAR = 0.02
_MID_GREY = 128.0
_PREPARED_AT_MOST = 32


class LaneViews:
    """The view of each camera; they may be replaced while another thread reads."""

    def __init__(self, views: Mapping[str, CameraView]) -> None:
        self._views = dict(views)
        self._prepared: dict[tuple[CameraView, int, int], _Prepared] = {}

    def change(self, views: Mapping[str, CameraView]) -> None:
        """From now on these; from any thread."""
        self._views = dict(views)

    def seen(self, camera_id: str, image: NDArray[np.uint8], view: CameraView | None = None) -> SeenPicture:
        """What the camera's view, or the one given, leaves of the picture."""
        chosen = view if view is not None else self._views.get(camera_id, WHOLE_PICTURE)
        height, width = image.shape[:2]
        if chosen.is_whole or not height or not width:
            return SeenPicture(image, 0, 0, width, height, WHOLE_PICTURE)
        return _seen(image, chosen, self._prepare(chosen, width, height))

    def _prepare(self, view: CameraView, width: int, height: int) -> _Prepared:
        key = (view, width, height)
        if key not in self._prepared:
            if len(self._prepared) >= _PREPARED_AT_MOST:
                # A view being drawn changes with every request.
                self._prepared.clear()
            self._prepared[key] = _prepare(view, width, height)
        return self._prepared[key]


@dataclass(frozen=True, slots=True, eq=False)
class SeenPicture:
    """The part that is read, and where it lies in the whole picture, in pixels."""

    image: NDArray[np.uint8]
    left: int
    top: int
    whole_width: int
    whole_height: int
    view: CameraView

    def into(self, box: Box | None) -> Box | None:
        """A place of the whole picture, in this part."""
        return None if box is None else replace(box, x=box.x - self.left, y=box.y - self.top)

    def out_of(self, reads: list[Read]) -> list[Read]:
        """The reads with their places in the whole picture, without what lies in what is covered."""
        back = [
            replace(read, box=replace(read.box, x=read.box.x + self.left, y=read.box.y + self.top))
            for read in reads
        ]
        return [read for read in back if self._is_seen(read.box)]

    def _is_seen(self, box: Box) -> bool:
        middle = (
            (box.x + box.width / 2) / max(1, self.whole_width),
            (box.y + box.height / 2) / max(1, self.whole_height),
        )
        return self.view.sees(middle)


@dataclass(frozen=True, slots=True, eq=False)
class _Prepared:
    """A view for pictures of one size: what is cut out, and how much each pixel of it is covered (0…1)."""

    left: int
    top: int
    right: int
    bottom: int
    covered: NDArray[np.float32] | None


def _seen(image: NDArray[np.uint8], view: CameraView, prepared: _Prepared) -> SeenPicture:
    height, width = image.shape[:2]
    part = image[prepared.top : prepared.bottom, prepared.left : prepared.right]
    if prepared.covered is not None:
        part = _cover(part, prepared.covered)
    return SeenPicture(np.ascontiguousarray(part), prepared.left, prepared.top, width, height, view)


def _prepare(view: CameraView, width: int, height: int) -> _Prepared:
    left, top, right, bottom = _bounds(view.region, width, height)
    size = (bottom - top, right - left)
    fade = max(3, round(max(width, height) * FADE)) | 1
    covered = np.zeros(size, dtype=np.uint8)
    for mask in view.masks:
        cv2.fillPoly(covered, [_pixels(mask, width, height, left, top)], 255)
    if view.masks:
        # Spread first, so that the fade lies outside of a mask and not over what it covers.
        covered = np.asarray(cv2.dilate(covered, np.ones((fade, fade), dtype=np.uint8)), dtype=np.uint8)
    if view.region:
        outside = np.full(size, 255, dtype=np.uint8)
        cv2.fillPoly(outside, [_pixels(view.region, width, height, left, top)], 0)
        covered = np.maximum(covered, outside)
    if not covered.any():
        return _Prepared(left, top, right, bottom, None)
    soft = cv2.blur(covered, (fade, fade), borderType=cv2.BORDER_REPLICATE)
    share = np.divide(soft, 255, dtype=np.float32)
    return _Prepared(left, top, right, bottom, share)


def _bounds(region: Polygon, width: int, height: int) -> tuple[int, int, int, int]:
    """The region's sides in pixels, at least one pixel apart and within the picture."""
    if not region:
        return 0, 0, width, height
    across, down = [x for x, _ in region], [y for _, y in region]
    left = min(math.floor(min(across) * width), width - 1)
    top = min(math.floor(min(down) * height), height - 1)
    right = max(left + 1, min(math.ceil(max(across) * width), width))
    bottom = max(top + 1, min(math.ceil(max(down) * height), height))
    return left, top, right, bottom


def _pixels(polygon: Polygon, width: int, height: int, left: int, top: int) -> NDArray[np.int32]:
    places = [(round(x * width) - left, round(y * height) - top) for x, y in polygon]
    return np.array(places, dtype=np.int32)


def _cover(part: NDArray[np.uint8], covered: NDArray[np.float32]) -> NDArray[np.uint8]:
    """The part with its covered pixels in the colour of what surrounds them."""
    surroundings = _surroundings(part, covered)
    mixed = cv2.blendLinear(np.ascontiguousarray(part), surroundings, 1 - covered, covered)
    return np.asarray(mixed, dtype=np.uint8).reshape(part.shape)


def _surroundings(part: NDArray[np.uint8], covered: NDArray[np.float32]) -> NDArray[np.uint8]:
    """The colours of what is seen, carried far into what is covered; mid-grey where nothing is seen."""
    height, width = part.shape[:2]
    small = (min(width, _SURROUNDINGS_SIDE), min(height, _SURROUNDINGS_SIDE))
    open_share = 1 - np.asarray(cv2.resize(covered, small, interpolation=cv2.INTER_AREA), dtype=np.float32)
    weights = np.square(open_share)
    colours = np.asarray(cv2.resize(part, small, interpolation=cv2.INTER_AREA), dtype=np.float32)
    colours = colours.reshape(*small[::-1], -1)
    total = float(weights.sum())
    mean = (colours * weights[:, :, np.newaxis]).sum(axis=(0, 1)) / total if total > 0 else _MID_GREY
    carried = _spread(colours * weights[:, :, np.newaxis]).reshape(colours.shape)
    nearness = _spread(weights)[:, :, np.newaxis]
    near = np.where(nearness > _NEAR, carried / np.maximum(nearness, _NEAR), mean)
    wide = cv2.resize(near.astype(np.uint8), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(wide, dtype=np.uint8).reshape(part.shape)


def _spread(values: NDArray[np.float32]) -> NDArray[np.float32]:
    reach = (_SURROUNDINGS_SIDE // 2, _SURROUNDINGS_SIDE // 2)
    return np.asarray(cv2.blur(values, reach, borderType=cv2.BORDER_REPLICATE), dtype=np.float32)
