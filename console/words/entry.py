"""One row of the tables of words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What a reason code means, as a sentence, and what to do next; ``{name}`` stands for a figure."""

    text: str
    step: str = ""


def words(text: object, step: object = "") -> Words:
    """A row of a table; Qt's marking of texts for translators hands them on as plain objects."""
    return Words(str(text), str(step))
