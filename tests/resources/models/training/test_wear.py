from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from resources.models.training.wear import mounted, photographed, tilted
from tests.resources.models.training.shipped_fonts import FONTS

SQUARE = np.array([[10, 10], [110, 10], [110, 40], [10, 40]], np.float32)


def striped_plate() -> NDArray[np.float32]:
    plate = np.full((100, 400, 3), 230, np.float32)
    plate[:, ::40] = plate[:, 1::40] = plate[20:80, 100:140] = 20
    return plate


@pytest.mark.parametrize("seed", range(12))
def test_the_corners_of_a_plate_in_its_holder_hold_the_plate(seed: int) -> None:
    plate = striped_plate()

    holder = mounted(np.random.default_rng(seed), plate.copy(), FONTS)

    left, top = holder.corners[0].astype(int)
    right, bottom = holder.corners[2].astype(int)
    assert (bottom - top, right - left) == plate.shape[:2]
    there = holder.picture[top:bottom, left:right].mean(axis=2)
    assert np.corrcoef(there.ravel(), plate.mean(axis=2).ravel())[0, 1] > 0.4


@pytest.mark.parametrize("seed", range(20))
def test_a_photograph_has_the_size_of_what_it_shows_whatever_the_light(seed: int) -> None:
    photo = photographed(np.random.default_rng(seed), striped_plate(), character_pixels=12)

    assert photo.shape == (100, 400, 3)
    assert photo.dtype == np.uint8


def test_the_same_seed_gives_the_same_photograph() -> None:
    first, again = (
        photographed(np.random.default_rng(3), striped_plate(), character_pixels=12) for _ in range(2)
    )

    assert np.array_equal(first, again)


def test_a_tilted_plate_stays_about_its_middle_and_turns_no_corner_over() -> None:
    for seed in range(50):
        seen = tilted(np.random.default_rng(seed), SQUARE)
        assert np.linalg.norm(seen.mean(axis=0) - SQUARE.mean(axis=0)) < 5
        ways = np.roll(seen, -1, axis=0) - seen
        turns = ways[:, 0] * np.roll(ways, -1, axis=0)[:, 1] - ways[:, 1] * np.roll(ways, -1, axis=0)[:, 0]
        assert (turns > 0).all()


def test_with_no_strength_nothing_is_tilted() -> None:
    assert np.allclose(tilted(np.random.default_rng(1), SQUARE, strength=0.0), SQUARE, atol=1e-3)
