"""A time server on loopback, of our own: it answers as RFC 5905 section 14 says, with a clock of its own."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_TO_UNIX_S = 2_208_988_800


class TimeServer:
    """``ahead_s`` is by how much its clock is ahead; ``garbage`` is sent before each answer."""

    def __init__(
        self, *, ahead_s: float = 0.0, stratum: int = 2, leap: int = 0, garbage: bytes = b""
    ) -> None:
        self._ahead_s = ahead_s
        self._stratum = stratum
        self._leap = leap
        self._garbage = garbage
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.heard: list[bytes] = []
        self._thread = threading.Thread(target=self._serve, name="time server", daemon=True)

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()

    def stop(self) -> None:
        """End it."""
        self._socket.close()

    def _serve(self) -> None:
        while True:
            try:
                packet, sender = self._socket.recvfrom(512)
                self.heard.append(packet)
                if self._garbage:
                    self._socket.sendto(self._garbage, sender)
                self._socket.sendto(self._answer(packet), sender)
            except OSError:
                return

    def _answer(self, packet: bytes) -> bytes:
        now = _stamp(time.time() + self._ahead_s)
        head = struct.pack(">BBBb", self._leap << 6 | 4 << 3 | 4, self._stratum, 6, -20)
        return head + bytes(8) + b"TEST" + now + packet[40:48] + now + _stamp(time.time() + self._ahead_s)


@contextmanager
def time_server(**how: float | bytes) -> Iterator[TimeServer]:
    """A server that is ended afterwards."""
    server = TimeServer(**how)  # type: ignore[arg-type]
    server.start()
    try:
        yield server
    finally:
        server.stop()


def _stamp(unix_s: float) -> bytes:
    return struct.pack(">II", (int(unix_s) + _TO_UNIX_S) % 2**32, int(unix_s % 1 * 2**32))
