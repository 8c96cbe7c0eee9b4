from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from core.services.ports import Barrier, Health
from devices.barriers.memory import MemoryBarrier
from devices.barriers.modbus_tcp import ModbusBarrier
from devices.transports.modbus import RelayBoard
from tests.devices.barriers.contract import PROMISES, BarrierRig, eventually
from tests.far_sides.modbus import ModbusBoard


def over_memory() -> Iterator[BarrierRig]:
    barrier = MemoryBarrier()
    barrier.start()
    yield BarrierRig(barrier, lambda: len(barrier.pulses))
    barrier.stop()


def over_modbus(build: Callable[[RelayBoard], Barrier]) -> Iterator[BarrierRig]:
    with ModbusBoard() as far:
        barrier = build(RelayBoard("127.0.0.1", far.port))
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


@pytest.fixture(params=[over_memory, over_board_timed_modbus, over_host_timed_modbus])
def rig(request: pytest.FixtureRequest) -> Iterator[BarrierRig]:
    yield from request.param()


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_barrier_keeps_that(promise: Callable[[BarrierRig], None], rig: BarrierRig) -> None:
    promise(rig)
