"""What time, light and the car do to a plate, and what a camera does to the picture of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from devices.vision import cv2
from resources.models.training.drawing import WORDS
from resources.models.training.fonts import Fonts, face
from resources.models.training.grounds import Picture


@dataclass(frozen=True, slots=True)
class Mounted:
    """A plate in its holder: the picture (BGR), and the plate's corners in it, clockwise from upper left."""

    picture: Picture
    corners: NDArray[np.float32]


def mounted(chance: np.random.Generator, plate: Picture, fonts: Fonts) -> Mounted:
    """The plate, dirty and unevenly lit, in a holder as dealers give them away (or in none)."""
    plate = _lit(chance, plate)
    height, width = plate.shape[:2]
    if chance.random() < 0.35:
        corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
        return Mounted(plate, corners)
    side = round(height * chance.uniform(0.02, 0.12))
    above = round(height * chance.uniform(0.02, 0.22))
    below = round(height * chance.uniform(0.02, 0.26))
    dark = chance.random() < 0.75
    colour = chance.uniform(5, 60, 3) if dark else chance.uniform(120, 230, 3)
    holder = np.empty((height + above + below, width + 2 * side, 3), np.float32)
    holder[:] = colour
    ink = np.full(3, chance.uniform(150, 255) if dark else chance.uniform(0, 80), np.float32)
    for top, tall, chance_of_words in ((0, above, 0.3), (above + height, below, 0.6)):
        if tall > height * 0.08 and chance.random() < chance_of_words:
            words = face(fonts.plain[int(chance.integers(len(fonts.plain)))]).line(
                WORDS[int(chance.integers(len(WORDS)))], 14
            )
            _print(holder, words, ink, top, tall, chance)
    overlap = int(chance.integers(0, max(1, round(height * 0.04))))
    holder[above : above + height, side : side + width] = plate
    if overlap:  # the holder's lip covers the plate's edge
        for part in (holder[above : above + overlap], holder[above + height - overlap : above + height]):
            part[:, side : side + width] = colour
    left, top = side, above
    corners = np.array(
        [[left, top], [left + width, top], [left + width, top + height], [left, top + height]], np.float32
    )
    return Mounted(holder, corners)


def photographed(
    chance: np.random.Generator, picture: Picture, *, character_pixels: float, harsh: float = 1.0
) -> NDArray[np.uint8]:
    """What a camera makes of it: blur, too little or too much light, noise, infra-red, JPEG.

    ``harsh`` below 1 leaves more of it readable: less blur, less of the dark, less noise.
    """
    dice = chance.random()
    if dice < 0.30:
        sigma = chance.uniform(0.3, 0.3 + character_pixels * 0.07 * harsh)
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma), np.float32)
    elif dice < 0.45:
        picture = _moved(chance, picture, character_pixels * harsh)
    light = chance.random()
    if light < 0.22:  # dusk and night
        picture = picture * np.float32(chance.uniform(0.12, 0.5) / harsh) + np.float32(chance.uniform(0, 12))
    elif light < 0.30:  # a lamp straight on it
        picture = picture * np.float32(chance.uniform(1.2, 2.0)) + np.float32(chance.uniform(0, 40))
    elif light < 0.42:  # low contrast: fog, dirty glass
        grey = np.float32(chance.uniform(60, 190))
        picture = grey + (picture - grey) * np.float32(chance.uniform(0.3, 0.7))
    if chance.random() < 0.08:  # infra-red: no colour
        picture = np.repeat(picture.mean(axis=2, keepdims=True), 3, axis=2)
    else:
        picture = picture * chance.uniform(0.88, 1.12, 3).astype(np.float32)
    if chance.random() < 0.2:  # sharpened by the camera
        soft = cv2.GaussianBlur(picture, (0, 0), 1.2)
        picture = picture + (picture - soft) * np.float32(chance.uniform(0.3, 1.5))
    if chance.random() < 0.6:
        sigma = chance.uniform(0.5, 9.0 * harsh)
        noise = chance.standard_normal(picture.shape[:2], np.float32)[:, :, None]
        picture = picture + noise * np.float32(sigma)
    result = np.clip(picture, 0, 255).astype(np.uint8)
    if chance.random() < 0.7:
        quality = int(chance.integers(25, 96))
        _, encoded = cv2.imencode(".jpg", result, [cv2.IMWRITE_JPEG_QUALITY, quality])
        result = np.asarray(cv2.imdecode(encoded, cv2.IMREAD_COLOR), dtype=np.uint8)
    return result


