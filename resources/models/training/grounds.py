"""The plate without its registration: how wide it is, its colours and art, how it is screwed on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from devices.vision import cv2

Picture = NDArray[np.float32]
Colour = tuple[float, float, float]  # blue, green, red


def aspect(chance: np.random.Generator, family: str, *, two: bool) -> float:
    """How many times as wide as high it is."""
    if two:
        return float(chance.uniform(1.15, 2.0))
    if family == "us":
        return float(chance.uniform(1.85, 2.15))
    if family == "br":
        return float(chance.uniform(2.8, 3.4))
    if family == "tw":
        return float(chance.uniform(2.0, 2.8))
    if family == "cn":
        return float(chance.uniform(2.9, 3.5))
    return float(chance.uniform(4.0, 5.0)) if chance.random() < 0.9 else float(chance.uniform(2.2, 3.8))


def colours(chance: np.random.Generator, family: str) -> tuple[Colour, Colour]:
    """The colours of ground and ink (blue, green, red; 0…255)."""
    light = float(chance.uniform(190, 255))
    ground = np.full(3, light) + chance.normal(0, 8, 3)
    ink = np.full(3, chance.uniform(5, 60)) + chance.normal(0, 8, 3)
    dice = chance.random()
    if family == "cn":
        ground, ink = _chinese_colours(chance, ink, dice)
    elif family == "br" and dice < 0.7:
        ground = np.full(3, chance.uniform(140, 205)) + chance.normal(0, 5, 3)
    elif family == "br" and dice < 0.8:
        ground, ink = np.array([30.0, 30, 160]) + chance.normal(0, 12, 3), np.full(3, 230.0)
    elif family == "gb" and dice < 0.5:
        ground = np.array([40.0, 200, 240]) + chance.normal(0, 12, 3)
    elif family == "us":
        ground, ink = _american_colours(chance, ground, ink)
    elif dice < 0.08:
        ground = np.array([40.0, 190, 235]) + chance.normal(0, 15, 3)
    elif dice < 0.14:
        ground, ink = chance.uniform(10, 120, 3), np.full(3, chance.uniform(200, 255))
    elif dice < 0.22:
        ink = chance.uniform(0, 200, 3) * np.array([0.4, 0.6, 1.0])
    return tuple(np.clip(ground, 0, 255).tolist()), tuple(np.clip(ink, 0, 255).tolist())


def _chinese_colours(
    chance: np.random.Generator, ink: NDArray[np.float64], dice: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    if dice < 0.6:
        return np.array([170.0, 80, 20]) + chance.normal(0, 15, 3), np.full(3, 235.0)
    if dice < 0.85:
        return np.array([150.0, 215, 130]) + chance.normal(0, 15, 3), ink
    return np.array([40.0, 190, 235]) + chance.normal(0, 12, 3), ink


def _american_colours(
    chance: np.random.Generator, ground: NDArray[np.float64], ink: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    dice = chance.random()
    if dice < 0.15:  # light on dark
        return chance.uniform(10, 130, 3), np.full(3, chance.uniform(200, 255))
    if dice < 0.5:  # tinted ground
        ground = chance.uniform(150, 250, 3)
    if dice < 0.75:  # blue, green or red ink
        ink = chance.uniform(0, 130, 3)
        ink[int(chance.integers(3))] *= 1.3
        ink *= 0.8
    return ground, ink


def ground(chance: np.random.Generator, width: int, height: int, colour: Colour, family: str) -> Picture:
    """The empty plate: its colour, and the art of a state that has some."""
    picture = np.empty((height, width, 3), np.float32)
    picture[:] = colour
    if (family == "us" and chance.random() < 0.65) or chance.random() < 0.08:
        # The state's art: a few soft fields of colour, a gradient from top to bottom.
        strength = chance.uniform(0.1, 0.6)
        small = chance.uniform(-1, 1, (int(chance.integers(2, 6)), int(chance.integers(2, 9)), 3)).astype(
            np.float32
        )
        picture += cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC) * 90 * strength
        shade = np.linspace(chance.uniform(-60, 60), chance.uniform(-60, 60), height, dtype=np.float32)
        picture += shade[:, None, None] * np.asarray(chance.uniform(0, 1, 3), np.float32)
        for _ in range(int(chance.integers(0, 5))):
            centre = (int(chance.integers(width)), int(chance.integers(height)))
            axes = (int(chance.integers(5, width // 4)), int(chance.integers(5, height // 2)))
            layer = picture.copy()
            cv2.ellipse(
                layer,
                centre,
                axes,
                float(chance.uniform(0, 180)),
                0,
                360,
                chance.uniform(40, 255, 3).tolist(),
                -1,
            )
            picture += (layer - picture) * np.float32(chance.uniform(0.1, 0.45))
    return picture


def bolts(chance: np.random.Generator, picture: Picture) -> None:
    """Two or four bolts or screws, or none."""
    if chance.random() < 0.5:
        return
    height, width = picture.shape[:2]
    colour = chance.uniform(20, 230, 3).tolist()
    for x in (0.22, 0.78) if chance.random() < 0.7 else (0.1, 0.9):
        for y in (0.09, 0.91) if chance.random() < 0.5 else (0.1,):
            at = (round(width * (x + chance.normal(0, 0.01))), round(height * y))
            cv2.circle(picture, at, int(chance.integers(3, 8)), colour, -1)
