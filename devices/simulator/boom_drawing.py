"""Draws the boom: a red and white pole that turns up about its cabinet."""

from __future__ import annotations

import math

import numpy as np

from devices.simulator.optics import Picture, project
from devices.simulator.traffic import Light
from devices.vision import cv2

PIVOT_X_M, PIVOT_Y_M = 1.86, 0.98
LENGTH_M = 3.15
THICK_M = 0.085
STRIPE_M = 0.42
FULLY_UP = math.radians(86)
RED, WHITE = (44, 40, 206), (236, 236, 236)
BRIGHTNESS = {Light.DAY: 1.0, Light.RAIN: 0.84, Light.NIGHT: 0.62}
_SUBPIXEL_BITS = 4


def draw_boom(picture: Picture, lane: str, raised_share: float, light: Light, away_m: float) -> None:
    """Draw it into the picture; it reaches from its cabinet on one side over the whole lane."""
    side = 1 if lane == "entry" else -1
    # Gently off its rest and gently into it, as a boom's crank drives it.
    angle = FULLY_UP * (0.5 - 0.5 * math.cos(math.pi * raised_share))
    along = (-side * math.cos(angle), math.sin(angle))
    aside = (-along[1], along[0])
    pivot = (side * PIVOT_X_M, PIVOT_Y_M)
    stripes = math.ceil(LENGTH_M / STRIPE_M)
    for index in range(stripes):
        start, end = index * STRIPE_M, min(LENGTH_M, (index + 1) * STRIPE_M)
        colour = RED if index % 2 else WHITE
        for low, high, tone in ((-0.5, 0.1, 0.78), (0.1, 0.5, 1.0)):
            corners = [
                (
                    pivot[0] + along[0] * s + aside[0] * THICK_M * t * -side,
                    pivot[1] + along[1] * s + aside[1] * THICK_M * t * -side,
                )
                for s, t in ((start, low), (end, low), (end, high), (start, high))
            ]
            _fill(picture, corners, away_m, colour, tone * BRIGHTNESS[light])
    joint = project(*pivot, away_m)
    centre = (round(joint[0] * 16), round(joint[1] * 16))
    cv2.circle(picture, centre, round(1500 * 0.075 / away_m * 16), (52, 52, 54), -1, cv2.LINE_AA, 4)


def _fill(
    picture: Picture,
    corners: list[tuple[float, float]],
    away_m: float,
    colour: tuple[int, int, int],
    tone: float,
) -> None:
    pixels = np.array([project(x, y, away_m) for x, y in corners]) * (1 << _SUBPIXEL_BITS)
    blue, green, red = (round(part * tone) for part in colour)
    cv2.fillPoly(
        picture, [np.round(pixels).astype(np.int32)], (blue, green, red), cv2.LINE_AA, _SUBPIXEL_BITS
    )
