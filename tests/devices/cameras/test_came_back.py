"""A camera that had gone is tried again soon after it is back, and one that says no is left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from devices.cameras.came_back import has_come_back, longest_wait_s
from devices.cameras.source import CameraSpec
from tests.far_sides.mjpeg import free_port
from tests.far_sides.rtsp import RtspServer


def test_a_network_camera_is_back_when_it_answers() -> None:
    with RtspServer(size="320x180") as server:
        spec = CameraSpec("rtsp", server.url)
        assert has_come_back(spec, "camera.refused")
        server.kill()
        assert not has_come_back(spec, "camera.refused")


@pytest.mark.parametrize("cause", ["camera.login_refused", "camera.not_found", "camera.no_stream"])
def test_a_camera_that_says_no_is_no_news(cause: str) -> None:
    with RtspServer(size="320x180") as server:
        assert not has_come_back(CameraSpec("rtsp", server.url), cause)


def test_a_usb_camera_is_back_when_its_device_is(tmp_path: Path) -> None:
    spec = CameraSpec("usb", str(tmp_path / "video0"))
    assert not has_come_back(spec, "camera.gone")
    (tmp_path / "video0").write_bytes(b"")
    assert has_come_back(spec, "camera.gone")
    assert has_come_back(spec, "camera.not_found")
    assert not has_come_back(spec, "camera.in_use")


def test_a_camera_over_http_is_not_asked_but_tried_every_three_seconds() -> None:
    spec = CameraSpec("mjpeg", f"http://127.0.0.1:{free_port()}/")
    assert not has_come_back(spec, "camera.refused")
    assert longest_wait_s(spec, "camera.refused", 10.0) == 3.0
    assert longest_wait_s(spec, "camera.refused", 0.5) == 0.5
    assert longest_wait_s(spec, "camera.login_refused", 10.0) == 10.0


@pytest.mark.parametrize("kind", ["folder", "video", "simulator"])
def test_files_wait_out_their_time(kind: str, tmp_path: Path) -> None:
    spec = CameraSpec(kind, str(tmp_path))  # type: ignore[arg-type]
    assert not has_come_back(spec, "camera.gone")
    assert longest_wait_s(spec, "camera.gone", 10.0) == 10.0
