"""The worker's own part: which part of a picture the reader gets, and where its reads are."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.domain.camera_views import CameraView, rectangle
from core.domain.reads import Box, Read
from core.services.ports import ReadAnswer
from devices.cameras.ring import FrameRing
from devices.recognition.lane_views import LaneViews
from devices.recognition.messages import Request
from devices.recognition.pictures_of_rings import RingPictures
from devices.recognition.waiting import Turn
from devices.recognition.worker import Worker

WIDTH, HEIGHT = 640, 360
PLATE = Box(400, 200, 120, 30)
CLOCK = Box(10, 8, 150, 20)


class MarkReader:
    """Reads whatever is purely red as the plate and purely blue as the clock, and notes what it was shown."""

    def __init__(self) -> None:
        self.sizes: list[tuple[int, int]] = []
        self.hints: list[Box | None] = []

    def read(
        self, image: NDArray[np.uint8], *, deadline_ms: float | None = None, hint: Box | None = None
    ) -> list[Read]:
        self.sizes.append((image.shape[1], image.shape[0]))
        self.hints.append(hint)
        return [
            Read(text, 0.9, box)
            for text, colour in (("ABC1234", (0, 0, 255)), ("14320513", (255, 0, 0)))
            if (box := _marked(image, colour)) is not None
        ]


def _marked(image: NDArray[np.uint8], colour: tuple[int, int, int]) -> Box | None:
    rows, columns = np.nonzero((image == np.array(colour, dtype=np.uint8)).all(axis=2))
    if not len(rows):
        return None
    left, top = int(columns.min()), int(rows.min())
    return Box(left, top, int(columns.max()) - left + 1, int(rows.max()) - top + 1)


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[FrameRing]:
    made = FrameRing.create(tmp_path / "entry.ring", max_width=WIDTH, max_height=HEIGHT)
    yield made
    made.close()


class Lane:
    """A camera's ring and the worker that reads it."""

    def __init__(self, folder: Path, ring: FrameRing) -> None:
        self.ring = ring
        self.reader = MarkReader()
        self.views = LaneViews({})
        self.worker = Worker(self.reader, RingPictures({"entry": folder / "entry.ring"}), self.views)

    def see(self, view: CameraView | None = None, token: int = 1) -> ReadAnswer:
        image = np.full((HEIGHT, WIDTH, 3), 120, dtype=np.uint8)
        for box, colour in ((PLATE, (0, 0, 255)), (CLOCK, (255, 0, 0))):
            image[box.y : box.y + box.height, box.x : box.x + box.width] = colour
        preview = np.zeros((8, 8, 4), dtype=np.uint8)
        self.ring.write(image, captured_ns=time.monotonic_ns(), preview=preview)
        return self.worker.answer(Turn(Request("entry", token, 0, view), in_time=True))


@pytest.fixture
def lane(tmp_path: Path, ring: FrameRing) -> Lane:
    return Lane(tmp_path, ring)


def texts(answer: ReadAnswer) -> list[str]:
    return [read.text for read in answer.reads]


def around(box: Box, margin: int = 20) -> CameraView:
    left, top = max(0, box.x - margin), max(0, box.y - margin)
    right, bottom = box.x + box.width + margin, box.y + box.height + margin
    return CameraView(region=rectangle(left / WIDTH, top / HEIGHT, right / WIDTH, bottom / HEIGHT))


def test_without_a_view_everything_in_the_picture_is_read(lane: Lane) -> None:
    assert texts(lane.see()) == ["ABC1234", "14320513"]


def test_a_plate_within_the_region_is_where_it_is_in_the_whole_picture(lane: Lane) -> None:
    lane.views.change({"entry": around(PLATE)})
    [read] = lane.see().reads
    assert read.box == PLATE
    assert lane.reader.sizes[-1] == (160, 70)


def test_a_region_that_leaves_the_plate_out_means_that_it_is_not_read(lane: Lane) -> None:
    lane.views.change({"entry": CameraView(region=rectangle(0.0, 0.0, 0.5, 1.0))})
    assert texts(lane.see()) == ["14320513"]


def test_a_mask_over_the_cameras_clock_means_that_it_is_not_read(lane: Lane) -> None:
    lane.views.change({"entry": CameraView(masks=(rectangle(0.0, 0.0, 0.3, 0.1),))})
    assert texts(lane.see()) == ["ABC1234"]


def test_the_picture_that_is_kept_is_the_whole_one(lane: Lane) -> None:
    lane.views.change({"entry": around(PLATE)})
    still = lane.see().still
    assert still is not None
    assert (still.width, still.height) == (WIDTH, HEIGHT)


def test_where_the_plate_was_a_moment_ago_is_told_in_the_part_that_is_read(lane: Lane) -> None:
    lane.views.change({"entry": around(PLATE)})
    lane.see()
    lane.see()
    assert lane.reader.hints == [None, Box(20, 20, PLATE.width, PLATE.height)]


def test_a_trial_of_a_view_reads_that_view_and_leaves_no_trace(lane: Lane) -> None:
    lane.views.change({"entry": around(PLATE)})
    assert texts(lane.see(around(CLOCK), token=-1)) == ["14320513"]
    assert texts(lane.see(CameraView(), token=-2)) == ["ABC1234", "14320513"]
    assert texts(lane.see()) == ["ABC1234"]
    assert lane.reader.hints == [None, None, None]
