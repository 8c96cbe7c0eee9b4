"""A camera with its capture process, in front of a real RTSP server that is killed and frozen."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.services.ports import Health
from devices.cameras.camera import CaptureCamera
from devices.cameras.ring import FrameRing
from devices.cameras.source import CameraSpec
from devices.vision import cv2
from tests.devices.cameras.waiting import until, until_health, until_next_picture
from tests.far_sides.rtsp import RtspServer, burnt_in_ns

# Starts a camera and says the number of its capture process.
_PARENT = """
import sys, time
from pathlib import Path
from devices.cameras.camera import CaptureCamera
from devices.cameras.source import CameraSpec

camera = CaptureCamera("exit", CameraSpec("folder", sys.argv[1]), Path(sys.argv[2]))
camera.start()
while camera.preview() is None:
    time.sleep(0.02)
print(camera.capture_process_id, flush=True)
time.sleep(120)
"""


@contextmanager
def _started(spec: CameraSpec, folder: Path) -> Iterator[CaptureCamera]:
    camera = CaptureCamera("entry", spec, folder)
    camera.start()
    try:
        yield camera
    finally:
        camera.stop()


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    Image.new("RGB", (640, 360), (200, 10, 10)).save(folder / "a.jpg")
    return folder


def test_pictures_of_a_network_camera_arrive(tmp_path: Path) -> None:
    with RtspServer() as server, _started(CameraSpec("rtsp", server.url), tmp_path) as camera:
        until_health(camera, Health.OK)
        first = until_next_picture(camera)
        assert until_next_picture(camera) > first

        preview, still = camera.preview(), camera.still()
        assert preview is not None
        assert still is not None
        assert (preview.width, preview.height, len(preview.bgra)) == (480, 270, 480 * 270 * 4)
        assert (still.width, still.height) == (1280, 720)
        ring = FrameRing.open(camera.ring_path)
        frame = ring.latest()
        assert frame is not None
        assert frame.image.shape == (720, 1280, 3)
        ring.close()
    assert not camera.ring_path.exists()


def test_the_picture_of_a_moment_in_the_last_seconds_is_still_there(tmp_path: Path) -> None:
    with RtspServer(clock=True) as server, _started(CameraSpec("rtsp", server.url), tmp_path) as camera:
        until_health(camera, Health.OK)
        begun_ns = time.monotonic_ns()
        until(lambda: time.monotonic_ns() - begun_ns > 2_000_000_000, "two seconds of pictures")
        now_ns = time.monotonic_ns()
        for age_ms in (100, 300, 1500):
            at_ns = now_ns - age_ms * 1_000_000
            still = camera.still_at(at_ns)
            assert still is not None
            picture = cv2.imdecode(np.frombuffer(still.jpeg, np.uint8), cv2.IMREAD_COLOR)
            # What the picture itself says, and not only what was noted beside it.
            assert abs(burnt_in_ns(np.asarray(picture, np.uint8)) - at_ns) < 600_000_000
            assert abs(still.captured_ns - at_ns) < 400_000_000
        assert camera.still_at(now_ns - 60_000_000_000) is None
    assert list(tmp_path.iterdir()) == []
    assert camera.still_at(now_ns) is None


def test_a_camera_measures_what_it_delivers(tmp_path: Path) -> None:
    camera = CaptureCamera("entry", CameraSpec("rtsp", "rtsp://127.0.0.1:1/lane"), tmp_path)
    names = [name for name, _ in _measured(camera)]
    assert {value for _, value in _measured(camera)} == {None}
    with RtspServer(drive=True) as server, _started(CameraSpec("rtsp", server.url), tmp_path) as camera:
        until_health(camera, Health.OK)
        until(lambda: (dict(_measured(camera))["camera.frames_per_second"] or 0) > 15, "its pace is known")
        measured = dict(_measured(camera))
        assert [name for name, _ in _measured(camera)] == names
        assert (measured["camera.width_px"], measured["camera.height_px"]) == (1280, 720)
        assert measured["camera.frames_per_second"] < 40
        assert measured["camera.age_ms"] < 2000
        assert 20 < measured["camera.brightness_percent"] < 80
        assert measured["camera.restarts"] == 0


def test_a_camera_that_dies_is_noticed_and_comes_back(tmp_path: Path) -> None:
    with RtspServer() as server, _started(CameraSpec("rtsp", server.url), tmp_path) as camera:
        until_health(camera, Health.OK)
        server.kill()

        until_health(camera, Health.STALE)
        assert until_health(camera, Health.FAILED).cause == "camera.refused"

        last = camera.preview()
        server.start()
        until_health(camera, Health.OK)
        assert last is not None
        assert until_next_picture(camera) > last.sequence
        assert camera.status().cause == ""


def test_a_camera_that_freezes_is_noticed_and_comes_back(tmp_path: Path) -> None:
    with RtspServer() as server, _started(CameraSpec("rtsp", server.url), tmp_path) as camera:
        until_health(camera, Health.OK)
        server.freeze()

        assert until_health(camera, Health.STALE).cause == "camera.stale"
        assert until_health(camera, Health.FAILED).cause in {"camera.no_answer", "camera.stale"}

        server.thaw()
        until_health(camera, Health.OK)


def test_a_killed_capture_process_is_replaced_and_the_count_goes_on(tmp_path: Path) -> None:
    with RtspServer() as server, _started(CameraSpec("rtsp", server.url), tmp_path) as camera:
        until_health(camera, Health.OK)
        reader = FrameRing.open(camera.ring_path)
        before, killed = reader.latest_sequence(), camera.capture_process_id
        assert killed is not None
        os.kill(killed, signal.SIGKILL)

        until(lambda: camera.capture_process_id not in {None, killed}, "another capture process")
        until(lambda: reader.latest_sequence() > before + 1, "newer pictures")
        until_health(camera, Health.OK)
        reader.close()


def test_a_capture_process_that_hangs_is_killed_and_replaced(tmp_path: Path, photos: Path) -> None:
    with _started(CameraSpec("folder", str(photos)), tmp_path) as camera:
        until_health(camera, Health.OK)
        hung = camera.capture_process_id
        assert hung is not None
        os.kill(hung, signal.SIGSTOP)

        assert until_health(camera, Health.FAILED).cause == "camera.stale"
        until_health(camera, Health.OK)
        assert camera.capture_process_id != hung
        assert dict(_measured(camera))["camera.restarts"] == 1


def test_where_nobody_listens_the_cause_says_so(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with _started(CameraSpec("rtsp", f"rtsp://booth:secret@127.0.0.1:{port}/lane"), tmp_path) as camera:
            status = until_health(camera, Health.FAILED)
            assert (status.cause, status.detail) == ("camera.refused", f"127.0.0.1:{port}")
            assert camera.preview() is None
            assert camera.still() is None


def test_half_a_jpeg_in_a_folder_is_skipped_and_named(tmp_path: Path, photos: Path) -> None:
    whole = (photos / "a.jpg").read_bytes()
    (photos / "b.jpg").write_bytes(whole[: len(whole) // 2])
    spec = CameraSpec("folder", str(photos), picture_seconds=0.2)
    with _started(spec, tmp_path) as camera:
        until(lambda: camera.status().cause == "camera.pictures_skipped", "the half picture is named")
        status = camera.status()
        assert (status.health, status.detail) == (Health.OK, "b.jpg")
        still = camera.still()
        assert still is not None
        assert (still.width, still.height) == (640, 360)


def test_a_picture_larger_than_the_ring_is_scaled_down(tmp_path: Path, photos: Path) -> None:
    Image.new("RGB", (1600, 3200), (10, 200, 10)).save(photos / "a.jpg")
    with _started(CameraSpec("folder", str(photos)), tmp_path) as camera:
        until_health(camera, Health.OK)
        still, preview = camera.still(), camera.preview()
        assert still is not None
        assert preview is not None
        assert (still.width, still.height) == (540, 1080)
        pixels = np.frombuffer(preview.bgra, np.uint8).reshape(270, 480, 4)
        assert pixels[135, 5, :3].tolist() == [0, 0, 0]
        assert pixels[135, 240, 1] > 150


def test_a_folder_that_is_not_there_is_a_failure_with_a_cause(tmp_path: Path) -> None:
    with _started(CameraSpec("folder", str(tmp_path / "none")), tmp_path) as camera:
        assert until_health(camera, Health.FAILED).cause == "camera.not_found"


def test_a_run_folder_that_cannot_be_written_is_a_failure_and_no_crash(tmp_path: Path, photos: Path) -> None:
    camera = CaptureCamera("entry", CameraSpec("folder", str(photos)), tmp_path / "missing")
    camera.start()

    assert camera.status().health is Health.FAILED
    assert camera.status().cause == "camera.ring_not_writable"
    camera.stop()


def test_stopping_twice_and_starting_again_works(tmp_path: Path, photos: Path) -> None:
    camera = CaptureCamera("entry/1", CameraSpec("folder", str(photos)), tmp_path)
    for _ in range(2):
        camera.start()
        until_health(camera, Health.OK)
        camera.stop()
        camera.stop()
        assert camera.preview() is None
        assert camera.status().health is Health.UNKNOWN
        assert list(tmp_path.glob("*.ring*")) == []


def test_the_capture_process_ends_when_its_parent_is_killed(tmp_path: Path, photos: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT, str(photos), str(tmp_path)], stdout=subprocess.PIPE
    )
    assert parent.stdout is not None
    with parent.stdout:
        capture = int(parent.stdout.readline())
        assert Path(f"/proc/{capture}").exists()
        parent.kill()
        parent.wait(timeout=20)
    until(lambda: _ended(capture), "the capture process has left")


def _measured(camera: CaptureCamera) -> list[tuple[str, object]]:
    return [(measure.name, measure.value) for measure in camera.measures()]


def _ended(process_id: int) -> bool:
    try:
        state = Path(f"/proc/{process_id}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return True
    # Nobody collects it in a container without an init: dead is dead.
    return state == "Z"
