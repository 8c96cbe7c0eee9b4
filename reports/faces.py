"""The typefaces of what is printed: Inter for Latin and figures, Noto Sans TC for Chinese."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from importlib import resources
from itertools import groupby
from typing import Final, NamedTuple

_FIRST_CHINESE: Final = "\u2e80"
_FIGURE: Final = re.compile("([0-9])")
FIGURES: Final = "0123456789"


class Face(StrEnum):
    """A typeface in one weight; the value is its file in ``resources/fonts``."""

    LATIN = "Inter-Regular.ttf"
    LATIN_BOLD = "Inter-Bold.ttf"
    CHINESE = "NotoSansTC-Regular.ttf"
    CHINESE_BOLD = "NotoSansTC-Bold.ttf"


@cache
def face_bytes(face: Face) -> bytes:
    """The face's TrueType file; FileNotFoundError where the installation is incomplete."""
    return (resources.files("resources") / "fonts" / face.value).read_bytes()


class Run(NamedTuple):
    """A piece of a text in one face; ``is_figure`` is a single digit that stands in a cell of its own."""

    face: Face
    text: str
    is_figure: bool


def runs(text: str, *, is_bold: bool, is_tabular: bool) -> list[Run]:
    """The text in pieces of one face each, in order; in tabular text each digit is a piece."""
    pieces = _FIGURE.split(text) if is_tabular else [text]
    found = []
    for piece in pieces:
        is_figure = is_tabular and _FIGURE.fullmatch(piece) is not None
        for face, part in groupby(piece, lambda one: face_of(one, is_bold=is_bold)):
            found.append(Run(face, "".join(part), is_figure))
    return found


def face_of(character: str, *, is_bold: bool) -> Face:
    """The face that has the character."""
    if character >= _FIRST_CHINESE:
        return Face.CHINESE_BOLD if is_bold else Face.CHINESE
    return Face.LATIN_BOLD if is_bold else Face.LATIN
