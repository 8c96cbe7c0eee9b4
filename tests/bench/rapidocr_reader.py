"""rapidocr as it comes, and which of the lines that it reads is taken for the plate.

The rule: a line counts if what remains of it without separators is 4 to 9 characters of A–Z and 0–9, at
least one of them a digit. Of those, a line with both letters and digits goes before digits alone, then one
of 5 to 8 characters before a shorter or longer one, and among equals the surer one is taken. On the half
that is not reported, this finds the plate in 78 of the 79 pictures where any line has it; the tallest line
does no better.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from rapidocr import RapidOCR

from core.domain.plates import normalise
from tests.bench.reading_child import ReadOnce

SHORTEST, LONGEST = 4, 9
USUAL_LENGTHS = range(5, 9)


def opened(_: str) -> ReadOnce:
    """``RapidOCR()`` with nothing set; it knows no regions."""
    engine = RapidOCR()

    def read_once(image: NDArray[np.uint8]) -> tuple[str, float]:
        result = engine(image)
        return most_plate_like(zip(result.txts or (), result.scores or (), strict=True))

    return read_once


def most_plate_like(lines: Iterable[tuple[str, float]]) -> tuple[str, float]:
    """The line that is taken, normalised, with its score; an empty text where none is like a plate."""
    plates = [(normalise(text), float(score)) for text, score in lines]
    likely = [(text, score) for text, score in plates if _is_like_a_plate(text)]
    return max(likely, key=_likeness, default=("", 0.0))


def _likeness(line: tuple[str, float]) -> tuple[bool, bool, float]:
    text, score = line
    return not text.isdigit(), len(text) in USUAL_LENGTHS, score


def _is_like_a_plate(text: str) -> bool:
    right_length = SHORTEST <= len(text) <= LONGEST
    return right_length and text.isascii() and text.isalnum() and any(map(str.isdigit, text))