def tilted(
    chance: np.random.Generator, corners: NDArray[np.float32], *, strength: float = 1.0
) -> NDArray[np.float32]:
    """The corners as a camera beside and above the car sees them, around their own middle."""
    middle = corners.mean(axis=0)
    around = corners - middle
    height = float(np.ptp(around[:, 1]))
    angle = np.radians(chance.normal(0, 4.5) * strength)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]], np.float32)
    shear = np.array([[1, chance.normal(0, 0.05) * strength], [chance.normal(0, 0.12) * strength, 1]])
    around = around @ shear.astype(np.float32) @ turn
    around[:, 0] *= chance.uniform(0.78, 1.05) if strength else 1.0
    around += chance.normal(0, 0.02 * height * strength, around.shape).astype(np.float32)
    return np.asarray(around + middle, np.float32)


def _lit(chance: np.random.Generator, plate: Picture) -> Picture:
    height, width = plate.shape[:2]
    if chance.random() < 0.6:
        across = np.linspace(chance.uniform(0.7, 1.1), chance.uniform(0.7, 1.1), width, dtype=np.float32)
        down = np.linspace(chance.uniform(0.75, 1.1), chance.uniform(0.75, 1.1), height, dtype=np.float32)
        plate = plate * across[None, :, None] * down[:, None, None]
    if chance.random() < 0.2:  # a shadow's edge across it
        mask = np.zeros((height, width), np.float32)
        at = chance.uniform(0, width, 2)
        points = np.array([[at[0], 0], [width, 0], [width, height], [at[1], height]], np.int32)
        if chance.random() < 0.4:
            down_at = chance.uniform(0, height, 2)
            points = np.array([[0, 0], [width, 0], [width, down_at[0]], [0, down_at[1]]], np.int32)
        cv2.fillPoly(mask, [points], 1.0)
        soft = np.asarray(cv2.GaussianBlur(mask, (0, 0), chance.uniform(1, 6)), np.float32)
        plate = plate * (1 - soft[:, :, None] * np.float32(chance.uniform(0.2, 0.65)))
    if chance.random() < 0.25:  # dirt
        small = chance.standard_normal((int(chance.integers(4, 20)), int(chance.integers(8, 50)))).astype(
            np.float32
        )
        dirt = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
        plate = plate * (1 - np.clip(dirt, 0, 2)[:, :, None] * np.float32(chance.uniform(0.03, 0.2)))
    if chance.random() < 0.05:  # something hangs over it: a bar, a leaf, a tow hook
        x, y = int(chance.integers(width)), int(chance.integers(height))
        cv2.circle(plate, (x, y), int(chance.integers(4, 14)), chance.uniform(0, 200, 3).tolist(), -1)
    return plate


def _moved(chance: np.random.Generator, picture: Picture, character_pixels: float) -> Picture:
    length = max(2, round(chance.uniform(1.5, 2 + character_pixels * 0.22)))
    kernel = np.zeros((length, length), np.float32)
    angle = chance.uniform(-0.35, 0.35) + (np.pi / 2 if chance.random() < 0.3 else 0.0)
    middle = (length - 1) / 2
    for step in np.linspace(-middle, middle, length * 4):
        x, y = middle + np.cos(angle) * step, middle + np.sin(angle) * step
        kernel[round(y), round(x)] += 1
    return np.asarray(cv2.filter2D(picture, -1, kernel / kernel.sum()), np.float32)


def _print(
    holder: Picture,
    words: NDArray[np.uint8],
    ink: NDArray[np.float32],
    top: int,
    tall: int,
    chance: np.random.Generator,
) -> None:
    width = holder.shape[1]
    wide = round(min(width * 0.9, words.shape[1] * tall / words.shape[0] * chance.uniform(0.9, 1.6)))
    small = cv2.resize(words, (max(4, wide), tall), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    x = (width - small.shape[1]) // 2
    part = holder[top : top + tall, x : x + small.shape[1]]
    part += small[:, :, None] * (ink - part)
