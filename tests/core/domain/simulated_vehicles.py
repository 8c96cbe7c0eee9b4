"""Vehicles that drive up to a simulated camera: lattices with the noise of characters, from a seed.

Each character has a margin over what it is taken for: that of the vehicle (distance, light) and of the
character (a bolt on it) for all frames alike, made smaller by a blurred frame, and its own noise in each.
Now and then a character is dirty enough to look like another one in all frames, glare makes a frame sure
of a wrong one, or a character is lost in a frame.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from core.domain.lattices import BLANK, Lattice, log_chances
from core.domain.plates import CONFUSABLE_CLASSES
from core.domain.reads import Box, FrameReads, Read

LETTERS, DIGITS = "ABCDEFGHJKLMNPRSTUVWXYZ", "0123456789"
BOX = Box(100, 200, 140, 40)
# With this exponent the simulated reader's confidences are about as often right as they say.
SHARPENED = 1.3


@dataclass(frozen=True, slots=True)
class Vehicle:
    """What it bears, and what the camera's pictures of it were read as."""

    plate: str
    frames: tuple[FrameReads, ...]


def vehicles(count: int, seed: int, *, frames: int = 5) -> list[Vehicle]:
    """So many vehicles, the same for the same seed."""
    chance = Random(seed)
    return [_vehicle(chance, frames) for _ in range(count)]


def _vehicle(chance: Random, frames: int) -> Vehicle:
    plate = "".join(chance.choice(LETTERS) for _ in range(3)) + "".join(
        chance.choice(DIGITS) for _ in range(4)
    )
    clean = chance.gauss(5.0, 1.3)
    margins = [clean + chance.gauss(0.0, 0.5) - (4.5 if chance.random() < 0.003 else 0.0) for _ in plate]
    taken_for = [_taken_for(character, chance) for character in plate]
    return Vehicle(
        plate, tuple(_frame(number, plate, margins, taken_for, chance) for number in range(1, frames + 1))
    )


def _taken_for(character: str, chance: Random) -> str:
    alike = next((group for group in CONFUSABLE_CLASSES if character in group), LETTERS + DIGITS)
    return chance.choice([other for other in alike if other != character])


def _frame(number: int, plate: str, margins: list[float], taken_for: list[str], chance: Random) -> FrameReads:
    sharp = math.exp(chance.gauss(0.0, 0.2)) * (0.4 if chance.random() < 0.15 else 1.0)
    glare = chance.randrange(len(plate)) if chance.random() < 0.02 else -1
    lost = chance.randrange(len(plate)) if chance.random() < 0.03 else -1
    steps: list[tuple[tuple[str, float], ...]] = [((BLANK, 0.99),)]
    for place, character in enumerate(plate):
        margin = margins[place] * sharp + chance.gauss(0.0, 2.0) - (8.0 if place == glare else 0.0)
        other, third = taken_for[place], chance.choice(LETTERS)
        weights = {character: math.exp(margin), other: 1.0}
        weights.setdefault(third, 0.1)
        if place == lost:
            weights[BLANK] = 2.0 * math.exp(margin)
        total = sum(weights.values())
        pairs = sorted(
            ((glyph, weight / total) for glyph, weight in weights.items()), key=lambda pair: -pair[1]
        )
        steps += [tuple(pair for pair in pairs if pair[1] >= 0.002), ((BLANK, 0.99),)]
    pixels = max(6.0, chance.gauss(16.0 * sharp, 2.0))
    read = _read(Lattice(tuple(steps)), pixels)
    return FrameReads(number, number * 120_000_000, (read,))


def _read(lattice: Lattice, pixels: float) -> Read:
    """What a reader makes of the lattice: the best path and those that differ from it in one step."""
    best = "".join(step[0][0] for step in lattice.steps)
    texts = {best}
    for place, step in enumerate(lattice.steps):
        for glyph, _ in step[1:3]:
            texts.add("".join(glyph if at == place else each[0][0] for at, each in enumerate(lattice.steps)))
    ordered = sorted(texts)
    likes = [math.exp(SHARPENED * log) for log in log_chances(lattice, ordered)]
    shares = sorted(zip(ordered, likes, strict=True), key=lambda pair: -pair[1])
    total = sum(likes)
    (text, confidence), *others = [(text, 0.98 * share / total) for text, share in shares]
    return Read(text, confidence, BOX, tuple(others[:3]), lattice, pixels)
