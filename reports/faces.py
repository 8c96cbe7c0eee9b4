"""The typefaces of what is printed: Inter for Latin and figures, Noto Sans TC for Chinese."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib import resources
from itertools import groupby
from typing import Final

_FIRST_CHINESE: Final = "\u2e80"


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


def runs(text: str, *, is_bold: bool) -> list[tuple[Face, str]]:
    """The text in pieces of one face each, in order."""
    return [(face, "".join(part)) for face, part in groupby(text, lambda one: face_of(one, is_bold=is_bold))]


def face_of(character: str, *, is_bold: bool) -> Face:
    """The face that has the character."""
    if character >= _FIRST_CHINESE:
        return Face.CHINESE_BOLD if is_bold else Face.CHINESE
    return Face.LATIN_BOLD if is_bold else Face.LATIN
