"""The contacts that a relay unit tells of, and who wants to hear of them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping

InputListener = Callable[[int, bool | None, int], None]
"""Called with an input's index, its value (None: not known any more) and the monotonic time in ns."""


class Contacts:
    """The inputs of one unit, each by its number from 0; thread-safe.

    A unit may tell of some, of all at once or of each as it changes: what it never told is not known.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._values: Mapping[int, bool | None] = {}
        self._at_ns = 0
        self._listeners: tuple[tuple[int, InputListener], ...] = ()

    def listen(self, index: int, listener: InputListener) -> None:
        """Call the listener with every sample of the input, on the unit's thread, and at its loss."""
        with self._lock:
            self._listeners = (*self._listeners, (index, listener))

    def unlisten(self, listener: InputListener) -> None:
        """Call the listener no more."""
        with self._lock:
            self._listeners = tuple(entry for entry in self._listeners if entry[1] != listener)

    def newest(self, index: int) -> tuple[bool | None, int]:
        """The last value of the input and the monotonic time in ns at which the unit was last heard."""
        with self._lock:
            return self._values.get(index), self._at_ns

    def publish(self, values: Mapping[int, bool | None] | None, at_ns: int) -> None:
        """Take what the unit tells (None: it is lost) and tell the listeners."""
        with self._lock:
            self._values, self._at_ns = values or {}, at_ns
            listeners = self._listeners
        for index, listener in listeners:
            listener(index, values.get(index) if values is not None else None, at_ns)
