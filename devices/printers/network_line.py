"""A printer on the network: raw bytes over TCP, by habit on port 9100."""

from __future__ import annotations

import socket
import time
from contextlib import suppress

from core.domain.errors import DeviceError
from devices.printers.line import NO_ANSWER, OPEN_LIMIT_S, trouble

READ_BYTES = 256
GOODBYE_LIMIT_S = 0.5


class NetworkLine:
    """Fills ``Line``; one connection a job, because most printers serve one at a time, and consoles share."""

    stays_open = False

    def __init__(self, host: str, port: int = 9100, *, open_limit_s: float = OPEN_LIMIT_S) -> None:
        self._host = host
        self._port = port
        self._open_limit_s = open_limit_s
        self._socket: socket.socket | None = None

    def open(self) -> None:
        """Connect."""
        try:
            self._socket = socket.create_connection((self._host, self._port), self._open_limit_s)
        except OSError as problem:
            raise trouble(problem) from problem

    def write(self, data: bytes, *, until_s: float) -> None:
        """Send."""
        wire = self._wire(until_s)
        try:
            wire.sendall(data)
        except OSError as problem:
            raise trouble(problem) from problem

    def read(self, *, until_s: float) -> bytes:
        """Receive."""
        wire = self._wire(until_s)
        try:
            received = wire.recv(READ_BYTES)
        except TimeoutError:
            return b""
        except OSError as problem:
            raise trouble(problem) from problem
        if not received:
            raise DeviceError(NO_ANSWER, detail="the printer hung up")
        return received

    def close(self) -> int:
        """Close, having waited a moment for the printer to close first: nothing under way is cut off."""
        wire, self._socket = self._socket, None
        if wire is None:
            return 0
        with suppress(OSError):
            wire.shutdown(socket.SHUT_WR)
            wire.settimeout(GOODBYE_LIMIT_S)
            wire.recv(READ_BYTES)
        wire.close()
        return 0

    def seconds_for(self, count: int) -> float:  # noqa: ARG002 - a network is fast enough for any receipt
        """Nothing to speak of."""
        return 0.0

    def _wire(self, until_s: float) -> socket.socket:
        if self._socket is None:
            raise DeviceError(NO_ANSWER, detail="not connected")
        self._socket.settimeout(max(0.001, until_s - time.monotonic()))
        return self._socket
