"""The hub's door against strangers: bad requests, slow ones, endless ones, and a port that is taken."""

from __future__ import annotations

import json
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from core.domain.errors import LinkError
from core.sync import wire
from core.sync.hub_carrier import Watch
from core.sync.hub_connection import HubConnection, Known
from tests.core.services.chains import chain
from tests.core.services.link_contract import ENTRY
from tests.core.sync.hub_lot import LOCALHOST, HubLot, free_port


def request(
    hub_lot: HubLot, path: str, body: bytes, *, method: str = "POST", headers: str = "", length: int = -1
) -> tuple[int, dict[str, Any]]:
    """What the hub answers to a request made by hand."""
    size = len(body) if length < 0 else length
    head = f"{method} {path} HTTP/1.1\r\nHost: hub\r\nContent-Length: {size}\r\n{headers}\r\n"
    with secured(hub_lot) as connection:
        connection.sendall(head.encode() + body)
        return answer_of(connection)


@contextmanager
def secured(hub_lot: HubLot) -> Iterator[ssl.SSLSocket]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with (
        socket.create_connection((LOCALHOST, hub_lot.server.port), timeout=30) as raw,
        context.wrap_socket(raw) as connection,
    ):
        yield connection


def answer_of(connection: ssl.SSLSocket) -> tuple[int, dict[str, Any]]:
    received = b""
    while b"\r\n\r\n" not in received:
        piece = connection.recv(65_536)
        if not piece:
            return 0, {}
        received += piece
    head, _, body = received.partition(b"\r\n\r\n")
    length = next(
        int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")
    )
    while len(body) < length:
        body += connection.recv(65_536)
    return int(head.split()[1]), json.loads(body) if body.startswith(b"{") else {}


@pytest.mark.parametrize(
    ("path", "body", "error"),
    [
        ("/", b"{}", "link.no_such_page"),
        ("/v1/hello", b"", "link.garbled"),
        ("/v1/hello", b"[]", "link.garbled"),
        ("/v1/hello", b'{"protocol": 99}', "link.version"),
        ("/v1/hello", b'{"protocol": 1}', "link.garbled"),
        ("/v1/session", b"{}", "link.garbled"),
        ("/v1/session", b'{"console_id":"a","challenge":"b","signature":"c"}', "link.sign_on"),
        ("/v1/join", b"{}", "link.garbled"),
        ("/v1/join", b'{"challenge":"guessed"}', "link.sign_on"),
        ("/v1/marks", b"{}", "link.sign_on"),
        ("/v1/push", b"{}", "link.sign_on"),
        ("/v1/credentials", b'{"credentials":[]}', "link.sign_on"),
    ],
)
def test_a_stranger_gets_a_reason_and_nothing_else(
    hub_lot: HubLot, path: str, body: bytes, error: str
) -> None:
    status, answer = request(hub_lot, path, body)
    assert status >= 400
    assert answer["error"] == error
    assert answer.keys() == {"error", "detail"}


def test_only_posts_with_their_length_are_read(hub_lot: HubLot) -> None:
    assert request(hub_lot, "/v1/hello", b"", method="GET")[1]["error"] == "link.garbled"
    chunked = "Transfer-Encoding: chunked\r\n"
    with secured(hub_lot) as connection:
        connection.sendall(
            f"POST /v1/hello HTTP/1.1\r\nHost: hub\r\n{chunked}\r\n2\r\n{{}}\r\n0\r\n\r\n".encode()
        )
        assert answer_of(connection)[1]["error"] == "link.garbled"


def test_a_token_that_nobody_has(hub_lot: HubLot) -> None:
    for token in ("Bearer x", "Bearer ", "Basic abc", "x" * 5000):
        status, answer = request(hub_lot, "/v1/marks", b"{}", headers=f"Authorization: {token}\r\n")
        assert (status, answer["error"]) == (413, "link.sign_on")


def test_of_a_stranger_little_is_read(hub_lot: HubLot) -> None:
    for length in (20_000, 10**9, 10**30):
        status, answer = request(hub_lot, "/v1/hello", b"{}", length=length)
        assert status in {400, 413}
        assert answer.get("error", "link.too_large") in {"link.too_large", "link.garbled"}
    assert hub_lot.link(ENTRY).marks() is not None


def test_whoever_only_connects_keeps_nobody_waiting(hub_lot: HubLot) -> None:
    idle = [socket.create_connection((LOCALHOST, hub_lot.server.port)) for _ in range(12)]
    begun = time.monotonic()
    assert hub_lot.link(ENTRY).marks() is not None
    # Without a handshake of their own each of them would stop the door for ten seconds.
    assert time.monotonic() - begun < 8
    for each in idle:
        each.close()


