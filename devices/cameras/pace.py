"""Keeps a recorded source to its pictures per second."""

from __future__ import annotations

import time

_LONGEST_WAIT_S = 0.9


class Pace:
    """When the next picture is due. What was missed is not made up for in a rush."""

    def __init__(self, fps: float) -> None:
        self._step_s = 1.0 / fps
        self._due_s = time.monotonic()

    def wait_s(self) -> float:
        """Seconds until the next picture is due, 0.9 at most; 0 when it is."""
        return min(max(self._due_s - time.monotonic(), 0.0), _LONGEST_WAIT_S)

    def step(self) -> None:
        """A picture was shown: the next is due one step later, counted from now if that has passed."""
        self._due_s = max(self._due_s + self._step_s, time.monotonic())
