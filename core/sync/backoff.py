"""How long to wait before another try: twice as long each time, with jitter, so that consoles spread out."""

from __future__ import annotations

import random

FIRST_SECONDS = 0.5
LONGEST_SECONDS = 20.0


class Backoff:
    """Counts failures in a row."""

    def __init__(self, *, first_s: float = FIRST_SECONDS, longest_s: float = LONGEST_SECONDS) -> None:
        self._first_s = first_s
        self._longest_s = longest_s
        self._failures = 0

    def failed(self) -> float:
        """One more failure; seconds to wait now, between half of and the whole of the step."""
        step = min(self._longest_s, self._first_s * float(1 << min(self._failures, 16)))
        self._failures += 1
        return step * (0.5 + random.random() / 2)

    def reset(self) -> None:
        """It went well."""
        self._failures = 0
