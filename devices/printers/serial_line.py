"""A printer on a serial line."""

from __future__ import annotations

import errno
import time
from contextlib import suppress
from typing import Any, Literal

import serial

from core.domain.errors import DeviceError
from devices.printers.line import IN_USE, NO_ANSWER, NOT_FOUND, trouble

# A port that was pulled out says so in any of these; the last comes through pyserial as it is, on POSIX.
TROUBLES: tuple[type[Exception], ...] = (serial.SerialException, OSError)
with suppress(ImportError):
    import termios

    TROUBLES = (*TROUBLES, termios.error)

# A speed or a path that makes no sense.
TROUBLES_OF_OPENING: tuple[type[Exception], ...] = (*TROUBLES, ValueError)

Flow = Literal["none", "rtscts", "xonxoff"]
BITS_A_BYTE = 10
READ_BYTES = 256


class SerialLine:
    """Fills ``Line``; kept open, and for this program alone.

    ``path`` should be one of ``/dev/serial/by-id``, which stays the same whatever is plugged in first.
    """

    stays_open = True

    def __init__(self, path: str, *, baud: int = 9600, flow: Flow = "none") -> None:
        self._path = path
        self._baud = baud
        self._flow = flow
        self._port: Any = None

    def open(self) -> None:
        """Open the port, with what came in before thrown away."""
        try:
            self._port = serial.Serial(
                self._path,
                self._baud,
                timeout=0,
                exclusive=True,
                rtscts=self._flow == "rtscts",
                xonxoff=self._flow == "xonxoff",
            )
            self._port.reset_input_buffer()
        except TROUBLES_OF_OPENING as problem:
            self.close()
            raise _trouble_of_opening(problem) from problem

    def write(self, data: bytes, *, until_s: float) -> None:
        """Write; a printer that holds the line up longer than that is given up."""
        port = self._opened()
        try:
            port.write_timeout = max(0.001, until_s - time.monotonic())
            port.write(data)
        except TROUBLES as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem)) from problem

    def read(self, *, until_s: float) -> bytes:
        """Read what is there, waiting for the first byte."""
        port = self._opened()
        try:
            port.timeout = max(0.0, until_s - time.monotonic())
            first: bytes = port.read(1)
            return first + bytes(port.read(min(READ_BYTES, port.in_waiting))) if first else b""
        except TROUBLES as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem)) from problem

    def close(self) -> int:
        """Close; what has not left yet is dropped, or the system would wait for a printer that is off."""
        port, self._port = self._port, None
        if port is None:
            return 0
        waiting = 0
        with suppress(*TROUBLES):
            waiting = int(port.out_waiting)
            if waiting:
                port.reset_output_buffer()
        with suppress(*TROUBLES):
            port.close()
        return waiting

    def seconds_for(self, count: int) -> float:
        """Ten bits a byte."""
        return count * BITS_A_BYTE / self._baud

    def _opened(self) -> Any:
        if self._port is None:
            raise DeviceError(NO_ANSWER, detail="not open")
        return self._port


def _trouble_of_opening(problem: Exception) -> DeviceError:
    number = getattr(problem, "errno", None)
    if number in (errno.ENOENT, errno.ENXIO, errno.ENODEV):
        return DeviceError(NOT_FOUND, detail=str(problem))
    if number in (errno.EACCES, errno.EPERM):
        return trouble(PermissionError(str(problem)))
    # What another program holds: pyserial's own lock says EAGAIN, that of the system EBUSY.
    if number in (errno.EAGAIN, errno.EBUSY) or "exclusively lock" in str(problem):
        return DeviceError(IN_USE, detail=str(problem))
    return DeviceError(NO_ANSWER, detail=str(problem))
