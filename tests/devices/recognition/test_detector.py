from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.domain.reads import Box
from devices.recognition.detector import Search, TextDetector, TextLine
from devices.vision import cv2


class MapOf:
    """A network that answers with a slanted bar of text at a place of its input."""

    metadata: dict[str, str] = {}  # noqa: RUF012

    def __init__(self, bar: tuple[tuple[float, float], tuple[float, float], float], chance: float) -> None:
        self._bar = bar
        self._chance = chance
        self.shape: tuple[int, ...] = ()

    def run(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        self.shape = batch.shape
        chances = np.zeros(batch.shape[2:], dtype=np.float32)
        corners = np.asarray(cv2.boxPoints(self._bar), dtype=np.int32)
        cv2.fillPoly(chances, [corners], self._chance)
        return chances[np.newaxis, np.newaxis]


def test_a_line_is_found_where_it_is_in_the_picture_and_a_little_grown() -> None:
    network = MapOf(((160.0, 96.0), (60.0, 12.0), 0.0), 0.9)
    image = np.zeros((384, 640, 3), dtype=np.uint8)

    (line,) = TextDetector(network).find(image, Search(longest_side=320))

    assert network.shape == (1, 3, 192, 320)
    assert (line.center_x, line.center_y) == pytest.approx((320, 192), abs=3)
    assert 120 < line.length < 180
    assert 24 < line.height < 60
    assert line.aspect == pytest.approx(line.length / line.height)


@pytest.mark.parametrize("slant", [-20.0, -3.0, 3.0, 20.0])
def test_a_slanted_line_keeps_its_slant(slant: float) -> None:
    network = MapOf(((160.0, 96.0), (80.0, 14.0), slant), 0.9)
    image = np.zeros((192, 320, 3), dtype=np.uint8)

    (line,) = TextDetector(network).find(image, Search(longest_side=320))

    assert line.slant == pytest.approx(slant, abs=2.5)


def test_faint_text_is_left_out() -> None:
    network = MapOf(((160.0, 96.0), (60.0, 12.0), 0.0), 0.3)

    lines = TextDetector(network).find(np.zeros((192, 320, 3), dtype=np.uint8), Search(320))

    assert lines == []


def test_the_box_of_a_line_stays_within_the_picture() -> None:
    line = TextLine(center_x=5, center_y=2, length=60, height=20, slant=10, score=1)

    assert line.box(100, 50) == Box(0, 0, line.box(100, 50).width, line.box(100, 50).height)
    assert line.box(100, 50).width <= 100
    assert line.box(100, 50).height <= 50
