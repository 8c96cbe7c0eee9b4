"""The newest values of a board's inputs, and who wants to hear of them."""

from __future__ import annotations

import threading
from collections.abc import Callable

InputListener = Callable[[int, bool | None, int], None]
"""Called with an input's index, its value (None: not known any more) and the monotonic time in ns."""

MOST_INPUTS = 32


class Inputs:
    """The inputs of one board, numbered from 0; thread-safe. Only those that somebody uses are read.

    A board that has fewer answers no poll at all, so an input is read no longer than it is listened to.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count = 0
        self._sample: tuple[tuple[bool, ...], int] | None = None
        self._listeners: tuple[tuple[int, InputListener], ...] = ()

    @property
    def count(self) -> int:
        """How many inputs are to be read, from 0 on."""
        with self._lock:
            return max((self._count, *(index + 1 for index, _ in self._listeners)))

    def use(self, index: int) -> None:
        """Read this input from now on."""
        _check(index)
        with self._lock:
            self._count = max(self._count, index + 1)

    def listen(self, index: int, listener: InputListener) -> None:
        """Call the listener with every sample of the input, on the board's thread, and at its loss."""
        _check(index)
        with self._lock:
            self._listeners = (*self._listeners, (index, listener))

    def unlisten(self, listener: InputListener) -> None:
        """Call the listener no more."""
        with self._lock:
            self._listeners = tuple(entry for entry in self._listeners if entry[1] != listener)

    def newest(self, index: int) -> tuple[bool, int] | None:
        """The last value of the input and its monotonic time in ns, however old; None before any."""
        with self._lock:
            if self._sample is None or index >= len(self._sample[0]):
                return None
            return self._sample[0][index], self._sample[1]

    def publish(self, values: tuple[bool, ...] | None, at_ns: int) -> None:
        """Take a sample of the inputs (None: the board is lost) and tell the listeners."""
        with self._lock:
            if values is not None:
                self._sample = (values, at_ns)
            listeners = self._listeners
        for index, listener in listeners:
            if values is None:
                listener(index, None, at_ns)
            elif index < len(values):
                listener(index, values[index], at_ns)


def _check(index: int) -> None:
    if not 0 <= index < MOST_INPUTS:
        raise ValueError(f"a board has inputs 0 to {MOST_INPUTS - 1}, not {index}")
