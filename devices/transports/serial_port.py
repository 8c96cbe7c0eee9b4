"""Opening a serial port for this console alone."""

from __future__ import annotations

import errno
from typing import Final

import serial

from core.domain.errors import DeviceError

try:
    from termios import error as TerminalTrouble  # noqa: N812
except ImportError:  # Windows has no terminals of this sort, and so no such trouble
    TerminalTrouble = OSError  # type: ignore[misc, assignment]

# What a port raises whose device is gone; pyserial lets those of the terminal through.
PORT_TROUBLE: tuple[type[Exception], ...] = (OSError, TerminalTrouble)
# A read returns as soon as what it asks for is there, or after this long with what is.
READ_SLICE_S = 0.01
WRITE_LIMIT_S = 0.2

_CAUSES: Final = {
    errno.ENOENT: "not_found",
    errno.ENODEV: "not_found",
    errno.ENXIO: "not_found",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EAGAIN: "busy",
    errno.EBUSY: "busy",
    errno.ENOTTY: "not_a_port",
    errno.EISDIR: "not_a_port",
    errno.EINVAL: "not_a_port",
}


def open_serial_port(path: str, *, baud: int, parity: str = "N", sort: str = "board") -> serial.Serial:
    """The port at 8 data bits and 1 stop bit, with exclusive access, its reads and writes bounded.

    Raises DeviceError ``<sort>.not_found``, ``.no_permission``, ``.busy`` (another program has it),
    ``.not_a_port`` or ``.no_answer``.
    """
    try:
        return serial.Serial(
            path, baud, parity=parity, timeout=READ_SLICE_S, write_timeout=WRITE_LIMIT_S, exclusive=True
        )
    except (OSError, TerminalTrouble, ValueError) as problem:
        raise DeviceError(f"{sort}.{_cause(problem)}", detail=f"{path}: {problem}") from problem


def _cause(problem: Exception) -> str:
    number = problem.errno if isinstance(problem, OSError) else None
    if number is None:
        # pyserial opened it and could not set its speed: a plain file, say.
        return "not_a_port"
    return _CAUSES.get(number, "no_answer")
