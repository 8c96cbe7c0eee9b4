"""The newest values of a board's inputs, and who wants to hear of them."""

from __future__ import annotations

import threading
from collections.abc import Callable

InputListener = Callable[[int, bool | None, int], None]
"""Called with an input's index, its value (None: not known any more) and the monotonic time in ns."""


class Inputs:
    """The inputs of one board, numbered from 0; thread-safe."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._lock = threading.Lock()
        self._sample: tuple[tuple[bool, ...], int] | None = None
        self._listeners: tuple[tuple[int, InputListener], ...] = ()

    def listen(self, index: int, listener: InputListener) -> None:
        """Call the listener with every sample of the input, on the board's thread, and at its loss."""
        if not 0 <= index < self.count:
            raise ValueError(f"the board has inputs 0 to {self.count - 1}, not {index}")
        with self._lock:
            self._listeners = (*self._listeners, (index, listener))

    def unlisten(self, listener: InputListener) -> None:
        """Call the listener no more."""
        with self._lock:
            self._listeners = tuple(entry for entry in self._listeners if entry[1] != listener)

    def newest(self, index: int) -> tuple[bool, int] | None:
        """The last value of the input and its monotonic time in ns, however old; None before any."""
        with self._lock:
            return None if self._sample is None else (self._sample[0][index], self._sample[1])

    def publish(self, values: tuple[bool, ...] | None, at_ns: int) -> None:
        """Take a sample of all inputs (None: the board is lost) and tell the listeners."""
        with self._lock:
            if values is not None:
                self._sample = (values, at_ns)
            listeners = self._listeners
        for index, listener in listeners:
            listener(index, None if values is None else values[index], at_ns)
