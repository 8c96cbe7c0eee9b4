import socket

import pytest

from console.runtime.clock import SystemClock
from console.screens.first_run import camera_trial
from console.screens.first_run.camera_trial import try_camera
from console.screens.form.sentences import sentence_of
from console.wiring import Wiring
from core.config import CameraConfig
from core.domain.errors import DeviceError
from tests.far_sides.rtsp import RtspServer


@pytest.fixture
def wiring():
    made = Wiring(SystemClock())
    yield made
    made.close()


def test_a_network_camera_that_is_tried_shows_a_picture(wiring):
    with RtspServer() as camera:
        still = try_camera(CameraConfig(kind="rtsp", address=camera.url), wiring)
    assert still.thumbnail.startswith(b"\xff\xd8")


def test_a_camera_at_a_wrong_address_is_told_in_a_sentence(wiring, dressed, monkeypatch):
    monkeypatch.setattr(camera_trial, "LIMIT_S", 6.0)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nobody = CameraConfig(kind="rtsp", address=f"rtsp://127.0.0.1:{taken.getsockname()[1]}/main")
        with pytest.raises(DeviceError) as refused:
            try_camera(nobody, wiring)
    said = sentence_of(refused.value)
    assert refused.value.cause == "camera.refused"
    assert said.startswith("The camera refused the connection.")
    assert "camera." not in said
