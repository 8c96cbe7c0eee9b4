"""A lane's loops as its passage is told of them: faults found, and what chatters slowed down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from core.domain.lane_ground import Ground
from core.domain.loop_faults import ARMING_CHATTERS, LoopFaults, LoopLimits
from core.services.ports import LoopEdge, LoopRole, Loops

# While the loop before the boom chatters a vehicle has gone only once the loop was free for so long.
CALM_NS: Final = 2_000_000_000


@dataclass(frozen=True, slots=True)
class LoopSettings:
    """What is known of a lane's loops beforehand: whether one lies behind the boom, when one is stuck."""

    has_closing: bool = True
    stuck_after_s: int = 600


class LaneLoops:
    """For the lane's thread alone."""

    def __init__(self, loops: Loops, settings: LoopSettings) -> None:
        self._loops = loops
        limits = LoopLimits(stuck_after_ms=settings.stuck_after_s * 1000)
        self._judge = LoopFaults(limits, has_closing=settings.has_closing)
        self._delayed: LoopEdge | None = None
        self.faults: tuple[str, ...] = ()

    def edge(self, edge: LoopEdge) -> LoopEdge | None:
        """An edge of the device; None where the passage is not to hear of it now."""
        if edge.role is LoopRole.CLOSING:
            self._judge.closing(edge.occupied, edge.at_ns)
            return edge
        self._judge.arming(edge.occupied, edge.at_ns)
        self._delayed = None
        if not edge.occupied and ARMING_CHATTERS in self._judge.found(edge.at_ns):
            self._delayed = edge
            return None
        return edge

    def look(self, now_ns: int) -> LoopEdge | None:
        """Judge the loops anew; an edge that was kept back is told once all is calm."""
        self._judge.known(
            arming=self._loops.occupied(LoopRole.ARMING) is not None,
            closing=self._loops.occupied(LoopRole.CLOSING) is not None,
            now_ns=now_ns,
        )
        self.faults = self._judge.found(now_ns)
        if self._delayed is None or now_ns - self._delayed.at_ns < CALM_NS:
            return None
        edge, self._delayed = self._delayed, None
        return LoopEdge(edge.role, edge.occupied, now_ns)

    def ground(self, *, is_held: bool) -> Ground:
        """What the passage may rely on, by the last look."""
        return self._judge.ground(self.faults, is_held=is_held)
