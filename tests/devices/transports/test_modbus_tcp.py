from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress

import pytest

from core.domain.errors import DeviceError
from devices.transports.modbus_line import COIL_ON
from devices.transports.modbus_tcp import TcpLine

Speak = Callable[[socket.socket, bytes], None]


@contextmanager
def a_board_that(speak: Speak) -> Iterator[TcpLine]:
    """A line to a board that answers one connection's questions so."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = TcpLine("127.0.0.1", listener.getsockname()[1])
        peer = listener.accept()[0]

        def serve() -> None:
            with peer, suppress(OSError):
                while question := peer.recv(260):
                    speak(peer, question)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        with closing(line):
            yield line
        thread.join(10)


def saying(pdu: str) -> Speak:
    def speak(peer: socket.socket, question: bytes) -> None:
        said = bytes.fromhex(pdu)
        peer.sendall(question[:4] + struct.pack(">H", 1 + len(said)) + question[6:7] + said)

    return speak


def dribbling(peer: socket.socket, question: bytes) -> None:
    for byte in question[:4] + struct.pack(">H", 100) + question[6:8] + bytes(97):
        peer.sendall(bytes([byte]))
        time.sleep(0.1)


def trouble(act: Callable[[], object]) -> DeviceError:
    begun_s = time.monotonic()
    with pytest.raises(DeviceError) as raised:
        act()
    assert time.monotonic() - begun_s < 2
    return raised.value


@pytest.mark.parametrize(
    "pdu", ["", "02 01 00", "01 01 00", "05", "05 00 00 ff", "05 00 01 ff 00", "63 01", "85", "00"]
)
def test_only_the_echo_of_a_command_says_that_the_board_took_it(pdu: str) -> None:
    with a_board_that(saying(pdu)) as line:
        assert trouble(lambda: line.write_coil(1, 0, COIL_ON)).unknown


def test_a_board_that_never_comes_to_an_end_holds_nobody_up() -> None:
    with a_board_that(dribbling) as line:
        assert not trouble(lambda: line.read_inputs(1, 8)).unknown
