"""The RTSP source in front of a server we did not write, and the words for why there is no stream."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.domain.errors import DeviceError
from devices.cameras.rtsp import RtspSource
from devices.cameras.rtsp_probe import RtspAddress, ask
from tests.far_sides.rtsp import RtspServer, burnt_in_ns


def _cause(url: str) -> str:
    with pytest.raises(DeviceError) as caught:
        RtspSource(url)
    assert "secret" not in str(caught.value)
    return caught.value.cause


def _read_on(source: RtspSource) -> None:
    """Read what is still on its way, and then on."""
    for _ in range(1000):
        source.read()


@contextmanager
def _speaker(words: bytes) -> Iterator[str]:
    """A server that says the same to everybody; nothing where the words are empty."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        ended = threading.Event()
        held: list[socket.socket] = []

        def serve() -> None:
            while not ended.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                held.append(connection)
                if words:
                    connection.sendall(words)
                    connection.close()

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"rtsp://127.0.0.1:{server.getsockname()[1]}/lane"
        finally:
            ended.set()
            thread.join(timeout=20)
            for connection in held:
                connection.close()


def test_the_picture_the_camera_shows_arrives(tmp_path: Path) -> None:
    Image.new("RGB", (320, 180), (20, 60, 220)).save(tmp_path / "shown.png")
    with RtspServer(picture=tmp_path / "shown.png", size="640x360") as server:
        source = RtspSource(server.url)
        picture = source.read()
        source.close()

    assert picture is not None
    assert picture.shape == (360, 640, 3)
    assert np.abs(picture[180, 320].astype(int) - [220, 60, 20]).max() < 25


def test_pictures_arrive_in_the_order_in_which_they_were_made() -> None:
    made_ns: list[int] = []
    with RtspServer(clock=True) as server:
        source = RtspSource(server.url)
        while len(made_ns) < 20:
            picture = source.read()
            assert picture is not None
            made_ns.append(burnt_in_ns(picture))
        source.close()

    assert made_ns == sorted(set(made_ns))
    assert made_ns[-1] < time.monotonic_ns()


def test_a_stream_that_ends_is_named() -> None:
    with RtspServer(size="320x180") as server:
        source = RtspSource(server.url)
        assert source.read() is not None
        server.kill()
        with pytest.raises(DeviceError) as caught:
            _read_on(source)
        source.close()
    assert caught.value.cause in {"camera.stream_ended", "camera.no_answer"}


def test_a_stream_that_the_camera_does_not_have_is_not_found() -> None:
    with RtspServer() as server:
        assert _cause(server.url.replace("/lane", "/elsewhere")) == "camera.not_found"


def test_a_camera_that_asks_for_a_login_is_opened_with_it_and_refuses_without() -> None:
    with RtspServer(login="booth:secret", size="320x180") as server:
        source = RtspSource(server.url)
        assert source.read() is not None
        source.close()
        assert _cause(server.url.replace("secret", "wrong")) == "camera.login_refused"
        assert _cause(server.url.replace("booth:secret@", "")) == "camera.login_refused"


def test_a_host_that_does_not_exist_is_not_found() -> None:
    assert _cause("rtsp://camera.invalid:8554/lane") == "camera.not_found"


@pytest.mark.parametrize("words", [b"", b"SSH-2.0-OpenSSH_9\r\n", b"\xff" * 500, b"RTSP/1.0 soon\r\n\r\n"])
def test_a_port_that_speaks_no_rtsp_gives_no_answer(words: bytes) -> None:
    with _speaker(words) as url:
        with pytest.raises(DeviceError) as caught:
            ask(RtspAddress.parse(url), "OPTIONS")
        assert caught.value.cause == "camera.no_answer"


def test_a_camera_that_never_answers_does_not_hold_the_opening_for_ever() -> None:
    with _speaker(b"") as url:
        assert _cause(url) == "camera.no_answer"


@pytest.mark.parametrize(
    "url", ["", "lane", "http://127.0.0.1/", "rtsp://", "rtsp://127.0.0.1:x/", "rtsp://a b/"]
)
def test_an_address_that_is_none_is_named(url: str) -> None:
    assert _cause(url) == "camera.bad_address"


def test_an_address_is_shown_without_name_and_password() -> None:
    address = RtspAddress.parse("rtsp://booth:secret@camera.example/lane?sub=1")

    assert address.shown == "camera.example:554"
    assert address.url == "rtsp://camera.example:554/lane?sub=1"
    assert "secret" not in repr(address)
