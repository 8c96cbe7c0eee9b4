"""A small canvas for drawing parts of a scene: smooth shapes, gradients and an alpha channel, in metres."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from devices.simulator.optics import Picture
from devices.vision import cv2

Colour = tuple[int, int, int]  # blue, green, red
Place = tuple[float, float]

_SUBPIXEL_BITS = 4


class Canvas:
    """A picture with alpha; places are in units of ``scale`` pixels, ``y`` upwards from ``origin``."""

    def __init__(self, width_px: int, height_px: int, *, scale: float, origin: Place) -> None:
        self.colour: Picture = np.zeros((height_px, width_px, 3), np.uint8)
        self.alpha: Picture = np.zeros((height_px, width_px), np.uint8)
        self._scale = scale
        self._origin = origin

    def fill(
        self,
        outline: Sequence[Place],
        colour: Colour,
        below: Colour | None = None,
        *,
        opacity: float = 1.0,
        soft: float = 0.0,
    ) -> None:
        """Fill an outline, with ``below`` as a gradient downwards; ``soft`` blurs by so many units."""
        points = self._pixels(outline)
        spread = int(soft * self._scale * 3) + 2
        height, width = self.alpha.shape
        x0, y0 = np.maximum(np.floor(points.min(axis=0)).astype(int) - spread, 0)
        x1, y1 = np.minimum(np.ceil(points.max(axis=0)).astype(int) + spread, (width, height))
        if x1 <= x0 or y1 <= y0:
            return
        mask: Picture = np.zeros((y1 - y0, x1 - x0), np.uint8)
        shifted = np.round((points - (x0, y0)) * (1 << _SUBPIXEL_BITS)).astype(np.int32)
        cv2.fillPoly(mask, [shifted], 255, cv2.LINE_AA, _SUBPIXEL_BITS)
        if soft > 0:
            mask = np.asarray(cv2.GaussianBlur(mask, (0, 0), soft * self._scale), np.uint8)
        share = mask.astype(np.float32)[..., None] * (opacity / 255)
        rows = np.linspace(0, 1, y1 - y0, dtype=np.float32)[:, None, None]
        top = np.array(colour, np.float32)
        paint = top + (np.array(below if below is not None else colour, np.float32) - top) * rows
        part = self.colour[y0:y1, x0:x1]
        part[:] = np.clip(part * (1 - share) + paint * share + 0.5, 0, 255).astype(np.uint8)
        cover = self.alpha[y0:y1, x0:x1]
        cover[:] = np.clip(cover + (255 - cover) * share[..., 0] + 0.5, 0, 255).astype(np.uint8)

    def line(self, places: Sequence[Place], colour: Colour, width: float, *, opacity: float = 1.0) -> None:
        """A line of so many units of width along the places."""
        path = np.array(places, np.float64)
        along = np.gradient(path, axis=0)
        along /= np.maximum(np.hypot(along[:, 0], along[:, 1])[:, None], 1e-9)
        aside = np.stack([-along[:, 1], along[:, 0]], axis=1) * (width / 2)
        outline = [(float(x), float(y)) for x, y in np.concatenate([path + aside, (path - aside)[::-1]])]
        self.fill(outline, colour, opacity=opacity)

    def paste(self, picture: Picture, left: float, top: float) -> None:
        """Put an opaque picture in place, its pixels as they are."""
        x, y = np.round(self._pixels([(left, top)])[0]).astype(int)
        height, width = picture.shape[:2]
        self.colour[y : y + height, x : x + width] = picture
        self.alpha[y : y + height, x : x + width] = 255

    def _pixels(self, places: Sequence[Place]) -> NDArray[np.float64]:
        points = np.array(places, np.float64) * (self._scale, -self._scale)
        return np.asarray(points + np.array(self._origin), np.float64)


def rounded(left: float, bottom: float, right: float, top: float, radius: float) -> list[Place]:
    """The outline of a rectangle with round corners."""
    turn = np.linspace(0, np.pi / 2, 9)
    corners = [(right, top, 0), (left, top, 1), (left, bottom, 2), (right, bottom, 3)]
    outline: list[Place] = []
    for x, y, quarter in corners:
        centre = (x - radius if x == right else x + radius, y - radius if y == top else y + radius)
        outline += [
            (centre[0] + radius * float(np.cos(a)), centre[1] + radius * float(np.sin(a)))
            for a in turn + quarter * np.pi / 2
        ]
    return outline


def smooth(places: Sequence[Place], steps: int = 8) -> list[Place]:
    """A closed curve through the places (Catmull-Rom)."""
    points = np.array(places, np.float64)
    before, after, later = np.roll(points, 1, 0), np.roll(points, -1, 0), np.roll(points, -2, 0)
    curve: list[Place] = []
    for p0, p1, p2, p3 in zip(before, points, after, later, strict=True):
        for t in np.arange(steps) / steps:
            place = 0.5 * (
                2 * p1
                + (p2 - p0) * t
                + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t
                + (3 * p1 - p0 - 3 * p2 + p3) * t**3
            )
            curve.append((float(place[0]), float(place[1])))
    return curve


def mirrored(places: Sequence[Place]) -> list[Place]:
    """The places on the other side of the middle."""
    return [(-x, y) for x, y in reversed(places)]


def shade(colour: Colour, factor: float, *, lift: int = 0) -> Colour:
    """The colour made darker or lighter."""
    blue, green, red = (min(255, max(0, round(part * factor + lift))) for part in colour)
    return blue, green, red


def both(canvas: Canvas, outline: list[Place], colour: Colour, below: Colour, **how: float) -> None:
    """Fill an outline and its mirror image."""
    canvas.fill(outline, colour, below, **how)
    canvas.fill(mirrored(outline), colour, below, **how)
