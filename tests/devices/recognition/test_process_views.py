"""Views reach the reading process: the one that runs, and the one that takes its place."""

from __future__ import annotations

import os
import queue
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.domain.camera_views import CameraView, rectangle
from core.domain.errors import DeviceError
from core.domain.reads import Box, Read
from core.services.ports import ReadAnswer
from devices.cameras.ring import FrameRing
from devices.recognition.process import RecogniserProcess

GENEROUS_S = 40.0
RIGHT_HALF = CameraView(region=rectangle(0.5, 0.0, 1.0, 1.0))
# The stub sees this in whatever it is shown; so where it is in the whole picture tells what it was shown.
SEEN = Read("ABC1234", 0.9, Box(10, 20, 40, 12))


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "entry.ring"
    made = FrameRing.create(path, max_width=640, max_height=360)
    image = np.zeros((360, 640, 3), dtype=np.uint8)
    made.write(image, captured_ns=1, preview=np.zeros((8, 8, 4), dtype=np.uint8))
    yield path
    made.close()


@pytest.fixture
def answers() -> queue.Queue[ReadAnswer]:
    return queue.Queue()


@pytest.fixture
def process(ring: Path, answers: queue.Queue[ReadAnswer]) -> Iterator[RecogniserProcess]:
    made = RecogniserProcess({"entry": ring}, reader="stub", stub_reads=(SEEN,))
    made.start(answers.put)
    yield made
    made.stop()


def left_of(answers: queue.Queue[ReadAnswer]) -> int:
    answer = answers.get(timeout=GENEROUS_S)
    assert answer.cause == ""
    return answer.reads[0].box.x


def test_a_changed_view_reaches_the_process_that_runs(
    process: RecogniserProcess, answers: queue.Queue[ReadAnswer]
) -> None:
    process.request("entry", 1)
    assert left_of(answers) == 10

    process.set_views({"entry": RIGHT_HALF})
    process.request("entry", 2)
    assert left_of(answers) == 330

    process.set_views({})
    process.request("entry", 3)
    assert left_of(answers) == 10


def test_the_process_that_takes_a_dead_ones_place_knows_the_view(
    process: RecogniserProcess, answers: queue.Queue[ReadAnswer]
) -> None:
    process.request("entry", 1)
    left_of(answers)
    process.set_views({"entry": RIGHT_HALF})
    dead = process.process_id
    assert dead is not None
    os.kill(dead, signal.SIGKILL)

    process.request("entry", 2)
    answer = answers.get(timeout=GENEROUS_S)
    if answer.cause:
        process.request("entry", 3)
        answer = answers.get(timeout=GENEROUS_S)
    assert process.process_id != dead
    assert answer.reads[0].box.x == 330


def test_views_given_before_the_start_hold_from_the_first_picture_on(
    ring: Path, answers: queue.Queue[ReadAnswer]
) -> None:
    made = RecogniserProcess({"entry": ring}, reader="stub", stub_reads=(SEEN,), views={"entry": RIGHT_HALF})
    made.start(answers.put)
    made.request("entry", 1)
    assert left_of(answers) == 330
    made.stop()


def test_a_view_can_be_tried_beside_the_one_that_holds(
    process: RecogniserProcess, answers: queue.Queue[ReadAnswer]
) -> None:
    process.try_view("entry", -1, RIGHT_HALF)
    tried = answers.get(timeout=GENEROUS_S)
    assert (tried.token, tried.reads[0].box.x) == (-1, 330)
    process.request("entry", 1)
    assert left_of(answers) == 10


def test_a_view_of_an_unknown_camera_is_answered_so(
    process: RecogniserProcess, answers: queue.Queue[ReadAnswer]
) -> None:
    process.try_view("garden", -1, RIGHT_HALF)
    assert answers.get(timeout=GENEROUS_S).cause == "camera.unknown"


def test_without_a_running_process_views_are_kept_and_nothing_can_be_tried(ring: Path) -> None:
    made = RecogniserProcess({"entry": ring}, reader="stub")
    made.set_views({"entry": RIGHT_HALF})
    with pytest.raises(DeviceError, match=r"recogniser\.stopped"):
        made.try_view("entry", -1, RIGHT_HALF)
