"""Text displays on a serial line: customer displays and driver displays of two or more rows.

Two families share the market, Epson's (DM-D) and the one that calls its commands CD5220. What is sent here
means the same to both (Epson's and CD5220 command tables): ``ESC @`` begins anew, ``FF`` clears, ``VT``
goes home; in the overwrite mode that follows ``ESC @`` a full row goes on in the next one. So a page is
written as home and every cell of it. Displays of this sort never answer.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Final

import serial

from core.domain.errors import DeviceError
from devices.displays.layout import Page, padded
from devices.displays.live_sign import SignShape
from devices.transports.serial_port import PORT_TROUBLE, open_serial_port

BEGIN: Final = b"\x1b@"
CLEAR: Final = b"\x0c"
HOME: Final = b"\x0b"
NO_ANSWER: Final = "sign.no_answer"
# A page of a large sign takes more than half a second at 9600 baud.
WRITE_LIMIT_S: Final = 2.0
# pyserial raises the last one where a port is closed under its hands.
_GONE: Final[tuple[type[Exception], ...]] = (*PORT_TROUBLE, TypeError)


class SerialDisplay:
    """Fills ``FarSign`` over a serial line."""

    answers = False

    def __init__(self, path: str, baud: int, shape: SignShape) -> None:
        self._path = path
        self._baud = baud
        self._shape = shape
        self._line: serial.Serial | None = None

    def connect(self) -> None:
        """Open the line and begin anew with a blank display."""
        self.close()
        self._line = open_serial_port(self._path, baud=self._baud, sort="sign")
        try:
            self._line.write_timeout = WRITE_LIMIT_S
        except _GONE as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem)) from problem
        self._send(BEGIN + CLEAR)

    def write(self, page: Page) -> None:
        """Write every cell, so that nothing of another page is left."""
        shape = self._shape
        rows = padded(page, columns=shape.columns, rows=shape.rows)
        self._send(HOME + "".join(rows).encode(shape.encoding, "replace"))

    def close(self) -> None:
        """Let go of the line."""
        line, self._line = self._line, None
        if line is not None:
            with suppress(*PORT_TROUBLE):
                line.close()

    def _send(self, content: bytes) -> None:
        line = self._line
        if line is None:
            raise DeviceError(NO_ANSWER, detail="closed")
        try:
            line.write(content)
            # Nothing is expected; a line that was pulled out fails here, and what came in is thrown away.
            line.reset_input_buffer()
        except _GONE as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem)) from problem
