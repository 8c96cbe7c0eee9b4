"""Turns a chattering contact into edges."""

from __future__ import annotations

from core.services.ports import LoopEdge, LoopRole


class Debounce:
    """The contact of one loop: a change counts once it has held for ``hold_ms``.

    Fed with samples in the order of time; knows no clock of its own.
    """

    def __init__(self, role: LoopRole, *, hold_ms: int) -> None:
        self._role = role
        self._hold_ns = hold_ms * 1_000_000
        self._reported = False
        self._known = False
        self._candidate: bool | None = None
        self._candidate_since_ns = 0

    @property
    def occupied(self) -> bool | None:
        """Whether a vehicle stands on the loop; None before a value has held, and after a loss."""
        return self._reported if self._known else None

    def sample(self, occupied: bool | None, at_ns: int) -> LoopEdge | None:
        """Take one sample (None: the contact is lost); the edge where a change has now held.

        An edge carries the time of the first sample that showed it. A loop found occupied at the start
        gives one, a loop found free does not, and one that is the same after a loss does not either.
        """
        if occupied is None:
            self._known = False
            self._candidate = None
            return None
        if occupied != self._candidate:
            self._candidate = occupied
            self._candidate_since_ns = at_ns
        if at_ns - self._candidate_since_ns < self._hold_ns:
            return None
        self._known = True
        if occupied == self._reported:
            return None
        self._reported = occupied
        return LoopEdge(self._role, occupied, self._candidate_since_ns)
