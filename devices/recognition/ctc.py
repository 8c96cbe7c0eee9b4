"""Strings under a CTC lattice (Graves et al. 2006): the likeliest, and the exact chance of given ones."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from devices.recognition.plate_alphabet import ALPHABET, BLANK

LEAST_CHANCE = 1e-3
TINY = 1e-30


def likeliest(chances: NDArray[np.float32], *, width: int = 12) -> list[str]:
    """Up to ``width`` likely strings, likeliest first, found by prefix beam search."""
    # Per prefix: the chance of the paths that end in a blank, and of those that end in its last glyph.
    beam: dict[tuple[int, ...], tuple[float, float]] = {(): (1.0, 0.0)}
    for row in chances:
        glyphs = [int(index) for index in np.flatnonzero(row > LEAST_CHANCE) if index != BLANK]
        following: dict[tuple[int, ...], list[float]] = {}
        for prefix, (blank_end, glyph_end) in beam.items():
            total = blank_end + glyph_end
            stay = following.setdefault(prefix, [0.0, 0.0])
            stay[0] += total * float(row[BLANK])
            if prefix:
                stay[1] += glyph_end * float(row[prefix[-1]])
            for glyph in glyphs:
                start = blank_end if prefix and prefix[-1] == glyph else total
                longer = following.setdefault((*prefix, glyph), [0.0, 0.0])
                longer[1] += start * float(row[glyph])
        kept = sorted(following.items(), key=lambda item: -(item[1][0] + item[1][1]))[:width]
        scale = 1.0 / max(sum(kept[0][1]), TINY)
        beam = {prefix: (ends[0] * scale, ends[1] * scale) for prefix, ends in kept}
    return ["".join(ALPHABET[glyph - 1] for glyph in prefix) for prefix in beam]


def log_chances(chances: NDArray[np.float32], texts: Sequence[str]) -> NDArray[np.float64]:
    """The natural logarithm of each text's exact chance under the lattice, by the forward algorithm."""
    if not texts:
        return np.zeros(0)
    longest = max(len(text) for text in texts)
    states = np.full((len(texts), 2 * longest + 1), BLANK, dtype=np.intp)
    for row, text in enumerate(texts):
        states[row, 1 : 2 * len(text) : 2] = [ALPHABET.index(character) + 1 for character in text]
    # A glyph may follow the one before it without a blank between unless both are the same.
    leap = np.zeros(states.shape, dtype=bool)
    leap[:, 3::2] = states[:, 3::2] != states[:, 1:-2:2]
    alpha = np.zeros(states.shape)
    alpha[:, 0] = 1.0
    log_scale = np.zeros(len(texts))
    # One step ahead of the first row, only the first blank and the first glyph can be reached.
    for step, row in enumerate(chances.astype(np.float64)):
        moved = alpha.copy()
        moved[:, 1:] += alpha[:, :-1]
        moved[:, 2:] += np.where(leap[:, 2:], alpha[:, :-2], 0.0)
        if step == 0:
            moved[:, 2:] = 0.0
        alpha = moved * row[states]
        total = np.maximum(alpha.sum(axis=1), TINY)
        alpha /= total[:, np.newaxis]
        log_scale += np.log(total)
    ends = np.array([2 * len(text) for text in texts])
    rows = np.arange(len(texts))
    final = alpha[rows, ends] + np.where(ends > 0, alpha[rows, np.maximum(ends - 1, 0)], 0.0)
    return np.asarray(log_scale + np.log(np.maximum(final, math.exp(-60))), dtype=np.float64)
