"""Reads one line of text into a lattice over plates' characters: the PP-OCR recogniser, classes folded."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from devices.recognition.ctc import likeliest
from devices.recognition.detector import TextLine
from devices.recognition.models import Network
from devices.recognition.plate_alphabet import ALPHABET, LATIN
from devices.vision import cv2

HEIGHT_PIXELS = 48
STEP_PIXELS = 8
MIN_WIDTH_PIXELS = 96
MAX_WIDTH_PIXELS = 640

# Marks between the groups of a plate; the rest of what is not in the alphabet speaks against a plate, and
# so do lower-case letters that do not look like their capitals.
SEPARATORS = " -–—·•.,'’|_~°*"
TELLING_LOWER_CASE = frozenset("abdefghmnqrty")


@dataclass(frozen=True, eq=False)
class Lattice:
    """What the recogniser saw, step by step from left to right.

    ``chances`` is steps × 78 (the blank, then ``ALPHABET``), each row summing to 1; ``foreign`` counts the
    glyphs that no plate of the site has and that are no separator either (``&``, ``/``).
    """

    chances: NDArray[np.float32]
    foreign: float

    # A place is decoded again with each look at it: the search is made once. (Without slots for its sake.)
    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Its likely strings, likeliest first."""
        return tuple(likeliest(self.chances))


class TextRecogniser:
    """Reads lines with a PP-OCR recognition model; ``further`` are the site's characters beyond A–Z, 0–9."""

    def __init__(self, network: Network, further: frozenset[str] = frozenset()) -> None:
        self._network = network
        characters = ["", *network.metadata["character"].splitlines(), " "]
        allowed = frozenset(LATIN) | further
        columns = [_column(character, allowed) for character in characters]
        self._members = [
            np.array([index for index, column in enumerate(columns) if column == wanted], dtype=np.intp)
            for wanted in range(1, len(ALPHABET) + 1)
        ]
        self._harmless = np.array(
            [index for index, character in enumerate(characters) if _is_harmless(character, allowed)],
            dtype=np.intp,
        )

    def read(self, image: NDArray[np.uint8], line: TextLine) -> Lattice:
        """The lattice of one line of the picture (BGR)."""
        return self.read_crop(straighten(image, line))

    def read_crop(self, crop: NDArray[np.uint8]) -> Lattice:
        """The lattice of an upright crop that is 48 px high."""
        steps = -(-max(crop.shape[1], MIN_WIDTH_PIXELS) // STEP_PIXELS)
        batch = np.zeros((1, 3, HEIGHT_PIXELS, steps * STEP_PIXELS), dtype=np.float32)
        batch[0, :, :, : crop.shape[1]] = crop.transpose(2, 0, 1).astype(np.float32) / 127.5 - 1.0
        return self._fold(self._network.run(batch)[0])

    def _fold(self, classes: NDArray[np.float32]) -> Lattice:
        letters = np.stack([classes[:, members].sum(axis=1) for members in self._members], axis=1)
        # What is not in the alphabet counts as blank: a dash stands between groups, and a CTC path needs
        # no more than that. How much of it was no separator is kept as evidence against a plate.
        foreign = np.clip(1.0 - classes[:, self._harmless].sum(axis=1), 0.0, 1.0)
        blank = np.clip(1.0 - letters.sum(axis=1, keepdims=True), 1e-6, 1.0)
        chances = np.concatenate([blank, letters], axis=1)
        chances /= chances.sum(axis=1, keepdims=True)
        return Lattice(chances.astype(np.float32), float(foreign[foreign > 0.3].sum()))


def straighten(image: NDArray[np.uint8], line: TextLine) -> NDArray[np.uint8]:
    """The line cut out and turned level, 48 px high and at most 640 px wide."""
    width = round(min(max(HEIGHT_PIXELS * line.aspect, STEP_PIXELS), MAX_WIDTH_PIXELS))
    target = np.array([[0, 0], [width, 0], [width, HEIGHT_PIXELS], [0, HEIGHT_PIXELS]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(line.corners(), target)
    crop = cv2.warpPerspective(
        image, matrix, (width, HEIGHT_PIXELS), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(crop, dtype=np.uint8)


def _is_harmless(character: str, allowed: frozenset[str]) -> bool:
    if character in TELLING_LOWER_CASE:
        return False
    return character == "" or character in SEPARATORS or _column(character, allowed) is not None


def _column(character: str, allowed: frozenset[str]) -> int | None:
    """The column of a class; lower case and full-width forms count as their capital."""
    plain = unicodedata.normalize("NFKC", character).upper()
    return ALPHABET.index(plain) + 1 if len(plain) == 1 and plain in allowed and plain in ALPHABET else None
