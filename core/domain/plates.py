"""Plates as text: normal form, confusable characters, likeness, and what may be a plate at all."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

MAX_TYPED = 64
MIN_LENGTH = 2
MAX_LENGTH = 12

# Characters that cameras and people take for one another, as classes; each class folds to its first.
# Source: facts on plate search (0ODQ 1ILT7 8B 5S 2Z 6G 4A MN VY), measured on random OCR-type errors.
CONFUSABLE_CLASSES = ("0ODQ", "1ILT7", "8B", "5S", "2Z", "6G", "4A", "MN", "VY")
_FOLD = {ord(member): group[0] for group in CONFUSABLE_CLASSES for member in group}

CONFUSABLE_COST = 0.25
WRONG_COST = 1.0
GAP_COST = 0.9


@lru_cache(maxsize=65536)
def normalise(text: str) -> str:
    """The plate as it is compared: NFKC, upper case, only letters and digits, at most 64 characters.

    Anything may be handed in (10 kB, emoji, control characters): what is no letter or digit is dropped.
    """
    folded = unicodedata.normalize("NFKC", text[: MAX_TYPED * 4]).upper()
    kept = [character for character in folded if unicodedata.category(character)[0] in "LN"]
    return "".join(kept)[:MAX_TYPED]


def is_plausible(plate: str) -> bool:
    """Whether a normalised text can be a plate: 2 to 12 letters and digits of scripts that plates use."""
    return MIN_LENGTH <= len(plate) <= MAX_LENGTH and all(
        character.isascii() or "\u4e00" <= character <= "\u9fff" for character in plate
    )


def fold(plate: str) -> str:
    """The normalised plate with each confusable character replaced by its class's first."""
    return plate.translate(_FOLD)


def substitution_cost(first: str, second: str) -> float:
    """What it costs to take one character for the other: 0 same, 0.25 confusable, 1 otherwise."""
    if first == second:
        return 0.0
    if _FOLD.get(ord(first), first) == _FOLD.get(ord(second), second):
        return CONFUSABLE_COST
    return WRONG_COST


def distance(first: str, second: str) -> float:
    """Confusion-weighted edit distance between two normalised plates.

    Swapped neighbours cost as one wrong character.
    """
    previous_but_one: list[float] = []
    previous = [index * GAP_COST for index in range(len(second) + 1)]
    for row, left in enumerate(first, start=1):
        current = [row * GAP_COST]
        for column, right in enumerate(second, start=1):
            cost = min(
                previous[column] + GAP_COST,
                current[column - 1] + GAP_COST,
                previous[column - 1] + substitution_cost(left, right),
            )
            if row > 1 and column > 1 and left == second[column - 2] and first[row - 2] == right:
                cost = min(cost, previous_but_one[column - 2] + WRONG_COST)
            current.append(cost)
        previous_but_one, previous = previous, current
    return previous[-1]


def part_distance(part: str, plate: str) -> float:
    """Confusion-weighted distance of the part to its best place within the plate."""
    previous = [0.0] * (len(plate) + 1)
    for row, left in enumerate(part, start=1):
        current = [row * GAP_COST]
        for column, right in enumerate(plate, start=1):
            current.append(
                min(
                    previous[column] + GAP_COST,
                    current[column - 1] + GAP_COST,
                    previous[column - 1] + substitution_cost(left, right),
                )
            )
        previous = current
    return min(previous)


def differing_positions(first: str, second: str) -> list[tuple[int, bool]]:
    """Where two plates of equal length differ: position and whether the pair is confusable."""
    return [
        (index, substitution_cost(left, right) == CONFUSABLE_COST)
        for index, (left, right) in enumerate(zip(first, second, strict=False))
        if left != right
    ]
