"""Tells what looks like a card's number, so that none is ever kept, shown or logged here.

A card's number has 13 to 19 digits that end in a check digit (ISO/IEC 7812-1, Luhn) and begin as the card
schemes' do. A platform's own number of 19 digits that begins with a year is none.
"""

from __future__ import annotations

import re
from typing import Final

KEPT_DIGITS: Final = 4

_RUN: Final = re.compile(r"(?<![0-9A-Za-z])[0-9](?:[ -]?[0-9]){12,18}(?![0-9A-Za-z])")
_SCHEME: Final = re.compile(r"3[04-9]|4|5[0-8]|6|222[1-9]|22[3-9][0-9]|2[3-6][0-9]{2}|27[01][0-9]|2720")
_DOUBLED: Final = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


def holds_card_number(text: str) -> bool:
    """Whether a card's number stands in the text, also with spaces or hyphens in it."""
    return any(_is_card_number(found.group()) for found in _RUN.finditer(text))


def mask_card_numbers(text: str) -> str:
    """The text with all but the last four digits of each card's number in it replaced."""
    return _RUN.sub(lambda found: _masked(found.group()), text)


def _masked(run: str) -> str:
    if not _is_card_number(run):
        return run
    digits = re.sub("[ -]", "", run)
    return "*" * (len(digits) - KEPT_DIGITS) + digits[-KEPT_DIGITS:]


def _is_card_number(run: str) -> bool:
    digits = re.sub("[ -]", "", run)
    if not _SCHEME.match(digits):
        return False
    total = sum(
        _DOUBLED[int(digit)] if place % 2 else int(digit) for place, digit in enumerate(reversed(digits))
    )
    return total % 10 == 0
