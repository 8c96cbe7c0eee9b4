"""From the loop's edge to the relay write that arrives at the board, beside the least that it can cost.

The lane, the store, the task runner and the Modbus driver are the real ones; only the reader answers at
once. The baseline is, in turn with each passage, one durable commit and one bare pymodbus write.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from pymodbus.client import ModbusTcpClient

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
from devices.transports.relay_bus import tcp_bus
from tests.bench.bare_commit import BareDatabase
from tests.bench.far_board import FarBoard, far_board
from tests.bench.figures import percentile, spread
from tests.bench.lot import ENTRY, bench_store
from tests.bench.report import Outcome, Row
from tests.fakes.camera import FakeCamera
from tests.fakes.recogniser import FakeRecogniser

WARM_UP, PASSAGES = 30, 300
GOAL_MS = 15.0
BETWEEN_S = 0.02
RELAY, BARE_COIL = 0, 7
LIMIT_S = 15.0


class GateLane:
    """One entry lane at work on a board."""

    def __init__(self, folder: Path, store: Store, board: FarBoard) -> None:
        self._board = board
        self._number = 0
        self._loops = MemoryLoops()
        self._recogniser = FakeRecogniser()
        self._photos = PhotoKeeper(PhotoStore(folder / "photos").keep, lambda _code: None)
        barrier = ModbusBarrier(RelayBoard(tcp_bus("127.0.0.1", board.port)), relay=RELAY)
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
    passages, bare = _measure(folder)
    value, baseline = percentile(passages, 0.99), percentile(bare, 0.99)
    over = value - baseline
    row = Row(
        "trigger_to_gate",
        value,
        "ms p99",
        "one durable SQLite commit + one bare pymodbus write",
        baseline,
        f"at most {GOAL_MS:.0f} ms over the baseline (here {over:+.1f} ms)",
        over <= GOAL_MS,
    )
    return Outcome((row,), (spread("loop edge to relay write", passages), spread("bare", bare)))


def _measure(folder: Path) -> tuple[list[float], list[float]]:
    passages: list[float] = []
    bare: list[float] = []
    with ExitStack() as ends:
        board = ends.enter_context(far_board())
        store = ends.enter_context(bench_store(folder))
        lane = GateLane(folder, store, board)
        ends.callback(lane.close)
        database = BareDatabase(folder / "bare.db")
        ends.callback(database.close)
        client = ModbusTcpClient("127.0.0.1", port=board.port)
        client.connect()  # type: ignore[no-untyped-call]
        ends.callback(client.close)
        for number in range(WARM_UP + PASSAGES):
            time.sleep(BETWEEN_S)
            least = database.commit_ms() + _bare_write_ms(client, board)
            time.sleep(BETWEEN_S)
            taken = lane.pass_ms()
            if number >= WARM_UP:
                bare.append(least)
                passages.append(taken)
    return passages, bare


def _bare_write_ms(client: ModbusTcpClient, board: FarBoard) -> float:
    begun_ns = time.monotonic_ns()
    client.write_coil(BARE_COIL, True)
    return (board.arrival_ns() - begun_ns) / 1e6


def _wait_until(condition: Callable[[], bool]) -> None:
    give_up = time.monotonic() + LIMIT_S
    while not condition():
        if time.monotonic() > give_up:
            raise TimeoutError("the lane did not come this far")
        time.sleep(0.002)
