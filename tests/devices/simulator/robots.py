"""A clock turned by hand, and an attendant who opens every boom and takes cash, for tests of the world."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from core.services.ports import Boom, LoopEdge, LoopRole
from devices.simulator.lane import Phase
from devices.simulator.motion import Timings
from devices.simulator.traffic import Scenario
from devices.simulator.world import World

START = datetime(2026, 3, 2, 13, 0, tzinfo=UTC)
FEE_MINOR = 500


class HandClock:
    """A monotonic clock that moves only when told."""

    def __init__(self) -> None:
        self.now_ns = 5_000_000_000

    def __call__(self) -> int:
        return self.now_ns

    def wait(self, seconds: float) -> None:
        self.now_ns += round(seconds * 1e9)


class RobotLot:
    """A world with an attendant: admits while there is room, lets out who paid within 15 minutes."""

    def __init__(self, scenario: Scenario, timings: Timings | None = None) -> None:
        self.clock = HandClock()
        self.world = World(scenario, now_ns=self.clock, timings=timings or Timings().at_pace(5))
        self.edges: list[tuple[str, LoopEdge]] = []
        self.events: list[dict[str, object]] = []
        self._paid_at: dict[str, datetime] = {}

    def run(self, until: Callable[[], bool], *, step_s: float = 0.05, steps: int = 40_000) -> None:
        """Turn the clock until something holds; fails where it never does."""
        for _ in range(steps):
            if until():
                return
            self.clock.wait(step_s)
            outcome = self.world.tick()
            self.edges += outcome.edges
            self.events += outcome.events
            for event in outcome.events:
                self._attend(event)
            self._move_booms()
        raise AssertionError("it never came to that")

    def run_day(self) -> dict[str, object]:
        """The whole day; its truth."""
        self.run(lambda: bool(self.events) and self.events[-1]["event"] == "day_over")
        return self.world.truth()

    def _attend(self, event: dict[str, object]) -> None:
        if event["event"] == "quiet":
            self.world.skip_to(datetime.fromisoformat(str(event["until"])))
        elif event["event"] == "driver_at_window":
            vehicle_id = str(event["vehicle_id"])
            self._paid_at[vehicle_id] = self.world.lot_time()
            assert self.world.paid(vehicle_id, FEE_MINOR, receipt=True)

    def _move_booms(self) -> None:
        for name, lane in self.world.lanes.items():
            vehicle = lane.vehicle
            if (
                vehicle is None
                or lane.phase is not Phase.STANDING
                or self.world.boom(name) is not Boom.DOWN
                or not lane.occupied[LoopRole.ARMING]
            ):
                continue
            if name == "entry":
                may_pass = int(str(self.world.truth()["inside"])) < self.world.scenario.capacity
            else:
                paid_at = self._paid_at.get(vehicle.vehicle_id)
                may_pass = paid_at is not None and self.world.lot_time() - paid_at < timedelta(minutes=15)
            if may_pass:
                self.world.pulse(name, f"{name}/{vehicle.vehicle_id}/{self.world.lot_time()}")
