"""Draws one plate, clean and from the front, in the manner of a family of countries."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from devices.vision import cv2
from resources.models.training.dies import pressed
from resources.models.training.fonts import CAP_PIXELS, MARGIN_PIXELS, Face, Fonts, face
from resources.models.training.grounds import Colour, Picture, aspect, bolts, colours, ground
from resources.models.training.ink import emblem, lay, mark, two_groups
from resources.models.training.texts import Registrations

FAMILIES = ("eu", "us", "br", "gb", "tw", "cn")
FAMILY_CHANCES = (0.34, 0.38, 0.09, 0.05, 0.07, 0.07)
FAMILY_CHANCES_WITH_DIES = (0.28, 0.47, 0.08, 0.04, 0.07, 0.06)
TWO_LINES = {"eu": 0.12, "us": 0.04, "br": 0.15, "gb": 0.15, "tw": 0.15, "cn": 0.15}
WORDS = (
    "CALIFORNIA", "TEXAS", "New York", "Florida", "Ohio", "ARIZONA", "Illinois", "Georgia", "NEVADA", "Utah",
    "The Lone Star State", "Great Lakes", "SUNSHINE STATE", "Empire State", "Garden State", "First in Flight",
    "GRAND CANYON STATE", "Taxation", "Motors", "AUTO", "TOYOTA", "HONDA", "Ford", "dealer sales", "www.cars",
    "SERVICE", "Praha", "CESKA REPUBLIKA", "SLOVENSKA", "SP-SAO PAULO", "RJ-RIO DE JANEIRO", "MG-BELO", "PR",
    "BRASIL", "TAIWAN", "county", "DISABLED", "Veteran", "555-0142", "281-447-9500", "EST. 1912", "Mountain",
)  # fmt: skip
# How often a registration is pressed with dies of one width, by an artist who has them.
DIES = {"us": 0.65, "br": 0.35, "eu": 0.12, "gb": 0.0, "tw": 0.35, "cn": 0.0}
BAND_CODES = ("SK", "CZ", "D", "PL", "F", "I", "GB", "H", "A", "NL", "RO", "BG", "E", "P", "S", "L", "B")


@dataclass(frozen=True, slots=True)
class DrawnPlate:
    """A plate (BGR, 0…255) with its registration.

    ``lines`` is 1 or 2, ``split`` where the second begins (0…1 of its height).
    """

    picture: Picture
    text: str
    lines: int
    split: float


class PlateArtist:
    """Draws plates; the same generator state gives the same plate.

    ``dies``: some registrations are pressed with dies of one width. The detector's scenes are drawn without.
    """

    def __init__(self, fonts: Fonts, *, dies: bool = False) -> None:
        self._fonts = fonts
        self._dies = dies
        self._registrations = Registrations()
        self._chinese = face(fonts.chinese)

    def draw(self, chance: np.random.Generator) -> DrawnPlate:
        """One plate of any family."""
        chances = FAMILY_CHANCES_WITH_DIES if self._dies else FAMILY_CHANCES
        family = FAMILIES[int(chance.choice(len(FAMILIES), p=chances))]
        registration = self._registrations.draw(chance, family)
        two = chance.random() < TWO_LINES[family] and len(registration.text) >= 4
        colour, ink = colours(chance, family)
        height = 150
        width = round(height * aspect(chance, family, two=two))
        picture = ground(chance, width, height, colour, family)
        left, right, top, bottom = self._surroundings(chance, picture, family, ink, two=two)
        typeface = face(self._fonts.plain[int(chance.integers(len(self._fonts.plain)))])
        split = 0.5
        if two:
            first, second = two_groups(chance, registration)
            split = float(chance.uniform(0.38, 0.52))
            middle = round(top + (bottom - top) * split)
            for part, above, below in ((first, top, middle), (second, middle, bottom)):
                mask = self._line(chance, part, typeface)
                self._lay(chance, picture, mask, ink, (left, right, above, below))
            split = middle / height
        else:
            inset = 0.0
            if self._dies and chance.random() < DIES[family]:
                mask = pressed(chance, registration.written, typeface)
                inset = (right - left) * float(chance.uniform(0.0, 0.08))
            else:
                mask = self._line(chance, registration.written, typeface)
            self._lay(chance, picture, mask, ink, (left + inset, right - inset, top, bottom))
        bolts(chance, picture)
        return DrawnPlate(np.clip(picture, 0, 255), registration.text, 2 if two else 1, split)

    def _surroundings(
        self, chance: np.random.Generator, picture: Picture, family: str, ink: Colour, *, two: bool
    ) -> tuple[int, int, int, int]:
        """Band, border, state, slogan and stickers; gives the field left for the registration."""
        height, width = picture.shape[:2]
        pad = round(height * chance.uniform(0.03, 0.10))
        left, right, top, bottom = pad, width - pad, pad, height - pad
        if chance.random() < 0.6:
            line = int(chance.integers(1, 5))
            inset = int(chance.integers(0, max(1, pad - line)))
            cv2.rectangle(picture, (inset, inset), (width - 1 - inset, height - 1 - inset), ink, line)
        if family in ("eu", "gb") and chance.random() < (0.75 if family == "eu" else 0.4):
            left = self._band(chance, picture, two=two) + round(height * 0.04)
        if family == "us" or (family in ("br", "tw") and chance.random() < 0.5):
            high = chance.uniform(0.12, 0.26) if family == "us" else chance.uniform(0.10, 0.2)
            if chance.random() < 0.85:
                top = self._words(chance, picture, ink, 0, high)
            if family == "us" and chance.random() < 0.7:
                bottom = height - self._words(chance, picture, ink, 1, chance.uniform(0.08, 0.2))
            if family == "us":
                self._stickers(chance, picture)
        return left, right, top, bottom

    def _band(self, chance: np.random.Generator, picture: Picture, *, two: bool) -> int:
        height = picture.shape[0]
        wide: int = round(height * chance.uniform(0.28, 0.4) * (0.7 if two else 1.0))
        tall = height // 2 if two else height
        blue = np.array([chance.uniform(110, 190), chance.uniform(40, 90), chance.uniform(0, 50)])
        if chance.random() < 0.25:  # Slovakia's older plates: a coat of arms and the letters, no band.
            arms = np.array([chance.uniform(0, 90), chance.uniform(0, 60), chance.uniform(120, 220)])
            cv2.ellipse(
                picture, (wide // 2, height // 3), (wide // 4, height // 6), 0, 0, 360, arms.tolist(), -1
            )
            code_ink: Colour = (60.0, 60.0, 60.0)
        else:
            picture[:tall, :wide] = blue
            for angle in np.arange(12) * np.pi / 6:
                at = (
                    int(wide / 2 + np.cos(angle) * wide * 0.28),
                    int(tall * 0.33 + np.sin(angle) * wide * 0.28),
                )
                cv2.circle(picture, at, max(1, wide // 18), (40, 210, 240), -1)
            code_ink = (235.0, 235.0, 235.0)
        code = BAND_CODES[int(chance.integers(len(BAND_CODES)))]
        mask = face(self._fonts.plain[0]).line(code, 12)
        lay(picture, mask, code_ink, (wide * 0.15, wide * 0.85, tall * 0.68, tall * 0.93), squeeze=0.5)
        return wide

    def _words(
        self, chance: np.random.Generator, picture: Picture, ink: Colour, edge: int, share: float
    ) -> int:
        height, width = picture.shape[:2]
        tall: int = round(height * share)
        fonts = self._fonts.script if chance.random() < 0.35 else self._fonts.plain
        words = face(fonts[int(chance.integers(len(fonts)))]).line(
            WORDS[int(chance.integers(len(WORDS)))], 14
        )
        colour = ink if chance.random() < 0.5 else tuple(chance.uniform(0, 200, 3).tolist())
        top = 1 if edge == 0 else height - tall
        middle, half = width / 2, width * chance.uniform(0.15, 0.42)
        lay(picture, words, colour, (middle - half, middle + half, top + 2, top + tall - 2), squeeze=0.6)
        return tall

    def _stickers(self, chance: np.random.Generator, picture: Picture) -> None:
        height, width = picture.shape[:2]
        for corner in range(4):
            if chance.random() > 0.35:
                continue
            wide, tall = round(width * chance.uniform(0.08, 0.15)), round(height * chance.uniform(0.1, 0.2))
            x = round(width * chance.uniform(0.01, 0.06)) if corner % 2 == 0 else width - wide - 6
            y = 4 if corner < 2 else height - tall - 4
            colour = chance.uniform(30, 240, 3)
            picture[y : y + tall, x : x + wide] = colour
            mask = face(self._fonts.plain[0]).line(str(int(chance.integers(1, 2030))), 8)
            lay(
                picture,
                mask,
                tuple((255 - colour).tolist()),
                (x + 2, x + wide - 2, y + 2, y + tall - 2),
                squeeze=0.5,
            )

    def _lay(
        self,
        chance: np.random.Generator,
        picture: Picture,
        mask: NDArray[np.uint8],
        ink: Colour,
        field: tuple[float, float, float, float],
    ) -> None:
        weight = chance.random()
        if weight < 0.2:
            mask = np.asarray(cv2.dilate(mask, np.ones((5, 5), np.uint8)), np.uint8)
        elif weight < 0.3:
            mask = np.asarray(cv2.erode(mask, np.ones((5, 5), np.uint8)), np.uint8)
        left, right, top, bottom = field
        room = bottom - top
        tall = room * chance.uniform(0.62, 0.98)
        inset = (right - left) * max(0.0, chance.uniform(-0.05, 0.1))
        left, right = left + inset, right - inset
        offset = (room - tall) * chance.uniform(0.3, 0.7)
        lay(
            picture,
            mask,
            ink,
            (left, right, top + offset, top + offset + tall),
            squeeze=float(chance.uniform(0.55, 0.8)),
            stretch=float(chance.uniform(0.9, 1.3)),
            emboss=float(chance.uniform(0, 60)) if chance.random() < 0.5 else 0.0,
        )

    def _line(self, chance: np.random.Generator, written: str, typeface: Face) -> NDArray[np.uint8]:
        gap = int(chance.integers(6, 26))
        parts = []
        for character in written:
            if character == " ":
                part = np.zeros((CAP_PIXELS + 2 * MARGIN_PIXELS, int(chance.integers(14, 60))), np.uint8)
                if chance.random() < 0.45:
                    emblem(chance, part)
            elif character in "-·":
                part = mark(chance, character)
            else:
                part = (self._chinese if character >= "\u4e00" else typeface).mask(character)
            parts += [part, np.zeros((part.shape[0], gap), np.uint8)]
        return np.concatenate(parts[:-1], axis=1)
