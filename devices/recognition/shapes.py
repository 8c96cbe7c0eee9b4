"""Plate formats as letter and digit shapes, and the formats of a lot that has not named its countries."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from core.domain.plate_formats import PlateDocument, PlateFormats
from core.domain.plate_patterns import DIGIT, LETTER, PlatePattern, parse_pattern, shape_of

__all__ = ["DIGIT", "LETTER", "Shapes", "generic_formats", "generic_shapes", "shape_of"]


class Shapes:
    """What the decoder asks of formats: the shapes of each length, and how well a text fits."""

    def __init__(self, formats: PlateFormats) -> None:
        self.log_weight = formats.log_weight
        self.characters = formats.characters
        self.by_length: dict[int, tuple[str, ...]] = {
            length: tuple(dict.fromkeys(shape for pattern in patterns for shape in pattern.shapes()))
            for length, patterns in formats.of_length.items()
        }


def generic_shapes() -> Shapes:
    """The shapes for a lot that has not named its countries."""
    return Shapes(generic_formats())


@lru_cache(maxsize=1)
def generic_formats() -> PlateFormats:
    """The formats for a lot that has not named its countries: the shipped document of plain patterns.

    What a site names is read and checked in ``core.config.plate_formats``, and handed down from there.
    """
    text = files("resources").joinpath("plates/generic.toml").read_text("utf-8")
    document = tomllib.loads(text)
    patterns = tuple(
        PlatePattern(source, series["weight"], "generic", parse_pattern(source))
        for series in document["series"]
        for source in series["patterns"]
    )
    shortest, longest = document["usual_lengths"]
    return PlateFormats(
        [
            (
                PlateDocument(
                    region="generic",
                    name=document["names"]["en"],
                    patterns=patterns,
                    floor=document["floor"],
                    letters_only=document["letters_only"],
                    digits_only=document["digits_only"],
                    shortest=shortest,
                    longest=longest,
                ),
                1.0,
            )
        ]
    )
