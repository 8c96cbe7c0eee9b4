from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from pymodbus.framer import FramerRTU

from core.domain.errors import DeviceError
from core.services.ports import Health
from devices.barriers.modbus import ModbusBarrier
from devices.transports.relay_board import RelayBoard
from devices.transports.relay_bus import serial_bus
from tests.devices.barriers.contract import eventually, soon
from tests.far_sides.modbus import SerialBoards
from tests.far_sides.serial_line import SerialLine

RELAY, HOLD_RELAY = 2, 3


@pytest.fixture
def line() -> Iterator[SerialLine]:
    with SerialLine() as line:
        yield line


@pytest.fixture
def far(line: SerialLine) -> Iterator[SerialBoards]:
    with SerialBoards(line.far) as boards:
        yield boards


Start = Callable[..., ModbusBarrier]


@pytest.fixture
def start(line: SerialLine, far: SerialBoards) -> Iterator[Start]:
    """Starts a barrier on the line, as a console would that comes up."""
    started: list[ModbusBarrier] = []

    def build(
        *, pulse: Literal["board", "host"] = "board", hold_relay: int | None = None, was_held: bool = False
    ) -> ModbusBarrier:
        board = RelayBoard(serial_bus(line.near))
        barrier = ModbusBarrier(board, relay=RELAY, hold_relay=hold_relay, pulse_ms=100, pulse=pulse)
        if was_held:
            barrier.leave_held()
        barrier.start()
        started.append(barrier)
        assert eventually(lambda: barrier.status().health is Health.OK)
        return barrier

    yield build
    for barrier in started:
        barrier.stop()


def test_what_goes_over_the_wire_is_the_relay_on_and_the_relay_off(far: SerialBoards, start: Start) -> None:
    barrier = start()
    barrier.hold_open("a", deadline_ns=soon())
    assert barrier.is_held() is True
    barrier.let_go("b", deadline_ns=soon())
    assert barrier.is_held() is False
    assert _written(far) == [(RELAY, 0xFF00), (RELAY, 0x0000)]


def test_a_relay_of_its_own_holds_while_the_opening_one_pulses_on(far: SerialBoards, start: Start) -> None:
    barrier = start(hold_relay=HOLD_RELAY)
    barrier.hold_open("a", deadline_ns=soon())
    barrier.open("b", deadline_ns=soon())
    assert _written(far) == [(HOLD_RELAY, 0xFF00), (0x200 + RELAY, 1)]
    assert barrier.is_held() is True


def test_an_open_while_the_same_relay_is_held_sends_nothing_that_would_end_it(
    far: SerialBoards, start: Start
) -> None:
    barrier = start()
    barrier.hold_open("a", deadline_ns=soon())
    barrier.open("b", deadline_ns=soon())
    assert _written(far) == [(RELAY, 0xFF00)]


def test_the_same_hold_is_sent_once_even_after_it_was_let_go(far: SerialBoards, start: Start) -> None:
    barrier = start()
    barrier.hold_open("a", deadline_ns=soon())
    barrier.let_go("b", deadline_ns=soon())
    barrier.hold_open("a", deadline_ns=soon())
    assert barrier.is_held() is False
    assert len(far.writes) == 2


@pytest.mark.parametrize("pulse", ["board", "host"])
def test_a_gate_that_is_held_stays_so_when_the_console_ends_and_comes_back(
    far: SerialBoards, start: Start, pulse: Literal["board", "host"]
) -> None:
    first = start(pulse=pulse)
    first.hold_open("a", deadline_ns=soon())
    first.stop()
    assert far.coil(RELAY)
    second = start(pulse=pulse, was_held=True)
    assert second.is_held() is True
    second.stop()
    assert far.coil(RELAY)


def test_a_host_timed_relay_that_nobody_had_held_is_opened_at_start(far: SerialBoards, start: Start) -> None:
    far.set_coil(RELAY, True)
    barrier = start(pulse="host")
    assert eventually(lambda: barrier.is_held() is False)


