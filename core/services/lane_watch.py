"""What a lane notices of its own devices: loops, boom, and the holding of its gate."""

from __future__ import annotations

from typing import Final

from core.domain.boom_watch import BoomWatch, Position
from core.domain.lanes import Passage
from core.services.lane_hold import LaneHold
from core.services.lane_loops import LaneLoops, LoopSettings
from core.services.ports import LaneDevices, LoopEdge, LoopRole

_IS_UP: Final = {Position.UP: True, Position.MOVING: True, Position.DOWN: False, Position.UNKNOWN: None}


class LaneWatch:
    """For the lane's thread alone; tells the passage what it may rely on.

    ``faults`` are the reason codes of all that is wrong, by the last look.
    """

    def __init__(
        self, devices: LaneDevices, passage: Passage, hold: LaneHold, settings: LoopSettings | None
    ) -> None:
        self.boom = BoomWatch()
        self.faults: tuple[str, ...] = ()
        self._devices = devices
        self._passage = passage
        self._hold = hold
        self._loops = LaneLoops(devices.loops, settings or LoopSettings())
        self._rose_unasked = False

    def edge(self, edge: LoopEdge) -> LoopEdge | None:
        """An edge of the loops; None where the passage is not to hear of it now."""
        return self._loops.edge(edge)

    def look(self, now_ns: int) -> LoopEdge | None:
        """Look at all of them; an edge that was kept back, once its loop is calm."""
        late = self._loops.look(now_ns)
        self._passage.ground = self._loops.ground(is_held=self._hold.is_held)
        position = Position(self._devices.barrier.boom().value)
        self._passage.gate.boom_is(_IS_UP[position])
        is_occupied = any(self._devices.loops.occupied(role) is True for role in LoopRole)
        rose = self.boom.look(position, now_ns, is_held=self._hold.is_held, is_occupied=is_occupied)
        self._rose_unasked = self._rose_unasked or rose
        held = (self._hold.fault,) if self._hold.fault else ()
        self.faults = self._loops.faults + held + self.boom.found(now_ns)
        return late

    def take_rose_unasked(self) -> bool:
        """Whether the boom went up unasked since this was asked last."""
        rose, self._rose_unasked = self._rose_unasked, False
        return rose
