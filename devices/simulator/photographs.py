"""Shows photographs in place of drawn vehicles: each time with a shift, scale and light of its own."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from core.domain.errors import DeviceError
from devices.simulator.backdrop import backdrop
from devices.simulator.optics import Picture
from devices.simulator.traffic import Light, VehiclePlan
from devices.vision import cv2

WIDTH_PX, HEIGHT_PX = 1280, 960
LARGEST_SCALE = 1.6
SHIFT_PX = 6.0
SCALE_SHARE = 0.012
LIGHT_SHARE = 0.06
NOISE = 2.0
SPARE_PX = 64
SHOWN_FROM_M = -1.0  # the photograph is seen while the vehicle's front is on the ARMING loop
SHOWN_TO_M = 2.2


class PhotographPainter:
    """Draws one lane whose vehicles are photographs, 1280 × 960 BGR."""

    def __init__(self, lane: str) -> None:
        self._lane = lane
        self._chance = np.random.default_rng(len(lane))
        self._noise: Picture | None = None

    def paint(self, scene: dict[str, Any]) -> Picture:
        """The picture of a scene; the empty lane where no vehicle stands at the loop."""
        vehicle: VehiclePlan | None = scene["vehicle"]
        front_m = scene["front_m"]
        shown = front_m is not None and SHOWN_FROM_M < front_m < SHOWN_TO_M
        if vehicle is not None and vehicle.picture is not None and shown:
            return self._vary(photograph(vehicle.picture))
        return self._vary(empty_lane(self._lane, Light(scene["light"])), moves=False)

    def _vary(self, picture: Picture, *, moves: bool = True) -> Picture:
        if moves:
            dx, dy = self._chance.uniform(-SHIFT_PX, SHIFT_PX, 2)
            scale = 1 + self._chance.uniform(-SCALE_SHARE, SCALE_SHARE)
            matrix = np.array(
                [
                    [scale, 0, dx + (1 - scale) * WIDTH_PX / 2],
                    [0, scale, dy + (1 - scale) * HEIGHT_PX / 2],
                ],
                np.float32,
            )
            picture = np.asarray(
                cv2.warpAffine(picture, matrix, (WIDTH_PX, HEIGHT_PX), flags=cv2.INTER_LINEAR), np.uint8
            )
        light = 1 + (self._chance.uniform(-LIGHT_SHARE, LIGHT_SHARE) if moves else 0.0)
        if self._noise is None:
            grain = self._chance.normal(128, NOISE, (HEIGHT_PX + SPARE_PX, WIDTH_PX + SPARE_PX, 3))
            self._noise = np.clip(grain, 0, 255).astype(np.uint8)
        top, left = (int(offset) for offset in self._chance.integers(0, SPARE_PX, 2))
        part = self._noise[top : top + HEIGHT_PX, left : left + WIDTH_PX]
        return np.asarray(cv2.addWeighted(picture, light, part, 1.0, -128.0), np.uint8)


@lru_cache(maxsize=4)
def photograph(path: Path) -> Picture:
    """The photograph fitted into 1280 × 960 with bars; raises DeviceError where it cannot be read."""
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if image is None:
        raise DeviceError("camera.picture_unreadable", detail=path.name)
    height, width = image.shape[:2]
    scale = min(WIDTH_PX / width, HEIGHT_PX / height, LARGEST_SCALE)
    size = (round(width * scale), round(height * scale))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    framed: Picture = np.full((HEIGHT_PX, WIDTH_PX, 3), 24, np.uint8)
    left, top = (WIDTH_PX - size[0]) // 2, (HEIGHT_PX - size[1]) // 2
    framed[top : top + size[1], left : left + size[0]] = cv2.resize(image, size, interpolation=way)
    return framed


@lru_cache(maxsize=3)
def empty_lane(lane: str, light: Light) -> Picture:
    """The drawn lane without a vehicle, in the photographs' size."""
    whole = backdrop(lane, light)
    middle = whole[:, 160:1120]
    return np.asarray(cv2.resize(middle, (WIDTH_PX, HEIGHT_PX), interpolation=cv2.INTER_LINEAR), np.uint8)