@pytest.mark.parametrize("pulse", ["board", "host"])
def test_a_cable_pulled_and_plugged_in_again_does_not_let_the_gate_go(
    line: SerialLine, far: SerialBoards, start: Start, pulse: Literal["board", "host"]
) -> None:
    barrier = start(pulse=pulse)
    barrier.hold_open("a", deadline_ns=soon())
    far.stop(keep_relays=True)
    line.tear()
    assert eventually(lambda: barrier.is_held() is None)
    line.mend()
    far.start()
    assert eventually(lambda: barrier.is_held() is True)
    time.sleep(0.3)
    assert far.coil(RELAY)
    assert len(far.pulses()) == 1


@pytest.mark.parametrize("pulse", ["board", "host"])
def test_a_board_that_lost_its_power_comes_back_open_and_nothing_closes_it_again(
    far: SerialBoards, start: Start, pulse: Literal["board", "host"]
) -> None:
    barrier = start(pulse=pulse)
    barrier.hold_open("a", deadline_ns=soon())
    far.stop()
    assert eventually(lambda: barrier.status().health is not Health.OK)
    far.start()
    assert eventually(lambda: barrier.is_held() is False)
    time.sleep(0.7)
    assert not far.coil(RELAY)
    assert len(far.pulses()) == 1


def test_after_such_a_loss_an_open_pulses_as_ever(far: SerialBoards, start: Start) -> None:
    barrier = start()
    barrier.hold_open("a", deadline_ns=soon())
    far.set_coil(RELAY, False)
    barrier.open("b", deadline_ns=soon())
    assert _written(far) == [(RELAY, 0xFF00), (0x200 + RELAY, 1)]


def test_a_relay_that_does_not_stay_closed_is_no_held_gate(far: SerialBoards, start: Start) -> None:
    barrier = start()
    far.alter = _as_if_open
    with pytest.raises(DeviceError) as raised:
        barrier.hold_open("a", deadline_ns=soon())
    assert (raised.value.cause, raised.value.unknown) == ("barrier.refused", False)
    assert barrier.is_held() is False


def test_a_board_that_cannot_tell_its_relays_is_never_asked_to_hold_but_opens(
    far: SerialBoards, start: Start
) -> None:
    far.alter = _refuse_fc01
    barrier = start()
    with pytest.raises(DeviceError) as raised:
        barrier.hold_open("a", deadline_ns=soon())
    assert (raised.value.cause, raised.value.unknown) == ("barrier.cannot_hold", False)
    assert far.writes == []
    barrier.open("b", deadline_ns=soon())
    barrier.let_go("c", deadline_ns=soon())
    assert _written(far) == [(0x200 + RELAY, 1), (RELAY, 0x0000)]
    assert barrier.is_held() is None


def test_a_hold_whose_answer_was_lost_is_told_as_unknown_and_then_as_what_it_is(
    far: SerialBoards, start: Start
) -> None:
    barrier = start(pulse="host")
    far.silent(True, writes_only=True)
    with pytest.raises(DeviceError) as raised:
        barrier.hold_open("a", deadline_ns=soon())
    assert (raised.value.cause, raised.value.unknown) == ("barrier.no_answer", True)
    far.silent(False)
    assert eventually(lambda: barrier.is_held() is True)


def test_a_held_gate_may_be_let_go_again_and_again(far: SerialBoards, start: Start) -> None:
    barrier = start()
    for _ in range(3):
        barrier.let_go("a", deadline_ns=soon())
    assert _written(far) == [(RELAY, 0x0000)] * 3


def _written(far: SerialBoards) -> list[tuple[int, int]]:
    return [(write.address, write.value) for write in far.writes]


def _as_if_open(answer: bytes) -> bytes:
    return _framed(answer[:3] + b"\x00") if answer[1:3] == b"\x01\x01" else answer


def _refuse_fc01(answer: bytes) -> bytes:
    return _framed(answer[:1] + b"\x81\x01") if answer[1:2] == b"\x01" else answer


def _framed(body: bytes) -> bytes:
    return body + FramerRTU.compute_CRC(body).to_bytes(2, "big")
