"""The vehicle loops of a lane on the inputs of any board that tells them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from core.services.ports import DeviceStatus, LoopEdge, LoopRole, Measure
from devices.loops.debounce import Debounce

InputListener = Callable[[int, bool | None, int], None]


class Inputs(Protocol):
    """The inputs of a board; a listener gets index, value (None: lost) and monotonic time in ns."""

    def listen(self, index: int, listener: InputListener) -> None:
        """Call it with every sample of the input."""

    def unlisten(self, listener: InputListener) -> None:
        """Call it no more."""


class Board(Protocol):
    """What has inputs: a relay board, or a relay unit of the network; its causes are ``board.…``."""

    @property
    def inputs(self) -> Inputs:
        """Its inputs, numbered from 0."""

    def hold(self, user: object) -> None:
        """Keep it connected for this user."""

    def release(self, user: object) -> None:
        """The user needs it no more."""

    def status(self) -> DeviceStatus:
        """How the connection is."""


class ContactLoops:
    """Fills ``ports.Loops``; ``inverted`` is for detectors whose contact opens when occupied.

    A loop that is not wired (None) is never known.
    """

    def __init__(
        self,
        board: Board,
        *,
        arming_input: int | None,
        closing_input: int | None,
        debounce_ms: int = 40,
        inverted: bool = False,
    ) -> None:
        if arming_input is not None and arming_input == closing_input:
            raise ValueError("both loops are on the same input")
        wired = {LoopRole.ARMING: arming_input, LoopRole.CLOSING: closing_input}
        self._board = board
        self._debounce_ms = debounce_ms
        self._inverted = inverted
        self._inputs = {index: role for role, index in wired.items() if index is not None}
        self._lock = threading.Lock()
        self._loops = self._fresh()
        self._on_edge: Callable[[LoopEdge], None] | None = None

    def start(self, on_edge: Callable[[LoopEdge], None]) -> None:
        """Begin to watch; edges come on the board's thread. May be called again after ``stop``."""
        with self._lock:
            if self._on_edge is not None:
                raise RuntimeError("the loops are already watched")
            self._loops = self._fresh()
            self._on_edge = on_edge
        for index in self._inputs:
            self._board.inputs.listen(index, self._on_sample)
        self._board.hold(self)

    def occupied(self, role: LoopRole) -> bool | None:
        """Whether a vehicle stands on the loop; None where that is not known."""
        with self._lock:
            loop = self._loops.get(role)
            return None if loop is None or self._on_edge is None else loop.occupied

    def measures(self) -> tuple[Measure, ...]:
        """Both loops, as they are known."""
        return (
            Measure("loops.arming", self.occupied(LoopRole.ARMING)),
            Measure("loops.closing", self.occupied(LoopRole.CLOSING)),
        )

    def stop(self) -> None:
        """Stop within 2 s; may be called twice."""
        self._board.inputs.unlisten(self._on_sample)
        self._board.release(self)
        with self._lock:
            self._on_edge = None

    def status(self) -> DeviceStatus:
        """How the connection to the board is."""
        board = self._board.status()
        cause = f"loops.{board.cause.removeprefix('board.')}" if board.cause else ""
        return DeviceStatus(board.health, board.since_ns, cause, board.detail)

    def _fresh(self) -> dict[LoopRole, Debounce]:
        return {role: Debounce(role, hold_ms=self._debounce_ms) for role in self._inputs.values()}

    def _on_sample(self, index: int, value: bool | None, at_ns: int) -> None:
        occupied = None if value is None else value != self._inverted
        with self._lock:
            on_edge = self._on_edge
            edge = self._loops[self._inputs[index]].sample(occupied, at_ns)
        if edge is not None and on_edge is not None:
            on_edge(edge)
