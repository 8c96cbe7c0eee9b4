"""The HTTP camera in front of ffmpeg, and of a server of ours that asks for logins and misbehaves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.domain.errors import DeviceError
from core.services.ports import Health
from devices.cameras.camera import CaptureCamera
from devices.cameras.mjpeg import MjpegSource
from devices.cameras.source import CameraSpec, open_source
from tests.devices.cameras.waiting import until_health, until_next_picture
from tests.far_sides.mjpeg import FfmpegMjpeg, OwnMjpeg, free_port, parts_of


def _jpeg(value: int = 90, *, size: tuple[int, int] = (64, 36)) -> bytes:
    held = BytesIO()
    Image.new("RGB", size, (value, value, value)).save(held, "JPEG")
    return held.getvalue()


def _cause(url: str) -> str:
    with pytest.raises(DeviceError) as caught:
        MjpegSource(url)
    assert "secret" not in str(caught.value)
    return caught.value.cause


def _read_on(source: MjpegSource) -> None:
    for _ in range(40):
        source.read()


@contextmanager
def _opened(url: str) -> Iterator[MjpegSource]:
    source = MjpegSource(url)
    try:
        yield source
    finally:
        source.close()


@contextmanager
def _started(url: str, folder: Path) -> Iterator[CaptureCamera]:
    camera = CaptureCamera("entry", CameraSpec("mjpeg", url), folder)
    camera.start()
    try:
        yield camera
    finally:
        camera.stop()


def test_the_picture_that_ffmpeg_serves_arrives(tmp_path: Path) -> None:
    Image.new("RGB", (640, 360), (20, 60, 220)).save(tmp_path / "shown.png")
    with FfmpegMjpeg(tmp_path / "shown.png") as camera, _opened(camera.url) as source:
        for _ in range(5):
            picture = source.read()
            assert picture is not None
            assert picture.shape == (360, 640, 3)
            assert np.abs(picture[180, 320].astype(int) - [220, 60, 20]).max() < 25
        source.let_go()


def test_a_camera_that_shows_the_same_picture_on_and_on_is_told_as_frozen(tmp_path: Path) -> None:
    shown = np.random.default_rng(3).integers(60, 200, (45, 80, 3), dtype=np.uint8)
    Image.fromarray(shown).resize((640, 360)).save(tmp_path / "shown.png")
    with FfmpegMjpeg(tmp_path / "shown.png") as server, _started(server.url, tmp_path) as camera:
        until_health(camera, Health.OK)
        assert until_health(camera, Health.FAILED).cause == "camera.frozen"
        # Its pictures come all the same.
        assert until_next_picture(camera) > 0


def test_a_camera_that_dies_is_noticed_and_comes_back(tmp_path: Path) -> None:
    with FfmpegMjpeg() as server, _started(server.url, tmp_path) as camera:
        until_health(camera, Health.OK)
        server.kill()
        until_health(camera, Health.STALE)
        assert until_health(camera, Health.FAILED).cause == "camera.refused"
        server.start()
        until_health(camera, Health.OK)
        assert camera.status().cause == ""


@pytest.mark.parametrize("way", ["basic", "digest"])
def test_a_camera_that_asks_for_a_login_is_opened_with_it_and_refuses_without(way: str) -> None:
    with OwnMjpeg(list(parts_of([_jpeg()])), login=f"{way}:booth:secret 1") as camera:
        with _opened(camera.url("booth:secret%201")) as source:
            assert source.read() is not None
        assert _cause(camera.url("booth:secret")) == "camera.login_refused"
        assert _cause(camera.url()) == "camera.login_refused"


@pytest.mark.parametrize(
    ("status", "cause"),
    [
        (404, "camera.not_found"),
        (403, "camera.login_refused"),
        (500, "camera.no_stream"),
        (302, "camera.no_stream"),
    ],
)
def test_an_answer_that_is_no_stream_is_named(status: int, cause: str) -> None:
    with OwnMjpeg([b"no"], status=status) as camera:
        assert _cause(camera.url()) == cause


@pytest.mark.parametrize(
    "content_type", ["text/html", "image/jpeg", "multipart/x-mixed-replace", "", "\x00;;=="]
)
def test_an_answer_without_parts_is_no_stream(content_type: str) -> None:
    with OwnMjpeg([_jpeg()], content_type=content_type) as camera:
        assert _cause(camera.url()) == "camera.no_stream"


def test_a_boundary_in_quotes_and_with_its_dashes_is_understood() -> None:
    content_type = 'multipart/x-mixed-replace; boundary="--shot"'
    with (
        OwnMjpeg(list(parts_of([_jpeg()])), content_type=content_type) as camera,
        _opened(camera.url()) as source,
    ):
        assert source.read() is not None


def test_damaged_pictures_are_passed_over_and_the_next_good_one_is_taken() -> None:
    good = _jpeg()
    shown = [good[: len(good) // 2], b"", b"GIF89a", good[:20] + b"\xff\xd9", good + b"\0\0"]
    with OwnMjpeg(list(parts_of(shown))) as camera, _opened(camera.url()) as source:
        seen = [source.read() for _ in shown]
    assert [picture is not None for picture in seen] == [False, False, False, False, True]


def test_a_camera_that_sends_nothing_but_damaged_pictures_is_given_up() -> None:
    with OwnMjpeg(list(parts_of([b"nonsense"] * 40))) as camera, _opened(camera.url()) as source:
        with pytest.raises(DeviceError) as caught:
            _read_on(source)
        assert caught.value.cause == "camera.picture_unreadable"


def test_a_picture_of_a_size_that_no_camera_has_is_not_decoded() -> None:
    # The size in the header alone: decoding it would take gigabytes.
    huge = bytearray(_jpeg())
    at = huge.index(b"\xff\xc0") + 5
    huge[at : at + 4] = b"\xff\x00\xff\x00"
    with OwnMjpeg(list(parts_of([bytes(huge), _jpeg()]))) as camera, _opened(camera.url()) as source:
        assert source.read() is None
        assert source.read() is not None


def test_a_camera_that_falls_silent_is_noticed_in_time() -> None:
    with OwnMjpeg(list(parts_of([_jpeg()])), stays_open=True) as camera, _opened(camera.url()) as source:
        assert source.read() is not None
        with pytest.raises(DeviceError) as caught:
            source.read()
        assert caught.value.cause == "camera.no_answer"


def test_a_stream_that_ends_is_named() -> None:
    with OwnMjpeg(list(parts_of([_jpeg()]))) as camera, _opened(camera.url()) as source:
        source.read()
        with pytest.raises(DeviceError) as caught:
            source.read()
        assert caught.value.cause == "camera.stream_ended"


def test_where_nobody_listens_or_the_host_is_unknown_the_cause_says_so() -> None:
    assert _cause(f"http://booth:secret@127.0.0.1:{free_port()}/video") == "camera.refused"
    assert _cause("http://booth:secret@camera.invalid/video") == "camera.not_found"


@pytest.mark.parametrize(
    "url", ["", "lane", "rtsp://127.0.0.1/", "http://", "http://127.0.0.1:x/", "http://a b/"]
)
def test_an_address_that_is_none_is_named(url: str) -> None:
    assert _cause(url) == "camera.bad_address"


def test_the_kind_mjpeg_opens_it() -> None:
    with OwnMjpeg(list(parts_of([_jpeg()]))) as camera:
        source = open_source(CameraSpec("mjpeg", camera.url()))
        assert source.read() is not None
        source.close()
