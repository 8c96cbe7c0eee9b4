"""The vehicle loops of a simulated lane, filling the ``Loops`` port."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from core.services.ports import DeviceStatus, Health, LoopEdge, LoopRole
from devices.simulator.link import Link, LinkLost, Message

SILENCE_LIMIT_NS = 1_500_000_000
LISTEN_S = 0.25
BACK_OFF_S = (0.1, 2.0)


class SimulatedLoops:
    """Listens to the world's loops; they come debounced."""

    def __init__(self, address: str, authkey: bytes, lane: str) -> None:
        self._lane = lane
        self._link = Link(address, authkey)
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._on_edge: Callable[[LoopEdge], None] | None = None
        self._known: dict[LoopRole, bool] = {}
        self._heard_ns = 0
        self._status = DeviceStatus(Health.STARTING, time.monotonic_ns())

    def start(self, on_edge: Callable[[LoopEdge], None]) -> None:
        """Begin to watch; edges come on this device's thread."""
        self._on_edge = on_edge
        self._stopping.clear()
        self._thread = threading.Thread(target=self._watch, name=f"loops-{self._lane}", daemon=True)
        self._thread.start()

    def occupied(self, role: LoopRole) -> bool | None:
        """Whether a vehicle stands on the loop; None where nothing was heard for 1.5 s."""
        return self._known.get(role) if self._is_fresh() else None

    def stop(self) -> None:
        """Stop watching; may be called twice."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(2.0)
            self._thread = None
        self._link.close()

    def status(self) -> DeviceStatus:
        """How the connection is; STALE where the world is there but says nothing."""
        return self._status

    def _is_fresh(self) -> bool:
        return time.monotonic_ns() - self._heard_ns < SILENCE_LIMIT_NS

    def _watch(self) -> None:
        pause_s = BACK_OFF_S[0]
        while not self._stopping.is_set():
            try:
                self._link.send({"do": "watch_loops", "lane": self._lane})
                while not self._stopping.is_set():
                    message = self._link.receive(LISTEN_S)
                    if message is not None:
                        self._hear(message)
                        pause_s = BACK_OFF_S[0]
                    elif not self._is_fresh():
                        self._set_health(Health.STALE, "loops.silent")
            except LinkLost:
                self._heard_ns = 0
                self._set_health(Health.FAILED, "loops.no_answer")
                self._stopping.wait(pause_s)
                pause_s = min(pause_s * 2, BACK_OFF_S[1])

    def _hear(self, message: Message) -> None:
        self._heard_ns = time.monotonic_ns()
        self._set_health(Health.OK)
        if "role" not in message:
            return
        edge = LoopEdge(LoopRole(message["role"]), bool(message["occupied"]), int(message["at_ns"]))
        # A loop that is free at the start is no edge; nor is one that is as it was before a loss.
        changed = self._known.get(edge.role, False) != edge.occupied
        self._known[edge.role] = edge.occupied
        if changed and self._on_edge is not None:
            self._on_edge(edge)

    def _set_health(self, health: Health, cause: str = "") -> None:
        if (self._status.health, self._status.cause) != (health, cause):
            self._status = DeviceStatus(health, time.monotonic_ns(), cause)
