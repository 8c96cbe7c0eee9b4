from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from core.domain.errors import DeviceError
from core.domain.reads import Box, Read
from core.services.ports import Health, ReadAnswer
from devices.cameras.ring import FrameRing
from devices.recognition.models import MODELS, path_of
from devices.recognition.outstanding import MOST_OUTSTANDING
from devices.recognition.process import RecogniserProcess
from tests.devices.recognition.pictures import car

GENEROUS_S = 40.0
SEEN = Read("ABC1234", 0.9, Box(1, 2, 3, 4), (("ABC1Z34", 0.05),))


class Cameras:
    """Two rings with a picture in each."""

    def __init__(self, folder: Path) -> None:
        self.paths = {camera: folder / f"{camera}.ring" for camera in ("entry", "exit")}
        self.rings = {
            camera: FrameRing.create(path, max_width=960, max_height=540)
            for camera, path in self.paths.items()
        }
        for camera in self.rings:
            self.show(camera, "ABC-1234")

    def show(self, camera: str, plate: str) -> int:
        preview = np.zeros((8, 8, 4), dtype=np.uint8)
        return self.rings[camera].write(car(plate), captured_ns=time.monotonic_ns(), preview=preview)


@pytest.fixture
def cameras(tmp_path: Path) -> Iterator[Cameras]:
    made = Cameras(tmp_path)
    yield made
    for ring in made.rings.values():
        ring.close()


@pytest.fixture
def answers() -> queue.Queue[ReadAnswer]:
    return queue.Queue()


@pytest.fixture
def stub(cameras: Cameras, answers: queue.Queue[ReadAnswer]) -> Iterator[RecogniserProcess]:
    process = RecogniserProcess(cameras.paths, reader="stub", stub_reads=(SEEN,))
    process.start(answers.put)
    yield process
    process.stop()


def wait_until(condition: Callable[[], bool]) -> None:
    ends_at = time.monotonic() + GENEROUS_S
    while not condition():
        assert time.monotonic() < ends_at, "waited in vain"
        time.sleep(0.02)


def is_alive(process_id: int) -> bool:
    try:
        stat = Path(f"/proc/{process_id}/stat").read_text()
    except OSError:
        return False
    # The state stands behind the name in brackets; a zombie only waits to be counted.
    return stat.rpartition(")")[2].split()[0] != "Z"


def is_ok(process: RecogniserProcess) -> Callable[[], bool]:
    return lambda: process.status().health is Health.OK


def test_a_request_is_answered_with_the_plates_and_the_picture_that_was_read(
    stub: RecogniserProcess, answers: queue.Queue[ReadAnswer]
) -> None:
    stub.request("entry", 7)

    answer = answers.get(timeout=GENEROUS_S)

    assert (answer.camera_id, answer.token, answer.cause) == ("entry", 7, "")
    assert answer.reads == (SEEN,)
    assert answer.still is not None
    assert answer.still.sequence == answer.sequence == 1
    assert answer.still.jpeg.startswith(b"\xff\xd8")
    assert (answer.still.width, answer.still.height) == (960, 540)


def test_a_newer_picture_is_waited_for(
    stub: RecogniserProcess, cameras: Cameras, answers: queue.Queue[ReadAnswer]
) -> None:
    wait_until(is_ok(stub))
    stub.request("entry", 1, not_before_sequence=1)
    newer = cameras.show("entry", "XYZ-9876")

    answer = answers.get(timeout=GENEROUS_S)

    assert answer.sequence == newer


def test_where_no_newer_picture_comes_the_answer_says_so(
    stub: RecogniserProcess, answers: queue.Queue[ReadAnswer]
) -> None:
    stub.request("entry", 1, not_before_sequence=1)

    answer = answers.get(timeout=GENEROUS_S)

    assert answer.cause == "camera.no_picture"
    assert answer.reads == ()
    assert answer.still is None


def test_a_camera_that_is_not_there_is_answered_too(
    stub: RecogniserProcess, answers: queue.Queue[ReadAnswer]
) -> None:
    stub.request("garage", 1)

    assert answers.get(timeout=GENEROUS_S).cause == "camera.unknown"


def test_every_request_is_answered_once_when_the_process_is_killed_and_it_comes_back(
    stub: RecogniserProcess, answers: queue.Queue[ReadAnswer]
) -> None:
    wait_until(is_ok(stub))
    killed = stub.process_id
    assert killed is not None
    os.kill(killed, signal.SIGSTOP)
    for token in range(5):
        stub.request("entry", token)
        stub.request("exit", token)
    time.sleep(0.3)
    os.kill(killed, signal.SIGKILL)

    got = [answers.get(timeout=GENEROUS_S) for _ in range(10)]

    assert {(answer.camera_id, answer.token) for answer in got} == {
        (camera, token) for camera in ("entry", "exit") for token in range(5)
    }
    assert {answer.cause for answer in got} <= {"", "recogniser.restarted"}
    assert "recogniser.restarted" in {answer.cause for answer in got}
    stub.request("entry", 99)
    assert answers.get(timeout=GENEROUS_S).reads == (SEEN,)
    assert stub.status().health is Health.OK
    assert stub.process_id != killed
    assert answers.empty()


