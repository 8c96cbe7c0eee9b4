from __future__ import annotations

import numpy as np
import pytest

from devices.recognition.decoding import PlateDecoder, may_be_plate
from devices.recognition.plate_alphabet import ALPHABET
from devices.recognition.text_recogniser import Lattice
from tests.devices.recognition.any_plates import ANY_PLATES

DECODER = PlateDecoder(ANY_PLATES)


def seen(text: str, *, sure: float = 0.99, foreign: float = 0.0) -> Lattice:
    """A lattice in which each glyph of the text stands between blanks."""
    chances = np.full((2 * len(text) + 1, len(ALPHABET) + 1), 1e-5, dtype=np.float32)
    chances[::2, 0] = 1.0
    for place, glyph in enumerate(text):
        row = chances[2 * place + 1]
        row[ALPHABET.index(glyph) + 1] = sure
        row[0] = 1.0 - sure
    return Lattice(chances / chances.sum(axis=1, keepdims=True), foreign)


def best(text: str) -> str:
    decoded = DECODER.decode([seen(text)])
    assert decoded is not None
    return decoded.plates[0][0]


def test_a_plate_of_a_common_shape_is_taken_as_read() -> None:
    assert best("ABC1234") == "ABC1234"
    assert best("BRA2E19") == "BRA2E19"


@pytest.mark.parametrize(("read", "meant"), [("ABC12O4", "0"), ("7ABCI23", "1"), ("AB1ZCDE", "2")])
def test_a_doubtful_letter_where_only_a_digit_can_stand_is_the_digit(read: str, meant: str) -> None:
    place = next(place for place, glyph in enumerate(read) if glyph in "OIZ")
    lattice = seen(read)
    doubtful = lattice.chances[2 * place + 1]
    doubtful[[ALPHABET.index(read[place]) + 1, ALPHABET.index(meant) + 1]] = 0.8, 0.19

    decoded = DECODER.decode([lattice])

    assert decoded is not None
    assert decoded.plates[0][0] == read[:place] + meant + read[place + 1 :]


def test_a_text_of_no_known_shape_is_kept_as_read() -> None:
    assert best("K1NG5X") == "K1NG5X"


def test_glyphs_at_the_edge_that_make_no_plate_are_left_out() -> None:
    decoded = DECODER.decode([seen("CZ7ABC123")])

    assert decoded is not None
    assert "7ABC123" in [plate for plate, _ in decoded.plates[:2]]


def test_the_shares_of_all_answers_make_at_most_one() -> None:
    decoded = DECODER.decode([seen("AB1O0BC", sure=0.7)])

    assert decoded is not None
    shares = [share for _, share in decoded.plates]
    assert shares == sorted(shares, reverse=True)
    assert 0 < sum(shares) <= 1 + 1e-9


def test_signs_are_far_less_likely_to_be_plates() -> None:
    plate = DECODER.decode([seen("ABC1234")])
    sign = DECODER.decode([seen("PARKING")])
    clock = DECODER.decode([seen("ABC1234", foreign=3.0)])

    assert plate is not None
    assert sign is not None
    assert clock is not None
    assert sign.log_likeness < plate.log_likeness - 5
    assert clock.log_likeness < plate.log_likeness - 2


def test_an_empty_lattice_and_one_glyph_hold_no_plate() -> None:
    assert DECODER.decode([seen("")]) is None
    assert DECODER.decode([seen("A")]) is None


@pytest.mark.parametrize("text", ["", "A", "A1", "AB1", "ABC1234", "ABCD12345", "ABCDE12345"])
def test_what_may_be_a_plate_by_its_length_alone_is_what_is_decoded(text: str) -> None:
    assert may_be_plate(seen(text)) == (DECODER.decode((), [seen(text)]) is not None)


def test_a_second_cut_that_agrees_settles_a_doubt() -> None:
    doubtful = DECODER.decode([seen("ABC1234", sure=0.5)])
    confirmed = DECODER.decode([seen("ABC1234", sure=0.5), seen("ABC1234")])

    assert doubtful is not None
    assert confirmed is not None
    assert confirmed.plates[0][0] == "ABC1234"
    assert confirmed.log_likeness > doubtful.log_likeness
