"""What the process that prints a page ends with."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

HANDING_OVER: Final = "handing over\n"
"""What it says before the system gets the page: without it nothing was printed."""


class PageAnswer(IntEnum):
    """Exit codes; none of them is one that Python or the system ends a process with by itself."""

    HANDED_OVER = 0
    NO_QUEUE = 40
    REFUSED = 41
    NOT_A_PICTURE = 42
