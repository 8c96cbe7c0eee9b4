"""Fronts and rears of cars, drawn: what stands around a plate and looks like one, but is none.

A grille with its bars, the recess or the board behind the plate, the intake below, lamps, a name in chrome.
Most recesses are wider than the plate in them: a plate with two lines in a recess made for a long one is
what a detector gets wrong that knows long plates only.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from devices.vision import cv2
from resources.models.training.drawing import WORDS
from resources.models.training.fonts import Fonts, face
from resources.models.training.grounds import Colour, Picture

FACE_WIDTH_M = (1.62, 1.95)
# Points of a polygon are given to OpenCV in sixteenths of a pixel.
FRACTION_BITS = 4
GRILLE, RECESS, INTAKE, LAMPS, NAME, GLASS = 0.8, 0.75, 0.7, 0.9, 0.35, 0.6


@dataclass(frozen=True, slots=True)
class CarFace:
    """A face (BGR, 0…255) in pixels, where it covers the picture (0…1), and the middle of its plate."""

    picture: Picture
    cover: NDArray[np.float32]
    plate_middle: tuple[float, float]


def car_face(
    chance: np.random.Generator, fonts: Fonts, *, plate_m: tuple[float, float], pixels_per_m: float
) -> CarFace:
    """A front or a rear with room for a plate of that width and height."""
    return _Painter(chance, fonts, plate_m, pixels_per_m).painted()


class _Painter:
    """Paints one face; places are metres right of and below its middle at the plate's height."""

    def __init__(
        self,
        chance: np.random.Generator,
        fonts: Fonts,
        plate_m: tuple[float, float],
        pixels_per_m: float,
    ) -> None:
        self._chance = chance
        self._fonts = fonts
        self._plate_m = plate_m
        self._scale = pixels_per_m
        self._half = float(chance.uniform(*FACE_WIDTH_M)) / 2
        self._above, self._below = float(chance.uniform(0.45, 0.95)), float(chance.uniform(0.25, 0.5))
        tall = round((self._above + self._below) * pixels_per_m)
        self._picture = np.zeros((max(8, tall), max(8, round(2 * self._half * pixels_per_m)), 3), np.uint8)
        self._paint = self._body_colour()

    def painted(self) -> CarFace:
        """All of it, from the back to the front."""
        chance = self._chance
        self._body()
        is_rear = chance.random() < 0.35
        if chance.random() < GLASS:
            self._glass()
        if chance.random() < LAMPS:
            self._lamps(red=is_rear)
        if chance.random() < INTAKE:
            self._intake()
        if chance.random() < (0.25 if is_rear else GRILLE):
            self._grille()
        if chance.random() < RECESS:
            self._recess()
        if chance.random() < NAME:
            self._name()
        return CarFace(self._picture.astype(np.float32), self._cover(), self._at(0.0, 0.0))

    def _body_colour(self) -> Colour:
        chance = self._chance
        if chance.random() < 0.55:
            return tuple((np.full(3, chance.uniform(8, 245)) + chance.normal(0, 4, 3)).tolist())
        return tuple(chance.uniform(10, 230, 3).tolist())

    def _body(self) -> None:
        height = self._picture.shape[0]
        shade = np.interp(
            np.linspace(0, 1, height),
            np.sort(self._chance.uniform(0, 1, 4)),
            self._chance.uniform(0.55, 1.15, 4),
        )
        body = np.asarray(self._paint)[None, None, :] * shade[:, None, None]
        self._picture[:] = np.clip(body, 0, 255).astype(np.uint8)
        for _ in range(int(self._chance.integers(0, 4))):  # creases
            y = self._chance.uniform(-self._above, self._below)
            self._line((-self._half, y), (self._half, y + self._chance.normal(0, 0.02)), 0.008, 0.6)

    def _glass(self) -> None:
        lower, lean = -self._above + self._chance.uniform(0.05, 0.2), self._chance.uniform(0.02, 0.2)
        places = [(-0.8, -self._above), (0.8, -self._above), (0.8 - lean, lower), (lean - 0.8, lower)]
        self._fill(places, self._chance.uniform(10, 70, 3))

    def _lamps(self, *, red: bool) -> None:
        chance = self._chance
        y = -chance.uniform(0.12, 0.42)
        wide, tall = chance.uniform(0.14, 0.34), chance.uniform(0.05, 0.16)
        outer = self._half - chance.uniform(0.01, 0.06)
        slope = chance.uniform(-0.05, 0.05)
        housing = chance.uniform([20, 10, 100], [70, 60, 230]) if red else np.full(3, chance.uniform(20, 130))
        lens = np.clip(housing * 1.5 + 30, 0, 255) if red else np.full(3, chance.uniform(150, 255))
        for side in (-1, 1):
            self._fill(
                [
                    (side * outer, y - tall / 2), (side * (outer - wide), y - tall / 2 + slope),
                    (side * (outer - wide), y + tall / 2 + slope), (side * outer, y + tall / 2),
                ],
                housing,
            )  # fmt: skip
            for place in chance.uniform(0.2, 0.8, int(chance.integers(1, 3))):
                self._disc((side * (outer - wide * place), y + slope / 2), tall * 0.35, lens)
        if chance.random() < 0.5:  # fog lamps, reflectors
            y, x = chance.uniform(0.02, self._below - 0.03), chance.uniform(0.4, 0.75)
            for side in (-1, 1):
                self._box((side * x, y), (chance.uniform(0.06, 0.2), chance.uniform(0.03, 0.1)), lens * 0.8)

    def _grille(self) -> None:
        chance = self._chance
        upper, lower = chance.uniform(0.14, 0.5), chance.uniform(0.16, 0.55)
        foot = chance.uniform(-0.18, -0.06) if chance.random() < 0.75 else chance.uniform(-0.05, 0.15)
        top = foot - chance.uniform(0.08, 0.34)
        rim = [(-upper, top), (upper, top), (lower, foot), (-lower, foot)]
        dark = np.full(3, chance.uniform(5, 60))
        self._fill(rim, dark)
        self._bars((min(upper, lower) * 0.95, top, foot), dark + chance.uniform(20, 150))
        if chance.random() < 0.6:
            colour = np.full(3, chance.uniform(120, 245)) if chance.random() < 0.7 else dark * 1.5
            for first, second in zip(rim, [*rim[1:], rim[0]], strict=True):
                self._line(first, second, chance.uniform(0.008, 0.025), colour)
        if chance.random() < 0.7:
            self._disc((0.0, top + (foot - top) * chance.uniform(0.1, 0.6)), 0.05, chance.uniform(90, 230, 3))

    def _bars(self, within: tuple[float, float, float], colour: NDArray[np.float64]) -> None:
        half, top, foot = within
        count, thick = int(self._chance.integers(2, 13)), self._chance.uniform(0.004, 0.018)
        kind = self._chance.random()
        if kind < 0.75:
            for share in (np.arange(count) + 0.5) / count:
                y = top + (foot - top) * share
                if kind < 0.4 or kind > 0.65:
                    self._line((-half, y), (half, y), thick, colour)
        if kind > 0.4:
            for share in (np.arange(2 * count) + 0.5) / count - 1:
                self._line((half * share, top), (half * share, foot), thick, colour)

    def _intake(self) -> None:
        top, half = self._plate_m[1] * self._chance.uniform(0.5, 0.9), self._chance.uniform(0.3, 0.75)
        foot = top + self._chance.uniform(0.06, 0.25)
        dark = np.full(3, self._chance.uniform(5, 50))
        self._fill([(-half, top), (half, top), (half * 1.1, foot), (-half * 1.1, foot)], dark)
        if self._chance.random() < 0.7:
            self._bars((half, top, foot), dark + self._chance.uniform(10, 60))

    def _recess(self) -> None:
        chance = self._chance
        wide, tall = self._plate_m
        # Made for the plate that hangs in it, or for a long one where a short one hangs.
        size = (wide * chance.uniform(1.03, 1.3), tall * chance.uniform(1.04, 1.5))
        if chance.random() < 0.6:
            size = (max(size[0], chance.uniform(0.48, 0.72)), max(size[1], chance.uniform(0.12, 0.24)))
        dice = chance.random()
        dark = np.full(3, chance.uniform(5, 60))
        colour = dark if dice < 0.55 else np.asarray(self._paint) * chance.uniform(0.4, 0.9)
        if dice > 0.92:
            colour = np.full(3, chance.uniform(120, 235))
        self._box((chance.normal(0, 0.01), chance.normal(0, 0.008)), size, colour)
        if chance.random() < 0.35:
            y, half = -size[1] / 2, size[0] * chance.uniform(0.4, 0.6)
            self._line((-half, y), (half, y), chance.uniform(0.008, 0.03), chance.uniform(100, 240))

    def _name(self) -> None:
        chance = self._chance
        fonts = self._fonts.plain
        word = WORDS[int(chance.integers(len(WORDS)))][:12]
        mask = face(fonts[int(chance.integers(len(fonts)))]).line(word, 20)
        tall = max(3, round(chance.uniform(0.02, 0.06) * self._scale))
        wide = max(3, round(mask.shape[1] * tall / mask.shape[0]))
        small = cv2.resize(mask, (wide, tall), interpolation=cv2.INTER_AREA)[:, :, None] / 255
        x, y = self._at(chance.uniform(-0.7, 0.4), -self._plate_m[1] / 2 - chance.uniform(0.03, 0.25))
        left, top = max(0, round(x)), max(0, round(y) - tall)
        part = self._picture[top : top + tall, left : left + wide]
        if part.size:
            shown = small[: part.shape[0], : part.shape[1]]
            part[:] = part * (1 - shown) + chance.uniform(60, 240) * shown

    def _cover(self) -> NDArray[np.float32]:
        """All of it but rounded corners, with soft edges."""
        height, width = self._picture.shape[:2]
        cover = np.zeros((height, width), np.uint8)
        inset = int(min(height, width) * self._chance.uniform(0.02, 0.2))
        cv2.rectangle(cover, (inset, inset), (width - 1 - inset, height - 1 - inset), 255, -1)
        cover = np.asarray(cv2.dilate(cover, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (inset | 1,) * 2)))
        return np.asarray(cv2.blur(cover, (3, 3)), np.float32) / np.float32(255)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return (x + self._half) * self._scale, (y + self._above) * self._scale

    def _fill(self, places: list[tuple[float, float]], colour: NDArray[np.float64]) -> None:
        points = np.round(np.array([self._at(*place) for place in places]) * (1 << FRACTION_BITS))
        cv2.fillPoly(
            self._picture, [points.astype(np.int32)], colour.tolist(), cv2.LINE_AA, shift=FRACTION_BITS
        )

    def _box(
        self, middle: tuple[float, float], size: tuple[float, float], colour: NDArray[np.float64]
    ) -> None:
        (x, y), (wide, tall) = middle, size
        left, right, top, foot = x - wide / 2, x + wide / 2, y - tall / 2, y + tall / 2
        self._fill([(left, top), (right, top), (right, foot), (left, foot)], colour)

    def _disc(self, middle: tuple[float, float], radius_m: float, colour: NDArray[np.float64]) -> None:
        x, y = self._at(*middle)
        radius = max(1, round(radius_m * self._scale))
        cv2.circle(self._picture, (round(x), round(y)), radius, colour.tolist(), -1, cv2.LINE_AA)

    def _line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        thick_m: float,
        colour: float | NDArray[np.float64],
    ) -> None:
        """A line; a colour below 2 is a share of the car's own."""
        if isinstance(colour, float):
            colour = np.asarray(self._paint) * colour if colour < 2 else np.full(3, colour)
        first, second = (tuple(round(part) for part in self._at(*place)) for place in (start, end))
        thick = max(1, round(thick_m * self._scale))
        cv2.line(self._picture, first, second, colour.tolist(), thick, cv2.LINE_AA)
