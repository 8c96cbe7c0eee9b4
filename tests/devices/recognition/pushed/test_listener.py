from __future__ import annotations

import base64
import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from core.domain.errors import DeviceError
from devices.recognition.pushed import listener as listening
from devices.recognition.pushed.keys import CameraKeys
from devices.recognition.pushed.listener import (
    LARGEST_BODY_BYTES,
    MOST_AT_ONCE,
    MOST_PER_ADDRESS,
    PushListener,
)
from devices.recognition.pushed.plate import PushedPlate
from tests.devices.recognition.pushed.sending import SECRET, isapi, jpeg, multipart, post

PATIENCE_S = 20.0
READ = b'{"plate": "ABC-1234", "confidence": 0.9}'


class Taken:
    """Notes what the listener hands over."""

    def __init__(self) -> None:
        self.reads: list[tuple[str, PushedPlate]] = []
        self.problem = ""

    def take(self, camera_id: str, plate: PushedPlate) -> str:
        self.reads.append((camera_id, plate))
        return self.problem


@pytest.fixture
def taken() -> Taken:
    return Taken()


@pytest.fixture
def listener(taken: Taken) -> Iterator[PushListener]:
    made = PushListener("127.0.0.1", 0, CameraKeys(SECRET), taken.take)
    yield made
    made.stop()


def wait_until(condition: Callable[[], bool]) -> None:
    ends_at = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < ends_at, "waited in vain"
        time.sleep(0.02)


def connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S)


def test_a_camera_sends_its_read(listener: PushListener, taken: Taken) -> None:
    assert post(listener.port, READ) == (200, {"taken": True})
    assert taken.reads == [("entry", PushedPlate("ABC-1234", 0.9, None, b""))]


def test_a_camera_that_writes_the_colon_of_a_rear_camera_otherwise_is_known(
    listener: PushListener, taken: Taken
) -> None:
    assert post(listener.port, READ, path="/cameras/in-1%3Arear")[0] == 200
    assert taken.reads[0][0] == "in-1:rear"


def test_a_camera_that_speaks_isapi_sends_its_read_with_pictures(
    listener: PushListener, taken: Taken
) -> None:
    body, kind = multipart(
        ("anpr.xml", "application/xml", isapi()), ("detectionPicture.jpg", "image/jpeg", jpeg(1920, 1080))
    )

    assert post(listener.port, body, kind=kind, path="/cameras/exit")[0] == 200
    assert taken.reads == [("exit", PushedPlate("ABC1234", 0.97, None, jpeg(1920, 1080)))]


def test_a_heartbeat_is_answered_and_hands_nothing_over(listener: PushListener, taken: Taken) -> None:
    assert post(listener.port, isapi(kind="heartBeat"), kind="application/xml")[0] == 200
    assert taken.reads == []


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Lotkeeper-Key": SECRET},
        {"Authorization": "Basic " + base64.b64encode(f"camera:{SECRET}".encode()).decode()},
    ],
)
def test_the_secret_may_come_in_a_header(
    listener: PushListener, taken: Taken, headers: dict[str, str]
) -> None:
    assert post(listener.port, READ, key=None, headers=headers)[0] == 200
    assert len(taken.reads) == 1


@pytest.mark.parametrize(
    ("key", "headers"),
    [
        (None, {}),
        ("", {}),
        ("wrong", {}),
        (SECRET + "x", {}),
        (SECRET[:-1], {}),
        (None, {"Authorization": "Basic !!!"}),
        (None, {"Authorization": "Basic " + base64.b64encode(b"camera").decode()}),
        (None, {"Authorization": f"Bearer {SECRET}"}),
        (None, {"X-Lotkeeper-Key": "wrong"}),
    ],
)
def test_without_the_secret_nothing_is_taken(
    listener: PushListener, taken: Taken, key: str | None, headers: dict[str, str]
) -> None:
    assert post(listener.port, READ, key=key, headers=headers)[0] == 401
    assert taken.reads == []


def test_what_is_no_read_is_refused_with_words(listener: PushListener, taken: Taken) -> None:
    status, said = post(listener.port, b'{"plate": "ABC-1234", "confidence": 93}')

    assert (status, said) == (400, {"error": "confidence is a number from 0 to 1"})
    assert taken.reads == []


def test_why_a_read_is_not_wanted_is_told(listener: PushListener, taken: Taken) -> None:
    taken.problem = "no camera entry that reads by itself"

    assert post(listener.port, READ) == (409, {"error": taken.problem})


def test_another_path_is_not_found(listener: PushListener) -> None:
    assert post(listener.port, READ, path="/admin")[0] == 404


def test_a_body_that_is_too_large_is_refused_unread(listener: PushListener, taken: Taken) -> None:
    with connect(listener.port) as wire:
        wire.sendall(
            f"POST /cameras/entry HTTP/1.1\r\nX-Lotkeeper-Key: {SECRET}\r\n"
            f"Content-Length: {LARGEST_BODY_BYTES + 1}\r\n\r\n".encode()
        )
        assert b" 413 " in wire.recv(4096)
    assert taken.reads == []


