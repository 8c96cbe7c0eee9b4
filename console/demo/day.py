"""Sets a simulated lot and its console up in a folder, and runs a day on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from console.compose import Console, compose
from console.demo.attendant import Manner, RobotAttendant
from console.runtime.clock import DemoClock
from console.wiring import SimulatorAccess
from core.config import (
    BarrierConfig,
    CameraConfig,
    Config,
    ConsoleConfig,
    LaneConfig,
    LoopsConfig,
    PayConfig,
    write_config,
)
from core.domain.lots import Direction, Lane, Lot
from core.domain.people import Actor, Role
from core.domain.rates.simple import simple_plan
from core.services.manage_people import add_person
from core.services.set_up_lot import set_up_lot
from core.store.folder import DataFolder
from devices.simulator.conductor import Conductor
from devices.simulator.process import SimulatedLot
from devices.simulator.scenario import Scenario

LANES = (Lane("entry", "Entry 1", Direction.ENTRY), Lane("exit", "Exit 1", Direction.EXIT))
START = datetime(2026, 5, 13, 0, 30, tzinfo=UTC)
PLAN = simple_plan(
    "standard",
    1,
    "TWD",
    free_minutes=10,
    first_minutes=60,
    first_minor=40,
    step_minutes=30,
    step_minor=20,
    cap_minor=240,
    timezone="Asia/Taipei",
)
PAYS = (
    PayConfig("card", "simulator", name="Card terminal"),
    PayConfig("platform", "simulator_page", name="Wallet"),
)
ADMINISTRATOR, ATTENDANT = "Ada", "Ben"
DEMO_PIN = "2580"


Opener = Callable[[DataFolder, DemoClock, SimulatorAccess], Console]


@dataclass(frozen=True, slots=True)
class DemoLot:
    """A simulated lot with its console, set up; ``attendant`` may be signed on."""

    console: Console
    simulated: SimulatedLot
    conductor: Conductor
    clock: DemoClock
    attendant: Actor


@contextmanager
def demo_lot(
    folder: Path,
    scenario: Scenario,
    *,
    pace: float = 1.0,
    settings: ConsoleConfig | None = None,
    open_console: Opener | None = None,
) -> Iterator[DemoLot]:
    """A lot in an empty folder, set up and ready; its lanes start with ``console.start()``.

    ``open_console`` makes the console, with a window or without (the default).
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_config(folder / "lotkeeper.toml", _config(settings or ConsoleConfig()))
    clock = DemoClock(scenario.lot_start)
    with SimulatedLot(scenario, pace=pace) as simulated:
        access = SimulatorAccess(simulated.address, simulated.authkey_hex)
        console = (open_console or _without_window)(DataFolder(folder), clock, access)
        conductor = Conductor(simulated.address, bytes.fromhex(simulated.authkey_hex))
        try:
            clock.set_offset(conductor.time().offset_ns)
            attendant = _set_up(console, scenario.capacity)
            yield DemoLot(console, simulated, conductor, clock, attendant)
        finally:
            conductor.close()
            console.stop()


def robot_for(demo: DemoLot, *, manner: Manner | None = None) -> RobotAttendant:
    """The attendant that does by itself what a person at the booth would do."""
    return RobotAttendant(demo.console, demo.conductor, demo.attendant, demo.clock, manner=manner)


def _without_window(folder: DataFolder, clock: DemoClock, access: SimulatorAccess) -> Console:
    return compose(folder, clock=clock, simulator=access)


def _config(settings: ConsoleConfig) -> Config:
    lanes = tuple(
        LaneConfig(
            id=lane.lane_id,
            camera=CameraConfig(kind="simulator"),
            barrier=BarrierConfig(kind="simulator"),
            loops=LoopsConfig(kind="simulator"),
        )
        for lane in LANES
    )
    return Config(console=settings, lanes=lanes, pays=PAYS)


def _set_up(console: Console, capacity: int) -> Actor:
    pin_hash = console.hasher.hash(DEMO_PIN)
    lot = Lot(
        lot_id=console.store.lot_id,
        name="Riverside Car Park",
        capacity=capacity,
        timezone="Asia/Taipei",
        currency="TWD",
        lanes=LANES,
        address="12 Harbour Road",
        help_phone="02 5550 0100",
        # Who looks at a demonstration touches nothing, and knows no PIN.
        idle_lock_seconds=0,
    )
    boss = console.store.write(
        lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator=ADMINISTRATOR, pin_hash=pin_hash)
    )
    actor = Actor(boss.person_id, boss.name, boss.role)
    ben = console.store.write(
        lambda unit: add_person(unit, actor=actor, name=ATTENDANT, role=Role.ATTENDANT, pin_hash=pin_hash)
    )
    return Actor(ben.person_id, ben.name, ben.role)
