"""Plates are drawn in the style that they name, in one line or two, with a Chinese first character too."""

from __future__ import annotations

import numpy as np
import pytest

from devices.simulator.plates import PX_PER_M, STYLES, draw_plate, plate_size_m


@pytest.mark.parametrize("style", STYLES)
def test_a_plate_has_the_size_of_its_style(style: str) -> None:
    width_m, height_m = plate_size_m(style)
    plate = draw_plate("AB-1234", style, rear=False, seed=1)
    assert plate.shape == (round(height_m * PX_PER_M), round(width_m * PX_PER_M), 3)


@pytest.mark.parametrize("style", ["german_two_lines", "taiwan_two_lines"])
def test_a_plate_of_two_lines_has_ink_in_both_and_none_between(style: str) -> None:
    rows = ink_by_row(draw_plate("ABC-1234", style, rear=False, seed=1))
    height = len(rows)
    assert rows[height // 4] > 0.1
    assert rows[3 * height // 4 - 4] > 0.1
    middle = rows[round(0.47 * height) : round(0.53 * height)]
    assert middle.min() < 0.03


def test_a_plate_without_a_gap_is_broken_in_its_middle() -> None:
    broken = draw_plate("ABCDEF", "taiwan_two_lines", rear=False, seed=1)
    with_gap = draw_plate("ABC-DEF", "taiwan_two_lines", rear=False, seed=1)
    assert np.array_equal(broken, with_gap)


def test_a_chinese_plate_shows_its_province_and_not_an_empty_box() -> None:
    first, second = (draw_plate(f"{one}A·12345", "chinese", rear=False, seed=1) for one in "京川")
    left = round(0.2 * first.shape[1])
    assert np.abs(first[:, :left].astype(int) - second[:, :left]).mean() > 5
    assert np.array_equal(first[:, -left:], second[:, -left:])


def ink_by_row(plate: np.ndarray) -> np.ndarray:
    """The share of each row that is dark, between the borders and right of the blue band."""
    inner = plate[:, round(0.2 * plate.shape[1]) : round(0.95 * plate.shape[1])]
    return np.asarray((inner.mean(axis=2) < 110).mean(axis=1))
