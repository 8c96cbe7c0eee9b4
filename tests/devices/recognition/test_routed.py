from __future__ import annotations

import queue

from core.services.ports import DeviceStatus, Health, ReadAnswer
from devices.recognition.pushed.camera_reads import CameraReads
from devices.recognition.routed import RoutedRecogniser
from tests.devices.recognition.pushed.sending import SECRET, post
from tests.fakes.recogniser import FakeRecogniser

GENEROUS_S = 20.0


def routed(answers: queue.Queue[ReadAnswer], *, secret: str = SECRET) -> tuple[RoutedRecogniser, CameraReads]:
    process = FakeRecogniser()
    process.sees["exit"] = ("FROMUS1", 0.9)
    cameras = CameraReads({"entry": lambda: None}, host="127.0.0.1", port=0, secret=secret)
    both = RoutedRecogniser(process, cameras)
    both.start(answers.put)
    return both, cameras


def test_each_camera_is_read_by_whoever_reads_for_it() -> None:
    answers: queue.Queue[ReadAnswer] = queue.Queue()
    both, cameras = routed(answers)
    try:
        both.request("exit", 1)
        assert answers.get(timeout=GENEROUS_S).reads[0].text == "FROMUS1"

        both.request("entry", 1)
        assert post(cameras.port, b'{"plate": "ITSELF1"}')[0] == 200
        assert answers.get(timeout=GENEROUS_S).reads[0].text == "ITSELF1"
        assert both.status().health is Health.OK
    finally:
        both.stop()
        both.stop()


def test_the_worse_of_the_two_is_shown() -> None:
    both, _ = routed(queue.Queue(), secret="short")
    try:
        assert both.status().cause == "listener.no_secret"
    finally:
        both.stop()


def test_a_process_that_fails_is_shown_though_the_cameras_are_heard() -> None:
    both, _ = routed(queue.Queue())
    failing = FakeRecogniser()
    failing.status = lambda: DeviceStatus(Health.FAILED, 1, "recogniser.model_missing")  # type: ignore[method-assign]
    both._process = failing
    try:
        assert both.status().cause == "recogniser.model_missing"
    finally:
        both.stop()
