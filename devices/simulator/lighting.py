"""Turns a lane drawn by day into the same lane at night, or in the rain."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from devices.simulator.canvas import Canvas, Place
from devices.simulator.optics import HEIGHT_PX, HORIZON_PX, WIDTH_PX, project
from devices.vision import cv2

# Where lamps light the ground at night: right of the middle and ahead in metres, reach, strength.
LAMPS = {
    "entry": ((-2.0, 4.8, 1.5, 0.62), (2.6, 9.0, 2.2, 0.30), (-4.0, 20.0, 5.0, 0.22)),
    "exit": ((2.0, 4.9, 1.6, 0.62), (-2.8, 8.0, 2.2, 0.32), (4.0, 22.0, 5.0, 0.20)),
}


def vignette(strength: float) -> NDArray[np.float32]:
    """How much of the light a lens lets through, less towards the corners."""
    y, x = np.mgrid[-1 : 1 : HEIGHT_PX * 1j, -1 : 1 : WIDTH_PX * 1j]
    return np.asarray(1 - strength * (x * x + y * y)[..., None], np.float32)


def at_night(picture: NDArray[np.float32], lane: str, windows: list[list[Place]]) -> NDArray[np.float32]:
    """Lit by street lamps and windows only."""
    # Faint and bluish where no lamp reaches.
    ambient = 0.15 * np.array([1.35, 1.0, 0.85], np.float32)
    light = np.zeros((HEIGHT_PX, WIDTH_PX, 1), np.float32) + ambient
    rows, columns = np.mgrid[0:HEIGHT_PX, 0:WIDTH_PX].astype(np.float32)
    for x_m, away_m, reach_m, strength in LAMPS[lane]:
        u, v = project(x_m * 0.5, 0.35, away_m)
        reach_px = 1500 * reach_m / away_m
        pool = np.exp(-(((columns - u) / reach_px) ** 2 + ((rows - v) / (reach_px * 0.62)) ** 2))
        light += strength * pool[..., None] * np.array([0.70, 0.90, 1.0], np.float32)
    sky = np.clip((HORIZON_PX - rows) / 40, 0, 1)[..., None]
    light *= 1 - 0.45 * sky
    glow = Canvas(WIDTH_PX, HEIGHT_PX, scale=1.0, origin=(0.0, 0.0))
    for pane in windows:
        glow.fill(pane, (96, 172, 226), (70, 140, 206))
    lit = glow.colour.astype(np.float32)
    around = cv2.GaussianBlur(lit, (0, 0), 9)
    return np.asarray(picture * light * vignette(0.2) + lit * 0.62 + around * 0.4, np.float32)


def in_rain(picture: NDArray[np.float32]) -> NDArray[np.float32]:
    """Grey, hazy in the distance, with the street mirrored on wet asphalt."""
    grey = picture.mean(axis=2, keepdims=True)
    wet = (picture * 0.6 + grey * 0.4) * np.array([0.86, 0.82, 0.8], np.float32)
    rows = np.arange(HEIGHT_PX, dtype=np.float32)
    haze = np.exp(-np.abs(rows - HORIZON_PX) / 70)[:, None, None] * 0.38
    wet = wet * (1 - haze) + 178 * haze
    # What stands above the horizon is mirrored on the wet ground, long and dim.
    above = wet[: int(HORIZON_PX)][::-1]
    ground = HEIGHT_PX - int(HORIZON_PX)
    mirror = cv2.GaussianBlur(cv2.resize(above, (WIDTH_PX, ground)), (0, 0), sigmaX=5, sigmaY=26)
    puddle = np.random.default_rng(4).normal(0, 1, (14, 10)).astype(np.float32)
    share = np.clip(
        cv2.resize(puddle, (WIDTH_PX, ground), interpolation=cv2.INTER_CUBIC) * 0.14 + 0.22, 0.05, 0.5
    )
    part = wet[int(HORIZON_PX) :]
    part[:] = part * 0.86 * (1 - share[..., None]) + mirror * share[..., None]
    return np.asarray(wet * vignette(0.22), np.float32)
