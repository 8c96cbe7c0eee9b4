from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager

import pytest

from devices.transports.broker_session import BrokerAddress, Publication, Session

CONNECTED = bytes.fromhex("20 03 00 00 00")


class MuteBroker:
    """Greets whoever comes, acknowledges nothing, and tells how the connection ended."""

    def __init__(self) -> None:
        self.heard = b""
        self.was_torn = False


@contextmanager
def a_mute_broker() -> Iterator[tuple[MuteBroker, Session]]:
    far = MuteBroker()

    def serve() -> None:
        with listener.accept()[0] as peer:
            peer.settimeout(10)
            peer.recv(4096)
            peer.sendall(CONNECTED)
            try:
                while content := peer.recv(4096):
                    far.heard += content
            except ConnectionResetError:
                far.was_torn = True

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield (
            far,
            Session(BrokerAddress("127.0.0.1", listener.getsockname()[1]), lambda _message, _hears: None),
        )
        thread.join(10)


@pytest.mark.parametrize("has_command", [True, False])
def test_a_connection_with_an_unanswered_command_is_torn_also_at_an_orderly_end(has_command: bool) -> None:
    with a_mute_broker() as (far, session):
        until_ns = time.monotonic_ns() + 1_000_000_000
        if has_command:
            session.publish(Publication("gate", b"up", until_ns, 2, qos=1, done=Future()))
        session.close(politely=True)
    assert far.was_torn is has_command
