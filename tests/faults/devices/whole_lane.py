"""A whole console without windows on one real lane, with all that it commanded and when."""

from __future__ import annotations

import shlex
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from console.compose import Console, Listeners, compose
from core.config import CameraConfig, Config, LaneConfig, PrinterConfig, RecogniserConfig
from core.domain.lanes import LaneState
from core.services.ports import DeviceStatus, Health
from core.services.run_lane import LaneRunner
from core.store.folder import DataFolder
from core.store.queries.stays import inside_list
from core.store.store import Committed
from tests.faults.devices import plate_program
from tests.faults.devices.gate_pc import set_up_gate
from tests.faults.devices.ground import Ground
from tests.faults.ledger import Ledger
from tests.flows.test_real_devices import drawn_car

LANE = "in-1"
PATIENCE_S = 30.0


class WholeLane:
    """The console at work; ``commands`` are (command id, when it was committed), monotonic.

    ``commanded`` is set whenever one is committed, before anything was sent.
    """

    def __init__(self, folder: Path, ground: Ground, *, camera: CameraConfig | None = None) -> None:
        self.folder = folder
        self.ground = ground
        self.ledger = Ledger()
        self.commands: list[tuple[str, int]] = []
        self.commanded = threading.Event()
        self._plate = folder / "plate.txt"
        config = Config(
            recogniser=RecogniserConfig(reader=_reader(self._plate)),
            printer=PrinterConfig("none"),
            mqtt=ground.mqtt,
            lanes=(LaneConfig(LANE, camera or _pictures(folder), ground.barrier, ground.loops),),
        )
        self.sees("")
        set_up_gate(folder / "data", config, capacity=500)
        self.console = self._compose()

    @property
    def database(self) -> Path:
        """Where its journal lies."""
        return DataFolder(self.folder / "data").database

    @property
    def lane(self) -> LaneRunner:
        """Its one lane."""
        return self.console.lanes[LANE]

    def sees(self, plate: str) -> None:
        """The plate in the picture from now on."""
        partial = self._plate.with_suffix(".new")
        partial.write_text(plate)
        partial.replace(self._plate)

    def start(self) -> None:
        """Start it, and wait until all of its devices are well."""
        self.console.start()
        self.wait_until_well()

    def stop(self) -> None:
        """End it in order."""
        self.console.stop()

    def status(self, kind: str) -> DeviceStatus:
        """How the device of that kind is."""
        return self.lane.device_status()[kind]

    def wait_until_well(self) -> float:
        """Wait until every device is well again; the seconds it took."""
        begun = time.monotonic()
        self.wait(
            lambda: all(one.health is Health.OK for one in self.lane.device_status().values()),
            "all devices are well",
        )
        return time.monotonic() - begun

    def wait_until_empty(self) -> None:
        """Wait until the lane has done with its vehicle."""
        self.wait(lambda: self.lane.view.state is LaneState.EMPTY, "the lane is empty")

    def inside(self) -> set[str]:
        """The plates of who is in the lot."""
        return {stay.plate for stay in self.console.store.read(inside_list).stays if stay.state == "inside"}

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until it holds, generously."""
        ends_at = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < ends_at, f"it never happened: {what}; {self.lane.view}, {self._how()}"
            time.sleep(0.01)

    def story(self) -> list[str]:
        """What happened when, in seconds from the first car on: for a test that failed."""
        begun_ns = self.ground.visits[0].from_ns
        told = [
            *((at_ns, f"command {command_id[-6:]}") for command_id, at_ns in self.commands),
            *((at_ns, "pulse") for at_ns in self.ground.pulses_ns()),
            *((visit.from_ns, "a car comes") for visit in self.ground.visits),
            *((visit.until_ns, "it is off the loop") for visit in self.ground.visits if visit.until_ns),
            *self.ground.faults,
        ]
        return [f"{(at_ns - begun_ns) / 1e9:8.3f} {what}" for at_ns, what in sorted(told)]

    def _how(self) -> dict[str, DeviceStatus]:
        return self.lane.device_status()

    def _compose(self) -> Console:
        return compose(DataFolder(self.folder / "data"), listeners=Listeners(commit=self._on_commit))

    def _on_commit(self, committed: Committed) -> None:
        at_ns = time.monotonic_ns()
        for entry in committed.entries:
            self.ledger.tell("kept", entry.entry_id)
            if entry.kind == "gate.commanded":
                self.commands.append((str(entry.payload["command_id"]), at_ns))
                self.commanded.set()


@contextmanager
def whole_lane(folder: Path, ground: Ground, *, camera: CameraConfig | None = None) -> Iterator[WholeLane]:
    """A console at work on the ground, ended afterwards."""
    lane = WholeLane(folder, ground, camera=camera)
    lane.start()
    try:
        yield lane
    finally:
        lane.stop()


def _reader(plate: Path) -> str:
    return f"process:{shlex.join([sys.executable, plate_program.__file__, str(plate)])}"


def _pictures(folder: Path) -> CameraConfig:
    """A camera that looks at one drawn car, ten pictures a second."""
    pictures = folder / "pictures"
    pictures.mkdir()
    drawn_car(pictures)
    return CameraConfig("folder", str(pictures), fps=10)
