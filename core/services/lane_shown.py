"""What a lane shows to screens: its view, replaced as a whole, and told only where something changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from core.domain.admission import Action
from core.domain.lanes import Passage
from core.domain.lots import Lane
from core.domain.reads import Vote
from core.services.lane_decision import LaneDecision
from core.services.lane_vehicle import LaneVehicle
from core.services.lane_view import HoldView, LaneView
from core.services.ports import Boom, Clock, LaneDevices, LoopRole, ReadAnswer


class LaneShown:
    """Changed by the lane's thread alone; ``view`` may be read from any.

    ``changed`` is called with the new view; it must return at once.
    """

    def __init__(self, lane: Lane, clock: Clock, changed: Callable[[LaneView], None]) -> None:
        self._lane = lane
        self._clock = clock
        self._changed = changed
        self._view = LaneView(lane)
        self._told: LaneView | None = None
        self.trouble = ""

    @property
    def view(self) -> LaneView:
        """The lane as it is now."""
        return self._view

    def begin(self) -> None:
        """Another vehicle comes: nothing is known of it."""
        self._view = LaneView(self._lane)

    def decided(self, decision: LaneDecision, vote: Vote | None, vehicle: LaneVehicle) -> None:
        """What was decided about the vehicle, by what was read of it."""
        self.trouble = ""
        # The plate is marked in the photo only where it was read in that very picture: a car moves.
        is_in_photo = (
            vote is not None
            and vote.box.width
            and vote.best_is_rear is vehicle.photo_is_rear
            and vote.best_sequence == vehicle.photo_sequence
        )
        self._view = replace(
            self._view,
            action=decision.action,
            reason=decision.reason,
            plate=vote.plate if vote is not None else "",
            confidence=vote.confidence if vote is not None else None,
            alternatives=vote.alternatives if vote is not None else (),
            slots=vote.doubts.slots if vote is not None else (),
            stay_id=decision.stay_id,
            known_stay_id=decision.known_stay_id or self._view.known_stay_id,
            due_minor=decision.due_minor,
            photo=vehicle.photo,
            plate_box=vote.box if vote is not None and is_in_photo else None,
            sighting_id=vehicle.sighting_id,
            decided_at=self._clock.now(),
            gate="commanded" if decision.action is Action.OPEN else "",
            gate_cause="",
        )

    def reader_said(self, answer: ReadAnswer) -> None:
        """Why the newest picture could not be read, or that it could; the front camera's word counts."""
        if answer.camera_id == self._lane.lane_id:
            self._view = replace(self._view, reader_cause=answer.cause)

    def opened_by_hand(self, stay_id: str | None, why: str = "gate.by_hand") -> None:
        """A person had the gate opened, for that stay if there is one."""
        self._view = replace(
            self._view,
            action=Action.OPEN,
            reason=why,
            stay_id=stay_id,
            decided_at=self._clock.now(),
            gate="commanded",
            gate_cause="",
        )

    def gate_answered(self, gate: str, cause: str) -> None:
        """What became of the last command."""
        self._view = replace(self._view, gate=gate, gate_cause=cause)

    def held(self) -> None:
        """The gate was opened and nobody crossed."""
        self._view = replace(self._view, reason="lane.held")

    def passed_held(self) -> None:
        """A vehicle went through the gate that is held open."""
        self._view = replace(self._view, reason="gate.held_open", action=None)

    def crossed_unexplained(self) -> None:
        """A vehicle went through without any command: now, and it is not the one that was read before."""
        self._view = replace(
            self._view,
            reason="lane.unexplained_crossing",
            action=None,
            plate="",
            confidence=None,
            alternatives=(),
            slots=(),
            photo="",
            plate_box=None,
            decided_at=self._clock.now(),
        )

    def tell(self, passage: Passage, devices: LaneDevices, hold: HoldView, faults: tuple[str, ...]) -> None:
        """Bring what is measured up to date, and say so where anything changed."""
        boom = devices.barrier.boom()
        if boom is Boom.UP and self._view.gate == "acknowledged":
            self._view = replace(self._view, gate="up")
        self._view = replace(
            self._view,
            hold=hold,
            faults=faults,
            is_degraded=not (passage.ground.arming_works and passage.ground.closing_works),
            state=passage.state,
            vehicle_present=passage.vehicle_present,
            arming=devices.loops.occupied(LoopRole.ARMING),
            closing=devices.loops.occupied(LoopRole.CLOSING),
            boom=boom,
            trouble=self.trouble,
        )
        if self._view != self._told:
            self._told = self._view
            self._changed(self._view)
