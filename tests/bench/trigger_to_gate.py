"""From the loop's edge to the relay write that arrives at the board, beside the least that it can cost.

The lane, the store, the task runner and the Modbus driver are the real ones; only the reader answers at
once. The baseline is, in turn with each passage, one durable commit and one bare pymodbus write: over TCP to
the same board, over a serial line to a board like it on a second one, because such a line has one master.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from pymodbus.client import ModbusSerialClient, ModbusTcpClient

from console.runtime.clock import SystemClock
from core.domain.lanes import LaneState
from core.services.keep_photos import PhotoKeeper
from core.services.ports import Health, LaneDevices, LoopRole
from core.services.run_lane import LaneRunner
from core.services.tasks import gate_task_kind
from core.store.photos import PhotoStore
from core.store.store import Store
from core.store.tasks import TaskRunner
from devices.barriers.modbus import ModbusBarrier
from devices.loops.memory import MemoryLoops
from devices.transports.relay_board import RelayBoard
from devices.transports.relay_bus import RelayBus, serial_bus, tcp_bus
from tests.bench.bare_commit import BareDatabase
from tests.bench.far_board import FarBoard, far_board
from tests.bench.figures import percentile, spread
from tests.bench.lot import ENTRY, bench_store
from tests.bench.report import Outcome, Row
from tests.fakes.camera import FakeCamera
from tests.fakes.recogniser import FakeRecogniser
from tests.far_sides.serial_line import SerialLine

WARM_UP, PASSAGES = 30, 300
GOAL_MS = 15.0
BETWEEN_S = 0.02
RELAY, BARE_COIL = 0, 7
BAUD = 9600
LIMIT_S = 15.0


@dataclass(frozen=True, slots=True)
class Wire:
    """How a board is reached: by our driver, and by pymodbus's client alone."""

    name: str
    board: FarBoard
    bus: RelayBus
    client: ModbusTcpClient | ModbusSerialClient


class GateLane:
    """One entry lane at work on a board."""

    def __init__(self, folder: Path, store: Store, wire: Wire) -> None:
        self._board = wire.board
        self._number = 0
        self._loops = MemoryLoops()
        self._recogniser = FakeRecogniser()
        self._photos = PhotoKeeper(PhotoStore(folder / "photos").keep, lambda _code: None)
        barrier = ModbusBarrier(RelayBoard(wire.bus), relay=RELAY)
        self.runner = LaneRunner(
            lane=ENTRY,
            devices=LaneDevices(FakeCamera(), barrier, self._loops),
            recogniser=self._recogniser,
            store=store,
            photos=self._photos,
            clock=SystemClock(),
            changed=lambda _view: None,
        )
        handlers = {gate_task_kind(ENTRY.lane_id): self.runner.gate_handler()}
        self._tasks = TaskRunner(store, handlers, SystemClock())
        self._recogniser.start(self.runner.on_answer)
        self._tasks.start()
        self.runner.start()
        _wait_until(lambda: barrier.status().health is Health.OK)

    def pass_ms(self) -> float:
        """One vehicle arrives, is let in and crosses; milliseconds from the edge to the write's arrival."""
        self._number += 1
        self._recogniser.sees[ENTRY.lane_id] = (f"BEN{self._number:04d}", 0.95)
        edge_ns = time.monotonic_ns()
        self._loops.set(LoopRole.ARMING, True)
        arrived_ns = self._board.arrival_ns()
        _wait_until(lambda: self.runner.view.gate == "acknowledged")
        self._loops.set(LoopRole.CLOSING, True)
        self._loops.set(LoopRole.ARMING, False)
        self._loops.set(LoopRole.CLOSING, False)
        _wait_until(lambda: self.runner.view.state is LaneState.EMPTY)
        return (arrived_ns - edge_ns) / 1e6

    def close(self) -> None:
        """Stop everything."""
        self.runner.stop()
        self._tasks.stop()
        self._photos.stop()


def run(folder: Path) -> Outcome:
    """The bench."""
    rows: list[Row] = []
    remarks: list[str] = []
    with ExitStack() as ends:
        lines = (ends.enter_context(SerialLine()), ends.enter_context(SerialLine()))
        board = ends.enter_context(far_board(tuple(line.far for line in lines)))
        wires = (
            Wire(
                "trigger_to_gate",
                board,
                tcp_bus("127.0.0.1", board.port),
                ModbusTcpClient("127.0.0.1", port=board.port),
            ),
            Wire(
                "trigger_to_gate_rtu",
                board,
                serial_bus(lines[0].near, baud=BAUD),
                ModbusSerialClient(lines[1].near, baudrate=BAUD),
            ),
        )
        for wire in wires:
            place = folder / wire.name
            place.mkdir()
            passages, bare = _measure(place, wire)
            rows.append(_row(wire.name, percentile(passages, 0.99), percentile(bare, 0.99)))
            remarks += [spread(f"{wire.name}: loop edge to relay write", passages), spread("bare", bare)]
    return Outcome(tuple(rows), tuple(remarks))


def _row(name: str, value: float, baseline: float) -> Row:
    over = value - baseline
    return Row(
        name,
        value,
        "ms p99",
        "one durable SQLite commit + one bare pymodbus write",
        baseline,
        f"at most {GOAL_MS:.0f} ms over the baseline (here {over:+.1f} ms)",
        over <= GOAL_MS,
    )


def _measure(folder: Path, wire: Wire) -> tuple[list[float], list[float]]:
    passages: list[float] = []
    bare: list[float] = []
    with ExitStack() as ends:
        store = ends.enter_context(bench_store(folder))
        lane = GateLane(folder, store, wire)
        ends.callback(lane.close)
        database = BareDatabase(folder / "bare.db")
        ends.callback(database.close)
        wire.client.connect()
        ends.callback(wire.client.close)
        for number in range(WARM_UP + PASSAGES):
            time.sleep(BETWEEN_S)
            least = database.commit_ms() + _bare_write_ms(wire)
            time.sleep(BETWEEN_S)
            taken = lane.pass_ms()
            if number >= WARM_UP:
                bare.append(least)
                passages.append(taken)
    return passages, bare


def _bare_write_ms(wire: Wire) -> float:
    begun_ns = time.monotonic_ns()
    wire.client.write_coil(BARE_COIL, True)
    return (wire.board.arrival_ns() - begun_ns) / 1e6


def _wait_until(condition: Callable[[], bool]) -> None:
    give_up = time.monotonic() + LIMIT_S
    while not condition():
        if time.monotonic() > give_up:
            raise TimeoutError("the lane did not come this far")
        time.sleep(0.002)