def test_a_process_that_hangs_is_replaced_and_its_requests_answered(
    stub: RecogniserProcess, answers: queue.Queue[ReadAnswer]
) -> None:
    wait_until(is_ok(stub))
    stuck = stub.process_id
    assert stuck is not None
    os.kill(stuck, signal.SIGSTOP)
    stub.request("entry", 1)

    assert answers.get(timeout=GENEROUS_S).cause == "recogniser.no_answer"

    wait_until(lambda: not is_alive(stuck))
    wait_until(is_ok(stub))
    stub.request("entry", 2)
    assert answers.get(timeout=GENEROUS_S).token == 2


def test_more_requests_than_fit_are_answered_as_busy(
    stub: RecogniserProcess, answers: queue.Queue[ReadAnswer]
) -> None:
    many = MOST_OUTSTANDING * 2
    for token in range(many):
        stub.request("entry", token)

    got = [answers.get(timeout=GENEROUS_S) for _ in range(many)]

    assert sorted(answer.token for answer in got) == list(range(many))
    assert {answer.cause for answer in got} == {"", "recogniser.busy"}


def test_stopping_answers_what_is_outstanding_and_may_be_done_twice(
    cameras: Cameras, answers: queue.Queue[ReadAnswer]
) -> None:
    process = RecogniserProcess(cameras.paths, reader="stub")
    process.start(answers.put)
    process.request("entry", 1)

    process.stop()
    process.stop()

    assert answers.get(timeout=GENEROUS_S).cause in ("", "recogniser.stopped")
    assert process.status().health is Health.UNKNOWN
    with pytest.raises(DeviceError, match=r"recogniser\.stopped"):
        process.request("entry", 2)


def test_a_listener_that_fails_costs_the_other_lanes_nothing(
    cameras: Cameras, answers: queue.Queue[ReadAnswer], caplog: pytest.LogCaptureFixture
) -> None:
    def listen(answer: ReadAnswer) -> None:
        answers.put(answer)
        if answer.camera_id == "entry":
            raise RuntimeError("a bug of the lane")

    process = RecogniserProcess(cameras.paths, reader="stub")
    process.start(listen)
    try:
        process.request("entry", 1)
        process.request("exit", 1)
        assert {answers.get(timeout=GENEROUS_S).camera_id for _ in range(2)} == {"entry", "exit"}
    finally:
        process.stop()
    assert "a bug of the lane" in caplog.text


def test_damaged_models_show_in_the_status_and_in_the_answers(
    cameras: Cameras, answers: queue.Queue[ReadAnswer], tmp_path: Path
) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    for model in MODELS:
        content = bytearray(path_of(model).read_bytes())
        content[-1] ^= 1
        (folder / model.name).write_bytes(content)
    process = RecogniserProcess(cameras.paths, model_folder=folder)
    process.start(answers.put)
    try:
        process.request("entry", 1)

        assert answers.get(timeout=GENEROUS_S).cause == "recogniser.model_damaged"
        assert process.status().health is Health.FAILED
        assert process.status().cause == "recogniser.model_damaged"
    finally:
        process.stop()


def test_the_plate_before_the_camera_is_read(cameras: Cameras, answers: queue.Queue[ReadAnswer]) -> None:
    process = RecogniserProcess(cameras.paths)
    process.start(answers.put)
    try:
        wait_until(is_ok(process))
        for token, plate in enumerate(("BRA2E19", "BRA2E19", "7ABC123")):
            sequence = cameras.show("exit", plate)
            process.request("exit", token, not_before_sequence=sequence - 1)
            answer = answers.get(timeout=GENEROUS_S)
            assert answer.reads[0].text == plate
            assert answer.sequence == sequence
    finally:
        process.stop()


def test_the_process_leaves_with_a_console_that_was_killed(cameras: Cameras) -> None:
    code = (
        "import sys, time\nfrom pathlib import Path\n"
        "from devices.recognition.process import RecogniserProcess\n"
        "process = RecogniserProcess({'entry': Path(sys.argv[1])}, reader='stub')\n"
        "process.start(lambda answer: None)\n"
        "while process.status().health.value != 'ok': time.sleep(0.05)\n"
        "print(process.process_id, flush=True)\ntime.sleep(600)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(cameras.paths["entry"])], stdout=subprocess.PIPE, text=True
    ) as console:
        assert console.stdout is not None
        child = int(console.stdout.readline())
        assert is_alive(child)

        console.kill()
        console.wait(timeout=GENEROUS_S)

    wait_until(lambda: not is_alive(child))
