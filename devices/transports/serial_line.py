"""A serial line of its own for one device, which nobody else on this machine may open meanwhile."""

from __future__ import annotations

import errno

import serial

from core.domain.errors import DeviceError

WRITE_LIMIT_S = 2.0
_WHY = {errno.ENOENT: "not_found", errno.EACCES: "no_permission", errno.EBUSY: "busy", errno.EAGAIN: "busy"}


def open_line(path: str, baud: int, *, sort: str, read_timeout_s: float = 0.2) -> serial.Serial:
    """The line, 8N1; DeviceError ``<sort>.not_found``, ``.no_permission``, ``.busy`` or ``.no_answer``."""
    try:
        return serial.Serial(path, baud, timeout=read_timeout_s, write_timeout=WRITE_LIMIT_S, exclusive=True)
    except (serial.SerialException, OSError, ValueError) as problem:
        number = getattr(problem, "errno", None)
        why = _WHY.get(number, "no_answer") if number is not None else "no_answer"
        if why == "no_answer" and "exclusively lock" in str(problem):
            why = "busy"
        raise DeviceError(f"{sort}.{why}", detail=str(problem)) from problem
