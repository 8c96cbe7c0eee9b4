"""The simulated lot: lanes, drivers and their truth, in lot time; it knows nothing of the console.

Vehicles move in the machine's own time. Where nothing moves, the world says until when, and lot time
may be skipped by agreement (``quiet`` and ``skip_to``). The world is driven by ``tick`` from one thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.services.ports import Boom, LoopEdge
from devices.simulator.drivers import Act, AtWindow, Driver
from devices.simulator.lane import Did, Happening, SimulatedLane
from devices.simulator.lot_time import LotTime
from devices.simulator.motion import Timings
from devices.simulator.traffic import LANES, Behaviour, Means, Scenario, VehiclePlan
from devices.simulator.truth import TruthBook, VehicleTruth

LONGEST_STEP_NS = 20_000_000
LONGEST_SKIP = timedelta(days=1)

Event = dict[str, object]


@dataclass(slots=True)
class Outcome:
    """What one tick brought: loop edges by lane, and events for the conductor."""

    edges: list[tuple[str, LoopEdge]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


class World:
    """The lot and everybody in it; ``now_ns`` is the monotonic clock, handed in so that tests can turn it."""

    def __init__(self, scenario: Scenario, *, now_ns: Callable[[], int], timings: Timings) -> None:
        self.scenario = scenario
        self.lanes = {name: SimulatedLane(name, timings) for name in LANES}
        self.time = LotTime(scenario.lot_start, now_ns())
        self._now_ns = now_ns
        self._book = TruthBook(scenario.vehicles)
        self._drivers = {plan.vehicle_id: Driver(plan, scenario.seed) for plan in scenario.vehicles}
        self._told: Event | None = None
        self._ticked_ns = now_ns()

    def tick(self) -> Outcome:
        """Let happen what is due by now."""
        now_ns = self._now_ns()
        outcome = Outcome()
        # However late the tick comes, a vehicle passes over every place on its way.
        while now_ns - self._ticked_ns > LONGEST_STEP_NS and not self._lanes_idle(self._ticked_ns):
            self._ticked_ns += LONGEST_STEP_NS
            self._step(self._ticked_ns, outcome)
        self._ticked_ns = now_ns
        self._step(now_ns, outcome)
        self._tell_if_quiet(now_ns, outcome.events)
        return outcome

    def pulse(self, lane: str, pulse_id: str) -> None:
        """The opening contact of a lane's barrier was closed once."""
        self.lanes[lane].boom.pulse(pulse_id, self._now_ns())

    def hold(self, lane: str, *, held: bool) -> None:
        """The holding contact of a lane's barrier was closed, or opened again."""
        boom = self.lanes[lane].boom
        (boom.hold if held else boom.let_go)(self._now_ns())

    def is_held(self, lane: str) -> bool:
        """Whether a lane's holding contact is closed."""
        return self.lanes[lane].boom.is_held

    def boom(self, lane: str) -> Boom:
        """Where a lane's boom is now."""
        return self.lanes[lane].boom.state(self._now_ns())

    def loops(self, lane: str) -> list[LoopEdge]:
        """The state of a lane's loops now, as edges."""
        now_ns = self._now_ns()
        return [LoopEdge(role, occupied, now_ns) for role, occupied in self.lanes[lane].occupied.items()]

    def scene(self, lane: str) -> dict[str, object]:
        """What a lane's camera would see now, in plain values."""
        now_ns = self._now_ns()
        place = self.lanes[lane]
        at = self.time.at(now_ns)
        vehicle, front_m = place.vehicle, place.front_m(now_ns)
        before_m = place.front_m(now_ns - 40_000_000)
        moved_m = 0.0 if front_m is None or before_m is None else front_m - before_m
        return {
            "lane": lane,
            "size": self.scenario.frame_size(),
            "light": self.scenario.light_at(at).value,
            "lot_time": at.isoformat(),
            "at_ns": now_ns,
            "boom_raised": place.boom.raised_share(now_ns),
            "vehicle": vehicle,
            "phase": place.phase.value,
            "front_m": front_m,
            "speed_m_s": moved_m / 0.04,
        }

    def skip_to(self, instant: datetime) -> bool:
        """Move lot time forward, at most to when something is due; False where something moves now."""
        now_ns = self._now_ns()
        if not self._is_quiet(now_ns):
            return False
        latest = self._next_due() or self.time.at(now_ns) + LONGEST_SKIP
        self.time.skip_to(min(instant, latest), now_ns)
        self._told = None
        return True

    def paid(self, vehicle_id: str, amount_minor: int, *, receipt: bool, means: Means = Means.CASH) -> bool:
        """The driver at the window paid; False where that driver is not there."""
        driver = self._drivers.get(vehicle_id)
        if driver is None or not driver.at_window:
            return False
        at = self.time.at(self._now_ns())
        truth = self._book[vehicle_id]
        truth.pay(amount_minor, means, at)
        self._book.payments += 1
        self._book.receipts += receipt
        self._leave_window(driver, at)
        return True

    def let_out(self, vehicle_id: str) -> bool:
        """The driver at the window was told to go without paying; False where that driver is not there."""
        driver = self._drivers.get(vehicle_id)
        if driver is None or not driver.at_window:
            return False
        self._leave_window(driver, self.time.at(self._now_ns()))
        return True

    def sent_away(self, vehicle_id: str) -> bool:
        """The driver at the window was sent away: from the exit lane back inside, else to the car."""
        if not self.let_out(vehicle_id):
            return False
        standing = self.lanes["exit"].vehicle
        if standing is not None and standing.vehicle_id == vehicle_id:
            self.lanes["exit"].turn_back(self._now_ns())
        return True

    def driver(self, lane: str) -> VehiclePlan | None:
        """Who is in a lane now."""
        return self.lanes[lane].vehicle

    def lot_time(self) -> datetime:
        """The lot time now."""
        return self.time.at(self._now_ns())

    def truth(self) -> dict[str, object]:
        """What really happened so far, in plain values."""
        told = self._book.told({name: lane.boom.cycles for name, lane in self.lanes.items()})
        return told | {"boom_pulses": {name: lane.boom.pulses for name, lane in self.lanes.items()}}

    def _step(self, now_ns: int, outcome: Outcome) -> None:
        at = self.time.at(now_ns)
        for driver in self._due(at):
            self._act(driver, at, outcome.events)
        for name, lane in self.lanes.items():
            happenings, edges = lane.tick(now_ns)
            outcome.edges.extend((name, edge) for edge in edges)
            for happening in happenings:
                self._note(name, happening, at, outcome.events)

    def _due(self, at: datetime) -> list[Driver]:
        due = [one for one in self._drivers.values() if one.due is not None and one.due <= at]
        return sorted(due, key=lambda one: one.due or at)

    def _next_due(self) -> datetime | None:
        return min((one.due for one in self._drivers.values() if one.due is not None), default=None)

    def _act(self, driver: Driver, at: datetime, events: list[Event]) -> None:
        act, plan = driver.take_up(), driver.plan
        if act is Act.ARRIVE and plan.behaviour is not Behaviour.NO_RECORD:
            self.lanes["entry"].send(plan)
        elif act is Act.WALK_TO_WINDOW:
            driver.waits_at_window(at)
            self._book[plan.vehicle_id].at_window_at = at
            events.append(AtWindow(plan, None, paid_before=False).event())
        elif act is Act.LOSE_PATIENCE:
            self._leave_window(driver, at)
        else:
            self.lanes["exit"].send(plan)

    def _leave_window(self, driver: Driver, at: datetime) -> None:
        if self.lanes["exit"].vehicle is driver.plan:
            driver.at_window = False
            self.lanes["exit"].wait_on(self._now_ns())
        else:
            driver.walks_back(at, has_paid=self._book[driver.plan.vehicle_id].paid_at is not None)

    def _note(self, lane: str, happening: Happening, at: datetime, events: list[Event]) -> None:
        driver = self._drivers[happening.vehicle.vehicle_id]
        truth = self._book[happening.vehicle.vehicle_id]
        if happening.did is Did.REACHED:
            self._book.begin_presence(lane, happening.vehicle, at)
            if lane == "entry":
                truth.arrived_at = at
            else:
                truth.at_exit_at = at
        elif happening.did is Did.LEFT_ARMING:
            self._book.end_presence(happening.vehicle, at)
        elif happening.did is Did.CROSSED:
            self._crossed(lane, driver, truth, at)
        elif happening.did is Did.WAITED:
            self._waited(lane, driver, truth, at, events)
        elif lane == "entry" and truth.gave_up_at is None:
            truth.backed_out_at = at

    def _crossed(self, lane: str, driver: Driver, truth: VehicleTruth, at: datetime) -> None:
        driver.at_window = False
        if lane == "exit":
            truth.left_at = at
        else:
            truth.entered_at = at
            driver.has_entered(at)

    def _waited(
        self, lane: str, driver: Driver, truth: VehicleTruth, at: datetime, events: list[Event]
    ) -> None:
        if lane == "entry":
            truth.gave_up_at = at
            truth.refused_full = self._book.inside() >= self.scenario.capacity
            self.lanes["entry"].turn_back(self._now_ns())
            return
        driver.at_window = True
        if truth.stopped_at is None:
            truth.stopped_at, truth.stopped_because = at, truth.why_stopped(at)
        events.append(AtWindow(driver.plan, "exit", paid_before=truth.paid_at is not None).event())

    def _lanes_idle(self, now_ns: int) -> bool:
        return all(lane.is_idle(now_ns) for lane in self.lanes.values())

    def _is_quiet(self, now_ns: int) -> bool:
        due = self._next_due()
        return (
            self._lanes_idle(now_ns)
            and not any(driver.at_window for driver in self._drivers.values())
            and (due is None or due > self.time.at(now_ns))
        )

    def _tell_if_quiet(self, now_ns: int, events: list[Event]) -> None:
        if not self._is_quiet(now_ns):
            self._told = None
            return
        due = self._next_due()
        event: Event = {"event": "day_over"} if due is None else {"event": "quiet", "until": due.isoformat()}
        if event != self._told:
            self._told = event
            events.append(event)