@pytest.mark.parametrize("length", ["", "Content-Length: -5\r\n", "Content-Length: many\r\n"])
def test_a_body_of_unknown_length_is_refused(listener: PushListener, length: str) -> None:
    with connect(listener.port) as wire:
        wire.sendall(f"POST /cameras/entry HTTP/1.1\r\nX-Lotkeeper-Key: {SECRET}\r\n{length}\r\n".encode())
        assert b" 411 " in wire.recv(4096)


@pytest.mark.parametrize(
    "noise",
    [
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET / HTTP/1.1\r\n\r\n",
        b"\r\n\r\n",
        b"A" * 70_000 + b"\r\n",
        b"POST http://[ HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
    ],
)
def test_noise_on_the_port_stops_nothing(listener: PushListener, taken: Taken, noise: bytes) -> None:
    with connect(listener.port) as wire:
        wire.sendall(noise)

    assert post(listener.port, READ)[0] == 200


def test_a_camera_that_hangs_up_in_the_middle_hands_nothing_over(
    listener: PushListener, taken: Taken
) -> None:
    with connect(listener.port) as wire:
        wire.sendall(
            f"POST /cameras/entry HTTP/1.1\r\nX-Lotkeeper-Key: {SECRET}\r\n"
            "Content-Type: application/json\r\nContent-Length: 500\r\n\r\n".encode()
            + READ
        )

    assert post(listener.port, READ)[0] == 200
    assert len(taken.reads) == 1


def test_a_client_that_dribbles_is_cut_off_and_others_are_served(
    taken: Taken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "CONNECTION_LIMIT_S", 1.0)
    listener = PushListener("127.0.0.1", 0, CameraKeys(SECRET), taken.take)
    cut = threading.Event()

    def dribble() -> None:
        with connect(listener.port) as wire:
            wire.sendall(b"POST /cameras/entry HTTP/1.1\r\n")
            ends_at = time.monotonic() + PATIENCE_S
            while time.monotonic() < ends_at:
                try:
                    wire.sendall(b"X: y\r\n")
                except OSError:
                    cut.set()
                    return
                time.sleep(0.1)

    dribbling = threading.Thread(target=dribble)
    dribbling.start()
    try:
        assert post(listener.port, READ)[0] == 200
        assert cut.wait(PATIENCE_S)
    finally:
        dribbling.join(PATIENCE_S)
        listener.stop()


def test_one_address_cannot_take_all_places(listener: PushListener, taken: Taken) -> None:
    idle = [connect(listener.port) for _ in range(MOST_PER_ADDRESS)]
    try:
        with pytest.raises(ConnectionError):  # closed before a word was said
            post(listener.port, READ)
        with socket.create_connection(
            ("127.0.0.1", listener.port), timeout=PATIENCE_S, source_address=("127.0.0.2", 0)
        ) as another:
            another.sendall(
                f"POST /cameras/entry HTTP/1.1\r\nX-Lotkeeper-Key: {SECRET}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(READ)}\r\n\r\n".encode()
                + READ
            )
            assert b" 200 " in another.recv(4096)
    finally:
        for wire in idle:
            wire.close()
    assert len(taken.reads) == 1


def test_only_so_many_are_served_at_once_and_then_others_again(
    listener: PushListener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "MOST_PER_ADDRESS", MOST_AT_ONCE + 1)
    idle = [connect(listener.port) for _ in range(MOST_AT_ONCE)]
    try:
        with connect(listener.port) as one_more:
            # Closed before a word was said.
            assert one_more.recv(10) == b""
    finally:
        for wire in idle:
            wire.close()

    def is_served() -> bool:
        try:
            return post(listener.port, READ)[0] == 200
        except OSError:
            return False

    wait_until(is_served)


def test_a_port_that_is_taken_and_a_short_secret_are_named(listener: PushListener) -> None:
    with pytest.raises(DeviceError) as taken_port:
        PushListener("127.0.0.1", listener.port, CameraKeys(SECRET), lambda *_: "")
    with pytest.raises(DeviceError) as short:
        PushListener("127.0.0.1", 0, CameraKeys("short"), lambda *_: "")
    with pytest.raises(DeviceError) as nowhere:
        PushListener("no such host .", 0, CameraKeys(SECRET), lambda *_: "")

    assert taken_port.value.cause == nowhere.value.cause == "listener.not_bound"
    assert short.value.cause == "listener.no_secret"


def test_stopping_twice_does_no_harm_and_frees_the_port(taken: Taken) -> None:
    first = PushListener("127.0.0.1", 0, CameraKeys(SECRET), taken.take)
    port = first.port
    hanging = connect(port)
    first.stop()
    first.stop()
    hanging.close()

    second = PushListener("127.0.0.1", port, CameraKeys(SECRET), taken.take)
    assert post(port, READ)[0] == 200
    second.stop()