def test_whoever_speaks_no_tls_is_shown_the_door(hub_lot: HubLot) -> None:
    with socket.create_connection((LOCALHOST, hub_lot.server.port), timeout=30) as bare:
        bare.sendall(b"GET / HTTP/1.1\r\nHost: hub\r\n\r\n")
        while bare.recv(1000):
            pass
    assert hub_lot.link(ENTRY).marks() is not None


def test_a_member_that_sends_nonsense_changes_nothing(hub_lot: HubLot) -> None:
    link = hub_lot.link(ENTRY)
    rows = chain(hub_lot.lot_id, ENTRY, 2)
    link.push(rows)
    before = hub_lot.replica.marks()
    nonsense: list[tuple[str, dict[str, Any]]] = [
        ("/v1/push", {}),
        ("/v1/push", {"rows": []}),
        ("/v1/push", {"rows": [[1, 2, 3]]}),
        ("/v1/pull", {"console_id": 7, "after": 0, "limit": 1}),
        ("/v1/pull", {"console_id": "x", "after": -1, "limit": 1}),
        ("/v1/pull", {"console_id": "x", "after": 0, "limit": 10**9}),
        ("/v1/wait", {"place": 7, "milliseconds": 1}),
        ("/v1/wait", {"place": "", "milliseconds": 10**9}),
        ("/v1/report", {"report": "fine"}),
        ("/v1/credentials", {"credentials": [["person", "hash", 10**30]]}),
    ]
    for path, document in nonsense:
        with pytest.raises(LinkError) as caught:
            link._ask(path, document)
        assert caught.value.cause == "link.garbled", path
    assert hub_lot.replica.marks() == before


def test_rows_that_hold_what_is_no_entry_are_refused(hub_lot: HubLot) -> None:
    link = hub_lot.link(ENTRY)
    row = chain(hub_lot.lot_id, ENTRY, 1)[0]
    for payload in ("", "{", "[" * 20_000, '{"a": 1}'):
        document = link_document(row, payload)
        with pytest.raises(LinkError) as caught:
            link._ask("/v1/push", {"rows": [document]})
        assert caught.value.cause in {"chain.broken", "chain.unreadable"}
    assert ENTRY not in hub_lot.replica.marks()


def link_document(row: Any, payload: str) -> list[object]:
    return wire.row_document(replace(row, payload=payload))


def test_a_port_that_is_taken_is_had_as_soon_as_it_is_free(hub_lot: HubLot) -> None:
    port = free_port()
    other = socket.create_server((LOCALHOST, port))
    server = hub_lot.new_server(port=port)
    server.start()
    assert (server.cause, server.port) == ("hub.port", 0)
    other.close()
    deadline = time.monotonic() + 15
    while server.port == 0 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert (server.cause, server.port) == ("", port)
    server.stop()


def test_stopping_ends_waits_at_the_doorbell_at_once(hub_lot: HubLot) -> None:
    link = hub_lot.link(ENTRY)
    link.marks()
    ended: list[object] = []

    def wait() -> None:
        try:
            ended.append(link.wait(60))
        except LinkError as error:
            ended.append(error.cause)

    waiting = threading.Thread(target=wait)
    waiting.start()
    time.sleep(0.3)
    begun = time.monotonic()
    hub_lot.server.stop()
    waiting.join(10)
    assert time.monotonic() - begun < 8
    assert ended in (["link.no_answer"], [False])


def test_a_request_that_takes_too_long_is_cut() -> None:
    watch = Watch(most_seconds=0.0, most_per_address=2)
    near, far = socket.socketpair()
    with near, far:
        assert watch.begin(near, "10.0.0.9")
        watch.end_overdue()
        assert far.recv(1) == b""
        watch.end(near, "10.0.0.9")


def test_one_address_gets_only_so_many_connections() -> None:
    watch = Watch(most_per_address=2)
    sockets = [socket.socket() for _ in range(4)]
    begun = [watch.begin(each, "10.0.0.9") for each in sockets[:3]]
    assert begun == [True, True, False]
    assert watch.begin(sockets[3], "10.0.0.8")
    watch.end(sockets[0], "10.0.0.9")
    assert watch.begin(sockets[2], "10.0.0.9")
    for each in sockets:
        each.close()


def test_a_pinned_connection_asks_nobody_else(hub_lot: HubLot) -> None:
    connection = HubConnection((LOCALHOST, hub_lot.server.port))
    with pytest.raises(LinkError) as caught:
        connection.ask("/v1/marks", {}, known=Known("00" * 32, "token"))
    assert caught.value.cause == "link.other_hub"
    connection.close()
