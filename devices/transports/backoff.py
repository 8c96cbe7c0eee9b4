"""How long to wait before trying a lost device again."""

from __future__ import annotations

import random
from collections.abc import Callable

FIRST_WAIT_S = 0.5
LONGEST_WAIT_S = 10.0
JITTER = 0.25


class Backoff:
    """Waits that double from 0.5 s to 10 s, each ±25 %, so that consoles do not knock in step.

    ``longest_s`` is less than 10 s for what must be back soon and is cheap to try.
    """

    def __init__(
        self, chance: Callable[[], float] = random.random, *, longest_s: float = LONGEST_WAIT_S
    ) -> None:
        self._chance = chance
        self._longest_s = longest_s
        self._next_s = FIRST_WAIT_S

    def wait_s(self) -> float:
        """The seconds to wait now; the following wait is twice as long, never above the longest."""
        base_s = self._next_s
        self._next_s = min(self._longest_s, base_s * 2)
        return min(self._longest_s, base_s * (1 - JITTER + 2 * JITTER * self._chance()))

    def reset(self) -> None:
        """Start from 0.5 s again: the device has proved itself."""
        self._next_s = FIRST_WAIT_S
