"""Where an old and a new plate differ, for showing them side by side."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple


class Letter(NamedTuple):
    """One character of a plate and whether the other text has it at this place too."""

    text: str
    differs: bool


def compare(old: str, new: str) -> tuple[tuple[Letter, ...], tuple[Letter, ...]]:
    """Both texts, letter by letter, with the letters marked that are not in the other."""
    kept_old: set[int] = set()
    kept_new: set[int] = set()
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        kept_old.update(range(block.a, block.a + block.size))
        kept_new.update(range(block.b, block.b + block.size))
    return _letters(old, kept_old), _letters(new, kept_new)


def _letters(text: str, kept: set[int]) -> tuple[Letter, ...]:
    return tuple(Letter(letter, place not in kept) for place, letter in enumerate(text))
