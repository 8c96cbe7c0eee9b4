from __future__ import annotations

import base64
import json
import queue
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Health, ReadAnswer, Still
from devices.recognition.pushed.camera_reads import CameraReads
from devices.recognition.pushed.events import EventBook
from devices.recognition.pushed.keys import CameraKeys
from devices.recognition.pushed.listener import PushListener
from tests.devices.recognition.pushed.sending import SECRET, isapi, jpeg, multipart, post

GENEROUS_S = 20.0
LIVE = Still(0, 1, 640, 360, b"\xff\xd8live", b"\xff\xd8small")

Start = Callable[..., CameraReads]


@pytest.fixture
def answers() -> queue.Queue[ReadAnswer]:
    return queue.Queue()


@pytest.fixture
def start(answers: queue.Queue[ReadAnswer]) -> Iterator[Start]:
    begun: list[CameraReads] = []

    def begin(*, port: int = 0, secret: str = SECRET, wait_limit_ms: int = 20_000) -> CameraReads:
        stills = {"entry": lambda: LIVE, "exit": lambda: None}
        reads = CameraReads(stills, host="127.0.0.1", port=port, secret=secret, wait_limit_ms=wait_limit_ms)
        begun.append(reads)
        reads.start(answers.put)
        return reads

    yield begin
    for reads in begun:
        reads.stop()


def send(reads: CameraReads, camera: str = "entry", **said: object) -> int:
    return post(reads.port, json.dumps(said).encode(), path=f"/cameras/{camera}")[0]


def test_what_the_camera_reads_is_the_answer_with_its_picture(
    start: Start, answers: queue.Queue[ReadAnswer]
) -> None:
    reads = start()
    reads.request("entry", 5)
    send(reads, plate="ABC-1234", confidence=0.93, image=base64.b64encode(jpeg()).decode())

    answer = answers.get(timeout=GENEROUS_S)

    assert (answer.camera_id, answer.token, answer.cause) == ("entry", 5, "")
    assert [(read.text, read.confidence) for read in answer.reads] == [("ABC-1234", 0.93)]
    assert answer.still is not None
    assert answer.still.jpeg == jpeg()
    assert answer.still.sequence == answer.sequence
    assert reads.status().health is Health.OK


def test_a_read_without_a_picture_gets_the_cameras_newest_one(
    start: Start, answers: queue.Queue[ReadAnswer]
) -> None:
    reads = start()
    reads.request("entry", 1)
    send(reads, plate="ABC-1234")

    assert answers.get(timeout=GENEROUS_S).still == LIVE


def test_a_read_with_a_broken_picture_counts_all_the_same(
    start: Start, answers: queue.Queue[ReadAnswer]
) -> None:
    reads = start()
    reads.request("entry", 1)
    body, kind = multipart(
        ("anpr.xml", "application/xml", isapi()), ("detectionPicture.jpg", "image/jpeg", jpeg()[:300])
    )
    assert post(reads.port, body, kind=kind)[0] == 200

    answer = answers.get(timeout=GENEROUS_S)

    assert answer.reads[0].text == "ABC1234"
    assert answer.still == LIVE


def test_where_the_camera_sends_nothing_in_time_there_is_no_read_but_a_picture(
    start: Start, answers: queue.Queue[ReadAnswer]
) -> None:
    reads = start(wait_limit_ms=300)
    reads.request("entry", 1)

    answer = answers.get(timeout=GENEROUS_S)

    assert (answer.cause, answer.reads, answer.still) == ("camera.no_read", (), LIVE)


def test_a_vehicle_without_a_plate_is_no_read_at_once(start: Start, answers: queue.Queue[ReadAnswer]) -> None:
    reads = start()
    reads.request("exit", 1)
    send(reads, "exit", plate=None)

    answer = answers.get(timeout=GENEROUS_S)

    assert (answer.cause, answer.reads, answer.still) == ("camera.no_read", (), None)


def test_each_lane_gets_the_reads_of_its_own_camera(start: Start, answers: queue.Queue[ReadAnswer]) -> None:
    reads = start()
    reads.request("entry", 1)
    reads.request("exit", 1)
    send(reads, "exit", plate="EXIT99")
    send(reads, "entry", plate="ENTRY1")

    got = {
        answer.camera_id: answer.reads[0].text for answer in (answers.get(timeout=GENEROUS_S) for _ in "12")
    }

    assert got == {"entry": "ENTRY1", "exit": "EXIT99"}


def test_a_camera_that_nobody_knows_is_told_so(start: Start, answers: queue.Queue[ReadAnswer]) -> None:
    reads = start()
    reads.request("garage", 1)

    assert send(reads, "garage", plate="ABC1234") == 409
    assert answers.get(timeout=GENEROUS_S).cause == "camera.unknown"


