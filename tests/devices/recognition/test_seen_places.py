from __future__ import annotations

from dataclasses import replace

import numpy as np

from devices.recognition.decoding import Decoded
from devices.recognition.detector import TextLine
from devices.recognition.plate_alphabet import ALPHABET
from devices.recognition.plate_detector import PlateBox
from devices.recognition.seen_places import SeenPlace, best_places, by_rank, good_enough
from devices.recognition.text_recogniser import Lattice

LATTICE = Lattice(np.full((4, len(ALPHABET) + 1), 1 / 78, np.float32), 0.0)


def line_at(x: float) -> TextLine:
    return TextLine(center_x=x, center_y=200, length=120, height=24, slant=0, score=0.9)


def read_at(x: float, *, likeness: float = -0.5, share: float = 0.95) -> SeenPlace:
    return SeenPlace(line_at(x), None, (LATTICE,), (), Decoded((("ABC1234", share),), likeness))


def on_a_plate(seen: SeenPlace, *, score: float = 0.9, split: float | None = None) -> SeenPlace:
    corners = np.array([[240, 180], [360, 180], [360, 220], [240, 220]], np.float32)
    return replace(seen, plate=PlateBox(corners, score, split))


def test_text_on_a_plate_that_was_found_comes_before_the_same_text_elsewhere() -> None:
    elsewhere, plate = read_at(900), on_a_plate(read_at(300))

    assert by_rank([elsewhere, plate]) == [plate, elsewhere]


def test_a_plate_on_which_no_text_was_found_counts_less_unless_it_has_two_lines() -> None:
    plate = on_a_plate(read_at(300))
    two_lines = on_a_plate(read_at(300), split=0.5)

    assert replace(plate, lattices=()).rank < plate.rank
    assert replace(two_lines, lattices=()).rank == two_lines.rank


def test_one_place_seen_by_two_passes_is_told_once_with_the_better_answer() -> None:
    poor, good, other = read_at(300, likeness=-3), read_at(310), read_at(900, likeness=-2)

    assert best_places([poor], [good, other]) == [good, other]


def test_what_is_no_plate_comes_after_all_plates() -> None:
    plate, sign = read_at(300, likeness=-6.5), on_a_plate(read_at(900, likeness=-7.5))

    assert best_places([sign, plate]) == [plate, sign]


def test_a_sure_plate_that_was_read_well_needs_no_further_look() -> None:
    assert good_enough([on_a_plate(read_at(300, likeness=-3.5, share=0.5))])
    assert not good_enough([on_a_plate(read_at(300, likeness=-5))])
    assert not good_enough([])


def test_text_on_no_plate_must_be_read_better_to_be_enough() -> None:
    assert good_enough([read_at(300)])
    assert not good_enough([read_at(300, likeness=-3.5)])
    assert not good_enough([read_at(300, share=0.5)])
    assert not good_enough([on_a_plate(read_at(300, likeness=-3.5), score=0.2)])
