from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.wiring.barriers import build_barrier
from console.wiring.boards import modbus_board
from console.wiring.far_sides import FarSides
from console.wiring.loops import build_loops
from core.config import BarrierConfig, LaneConfig, LoopsConfig, load_config
from core.domain.lots import Direction, Lane
from core.services.ports import Barrier, Boom, Health, HoldsOpen, LoopEdge, LoopRole, Loops
from tests.devices.barriers.contract import eventually, soon
from tests.fakes.clock import FakeClock
from tests.far_sides.lcus import LcusBoard
from tests.far_sides.modbus import SerialBoards
from tests.far_sides.serial_line import SerialLine

LANES = (Lane("entry", "Entry", Direction.ENTRY), Lane("exit", "Exit", Direction.EXIT))
TWO_LANES_ON_ONE_BUS = """
format = 1

[[lane]]
id = "entry"
camera = {{ kind = "simulator" }}
barrier = {{ kind = "modbus_rtu", path = "{path}", device_id = 1, relay = 1, boom_up_input = 2 }}
loops = {{ kind = "modbus_rtu", path = "{path}", device_id = 1, arming_input = 0, closing_input = 1 }}

[[lane]]
id = "exit"
camera = {{ kind = "simulator" }}
barrier = {{ kind = "modbus_rtu", path = "{path}", device_id = 2, hold_relay = 5, pulse = "host" }}
loops = {{ kind = "modbus_rtu", path = "{path}", device_id = 2, arming_input = 7 }}
"""


@pytest.fixture
def far_sides() -> FarSides:
    return FarSides(FakeClock())


@pytest.fixture
def line() -> Iterator[SerialLine]:
    with SerialLine() as line:
        yield line


def test_two_lanes_wired_to_two_boards_on_one_serial_line_open_and_see_their_vehicles(
    line: SerialLine, far_sides: FarSides, tmp_path: Path
) -> None:
    file = tmp_path / "lotkeeper.toml"
    file.write_text(TWO_LANES_ON_ONE_BUS.format(path=line.near), encoding="utf-8")
    with SerialBoards(line.far, device_ids=(1, 2)) as far:
        wired = [
            _build(lane, far_sides, config)
            for lane, config in zip(LANES, load_config(file).lanes, strict=True)
        ]
        edges: list[LoopEdge] = []
        for barrier, loops in wired:
            barrier.start()
            loops.start(edges.append)
        (entry, _), (leaving, _) = wired
        assert eventually(lambda: all(barrier.status().health is Health.OK for barrier, _ in wired))
        far.writes.clear()

        entry.open("a", deadline_ns=soon())
        leaving.open("b", deadline_ns=soon())
        assert isinstance(leaving, HoldsOpen)
        leaving.hold_open("c", deadline_ns=soon())
        assert [(write.device_id, write.address, write.value) for write in far.writes[:3]] == [
            (1, 0x201, 5),
            (2, 0, 0xFF00),
            (2, 5, 0xFF00),
        ]
        far.set_input(2, True, device_id=1)
        assert eventually(lambda: entry.boom() is Boom.UP)
        far.set_input(7, True, device_id=2)
        assert eventually(lambda: [(edge.role, edge.occupied) for edge in edges] == [(LoopRole.ARMING, True)])
        for barrier, loops in wired:
            barrier.stop()
            loops.stop()
        assert far.coil(5, device_id=2)


def test_barrier_and_loops_on_the_same_board_share_it_and_boards_share_their_line(
    far_sides: FarSides,
) -> None:
    barrier = BarrierConfig(kind="modbus_rtu", path="/dev/serial/by-id/usb-1", device_id=1)
    loops = LoopsConfig(kind="modbus_rtu", path="/dev/serial/by-id/usb-1", device_id=1, arming_input=0)
    other = BarrierConfig(kind="modbus_rtu", path="/dev/serial/by-id/usb-1", device_id=2)
    board = modbus_board(barrier, far_sides)
    assert modbus_board(loops, far_sides) is board
    assert modbus_board(other, far_sides) is not board
    assert modbus_board(other, far_sides)._bus is board._bus


def test_a_relay_that_never_answers_is_wired_by_its_path(line: SerialLine, far_sides: FarSides) -> None:
    with LcusBoard(line.far) as far:
        config = BarrierConfig(kind="serial_relay", path=line.near, relay=1, pulse_ms=100)
        barrier = build_barrier(LANES[0], config, far_sides)
        barrier.start()
        assert eventually(lambda: barrier.status().cause == "barrier.cannot_answer")
        barrier.open("a", deadline_ns=soon())
        assert eventually(lambda: [frame[1] for frame in far.pulses()] == [2])
        barrier.stop()


def _build(lane: Lane, far_sides: FarSides, config: LaneConfig) -> tuple[Barrier, Loops]:
    return build_barrier(lane, config.barrier, far_sides), build_loops(lane, config.loops, far_sides)