def test_an_old_read_is_not_taken_for_the_vehicle_that_is_here(
    start: Start, answers: queue.Queue[ReadAnswer]
) -> None:
    reads = start()
    reads.request("entry", 1)
    long_ago = datetime.now(UTC) - timedelta(minutes=5)

    assert send(reads, plate="OLD1234", captured_at=long_ago.isoformat()) == 409
    assert (reads.status().health, reads.status().cause) == (Health.STALE, "listener.clock")
    assert send(reads, plate="NEW1234", captured_at=datetime.now(UTC).isoformat()) == 200
    assert answers.get(timeout=GENEROUS_S).reads[0].text == "NEW1234"
    assert reads.status().health is Health.OK


@pytest.mark.parametrize("captured_at", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"])
def test_the_ends_of_time_are_too_far_away(start: Start, captured_at: str) -> None:
    assert send(start(), plate="ABC1234", captured_at=captured_at) == 409


def test_a_port_that_is_taken_shows_and_is_used_once_it_is_free(
    start: Start, answers: queue.Queue[ReadAnswer]
) -> None:
    other = PushListener("127.0.0.1", 0, CameraKeys(SECRET), lambda *_: "")
    reads = start(port=other.port)
    assert (reads.status().health, reads.status().cause) == (Health.FAILED, "listener.not_bound")
    reads.request("entry", 1)
    assert answers.get(timeout=GENEROUS_S).cause == "listener.not_bound"

    other.stop()

    ends_at = time.monotonic() + GENEROUS_S
    while reads.status().health is not Health.OK:
        assert time.monotonic() < ends_at
        time.sleep(0.02)
    reads.request("entry", 2)
    assert send(reads, plate="ABC1234") == 200
    assert answers.get(timeout=GENEROUS_S).token == 2


def test_without_a_secret_nobody_is_heard(start: Start, answers: queue.Queue[ReadAnswer]) -> None:
    reads = start(secret="")

    assert reads.status().cause == "listener.no_secret"
    reads.request("entry", 1)
    assert answers.get(timeout=GENEROUS_S).cause == "listener.no_secret"


def test_stopping_answers_what_waits_and_may_be_done_twice(
    start: Start, answers: queue.Queue[ReadAnswer]
) -> None:
    reads = start()
    reads.request("entry", 1)

    reads.stop()
    reads.stop()

    assert answers.get(timeout=GENEROUS_S).cause == "recogniser.stopped"
    with pytest.raises(DeviceError, match=r"recogniser\.stopped"):
        reads.request("entry", 2)


def test_a_lane_that_fails_on_an_answer_costs_the_others_nothing(
    start: Start, answers: queue.Queue[ReadAnswer], caplog: pytest.LogCaptureFixture
) -> None:
    def listen(answer: ReadAnswer) -> None:
        answers.put(answer)
        if answer.camera_id == "entry":
            raise RuntimeError("a bug of the lane")

    reads = CameraReads(
        {"entry": lambda: None, "exit": lambda: None},
        host="127.0.0.1",
        port=0,
        secret=SECRET,
        wait_limit_ms=100,
    )
    reads.start(listen)
    try:
        reads.request("entry", 1)
        reads.request("exit", 1)
        assert {answers.get(timeout=GENEROUS_S).camera_id for _ in range(2)} == {"entry", "exit"}
    finally:
        reads.stop()
    assert "a bug of the lane" in caplog.text


def test_a_fault_with_one_cameras_picture_is_written_down_and_every_lane_is_answered(
    answers: queue.Queue[ReadAnswer], caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> Still:
        raise RuntimeError("a bug of the camera")

    reads = CameraReads(
        {"entry": broken, "exit": lambda: LIVE}, host="127.0.0.1", port=0, secret=SECRET, wait_limit_ms=100
    )
    reads.start(answers.put)
    try:
        for token in (1, 2):
            reads.request("entry", token)
            reads.request("exit", token)
            got = {answer.camera_id: answer for answer in (answers.get(timeout=GENEROUS_S) for _ in "12")}
            assert (got["entry"].token, got["entry"].cause) == (token, "recogniser.no_answer")
            assert (got["exit"].token, got["exit"].still) == (token, LIVE)
    finally:
        reads.stop()
    assert "a bug of the camera" in caplog.text


def test_a_fault_among_the_reads_is_written_down_and_what_waits_is_answered(
    start: Start,
    answers: queue.Queue[ReadAnswer],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(_book: EventBook, _token: int) -> None:
        raise RuntimeError("a bug of the book")

    reads = start()
    with monkeypatch.context() as patched:
        patched.setattr(EventBook, "take", broken)
        reads.request("entry", 1)
        assert answers.get(timeout=GENEROUS_S).cause == "recogniser.no_answer"
    assert "a bug of the book" in caplog.text
    reads.request("entry", 2)
    assert send(reads, plate="ABC1234") == 200
    assert answers.get(timeout=GENEROUS_S).token == 2
