"""Plates of simulated cars, and what a reader makes of them."""

from __future__ import annotations

import random

from core.domain.doubts import Doubts
from core.domain.reads import Box, Vote

# What is easily taken for what.
_ALIKE = {"0": "8", "8": "B", "B": "8", "1": "7", "5": "6", "6": "5", "2": "Z", "4": "A", "D": "0", "M": "N"}
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_BOX = Box(420, 300, 260, 80)


def some_plate(chance: random.Random) -> str:
    """A plate as it is compared, of the pattern ``ABC1234``."""
    letters = "".join(chance.choices(_LETTERS, k=3))
    return f"{letters}{chance.randrange(10_000):04}"


def misread(plate: str, chance: random.Random) -> str:
    """The plate with one character taken for another."""
    places = [place for place, character in enumerate(plate) if character in _ALIKE]
    if not places:
        return plate[:-1] + str((int(plate[-1]) + 1) % 10)
    place = chance.choice(places)
    return plate[:place] + _ALIKE[plate[place]] + plate[place + 1 :]


def vote_for(plate: str, chance: random.Random) -> Vote:
    """Several pictures that agree on the plate."""
    frames = chance.randint(3, 7)
    confidence = round(min(0.999, chance.betavariate(40, 1.2)), 3)
    return Vote(
        plate=plate,
        raw=f"{plate[:3]}-{plate[3:]}",
        confidence=max(confidence, 0.88),
        frames_agreeing=frames,
        frames_read=frames + chance.randint(0, 1),
        alternatives=(),
        box=_BOX,
        best_sequence=frames,
        doubts=Doubts(),
    )
