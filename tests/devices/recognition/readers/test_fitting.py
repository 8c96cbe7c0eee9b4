from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from core.domain.reads import Box, Read
from devices.recognition.readers.fitting import MOST_PIXELS, MOST_SIDE_PIXELS, FittingReader
from devices.recognition.readers.registry import open_reader
from tests.devices.recognition.any_plates import ANY_PLATES
from tests.devices.recognition.pictures import car


class Noting:
    """Sees a plate over the whole picture, and notes what it was shown."""

    def __init__(self) -> None:
        self.shapes: list[tuple[int, ...]] = []
        self.hints: list[Box | None] = []

    def read(
        self, image: NDArray[np.uint8], *, deadline_ms: float | None = None, hint: Box | None = None
    ) -> list[Read]:
        assert image.flags["C_CONTIGUOUS"]
        self.shapes.append(image.shape)
        self.hints.append(hint)
        height, width = image.shape[:2]
        return [Read("ABC1234", 0.9, Box(0, 0, width, height), (), None, 20.0)]


@pytest.mark.parametrize("shape", [(0, 0, 3), (0, 640, 3), (640, 0), (1, 1, 3), (1, 1), (15, 4000, 3)])
def test_a_picture_too_small_for_a_plate_holds_none(shape: tuple[int, ...]) -> None:
    reader = Noting()

    assert FittingReader(reader).read(np.zeros(shape, dtype=np.uint8)) == []
    assert reader.shapes == []


@pytest.mark.parametrize("shape", [(90, 160), (90, 160, 1), (90, 160, 4), (90, 160, 3)])
def test_every_reader_is_shown_three_colours(shape: tuple[int, ...]) -> None:
    reader = Noting()

    FittingReader(reader).read(np.zeros(shape, dtype=np.uint8))

    assert reader.shapes == [(90, 160, 3)]


@pytest.mark.parametrize("shape", [(400, 20_000, 3), (20_000, 64), (7_000, 7_000)])
def test_an_endless_picture_is_shown_smaller_and_its_boxes_are_in_its_own_pixels(
    shape: tuple[int, ...],
) -> None:
    reader = Noting()

    reads = FittingReader(reader).read(np.zeros(shape, dtype=np.uint8), hint=Box(0, 0, shape[1], shape[0]))

    height, width = reader.shapes[0][:2]
    assert max(height, width) <= MOST_SIDE_PIXELS
    assert height * width <= MOST_PIXELS
    assert reads[0].box == Box(0, 0, shape[1], shape[0])
    assert reader.hints == [Box(0, 0, width, height)]
    assert reads[0].character_pixels == pytest.approx(20.0 * shape[0] / height)


@pytest.mark.parametrize(
    "picture",
    [np.zeros((90, 160, 3), dtype=np.float32), np.zeros((90, 160, 2), np.uint8), np.zeros(90, np.uint8)],
)
def test_what_is_no_picture_is_refused(picture: NDArray[np.uint8]) -> None:
    with pytest.raises(DeviceError) as caught:
        FittingReader(Noting()).read(picture)

    assert caught.value.cause == "camera.picture_unreadable"


def test_our_own_reader_takes_pictures_of_any_size_and_kind() -> None:
    reader = open_reader(shapes=ANY_PLATES)
    half = car("ABC1234")
    half[270:] = 128
    strange = [
        np.zeros((0, 0, 3), dtype=np.uint8),
        np.zeros((1, 1), dtype=np.uint8),
        np.zeros((16, 16, 3), dtype=np.uint8),
        np.zeros((17, 8_000), dtype=np.uint8),
        np.full((64, 20_000, 3), 200, dtype=np.uint8),
        half,
    ]

    assert [reader.read(picture) for picture in strange] == [[]] * len(strange)
    assert reader.read(car("ABC1234")[:, :, 1])[0].text == "ABC1234"
