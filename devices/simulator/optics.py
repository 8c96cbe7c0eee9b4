"""The optics of a simulated lane's camera: from metres in the lane to pixels in the picture."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Points = NDArray[np.float32]

WIDTH_PX = 1280
HEIGHT_PX = 720
FOCAL_PX = 1500.0
HORIZON_PX = 158.0
CENTRE_PX = 640.0
CAMERA_HEIGHT_M = 1.4


def project(x_m: float, y_m: float, away_m: float) -> tuple[float, float]:
    """The pixel of a place ``x_m`` right of the lane's middle, ``y_m`` above ground, ``away_m`` ahead."""
    return (
        CENTRE_PX + FOCAL_PX * x_m / away_m,
        HORIZON_PX + FOCAL_PX * (CAMERA_HEIGHT_M - y_m) / away_m,
    )


def on_ground(places: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """The pixels of places on the ground, each (right of the middle, ahead) in metres."""
    return [project(x_m, 0.0, away_m) for x_m, away_m in places]


def facing_corners(
    left_m: float, right_m: float, bottom_m: float, top_m: float, *, at: tuple[float, float], yaw: float
) -> Points:
    """The four corners (upper left first, clockwise) of an upright rectangle that faces the camera.

    ``at`` is its middle on the ground (right, ahead) in metres; ``yaw`` turns it, in radians.
    """
    corners = [(left_m, top_m), (right_m, top_m), (right_m, bottom_m), (left_m, bottom_m)]
    return np.array(
        [project(at[0] + x * math.cos(yaw), y, at[1] + x * math.sin(yaw)) for x, y in corners],
        dtype=np.float32,
    )


def as_picture(values: NDArray[np.float32]) -> Picture:
    """Brightness values as a picture, what is too dark or too bright cut off."""
    return np.asarray(np.clip(values, 0, 255), np.uint8)
