"""Loops in memory, for practice, tests and benches."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from core.services.ports import DeviceStatus, Health, LoopEdge, LoopRole


class MemoryLoops:
    """Fills ``ports.Loops``: whoever drives it says where a vehicle stands."""

    def __init__(self, *, clock_ns: Callable[[], int] = time.monotonic_ns) -> None:
        self._clock_ns = clock_ns
        self._lock = threading.Lock()
        self._occupied: dict[LoopRole, bool | None] = dict.fromkeys(LoopRole, False)
        self._reported: dict[LoopRole, bool] = dict.fromkeys(LoopRole, False)
        self._on_edge: Callable[[LoopEdge], None] | None = None
        self._status = DeviceStatus(Health.STARTING, clock_ns())

    def start(self, on_edge: Callable[[LoopEdge], None]) -> None:
        """Begin to watch; a loop already occupied gives an edge, within this call."""
        now_ns = self._clock_ns()
        with self._lock:
            self._on_edge = on_edge
            self._status = DeviceStatus(Health.OK, now_ns)
            standing = [role for role, occupied in self._occupied.items() if occupied]
            self._reported = {role: role in standing for role in LoopRole}
        for role in standing:
            on_edge(LoopEdge(role, True, now_ns))

    def set(self, role: LoopRole, occupied: bool | None) -> None:
        """A vehicle drives onto the loop or off it (None: the loop is lost); the edge comes within this call.

        A loop that is found as it was before its loss gives no edge.
        """
        now_ns = self._clock_ns()
        with self._lock:
            self._occupied[role] = occupied
            on_edge = self._on_edge
            if on_edge is None or occupied is None or occupied == self._reported[role]:
                return
            self._reported[role] = occupied
        on_edge(LoopEdge(role, occupied, now_ns))

    def occupied(self, role: LoopRole) -> bool | None:
        """Whether a vehicle stands on the loop; None where that is not known."""
        with self._lock:
            return self._occupied[role] if self._on_edge is not None else None

    def stop(self) -> None:
        """Stop watching; may be called twice."""
        with self._lock:
            self._on_edge = None
            self._status = DeviceStatus(Health.UNKNOWN, self._clock_ns())

    def status(self) -> DeviceStatus:
        """OK between ``start`` and ``stop``."""
        with self._lock:
            return self._status
