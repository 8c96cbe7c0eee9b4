"""From a site model's classes to the lattice that our decoder takes."""

from __future__ import annotations

import unicodedata

import numpy as np
from numpy.typing import NDArray

from devices.recognition.plate_alphabet import ALPHABET, BLANK
from devices.recognition.readers.model_description import ModelDescription
from devices.recognition.text_recogniser import SEPARATORS, Lattice

# Above this chance a step holds a glyph that no plate has.
FOREIGN_CHANCE = 0.3
_FOREIGN = -1


class ClassFolder:
    """Folds the classes of a model to the blank and the characters of plates."""

    def __init__(self, description: ModelDescription) -> None:
        self._kind = description.kind
        classes = [_column(character) for character in description.alphabet]
        if description.kind == "ctc":
            at = description.blank if description.blank >= 0 else len(classes)
            classes.insert(at, BLANK)
        else:
            classes[description.alphabet.index(description.pad)] = BLANK
        self._columns = np.array(classes, dtype=np.intp)

    def fold(self, chances: NDArray[np.float32]) -> Lattice:
        """The lattice of steps × classes, or of slots × classes."""
        foreign = chances[:, self._columns == _FOREIGN].sum(axis=1)
        # As with our own models: what is no character of a plate counts as a gap, and against the plate.
        columns = np.where(self._columns == _FOREIGN, BLANK, self._columns)
        folded = np.zeros((chances.shape[0], len(ALPHABET) + 1), dtype=np.float32)
        for column in np.unique(columns):
            folded[:, column] = chances[:, columns == column].sum(axis=1)
        if self._kind == "slots":
            folded = _apart(folded)
        return Lattice(folded, float(foreign[foreign > FOREIGN_CHANCE].sum()))


def _apart(slots: NDArray[np.float32]) -> NDArray[np.float32]:
    """Slots as CTC steps: a sure blank between each two, or a doubled character would count as one."""
    steps = np.zeros((2 * slots.shape[0] - 1, slots.shape[1]), dtype=np.float32)
    steps[0::2] = slots
    steps[1::2, BLANK] = 1.0
    return steps


def _column(character: str) -> int:
    plain = unicodedata.normalize("NFKC", character).upper()
    if len(plain) == 1 and plain in ALPHABET:
        return ALPHABET.index(plain) + 1
    return BLANK if character in SEPARATORS else _FOREIGN
