"""Fits a text to a sign: as many columns and rows as it has, in the characters that it knows."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

MOST_LINES: Final = 8
MOST_CHARACTERS: Final = 160

Page = tuple[str, ...]

# What stands for a character that a sign does not know; anything else is shown as a question mark.
_INSTEAD: Final[Mapping[str, str]] = {
    "€": "EUR ",
    "£": "GBP ",
    "¥": "JPY ",
    "\N{MINUS SIGN}": "-",
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "-",
    "\N{MIDDLE DOT}": "-",
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
}


def pages_of(lines: Iterable[str], *, columns: int, rows: int, encoding: str = "utf-8") -> tuple[Page, ...]:
    """The text in pages of that size, at least one; a line that is too long goes on in the next row.

    Of the text no more is taken than a driver may be shown: 8 lines, 160 characters.
    """
    wanted = [_clean(line, encoding) for line in _short_enough(lines)]
    rows_used = [part for line in wanted for part in _wrapped(line, columns)]
    pages = [tuple(rows_used[first : first + rows]) for first in range(0, len(rows_used), rows)]
    return tuple(pages) or ((),)


def width_of(text: str) -> int:
    """How many columns the text takes; Chinese characters take two."""
    return sum(_width(one) for one in text)


def padded(page: Page, *, columns: int, rows: int) -> Page:
    """The page in its full size, the rest of each row blank."""
    full = (*page, *("" for _ in range(rows - len(page))))
    return tuple(row + " " * (columns - width_of(row)) for row in full)


def _short_enough(lines: Iterable[str]) -> list[str]:
    kept, left = [], MOST_CHARACTERS
    for line in list(lines)[:MOST_LINES]:
        if left <= 0:
            break
        kept.append(line[:left])
        left -= len(kept[-1])
    return kept


def _clean(line: str, encoding: str) -> str:
    """On one line, without controls and direction marks, in characters that the sign knows."""
    spaced = "".join(" " if one.isspace() else one for one in line)
    known = (_known(one, encoding) for one in spaced if unicodedata.category(one)[0] not in "CM")
    return " ".join("".join(known).split())


def _known(one: str, encoding: str) -> str:
    try:
        one.encode(encoding)
    except UnicodeEncodeError:
        return _INSTEAD.get(one, "?" * _width(one))
    return one


def _wrapped(line: str, columns: int) -> list[str]:
    """The line in rows, broken at spaces and between Chinese characters, a longer word anywhere."""
    rows, row = [], ""
    for piece in _pieces(line):
        if width_of(row + piece.rstrip()) <= columns:
            row += piece
            continue
        if row.strip():
            rows.append(row.strip())
        row = ""
        for one in piece:
            if width_of(row + one) > columns:
                rows.append(row)
                row = ""
            row += one
    return [*rows, row.strip()] if row.strip() or not rows else rows


def _pieces(line: str) -> list[str]:
    """What must not be broken if it can be helped: a word with the space after it, a wide character."""
    pieces, word = [], ""
    for one in line:
        word += one
        if one == " " or _width(one) == 2:
            pieces.append(word)
            word = ""
    return [*pieces, word] if word else pieces


def _width(one: str) -> int:
    return 2 if unicodedata.east_asian_width(one) in "WF" else 1
