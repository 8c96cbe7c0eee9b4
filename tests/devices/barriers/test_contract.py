from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from core.services.ports import Barrier, Health
from devices.barriers.memory import MemoryBarrier
from devices.barriers.modbus import ModbusBarrier
from devices.barriers.serial_relay import SerialRelayBarrier
from devices.simulator.barrier import SimulatedBarrier
from devices.simulator.conductor import Conductor
from devices.simulator.process import SimulatedLot
from devices.simulator.scenario import plan_day
from devices.transports.relay_board import RelayBoard
from devices.transports.relay_bus import serial_bus, tcp_bus
from devices.transports.relay_port import RelayPort
from tests.devices.barriers.contract import HOLDING_PROMISES, PROMISES, BarrierRig, eventually
from tests.devices.simulator.robots import START
from tests.far_sides.lcus import LcusBoard
from tests.far_sides.modbus import ModbusBoard, SerialBoards
from tests.far_sides.serial_line import SerialLine


def over_memory() -> Iterator[BarrierRig]:
    barrier = MemoryBarrier()
    barrier.start()
    yield BarrierRig(barrier, lambda: len(barrier.pulses))
    barrier.stop()


def over_modbus(build: Callable[[RelayBoard], Barrier]) -> Iterator[BarrierRig]:
    with ModbusBoard() as far:
        barrier = build(RelayBoard(tcp_bus("127.0.0.1", far.port)))
        barrier.start()
        try:
            assert eventually(lambda: barrier.status().health is Health.OK)
            yield BarrierRig(barrier, lambda: len(far.pulses()))
        finally:
            barrier.stop()


def over_serial(build: Callable[[RelayBoard], Barrier]) -> Iterator[BarrierRig]:
    with SerialLine() as line, SerialBoards(line.far) as far:
        barrier = build(RelayBoard(serial_bus(line.near)))
        barrier.start()
        try:
            assert eventually(lambda: barrier.status().health is Health.OK)
            yield BarrierRig(barrier, lambda: len(far.pulses()))
        finally:
            barrier.stop()


def over_board_timed_modbus() -> Iterator[BarrierRig]:
    yield from over_modbus(lambda board: ModbusBarrier(board, relay=2, pulse_ms=100))


def over_host_timed_modbus() -> Iterator[BarrierRig]:
    yield from over_modbus(lambda board: ModbusBarrier(board, relay=2, pulse_ms=100, pulse="host"))


def over_a_serial_bus() -> Iterator[BarrierRig]:
    yield from over_serial(lambda board: ModbusBarrier(board, relay=2, pulse_ms=100))


def over_a_host_timed_serial_bus() -> Iterator[BarrierRig]:
    yield from over_serial(lambda board: ModbusBarrier(board, relay=2, pulse_ms=100, pulse="host"))


def over_a_host_timed_relay_with_one_for_holding() -> Iterator[BarrierRig]:
    def build(board: RelayBoard) -> Barrier:
        return ModbusBarrier(board, relay=2, hold_relay=3, pulse_ms=100, pulse="host")

    yield from over_serial(build)


def over_the_simulated_lot() -> Iterator[BarrierRig]:
    with SimulatedLot(plan_day(12, 3, START, 6)) as lot:
        barrier = SimulatedBarrier(lot.address, lot.authkey, "entry")
        barrier.start()
        try:
            assert eventually(lambda: barrier.status().health is Health.OK)
            yield BarrierRig(barrier, lambda: _pulses_of(lot))
        finally:
            barrier.stop()


def over_a_relay_that_never_answers() -> Iterator[BarrierRig]:
    with SerialLine() as line, LcusBoard(line.far) as far:
        barrier = SerialRelayBarrier(RelayPort(line.near), relay=2, pulse_ms=100)
        barrier.start()
        try:
            assert eventually(lambda: barrier.status().cause == "barrier.cannot_answer")
            yield BarrierRig(barrier, lambda: _settled(lambda: len(far.pulses())), Health.UNKNOWN)
        finally:
            barrier.stop()


RIGS = (
    over_memory,
    over_the_simulated_lot,
    over_board_timed_modbus,
    over_host_timed_modbus,
    over_a_serial_bus,
    over_a_host_timed_serial_bus,
    over_a_host_timed_relay_with_one_for_holding,
)


@pytest.fixture(params=RIGS)
def rig(request: pytest.FixtureRequest) -> Iterator[BarrierRig]:
    yield from request.param()


@pytest.mark.parametrize("promise", [*PROMISES, *HOLDING_PROMISES], ids=lambda promise: promise.__name__)
def test_barrier_keeps_that(promise: Callable[[BarrierRig], None], rig: BarrierRig) -> None:
    promise(rig)


@pytest.fixture
def mute_rig() -> Iterator[BarrierRig]:
    yield from over_a_relay_that_never_answers()


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_barrier_without_answers_keeps_that(
    promise: Callable[[BarrierRig], None], mute_rig: BarrierRig
) -> None:
    promise(mute_rig)


def _settled(count: Callable[[], int]) -> int:
    """The count once what was written has gone through the line."""
    time.sleep(0.1)
    return count()


def _pulses_of(lot: SimulatedLot) -> int:
    count: int = Conductor(lot.address, lot.authkey).truth()["boom_pulses"]["entry"]
    return count
