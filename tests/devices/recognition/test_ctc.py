from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from devices.recognition.ctc import likeliest, log_chances
from devices.recognition.plate_alphabet import ALPHABET


def lattice(*steps: dict[str, float]) -> NDArray[np.float32]:
    """Rows from what is given for each glyph; the rest is blank."""
    rows = np.zeros((len(steps), len(ALPHABET) + 1), dtype=np.float32)
    for row, step in zip(rows, steps, strict=True):
        for glyph, chance in step.items():
            row[ALPHABET.index(glyph) + 1] = chance
        row[0] = 1.0 - row.sum()
    return rows


def chance_by_trying_all_paths(chances: NDArray[np.float32], text: str) -> float:
    used = sorted({0, *(ALPHABET.index(glyph) + 1 for glyph in text)})
    total = 0.0
    for path in product(used, repeat=len(chances)):
        glyphs = [
            index for place, index in enumerate(path) if index and (place == 0 or path[place - 1] != index)
        ]
        if "".join(ALPHABET[index - 1] for index in glyphs) == text:
            total += float(np.prod([chances[step, index] for step, index in enumerate(path)]))
    return total


@pytest.mark.parametrize("text", ["", "A", "AB", "AA", "ABA", "AAB"])
def test_the_forward_chance_is_the_sum_over_all_paths(text: str) -> None:
    chances = lattice(
        {"A": 0.6, "B": 0.1}, {"A": 0.3, "B": 0.2}, {"B": 0.5, "A": 0.2}, {"A": 0.4}, {"B": 0.3, "A": 0.1}
    )

    (log_chance,) = log_chances(chances, [text])

    assert np.exp(log_chance) == pytest.approx(chance_by_trying_all_paths(chances, text), rel=1e-5)


def test_texts_of_different_lengths_are_scored_together_as_alone() -> None:
    chances = lattice({"A": 0.9}, {"A": 0.1}, {"B": 0.8}, {"1": 0.7, "I": 0.2})

    together = log_chances(chances, ["AB1", "A", "ABI"])

    alone = [log_chances(chances, [text])[0] for text in ("AB1", "A", "ABI")]
    assert together == pytest.approx(alone)


def test_a_doubled_digit_needs_a_gap_between() -> None:
    with_gap = lattice({"5": 0.9}, {}, {"5": 0.9})
    without_gap = lattice({"5": 0.9}, {"5": 0.9}, {"5": 0.9})

    assert likeliest(with_gap)[0] == "55"
    assert likeliest(without_gap)[0] == "5"


def test_likely_strings_come_likeliest_first() -> None:
    chances = lattice({"8": 0.6, "B": 0.39}, {}, {"0": 0.7, "O": 0.29})

    found = likeliest(chances, width=4)

    assert found == ["80", "B0", "8O", "BO"]
