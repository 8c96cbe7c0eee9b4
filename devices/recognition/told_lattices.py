"""Lattices as reads carry them out of the recogniser's process: what is likely, as plain values."""

from __future__ import annotations

import numpy as np

from core.domain.lattices import MOST_CHOICES, compressed
from core.domain.lattices import Lattice as PlainLattice
from devices.recognition.plate_alphabet import ALPHABET, BLANK
from devices.recognition.text_recogniser import Lattice

LEAST_TOLD = 0.01


def told(lattice: Lattice) -> PlainLattice:
    """The lattice as reads carry it: per step the characters that it may be, likeliest first."""
    steps = []
    for row in lattice.chances:
        likely = [int(column) for column in np.argsort(-row) if row[column] >= LEAST_TOLD][:MOST_CHOICES]
        steps.append(
            tuple(("" if column == BLANK else ALPHABET[column - 1], float(row[column])) for column in likely)
        )
    return compressed(PlainLattice(tuple(steps)))
