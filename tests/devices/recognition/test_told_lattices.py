from __future__ import annotations

import numpy as np
import pytest

from core.domain.lattices import MOST_CHOICES, log_chance
from devices.recognition.plate_alphabet import ALPHABET, BLANK, CHINESE, LATIN
from devices.recognition.text_recogniser import Lattice
from devices.recognition.told_lattices import LEAST_TOLD, told

CLASSES = len(ALPHABET) + 1


def lattice(*steps: dict[str, float]) -> Lattice:
    """Steps by character; what is left of each is the blank's."""
    chances = np.zeros((len(steps), CLASSES), np.float32)
    for row, step in zip(chances, steps, strict=True):
        for character, chance in step.items():
            row[ALPHABET.index(character) + 1] = chance
        row[BLANK] = 1 - row.sum()
    return Lattice(chances, 0.0)


def test_a_read_carries_what_may_stand_there_likeliest_first() -> None:
    plain = told(lattice({"8": 0.3, "B": 0.6}))

    assert [character for character, _ in plain.steps[0]] == ["B", "8", ""]
    assert [chance for _, chance in plain.steps[0]] == pytest.approx([0.6, 0.3, 0.1], abs=0.001)


def test_what_is_hardly_possible_is_not_carried_along() -> None:
    plain = told(lattice({"A": 0.98, "4": LEAST_TOLD / 2}))

    assert all(chance >= LEAST_TOLD for _, chance in plain.steps[0])
    assert "4" not in dict(plain.steps[0])


def test_a_province_is_told_as_its_character() -> None:
    assert told(lattice({"京": 0.9})).steps[0][0][0] == "京"


def test_the_plate_stays_likely_and_another_unlikely() -> None:
    plain = told(lattice({"A": 0.9}, {}, {"B": 0.8, "8": 0.15}, {}, {"1": 0.97}))

    assert log_chance(plain, "AB1") > log_chance(plain, "A81") > log_chance(plain, "XB1")


def test_a_read_that_is_unsure_of_everything_is_carried_as_far_as_a_lattice_reaches() -> None:
    even = Lattice(np.full((3, CLASSES), 1 / CLASSES, np.float32), 0.0)

    assert {len(step) for step in told(even).steps} == {MOST_CHOICES}


def test_every_class_has_one_character_of_its_own() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert ALPHABET.startswith(LATIN)
    assert ALPHABET.endswith(CHINESE)
