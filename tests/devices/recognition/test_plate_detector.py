from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from devices.recognition.plate_detector import MOST_PLATES, STRIDE, PlateBox, PlateDetector

Corners = tuple[tuple[float, float], ...]
NEAR: Corners = ((300, 200), (420, 206), (419, 236), (299, 230))
FAR: Corners = ((60, 90), (130, 86), (131, 108), (61, 112))


@dataclass(frozen=True)
class Shown:
    """A plate as the network shall see it: corners in the picture's pixels, its score, its lines."""

    corners: Corners
    score: float = 0.9
    split: float | None = None


class MapsOf:
    """A network that answers with the maps of these plates, whatever the size of its input."""

    metadata: dict[str, str] = {}  # noqa: RUF012

    def __init__(self, size: tuple[int, int], *plates: Shown) -> None:
        self._size = size
        self._plates = plates
        self.batch = np.zeros(0, np.float32)

    def run(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        self.batch = batch
        tall, wide = batch.shape[2] // STRIDE, batch.shape[3] // STRIDE
        maps = np.zeros((11, tall, wide), np.float32)
        maps[0] = maps[1] = -9
        rows, columns = np.mgrid[:tall, :wide].astype(np.float32)
        for plate in self._plates:
            factors = np.array([wide, tall], np.float32) / np.array(self._size, np.float32)
            corners = np.array(plate.corners, np.float32) * factors - 0.5
            middle = corners.mean(axis=0)
            away = (columns - round(float(middle[0]))) ** 2 + (rows - round(float(middle[1]))) ** 2
            score = np.float32(np.log(plate.score / (1 - plate.score)))
            maps[0] = np.maximum(maps[0], score - away * np.float32(0.7))
            own = away < 6
            for corner in range(4):
                maps[3 + 2 * corner][own] = (corners[corner, 0] - columns)[own]
                maps[4 + 2 * corner][own] = (corners[corner, 1] - rows)[own]
            if plate.split is not None:
                maps[1][own], maps[2][own] = 9, plate.split
        return maps[np.newaxis]


def find(size: tuple[int, int], *plates: Shown) -> list[PlateBox]:
    network = MapsOf(size, *plates)
    return PlateDetector(network).find(np.zeros((size[1], size[0], 3), np.uint8))


def scaled(corners: Corners, size: tuple[int, int]) -> Corners:
    return tuple((x * size[0] / 640, y * size[1] / 360) for x, y in corners)


@pytest.mark.parametrize(
    "size", [(640, 360), (1280, 720), (720, 1280), (320, 180), (20_000, 300), (333, 501)]
)
def test_corners_are_told_in_the_pixels_of_the_picture_whatever_its_size(size: tuple[int, int]) -> None:
    corners = scaled(NEAR, size)

    (plate,) = find(size, Shown(corners))

    assert np.allclose(plate.corners, corners, rtol=1e-3, atol=0.2)
    assert plate.score == pytest.approx(0.9, abs=0.01)
    assert plate.split is None


def test_the_network_is_given_sides_that_it_can_halve_five_times() -> None:
    network = MapsOf((1000, 701))

    PlateDetector(network).find(np.zeros((701, 1000, 3), np.uint8))

    assert network.batch.shape == (1, 3, 576, 800)
    assert network.batch.dtype == np.float32


def test_colours_reach_the_network_as_blue_green_red_from_0_to_255() -> None:
    network = MapsOf((64, 64))
    image = np.empty((64, 64, 3), np.uint8)
    image[:] = (250, 100, 3)

    PlateDetector(network).find(image)

    assert network.batch[0].mean(axis=(1, 2)).tolist() == [250, 100, 3]


@pytest.mark.parametrize("size", [(1, 1), (2000, 1), (3, 900)])
def test_a_picture_without_room_for_a_plate_has_none(size: tuple[int, int]) -> None:
    assert find(size) == []


def test_two_plates_are_both_found_the_likelier_first() -> None:
    far, near = Shown(FAR, score=0.6), Shown(NEAR, score=0.9)

    found = find((640, 360), far, near)

    assert [plate.score for plate in found] == pytest.approx([0.9, 0.6], abs=0.01)
    assert np.allclose(found[1].corners, FAR, atol=0.2)


def test_what_is_hardly_a_plate_is_none() -> None:
    assert find((640, 360), Shown(NEAR, score=0.08)) == []


def test_one_plate_seen_with_two_middles_is_found_once() -> None:
    moved: Corners = tuple((x + 30, y + 2) for x, y in NEAR)

    found = find((640, 360), Shown(NEAR, score=0.9), Shown(moved, score=0.7))

    assert [plate.score for plate in found] == pytest.approx([0.9], abs=0.01)


def test_plates_side_by_side_are_two() -> None:
    beside: Corners = tuple((x + 130, y + 2) for x, y in NEAR)

    assert len(find((640, 360), Shown(NEAR), Shown(beside))) == 2


def test_of_a_full_parking_deck_the_likeliest_plates_are_kept() -> None:
    deck = [
        Shown(
            tuple((20 + 80 * number + x, y) for x, y in ((0, 40), (50, 40), (50, 56), (0, 56))),
            0.95 - number / 50,
        )
        for number in range(7)
    ]

    found = find((640, 360), *reversed(deck))

    assert len(found) == MOST_PLATES
    assert [plate.score for plate in found] == pytest.approx(
        [plate.score for plate in deck[:MOST_PLATES]], abs=0.01
    )


@pytest.mark.parametrize(("said", "taken"), [(0.45, 0.45), (0.05, 0.3), (0.95, 0.7)])
def test_a_plate_with_two_lines_says_where_the_second_begins(said: float, taken: float) -> None:
    (plate,) = find((640, 360), Shown(NEAR, split=said))

    assert plate.split == pytest.approx(taken, abs=0.01)


def test_a_plate_at_the_edge_has_a_box_within_the_picture() -> None:
    over_the_edge: Corners = ((590, 340), (660, 340), (660, 365), (590, 365))
    (plate,) = find((640, 360), Shown(over_the_edge))

    box = plate.box(640, 360)

    assert (box.x + box.width, box.y + box.height) == (640, 360)
    assert box.width >= 48
