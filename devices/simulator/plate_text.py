"""Invents plates in several plausible shapes, each unlike the others."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from core.domain.plates import distance, normalise

# I, O and Q are left out, as most countries that mix letters and digits do.
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
DIGITS = "0123456789"
LEAST_DISTANCE = 2.0

_GERMAN_TOWNS = ("M", "B", "HH", "K", "S", "F", "N", "DD", "KA")


def invent_plates(count: int, chance: Random) -> list[tuple[str, str]]:
    """Plates as drivers say them, each with the style it is drawn in; no two are easily confused."""
    found: list[tuple[str, str]] = []
    styles = list(_SHAPES)
    chance.shuffle(styles)
    for _ in range(count * 50):
        if len(found) == count:
            return found
        style = styles[len(found) % len(styles)]
        plate = _SHAPES[style](chance)
        if all(distance(normalise(plate), normalise(other)) >= LEAST_DISTANCE for other, _ in found):
            found.append((plate, style))
    raise ValueError(f"{count} plates unlike one another could not be found")


def _letters(chance: Random, count: int) -> str:
    return "".join(chance.choice(LETTERS) for _ in range(count))


def _digits(chance: Random, count: int) -> str:
    return "".join(chance.choice(DIGITS) for _ in range(count))


def _taiwan(chance: Random) -> str:
    return f"{_letters(chance, 3)}-{_digits(chance, 4)}"


def _generic(chance: Random) -> str:
    return f"{_letters(chance, 2)}-{_digits(chance, 3)}-{_letters(chance, 2)}"


def _german(chance: Random) -> str:
    return f"{chance.choice(_GERMAN_TOWNS)} {_letters(chance, 2)} {chance.randint(1000, 9999)}"


def _us(chance: Random) -> str:
    return f"{chance.randint(1, 9)}{_letters(chance, 3)}{_digits(chance, 3)}"


def _british(chance: Random) -> str:
    return f"{_letters(chance, 2)}{chance.randint(10, 73)} {_letters(chance, 3)}"


_SHAPES: dict[str, Callable[[Random], str]] = {
    "taiwan": _taiwan,
    "generic": _generic,
    "german": _german,
    "us": _us,
    "british": _british,
}
