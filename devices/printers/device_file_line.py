"""A printer behind a file of the system's, such as ``/dev/usb/lp0`` of Linux's printer driver."""

from __future__ import annotations

import errno
import os
import select
import time
from contextlib import suppress

from core.domain.errors import DeviceError
from devices.printers.line import IN_USE, NO_ANSWER, trouble

READ_BYTES = 256
PIECE_BYTES = 4096


class DeviceFileLine:
    """Fills ``Line``; kept open, because the driver gives the printer to one program at a time."""

    stays_open = True

    def __init__(self, path: str) -> None:
        self._path = path
        self._descriptor = -1

    def open(self) -> None:
        """Open it for both ways; a plain file is none of a printer's."""
        try:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
        except OSError as problem:
            if problem.errno == errno.EBUSY:
                raise DeviceError(IN_USE, detail=str(problem)) from problem
            raise trouble(problem) from problem

    def write(self, data: bytes, *, until_s: float) -> None:
        """Write as the driver takes it."""
        sent = 0
        while sent < len(data):
            if not self._ready(until_s, writing=True):
                raise DeviceError(NO_ANSWER, detail=f"{sent} of {len(data)} bytes taken")
            try:
                sent += os.write(self._descriptor, data[sent : sent + PIECE_BYTES])
            except BlockingIOError:
                continue
            except OSError as problem:
                raise trouble(problem) from problem

    def read(self, *, until_s: float) -> bytes:
        """Read what the printer answered, if its driver hands answers on."""
        if not self._ready(until_s, writing=False):
            return b""
        try:
            received = os.read(self._descriptor, READ_BYTES)
        except BlockingIOError:
            return b""
        except OSError as problem:
            raise trouble(problem) from problem
        if not received:
            # The driver has nothing to hand on, and would say so at once again and again.
            time.sleep(min(0.05, max(0.0, until_s - time.monotonic())))
        return received

    def close(self) -> int:
        """Close."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with suppress(OSError):
                os.close(descriptor)
        return 0

    def seconds_for(self, count: int) -> float:  # noqa: ARG002 - USB is fast enough for any receipt
        """Nothing to speak of."""
        return 0.0

    def _ready(self, until_s: float, *, writing: bool) -> bool:
        if self._descriptor < 0:
            raise DeviceError(NO_ANSWER, detail="not open")
        waiting = select.poll()
        waiting.register(self._descriptor, select.POLLOUT if writing else select.POLLIN)
        events = waiting.poll(max(0.0, until_s - time.monotonic()) * 1000)
        if events and events[0][1] & (select.POLLERR | select.POLLNVAL):
            raise DeviceError(NO_ANSWER, detail="the printer is gone")
        return bool(events)
