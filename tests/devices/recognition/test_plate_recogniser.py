from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from devices.recognition.plate_alphabet import ALPHABET, BLANK
from devices.recognition.plate_crops import HEIGHT_PIXELS, WIDTH_PIXELS
from devices.recognition.plate_recogniser import PlateRecogniser

STEPS = 24
CROP = np.full((HEIGHT_PIXELS, WIDTH_PIXELS), 90, np.uint8)


class Scores:
    """A network that gives the same scores for every crop: per step those characters that are named."""

    metadata: dict[str, str] = {}  # noqa: RUF012

    def __init__(self, *steps: dict[str, float]) -> None:
        self._steps = steps
        self.batches: list[NDArray[np.float32]] = []

    def run(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        self.batches.append(batch)
        scores = np.zeros((len(batch), STEPS, len(ALPHABET) + 1), np.float32)
        scores[:, :, BLANK] = 5
        for place, step in enumerate(self._steps):
            for character, score in step.items():
                scores[:, place, ALPHABET.index(character) + 1] = score
        # So that the crops can be told apart afterwards.
        scores[:, -1, BLANK] += batch.mean(axis=(1, 2, 3))
        return scores


def chance(lattice_row: NDArray[np.float32], character: str) -> float:
    return float(lattice_row[ALPHABET.index(character) + 1])


def test_each_step_is_a_distribution_over_blank_and_characters() -> None:
    (lattice,) = PlateRecogniser(Scores({"A": 9.0}, {"8": 6.0, "B": 6.0})).read([CROP])

    assert lattice.chances.shape == (STEPS, len(ALPHABET) + 1)
    assert np.allclose(lattice.chances.sum(axis=1), 1, atol=1e-5)
    assert chance(lattice.chances[0], "A") > 0.95
    assert chance(lattice.chances[1], "8") == pytest.approx(chance(lattice.chances[1], "B"))
    assert lattice.foreign == 0


def test_a_character_that_no_plate_of_the_site_has_leaves_its_place_to_the_next_likely() -> None:
    network = Scores({"京": 12.0, "A": 8.0})

    (at_home,) = PlateRecogniser(network).read([CROP])
    (in_china,) = PlateRecogniser(network, frozenset("京沪")).read([CROP])

    assert chance(at_home.chances[0], "京") < 1e-6
    assert chance(at_home.chances[0], "A") > 0.9
    assert chance(in_china.chances[0], "京") > 0.9


def test_letters_digits_and_the_blank_are_never_forbidden() -> None:
    (lattice,) = PlateRecogniser(Scores()).read([CROP])

    known = lattice.chances[0, : 1 + 36]
    assert known.min() > 1e-3
    assert known.sum() == pytest.approx(1, abs=1e-5)


def test_scores_of_any_size_give_chances_and_no_overflow() -> None:
    (lattice,) = PlateRecogniser(Scores({"A": 1e4}, {"B": -1e4})).read([CROP])

    assert np.isfinite(lattice.chances).all()
    assert chance(lattice.chances[0], "A") == pytest.approx(1)


def test_several_crops_are_read_at_once_in_their_order() -> None:
    network = Scores()
    crops = [np.full((HEIGHT_PIXELS, WIDTH_PIXELS), grey, np.uint8) for grey in (0, 2, 1)]

    lattices = PlateRecogniser(network).read(crops)

    assert network.batches[0].shape == (3, 1, HEIGHT_PIXELS, WIDTH_PIXELS)
    assert network.batches[0].dtype == np.float32
    last = [float(lattice.chances[-1, BLANK]) for lattice in lattices]
    assert last[0] < last[2] < last[1]


def test_nothing_to_read_asks_the_network_nothing() -> None:
    network = Scores()

    assert PlateRecogniser(network).read([]) == []
    assert network.batches == []
