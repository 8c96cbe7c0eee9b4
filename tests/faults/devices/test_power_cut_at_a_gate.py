"""A PC without a screen loses its power while cars come: it goes on, and opened for nobody else."""

from __future__ import annotations

import random
import shlex
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select

from core.config import CameraConfig, Config, LaneConfig, PrinterConfig, RecogniserConfig
from core.store.engine import sqlite_url
from core.store.tables import stays
from core.store.verify import verify_file
from tests.far_sides.modbus import SerialBoards
from tests.far_sides.serial_line import SerialLine
from tests.faults.conftest import Note
from tests.faults.devices import plate_program
from tests.faults.devices.gate_pc import GatePc, set_up_gate
from tests.faults.devices.rtu_ground import RtuGround
from tests.faults.invariants import NONE, judge, rows_at
from tests.faults.ledger import Ledger
from tests.flows.test_real_devices import drawn_car

CUTS = 6
SEED = 20261122
LATEST_CUT = 1.5
PATIENCE_S = 40.0
_OUTCOMES = {"gate.acknowledged", "gate.failed", "gate.unknown", "gate.too_late"}


class Gate:
    """The PC, the ground before it, and the plate that its camera sees."""

    def __init__(self, folder: Path, ground: RtuGround) -> None:
        self.ground = ground
        self.plate = folder / "plate.txt"
        self.plate.write_text("")
        (folder / "pictures").mkdir()
        drawn_car(folder / "pictures")
        reader = shlex.join([sys.executable, plate_program.__file__, str(self.plate)])
        lane = LaneConfig(
            "in-1", CameraConfig("folder", str(folder / "pictures"), fps=10), ground.barrier, ground.loops
        )
        config = Config(
            recogniser=RecogniserConfig(reader=f"process:{reader}"),
            printer=PrinterConfig("none"),
            lanes=(lane,),
        )
        set_up_gate(folder / "data", config)
        self.database = folder / "data" / "lotkeeper.db"
        self.pc = GatePc(folder / "data")

    def come(self, plate: str) -> None:
        """A car stops before the boom."""
        self.plate.write_text(plate)
        self.ground.car_comes()

    def pass_one(self, plate: str) -> float:
        """A car comes in; the seconds until its pulse."""
        begun, pulses = time.monotonic(), len(self.ground.pulses_ns())
        self.come(plate)
        wait(lambda: len(self.ground.pulses_ns()) > pulses, f"the gate opens for {plate}")
        waited_s = time.monotonic() - begun
        self.ground.car_crosses()
        wait(lambda: self.state_of(plate) == "inside", f"{plate} is inside")
        return waited_s

    def state_of(self, plate: str) -> str:
        """How the stay of the plate stands, in the file itself."""
        engine = create_engine(sqlite_url(self.database))
        try:
            with engine.connect() as connection:
                found = (
                    connection.execute(select(stays.c.state).where(stays.c.plate == plate)).scalars().all()
                )
        finally:
            engine.dispose()
        return str(found[-1]) if found else ""


@pytest.fixture
def gate(tmp_path: Path) -> Iterator[Gate]:
    with SerialLine() as line, SerialBoards(line.far) as board:
        made = Gate(tmp_path, RtuGround(line, board))
        with made.pc:
            yield made


@pytest.mark.timeout(240)
def test_a_gate_whose_pc_loses_its_power_opens_for_nobody_else_and_loses_nothing(
    gate: Gate, note: Note
) -> None:
    chance = random.Random(SEED)
    gate.pc.start()
    # The first car finds a reader that has yet to warm up.
    usual_s = min(gate.pass_one(f"FIRST{one:02}") for one in range(2))
    started = []
    for number in range(CUTS):
        gate.come(f"CUT{number:04}")
        time.sleep(chance.random() * LATEST_CUT * usual_s)
        gate.pc.cut_power()
        has_left = chance.random() < 0.5
        if has_left:
            gate.ground.car_goes()
        begun = time.monotonic()
        gate.pc.start()
        started.append(time.monotonic() - begun)
        time.sleep(1.0)
        if not has_left:
            gate.ground.car_goes()
        time.sleep(0.5)
    gate.pass_one("LAST001")
    assert gate.pc.ask_to_end() == 0

    ground = gate.ground
    assert [at for at in ground.pulses_ns() if not any(one.was_there(at) for one in ground.visits)] == []
    rows = rows_at(gate.database)
    commanded = {str(row.payload["command_id"]) for row in rows if row.kind == "gate.commanded"}
    ended = {str(row.payload["command_id"]) for row in rows if row.kind in _OUTCOMES}
    assert len(ground.pulses_ns()) <= len(commanded)
    assert commanded == ended
    assert judge([Ledger()], [gate.database], capacity=50) == NONE
    assert verify_file(gate.database).problems == ()
    note(
        f"seed {SEED}, {CUTS} power cuts: {len(commanded)} commands, {len(ground.pulses_ns())} pulses, "
        f"at work again after {max(started):.1f} s at most"
    )


def wait(condition: Callable[[], bool], what: str) -> None:
    """Wait until it holds, generously."""
    ends_at = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < ends_at, f"it never happened: {what}"
        time.sleep(0.02)
