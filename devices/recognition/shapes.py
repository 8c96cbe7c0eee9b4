"""Which letter and digit shapes plates have, and how common each is: read from a small TOML document."""

from __future__ import annotations

import math
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from core.domain.errors import ConfigError

LETTER, DIGIT = "A", "9"
_TO_SHAPE = {ord(letter): LETTER for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_TO_SHAPE.update({ord(digit): DIGIT for digit in "0123456789"})

# A text much shorter or longer than any plate is read off a sign; per character too few or too many.
LIKELY_LENGTHS = range(5, 9)
LENGTH_COST = 1.2


def shape_of(text: str) -> str:
    """The shape of a normalised text: ``ABC1234`` gives ``AAA9999``."""
    return text.translate(_TO_SHAPE)


@dataclass(frozen=True)
class Shapes:
    """The weights of shapes (0…1) and of texts that have none of them."""

    weights: dict[str, float] = field(default_factory=dict)
    floor: float = 0.02
    letters_only: float = 0.0005
    digits_only: float = 0.002

    @cached_property
    def by_length(self) -> dict[int, tuple[str, ...]]:
        """The shapes of each length, most common first."""
        grouped: dict[int, list[str]] = defaultdict(list)
        for shape in sorted(self.weights, key=lambda shape: -self.weights[shape]):
            grouped[len(shape)].append(shape)
        return {length: tuple(shapes) for length, shapes in grouped.items()}

    def log_weight(self, text: str) -> float:
        """How well the text fits a plate: 0 for the most common shapes, lower for rarer ones."""
        shape = shape_of(text)
        known = self.weights.get(shape)
        if known is not None:
            return math.log(known)
        if DIGIT not in shape:
            weight = self.letters_only
        elif LETTER not in shape:
            weight = self.digits_only
        else:
            weight = self.floor
        too_short = max(0, LIKELY_LENGTHS.start - len(text))
        too_long = max(0, len(text) - LIKELY_LENGTHS.stop + 1)
        return math.log(weight) - LENGTH_COST * (too_short + too_long)


def generic_shapes() -> Shapes:
    """The shapes for a lot that has not named its countries."""
    name = "plates/generic.toml"
    return _shapes(files("resources").joinpath(name).read_text("utf-8"), Path(name))


def load_shapes(path: Path) -> Shapes:
    """The shapes in a document of the same form; raises ConfigError where it cannot be used."""
    try:
        return _shapes(path.read_text("utf-8"), path)
    except OSError as error:
        raise ConfigError(path, None, "cannot be read") from error


def _shapes(text: str, path: Path) -> Shapes:
    try:
        document = tomllib.loads(text)
        weights: dict[str, float] = {}
        for group in document["shapes"]:
            for shape in group["shapes"]:
                weights.setdefault(shape, float(group["weight"]))
        found = Shapes(
            weights=weights,
            floor=float(document["floor"]),
            letters_only=float(document["letters_only"]),
            digits_only=float(document["digits_only"]),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise ConfigError(path, None, f"no list of plate shapes: {error}") from error
    allowed = all(0.0 < weight <= 1.0 for weight in (*weights.values(), found.floor))
    if not allowed or any(set(shape) - {LETTER, DIGIT} for shape in weights):
        raise ConfigError(path, None, "a shape holds only A and 9, its weight lies above 0 and up to 1")
    return found
