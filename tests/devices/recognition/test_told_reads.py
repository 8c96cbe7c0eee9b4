from __future__ import annotations

import numpy as np

from core.domain.reads import Box
from devices.recognition.decoding import Decoded
from devices.recognition.detector import TextLine
from devices.recognition.plate_alphabet import ALPHABET
from devices.recognition.text_recogniser import Lattice
from devices.recognition.told_reads import MOST_IN_PART, told_read

LINE = TextLine(center_x=300, center_y=200, length=120, height=24, slant=0, score=0.9)
BOX = Box(240, 188, 120, 24)


def lattice_of(text: str) -> Lattice:
    chances = np.zeros((len(text), len(ALPHABET) + 1), np.float32)
    for step, character in enumerate(text):
        chances[step, ALPHABET.index(character) + 1] = 1.0
    return Lattice(chances, 0.0)


def test_a_place_is_told_with_its_best_text_and_what_else_it_may_be() -> None:
    decoded = Decoded((("ABC1234", 0.9), ("A8C1234", 0.0999), ("AB01234", 0.0001)), -0.5)

    read = told_read(decoded, LINE, box=BOX, lattice=lattice_of("ABC1234"), character_pixels=20.4)

    assert (read.text, read.box, read.character_pixels) == ("ABC1234", BOX, 20.4)
    assert [text for text, _ in read.alternatives] == ["A8C1234"]
    assert read.confidence > read.alternatives[0][1]
    assert read.lattice is not None
    assert "".join(step[0][0] for step in read.lattice.steps) == "ABC1234"


def test_what_may_be_a_part_of_a_plate_is_told_as_doubtful() -> None:
    decoded = Decoded((("SX588", 0.98), ("5X588", 0.02)), -0.5)

    read = told_read(decoded, LINE, box=BOX, lattice=lattice_of("SX588"), character_pixels=20.4, in_part=True)

    assert read.in_part
    assert read.confidence == MOST_IN_PART
    assert all(chance < 0.05 for _, chance in read.alternatives)
