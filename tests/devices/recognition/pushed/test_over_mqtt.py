from __future__ import annotations

import base64
import json
import queue
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.services.ports import Health, ReadAnswer
from devices.recognition.pushed.camera_reads import CameraReads
from devices.transports.broker import Broker
from devices.transports.broker_session import BrokerAddress
from tests.devices.barriers.contract import eventually
from tests.devices.recognition.pushed.sending import SECRET, jpeg, post
from tests.far_sides.mosquitto import Mosquitto

TOPIC = "lot/entry/plate"
GENEROUS_S = 20.0


@pytest.fixture
def mosquitto(tmp_path: Path) -> Iterator[Mosquitto]:
    with Mosquitto(tmp_path) as broker:
        yield broker


@pytest.fixture
def answers() -> queue.Queue[ReadAnswer]:
    return queue.Queue()


@pytest.fixture
def reads(mosquitto: Mosquitto, answers: queue.Queue[ReadAnswer]) -> Iterator[CameraReads]:
    reads = CameraReads(
        {"entry": lambda: None, "exit": lambda: None},
        host="127.0.0.1",
        port=0,
        secret=SECRET,
        broker=Broker(BrokerAddress("127.0.0.1", mosquitto.port)),
        topics={"entry": TOPIC},
        wait_limit_ms=15_000,
    )
    reads.start(answers.put)
    assert eventually(lambda: reads.status().health is Health.OK)
    time.sleep(0.2)  # the broker's word that it passes the topic on is not waited for
    yield reads
    reads.stop()


def read(plate: str = "ABC-1234", **more: object) -> str:
    return json.dumps({"plate": plate, "confidence": 0.93, **more})


def test_what_a_camera_publishes_is_the_answer_with_its_picture(
    mosquitto: Mosquitto, reads: CameraReads, answers: queue.Queue[ReadAnswer]
) -> None:
    reads.request("entry", 5)
    mosquitto.publish(TOPIC, read(image=base64.b64encode(jpeg(1920, 1080)).decode()))
    answer = answers.get(timeout=GENEROUS_S)
    assert (answer.camera_id, answer.token, answer.cause, answer.has_voted) == ("entry", 5, "", True)
    assert [(one.text, one.confidence) for one in answer.reads] == [("ABC-1234", 0.93)]
    assert answer.still is not None
    assert answer.still.width == 1920


def test_other_cameras_still_come_over_http(
    mosquitto: Mosquitto, reads: CameraReads, answers: queue.Queue[ReadAnswer]
) -> None:
    reads.request("exit", 6)
    assert post(reads.port, read().encode(), path="/cameras/exit")[0] == 200
    assert answers.get(timeout=GENEROUS_S).camera_id == "exit"


def test_a_read_that_the_broker_only_kept_is_of_a_vehicle_long_gone(
    mosquitto: Mosquitto, answers: queue.Queue[ReadAnswer]
) -> None:
    mosquitto.publish(TOPIC, read(), retain=True)
    reads = CameraReads(
        {"entry": lambda: None},
        host="127.0.0.1",
        port=0,
        secret="",
        broker=Broker(BrokerAddress("127.0.0.1", mosquitto.port)),
        topics={"entry": TOPIC},
        wait_limit_ms=1500,
    )
    reads.start(answers.put)
    reads.request("entry", 1)
    assert eventually(lambda: reads.status().health is Health.OK)
    assert answers.get(timeout=GENEROUS_S).cause == "camera.no_read"
    assert reads.port == 0, "where no camera comes over HTTP nothing listens"
    reads.stop()


@pytest.mark.parametrize(
    "rubbish", ["", "{", "[]", read("x" * 100), '{"plate": 7}', "[" * 50_000, read(image="no base64")]
)
def test_rubbish_does_not_keep_the_next_read_from_being_heard(
    mosquitto: Mosquitto, reads: CameraReads, answers: queue.Queue[ReadAnswer], rubbish: str
) -> None:
    reads.request("entry", 7)
    mosquitto.publish(TOPIC, rubbish)
    mosquitto.publish(f"{TOPIC}/more", read("ZZZ-9999"))
    mosquitto.publish(TOPIC, read())
    assert [one.text for one in answers.get(timeout=GENEROUS_S).reads] == ["ABC-1234"]


def test_a_lane_is_told_at_once_that_the_broker_is_gone_and_hears_the_camera_again_when_it_is_back(
    mosquitto: Mosquitto, reads: CameraReads, answers: queue.Queue[ReadAnswer]
) -> None:
    mosquitto.stop(kill=True)
    assert eventually(lambda: reads.status().health is Health.FAILED)
    reads.request("entry", 8)
    assert answers.get(timeout=GENEROUS_S).cause == "broker.no_answer"
    mosquitto.start()
    back_s = time.monotonic()
    assert eventually(lambda: reads.status().health is Health.OK)
    assert time.monotonic() - back_s < 6
    time.sleep(0.2)
    reads.request("entry", 9)
    mosquitto.publish(TOPIC, read())
    assert answers.get(timeout=GENEROUS_S).token == 9
