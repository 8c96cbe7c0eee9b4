"""One simulated lane: vehicles that come one behind another, two loops, and a boom between them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from core.services.ports import Boom, LoopEdge, LoopRole
from devices.simulator.boom import SimulatedBoom
from devices.simulator.motion import NS, Motion, Timings
from devices.simulator.traffic import Behaviour, VehiclePlan

# Places along the lane in metres, driving direction positive; a vehicle's place is its front.
LENGTH_M = 4.4
LOOPS_M = {LoopRole.ARMING: (-1.0, 1.0), LoopRole.CLOSING: (3.0, 4.6)}
COMES_FROM_M = -13.0
STOPS_AT_M = 0.6
GONE_AT_M = 13.0
BACKS_OUT_AFTER_S = 0.6
COMES_BACK_AFTER_S = 30.0


class Phase(StrEnum):
    """What the vehicle in a lane does."""

    APPROACHING = "approaching"
    STANDING = "standing"
    CROSSING = "crossing"
    REVERSING = "reversing"


class Did(StrEnum):
    """What happened in a lane."""

    REACHED = "reached"  # on the ARMING loop
    LEFT_ARMING = "left_arming"
    WAITED = "waited"  # the patience of its driver is at an end
    CROSSED = "crossed"  # the CLOSING loop is free again
    REVERSED = "reversed"  # out of the lane, backwards


@dataclass(frozen=True, slots=True)
class Happening:
    """What a vehicle did."""

    did: Did
    vehicle: VehiclePlan


class SimulatedLane:
    """The physics of one lane; ``tick`` moves it on to a reading of the monotonic clock."""

    def __init__(self, name: str, timings: Timings) -> None:
        self.name = name
        self.boom = SimulatedBoom(timings.boom_s, timings.boom_holds_s)
        self.occupied = {LoopRole.ARMING: False, LoopRole.CLOSING: False}
        self.vehicle: VehiclePlan | None = None
        self.phase = Phase.APPROACHING
        self._timings = timings
        self._patience_s = timings.entry_patience_s if name == "entry" else timings.exit_patience_s
        self._queue: deque[VehiclePlan] = deque()
        self._motion: Motion | None = None
        self._phase_since_ns = 0
        self._waits_until_ns: int | None = None
        self._has_passed = False

    def send(self, vehicle: VehiclePlan) -> None:
        """A vehicle comes, behind those that are there."""
        self._queue.append(vehicle)

    def turn_back(self, now_ns: int) -> None:
        """The standing vehicle reverses out of the lane."""
        if self.vehicle is not None and self.phase is Phase.STANDING:
            self._move(Phase.REVERSING, now_ns, COMES_FROM_M, self._timings.reverse_s, easing=1.6)

    def wait_on(self, now_ns: int) -> None:
        """The driver was served and waits for the boom; comes back where it stays down all the same."""
        self._waits_until_ns = now_ns + round(COMES_BACK_AFTER_S * NS)

    def is_idle(self, now_ns: int) -> bool:
        """Nobody is here or comes, and the boom is down."""
        return self.vehicle is None and not self._queue and self.boom.state(now_ns) is Boom.DOWN

    def front_m(self, now_ns: int) -> float | None:
        """Where the vehicle's front is, or None where the lane is empty."""
        if self.vehicle is None:
            return None
        return self._motion.place_m(now_ns) if self._motion else STOPS_AT_M

    def tick(self, now_ns: int) -> tuple[list[Happening], list[LoopEdge]]:
        """Move on; what happened and which loops changed, in order."""
        happened: list[Happening] = []
        is_clear = self.boom.is_held or self.boom.state(now_ns) is Boom.DOWN
        if self.vehicle is None and self._queue and is_clear:
            self.vehicle = self._queue.popleft()
            self._move(Phase.APPROACHING, now_ns, STOPS_AT_M, self._timings.approach_s, easing=0.55)
        edges = self._sense(now_ns, happened)
        if self.vehicle is not None:
            self._drive(self.vehicle, now_ns, happened)
        under = self.phase is Phase.CROSSING and self.vehicle is not None and not self._has_passed
        self.boom.tick(now_ns, in_use=under, has_passed=self._has_passed)
        if self.boom.state(now_ns) is not Boom.UP:
            self._has_passed = False
        return happened, edges

    def _sense(self, now_ns: int, happened: list[Happening]) -> list[LoopEdge]:
        front = self.front_m(now_ns)
        edges: list[LoopEdge] = []
        # CLOSING first: a vehicle that leaves one loop for the other never seems to be nowhere.
        for role in (LoopRole.CLOSING, LoopRole.ARMING):
            begins, ends = LOOPS_M[role]
            occupied = front is not None and front > begins and front - LENGTH_M < ends
            if occupied == self.occupied[role]:
                continue
            self.occupied[role] = occupied
            edges.append(LoopEdge(role, occupied, now_ns))
            if self.vehicle is None:
                continue
            if role is LoopRole.ARMING:
                happened.append(Happening(Did.REACHED if occupied else Did.LEFT_ARMING, self.vehicle))
            elif not occupied:
                happened.append(Happening(Did.CROSSED, self.vehicle))
                self._has_passed = True
        return edges

    def _drive(self, vehicle: VehiclePlan, now_ns: int, happened: list[Happening]) -> None:
        arrived = self._motion is None or self._motion.is_over(now_ns)
        if self.phase is Phase.APPROACHING and arrived:
            self.phase, self._phase_since_ns, self._motion = Phase.STANDING, now_ns, None
            self._waits_until_ns = now_ns + round(self._patience_s * NS)
        elif self.phase is Phase.STANDING:
            self._stand(vehicle, now_ns, happened)
        elif self.phase is Phase.REVERSING and arrived:
            happened.append(Happening(Did.REVERSED, vehicle))
            self.vehicle = None
        elif self.phase is Phase.CROSSING and arrived:
            self.vehicle = None

    def _stand(self, vehicle: VehiclePlan, now_ns: int, happened: list[Happening]) -> None:
        stood_s = (now_ns - self._phase_since_ns) / NS
        if self.boom.state(now_ns) is Boom.UP and stood_s >= self._timings.stand_at_least_s:
            if vehicle.behaviour is not Behaviour.BACKS_OUT or self.name != "entry":
                self._move(Phase.CROSSING, now_ns, GONE_AT_M, self._timings.cross_s, easing=1.5)
            elif stood_s >= BACKS_OUT_AFTER_S:
                self.turn_back(now_ns)
        elif (
            self._waits_until_ns is not None
            and now_ns >= self._waits_until_ns
            and self.boom.state(now_ns) is Boom.DOWN
        ):
            self._waits_until_ns = None
            happened.append(Happening(Did.WAITED, vehicle))

    def _move(self, phase: Phase, now_ns: int, to_m: float, lasts_s: float, *, easing: float) -> None:
        from_m = COMES_FROM_M if phase is Phase.APPROACHING else STOPS_AT_M
        self.phase, self._phase_since_ns = phase, now_ns
        self._motion = Motion(now_ns, lasts_s, from_m, to_m, easing)
