from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from core.services.ports import LoopRole
from devices.loops.contacts import ContactLoops
from devices.loops.memory import MemoryLoops
from devices.transports.relay_board import RelayBoard
from devices.transports.relay_bus import serial_bus, tcp_bus
from tests.devices.loops.contract import PROMISES, LoopsRig
from tests.far_sides.modbus import ModbusBoard, SerialBoards
from tests.far_sides.serial_line import SerialLine

INPUTS = {LoopRole.ARMING: 0, LoopRole.CLOSING: 1}


def over_memory() -> Iterator[LoopsRig]:
    loops = MemoryLoops()
    truth: dict[LoopRole, bool] = dict.fromkeys(LoopRole, False)
    wired = [True]

    def put(role: LoopRole, occupied: bool) -> None:
        truth[role] = occupied
        if wired[0]:
            loops.set(role, occupied)

    def wire(present: bool) -> None:
        wired[0] = present
        for role, occupied in truth.items():
            loops.set(role, occupied if present else None)

    yield LoopsRig(loops, put, lambda: wire(False), lambda: wire(True))
    loops.stop()


def over_modbus(*, inverted: bool = False) -> Iterator[LoopsRig]:
    with ModbusBoard() as far:
        for index in INPUTS.values():
            far.set_input(index, inverted)
        loops = ContactLoops(
            RelayBoard(tcp_bus("127.0.0.1", far.port)), arming_input=0, closing_input=1, inverted=inverted
        )

        def put(role: LoopRole, occupied: bool) -> None:
            far.set_input(INPUTS[role], occupied != inverted)

        try:
            yield LoopsRig(loops, put, far.stop, far.start)
        finally:
            loops.stop()


def over_a_serial_bus() -> Iterator[LoopsRig]:
    with SerialLine() as line, SerialBoards(line.far) as far:
        loops = ContactLoops(RelayBoard(serial_bus(line.near)), arming_input=0, closing_input=1)
        try:
            yield LoopsRig(
                loops, lambda role, occupied: far.set_input(INPUTS[role], occupied), far.stop, far.start
            )
        finally:
            loops.stop()


def over_inverted_modbus() -> Iterator[LoopsRig]:
    yield from over_modbus(inverted=True)


@pytest.fixture(params=[over_memory, over_modbus, over_inverted_modbus, over_a_serial_bus])
def rig(request: pytest.FixtureRequest) -> Iterator[LoopsRig]:
    yield from request.param()


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_loops_keep_that(promise: Callable[[LoopsRig], None], rig: LoopsRig) -> None:
    promise(rig)
