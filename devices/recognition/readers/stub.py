"""For benches and tests only: a reader that sees nothing and says what it was made with."""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray

from core.domain.reads import Box, Read

STUB = "stub"


class StubReader:
    """Answers the same for every picture, without models: ``stub`` at once, ``stub:100`` after 100 ms."""

    def __init__(self, text: str, reads: tuple[Read, ...]) -> None:
        self._seconds = float(text.removeprefix(STUB).removeprefix(":") or 0) / 1000
        self._reads = list(reads)

    def read(
        self,
        image: NDArray[np.uint8],  # noqa: ARG002
        *,
        deadline_ms: float | None = None,  # noqa: ARG002
        hint: Box | None = None,  # noqa: ARG002
    ) -> list[Read]:
        """The reads it was made with; it is at work meanwhile, as a real one is."""
        until_s = time.perf_counter() + self._seconds
        while time.perf_counter() < until_s:
            continue
        return self._reads
