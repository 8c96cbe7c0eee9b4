"""A reader for the reading bench that tries to fetch something, as a package might that lacks its models."""

from __future__ import annotations

import socket

import numpy as np
from numpy.typing import NDArray

from tests.bench.reading_child import ReadOnce


def opened(region: str) -> ReadOnce:
    """The reader; it answers what came of its try, and its region."""

    def read_once(_: NDArray[np.uint8]) -> tuple[str, float]:
        try:
            socket.create_connection(("localhost", 9), timeout=5).close()
        except PermissionError:
            return f"REFUSED {region.upper()}", 1.0
        except OSError:
            return "ALLOWED", 1.0
        return "ALLOWED", 1.0

    return read_once
