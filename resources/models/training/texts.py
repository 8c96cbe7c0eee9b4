"""What stands on drawn plates: registrations of the shipped formats, and some that fit none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.config.plate_formats import load_formats
from core.domain.plate_patterns import PlatePattern

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
CHINESE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
CHINESE_ENDS = "学警挂港澳领试超使"
# How often a registration is drawn without any country's rule: the reader learns glyphs, not habits.
UNRULED = 0.4


@dataclass(frozen=True, slots=True)
class Registration:
    """A registration: its characters, and as it is written with spaces or a mark between groups."""

    text: str
    written: str


class Registrations:
    """Draws registrations of a family of countries (``eu``, ``us``, ``br``, ``gb``, ``tw``, ``cn``)."""

    def __init__(self) -> None:
        self._patterns: dict[str, tuple[PlatePattern, ...]] = {}
        self._chances: dict[str, np.ndarray] = {}
        for family in ("eu", "us", "br", "gb", "tw", "cn"):
            patterns = load_formats([family], named_in=Path("training")).patterns
            weights = np.sqrt([pattern.weight for pattern in patterns])
            self._patterns[family] = patterns
            self._chances[family] = weights / weights.sum()

    def draw(self, chance: np.random.Generator, family: str) -> Registration:
        """One registration."""
        if family != "cn" and chance.random() < UNRULED:
            return _unruled(chance)
        patterns = self._patterns[family]
        pattern = patterns[int(chance.choice(len(patterns), p=self._chances[family]))]
        text = "".join(
            sorted(characters)[int(chance.integers(len(characters)))] for characters in pattern.classes
        )
        written = pattern.written(text) if chance.random() < 0.7 else _broken(chance, text)
        return Registration(text, written)


def _unruled(chance: np.random.Generator) -> Registration:
    length = int(chance.integers(4, 9))
    kind = chance.random()
    letters = 0.9 if kind < 0.2 else 0.1 if kind < 0.4 else 0.5
    text = "".join(
        str(chance.choice(list(LETTERS if chance.random() < letters else DIGITS))) for _ in range(length)
    )
    return Registration(text, _broken(chance, text))


def _broken(chance: np.random.Generator, text: str) -> str:
    """Written in one or two groups; the break likes to stand where letters meet digits."""
    if chance.random() < 0.35:
        return text
    meets = [at for at in range(1, len(text)) if text[at].isdigit() != text[at - 1].isdigit()]
    places = meets if meets and chance.random() < 0.8 else list(range(1, len(text)))
    at = int(chance.choice(places))
    mark = str(chance.choice([" ", " ", "-", "·"]))
    return f"{text[:at]}{mark}{text[at:]}"
