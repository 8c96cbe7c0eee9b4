from __future__ import annotations

import gzip
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from requests.auth import HTTPDigestAuth

from devices.transports.http_line import HttpLine, LineLost

GOOD = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
Speak = Callable[[socket.socket], None]


@contextmanager
def a_server_that(speak: Speak) -> Iterator[int]:
    """One thread a connection; each hears the question first."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve(peer: socket.socket) -> None:
        with peer, suppress(OSError):
            while peer.recv(65_536):
                speak(peer)

    def accept() -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    yield listener.getsockname()[1]
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join(10)


def lost(port: int, *, limit_s: float = 0.5) -> LineLost:
    line = HttpLine(f"http://127.0.0.1:{port}")
    begun_s = time.monotonic()
    with pytest.raises(LineLost) as raised:
        line.exchange("GET", "/", limit_s=limit_s, largest_bytes=1000)
    assert time.monotonic() - begun_s < limit_s + 1.5
    line.close()
    return raised.value


def slowly(content: bytes) -> Speak:
    def speak(peer: socket.socket) -> None:
        for byte in content:
            peer.sendall(bytes([byte]))
            time.sleep(0.05)

    return speak


def test_a_good_answer_comes_back_and_the_connection_is_used_again() -> None:
    peers: list[object] = []

    def speak(peer: socket.socket) -> None:
        peers.append(peer)
        peer.sendall(GOOD)

    with a_server_that(speak) as port:
        line = HttpLine(f"http://127.0.0.1:{port}")
        for _ in range(3):
            answer = line.exchange("GET", "/", limit_s=5)
            assert (answer.status, answer.body) == (200, b"hi")
        line.close()
    assert len(set(peers)) == 1


@pytest.mark.parametrize(
    "speak",
    [
        lambda peer: time.sleep(3),
        slowly(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100),
        slowly(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + b"x" * 900),
    ],
    ids=["silent", "dribbling heads", "dribbling a body"],
)
def test_whatever_the_device_does_the_whole_exchange_keeps_its_limit(speak: Speak) -> None:
    with a_server_that(speak) as port:
        assert lost(port).sent


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff\xfe rubbish\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + b"x" * 5000,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
    ],
    ids=["rubbish", "too large", "bad chunks", "too many heads"],
)
def test_what_is_no_answer_or_too_large_is_lost_and_may_have_acted(content: bytes) -> None:
    with a_server_that(lambda peer: peer.sendall(content)) as port:
        assert lost(port).sent


def test_a_closed_port_is_certain_to_have_heard_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    trouble = lost(port)
    assert not trouble.sent
    assert "refused" in str(trouble)


def test_a_redirection_leads_nowhere() -> None:
    moved = b"HTTP/1.1 302 Found\r\nLocation: http://198.51.100.1/\r\nContent-Length: 0\r\n\r\n"
    with a_server_that(lambda peer: peer.sendall(moved)) as port:
        line = HttpLine(f"http://127.0.0.1:{port}")
        assert line.exchange("GET", "/", limit_s=2).status == 302
        line.close()


def test_no_proxy_of_the_machine_comes_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with a_server_that(lambda peer: peer.sendall(GOOD)) as port:
        line = HttpLine(f"http://127.0.0.1:{port}")
        assert line.exchange("GET", "/", limit_s=2).body == b"hi"
        line.close()


def test_a_device_that_hung_up_meanwhile_is_called_again() -> None:
    def speak(peer: socket.socket) -> None:
        peer.sendall(GOOD)
        peer.shutdown(socket.SHUT_RDWR)

    with a_server_that(speak) as port:
        line = HttpLine(f"http://127.0.0.1:{port}")
        for _ in range(3):
            assert line.exchange("GET", "/", limit_s=2).body == b"hi"
            time.sleep(0.05)
        line.close()


def test_what_comes_compressed_is_not_unfolded() -> None:
    small = gzip.compress(bytes(900_000))
    answer = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(small)
    with a_server_that(lambda peer: peer.sendall(answer + small)) as port:
        line = HttpLine(f"http://127.0.0.1:{port}")
        assert line.exchange("GET", "/", limit_s=2).body == small
        line.close()


def test_an_endless_question_for_the_login_is_given_up_by_its_size() -> None:
    head = b'HTTP/1.1 401 Who\r\nWWW-Authenticate: Digest realm="a", nonce="b", qop="auth"\r\n\r\n'
    sent = 0

    def speak(peer: socket.socket) -> None:
        nonlocal sent
        peer.sendall(head)
        while True:
            sent += peer.send(bytes(65_536))

    with a_server_that(speak) as port:
        line = HttpLine(f"http://127.0.0.1:{port}", HTTPDigestAuth("admin", "secret"))
        with pytest.raises(LineLost):
            line.exchange("GET", "/", limit_s=5, largest_bytes=1000)
        line.close()
    assert sent < 50_000_000


def test_a_path_never_becomes_a_part_of_the_host() -> None:
    asked: list[object] = []
    with a_server_that(asked.append) as port:
        line = HttpLine("http://198.51.100.1:80")
        with pytest.raises(LineLost) as raised:
            line.exchange("GET", f"@127.0.0.1:{port}/", limit_s=0.3)
        line.close()
    assert not raised.value.sent
    assert not asked


def test_a_broken_head_does_not_bring_the_password_of_the_address_into_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    broken = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nno head at all\r\nX: y\r\n\r\nhi"
    with a_server_that(lambda peer: peer.sendall(broken)) as port, caplog.at_level(logging.INFO):
        line = HttpLine(f"http://127.0.0.1:{port}")
        line.exchange("GET", "/cm?password=geheim", limit_s=2)
        line.close()
    assert "geheim" not in caplog.text


def test_where_only_the_status_counts_a_body_without_end_is_not_waited_for() -> None:
    with a_server_that(slowly(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 900)) as port:
        line = HttpLine(f"http://127.0.0.1:{port}")
        assert line.exchange("GET", "/", limit_s=3, largest_bytes=0).status == 200
        line.close()
