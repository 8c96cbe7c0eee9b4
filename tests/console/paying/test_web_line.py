"""The connection to a payment service is bounded, asks for its certificate, and follows nothing."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from console.paying.web_line import WebLine
from core.gateways.line import Lost, Reply

HEADERS = {"Authorization": "Bearer sk_test_secret"}


@contextmanager
def saying(answer: bytes, *, pause_s: float = 0.0) -> Iterator[tuple[str, list[bytes]]]:
    """A server that says these bytes to everybody, one by one where it is slow; and what it was sent."""
    heard: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=answer_one, args=(connection,), daemon=True).start()

    def answer_one(connection: socket.socket) -> None:
        with connection:
            heard.append(connection.recv(65_536))
            try:
                if not pause_s:
                    connection.sendall(answer)
                    return
                for place in range(len(answer)):
                    connection.sendall(answer[place : place + 1])
                    time.sleep(pause_s)
            except OSError:
                return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", heard
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


def ask(origin: str, limit_s: float = 5.0, data: bytes | None = b"a=1") -> Reply:
    line = WebLine(origin, limit_s)
    try:
        return line.exchange("POST" if data else "GET", "/v1/x?y=1", headers=HEADERS, data=data)
    finally:
        line.close()


def test_an_answer_comes_with_the_services_own_time() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nDate: Sun, 22 Nov 2026 18:00:00 GMT\r\n\r\n{}"
    with saying(head) as (origin, heard):
        assert ask(origin) == Reply(200, b"{}", datetime(2026, 11, 22, 18, tzinfo=UTC))
    assert heard[0].startswith(b"POST /v1/x?y=1 HTTP/1.1\r\n")
    assert b"Authorization: Bearer sk_test_secret\r\n" in heard[0]


@pytest.mark.parametrize("date", [b"", b"Date: whenever\r\n", b"Date: Sun, 22 Nov 2026 18:00:00\r\n"])
def test_a_time_that_is_none_is_left_out(date: bytes) -> None:
    with saying(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n" + date + b"\r\n{}") as (origin, _):
        assert ask(origin).said_at is None


def test_a_way_through_something_in_between_is_put_before_each_path() -> None:
    with saying(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") as (origin, heard):
        ask(f"{origin}/relay/stripe/")
    assert heard[0].startswith(b"POST /relay/stripe/v1/x?y=1 ")


def test_being_sent_elsewhere_is_an_answer_and_nobody_else_hears_the_secret() -> None:
    with saying(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") as (elsewhere, heard):
        moved = f"HTTP/1.1 302 Found\r\nLocation: {elsewhere}/\r\nContent-Length: 0\r\n\r\n".encode()
        with saying(moved) as (origin, _):
            assert ask(origin).status == 302
    assert not heard


def test_one_that_dribbles_is_cut_off_and_what_was_sent_is_in_doubt() -> None:
    with saying(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + b"x" * 5000, pause_s=0.02) as (
        origin,
        _,
    ):
        began = time.monotonic()
        with pytest.raises(Lost) as lost:
            ask(origin, limit_s=0.5)
    assert lost.value.sent
    assert time.monotonic() - began < 5


def test_one_that_says_too_much_is_not_listened_to() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n"
    with saying(head + b"x" * 3_000_000) as (origin, _), pytest.raises(Lost) as lost:
        ask(origin)
    assert lost.value.sent


def test_where_nobody_listens_nothing_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(Lost) as lost:
        ask(f"http://127.0.0.1:{port}")
    assert not lost.value.sent
    assert "sk_test" not in str(lost.value)


def test_a_service_that_cannot_prove_who_it_is_is_sent_nothing(tmp_path: Path) -> None:
    with _of_nobody(tmp_path) as (origin, heard), pytest.raises(Lost) as lost:
        ask(origin)
    assert not lost.value.sent
    assert not heard


def test_whoever_waits_behind_a_slow_exchange_is_told_that_nothing_was_sent() -> None:
    with saying(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + b"x" * 500, pause_s=0.05) as (origin, _):
        line = WebLine(origin, 0.6)
        first = threading.Thread(target=lambda: _swallow(line))
        first.start()
        time.sleep(0.1)
        line._limit_s = 0.1
        with pytest.raises(Lost) as lost:
            line.exchange("POST", "/v1/x", headers=HEADERS, data=b"")
        first.join(5)
        line.close()
    assert not lost.value.sent


@pytest.mark.parametrize(
    "address", ["", "api.stripe.com", "ftp://host", "https://", "https://me:pw@host", "https://host?x=1"]
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="expected an address"):
        WebLine(address)


def _swallow(line: WebLine) -> None:
    with pytest.raises(Lost):
        line.exchange("POST", "/v1/x", headers=HEADERS, data=b"")


@contextmanager
def _of_nobody(folder: Path) -> Iterator[tuple[str, list[bytes]]]:
    """A server with TLS whose certificate nobody vouches for; what it could read of requests."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    begins = datetime.now(UTC) - timedelta(days=1)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=3))
        .sign(key, hashes.SHA256())
    )
    pem = folder / "both.pem"
    pem.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    heard: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        try:
            with context.wrap_socket(connection, server_side=True) as secured:
                heard.append(secured.recv(1_000))
        except OSError:
            return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"https://127.0.0.1:{listener.getsockname()[1]}", heard
    finally:
        thread.join(5)
        listener.close()
