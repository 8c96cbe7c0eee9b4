from __future__ import annotations

import queue
import time
from pathlib import Path

import pytest

from console.readers import with_cameras_that_read
from console.wiring.far_sides import FarSides
from core.config import (
    BarrierConfig,
    CameraConfig,
    Config,
    LaneConfig,
    ListenerConfig,
    LoopsConfig,
    MqttConfig,
)
from core.services.ports import Health, ReadAnswer
from tests.devices.barriers.contract import eventually
from tests.fakes.camera import FakeCamera
from tests.fakes.clock import FakeClock
from tests.fakes.recogniser import FakeRecogniser
from tests.far_sides.mosquitto import Mosquitto


def lane(name: str, camera: CameraConfig) -> LaneConfig:
    return LaneConfig(
        id=name, camera=camera, barrier=BarrierConfig(kind="memory"), loops=LoopsConfig(kind="memory")
    )


def test_a_camera_with_a_topic_is_heard_at_the_broker_and_one_with_a_key_at_the_listener(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXIT_KEY", "the key of the exit")
    with Mosquitto(tmp_path) as mosquitto:
        config = Config(
            listener=ListenerConfig(host="127.0.0.1", port=mosquitto.port + 1),
            mqtt=MqttConfig(host="127.0.0.1", port=mosquitto.port),
            lanes=(
                lane("in-1", CameraConfig(kind="simulator", reads="itself", topic="lot/in-1/plate")),
                lane("out-1", CameraConfig(kind="simulator", reads="itself", key="env:EXIT_KEY")),
            ),
        )
        far = FarSides(FakeClock())
        far.mqtt = config.mqtt
        cameras = {"in-1": FakeCamera(), "out-1": FakeCamera()}
        readers = with_cameras_that_read(FakeRecogniser(), config, cameras, far)
        answers: queue.Queue[ReadAnswer] = queue.Queue()
        readers.start(answers.put)
        assert eventually(lambda: readers.status().health is not Health.FAILED)
        time.sleep(1)
        readers.request("in-1", 1)
        mosquitto.publish("lot/in-1/plate", '{"plate": "ABC-1234", "confidence": 0.9}')
        assert [read.text for read in answers.get(timeout=20).reads] == ["ABC-1234"]
        readers.stop()
