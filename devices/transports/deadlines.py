"""How long is left until a deadline, and what a command is told that did not get its turn before it."""

from __future__ import annotations

import time
from typing import Final

from core.domain.errors import DeviceError

NO_ANSWER: Final = "board.no_answer"
TOO_LATE: Final = "board.too_late"


def seconds_until(at_ns: int) -> float:
    """Seconds until a reading of the monotonic clock; 0 where that is past."""
    return max(0.0, (at_ns - time.monotonic_ns()) / 1e9)


def gave_up(deadline_ns: int, why: str) -> DeviceError:
    """What a command ends with of which nothing was sent: too late by now, or no answer in time."""
    if time.monotonic_ns() >= deadline_ns:
        return DeviceError(TOO_LATE)
    return DeviceError(NO_ANSWER, detail=f"{why}; nothing was sent")
