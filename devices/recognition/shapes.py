"""Plate formats as letter and digit shapes."""

from __future__ import annotations

from core.domain.plate_formats import PlateFormats
from core.domain.plate_patterns import DIGIT, LETTER, shape_of

__all__ = ["DIGIT", "LETTER", "Shapes", "shape_of"]


class Shapes:
    """What the decoder asks of formats: the shapes of each length, and how well a text fits."""

    def __init__(self, formats: PlateFormats) -> None:
        self.log_weight = formats.log_weight
        self.characters = formats.characters
        self.by_length: dict[int, tuple[str, ...]] = {
            length: tuple(dict.fromkeys(shape for pattern in patterns for shape in pattern.shapes()))
            for length, patterns in formats.of_length.items()
        }
