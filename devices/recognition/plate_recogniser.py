"""Reads a plate that was cut out: Lotkeeper's own recogniser (docs/models/plate-recogniser.md)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from devices.recognition.models import Network
from devices.recognition.plate_alphabet import ALPHABET, LATIN
from devices.recognition.text_recogniser import Lattice

_CHARACTERS = len(ALPHABET) + 1


class PlateRecogniser:
    """Runs the recogniser's network; ``characters`` beyond A–Z and 0–9 are those of the site's formats."""

    def __init__(self, network: Network, characters: frozenset[str] = frozenset()) -> None:
        self._network = network
        allowed = [True] + [character in LATIN or character in characters for character in ALPHABET]
        self._forbidden = np.flatnonzero(~np.array(allowed))

    def read(self, crops: Sequence[NDArray[np.uint8]]) -> list[Lattice]:
        """The lattices of upright crops (48 × 192, grey), in their order."""
        if not crops:
            return []
        batch = np.stack(crops).astype(np.float32)[:, np.newaxis]
        return [self._lattice(scores) for scores in self._network.run(batch)]

    def _lattice(self, scores: NDArray[np.float32]) -> Lattice:
        scores = scores.copy()
        scores[:, self._forbidden] = -30.0
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(axis=1, keepdims=True)
        return Lattice(chances.astype(np.float32), 0.0)
