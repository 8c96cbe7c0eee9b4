"""Plates of a site's formats and what people type for them, drawn with a fixed seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from core.domain.plates import CONFUSABLE_CLASSES

# A is a letter, 9 a digit; the site's formats and how common each is among its cars.
FORMATS = {"AAA9999": 50, "9999AA": 15, "AA9999": 10, "AAA999": 10, "AA999AA": 10, "AA99AAA": 5}
# I, O and Q are left out, as most countries that mix letters and digits do.
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
DIGITS = "0123456789"
PART_LENGTH = 4
_CONFUSABLE_SHARE = 0.8
_TAKEN_FOR = {
    member: [other for other in group if other != member] for group in CONFUSABLE_CLASSES for member in group
}


def invent(count: int, chance: Random) -> list[str]:
    """That many different plates."""
    found: dict[str, None] = {}
    formats, weights = list(FORMATS), list(FORMATS.values())
    while len(found) < count:
        found[_fill(chance.choices(formats, weights)[0], chance)] = None
    return list(found)


def mistyped(plate: str, chance: Random) -> str:
    """The plate with one error: in four of five a confusable swap, else a wrong, missing or extra one."""
    places = [place for place, character in enumerate(plate) if character in _TAKEN_FOR]
    if places and chance.random() < _CONFUSABLE_SHARE:
        place = chance.choice(places)
        return plate[:place] + chance.choice(_TAKEN_FOR[plate[place]]) + plate[place + 1 :]
    error: Callable[[str, Random], str] = chance.choice((_wrong, _missing, _extra))
    return error(plate, chance)


def part(plate: str, chance: Random) -> str:
    """Four neighbouring characters of the plate."""
    begin = chance.randint(0, len(plate) - PART_LENGTH)
    return plate[begin : begin + PART_LENGTH]


def _fill(shape: str, chance: Random) -> str:
    return "".join(chance.choice(LETTERS if place == "A" else DIGITS) for place in shape)


def _wrong(plate: str, chance: Random) -> str:
    place = chance.randrange(len(plate))
    others = [
        other
        for other in LETTERS + DIGITS
        if other != plate[place] and other not in _TAKEN_FOR.get(plate[place], ())
    ]
    return plate[:place] + chance.choice(others) + plate[place + 1 :]


def _missing(plate: str, chance: Random) -> str:
    place = chance.randrange(len(plate))
    return plate[:place] + plate[place + 1 :]


def _extra(plate: str, chance: Random) -> str:
    place = chance.randint(0, len(plate))
    return plate[:place] + chance.choice(LETTERS + DIGITS) + plate[place:]
