from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Boom, Health, Measure
from devices.barriers.modbus import ModbusBarrier
from devices.transports.relay_board import RelayBoard
from devices.transports.relay_bus import serial_bus
from tests.devices.barriers.contract import eventually, soon
from tests.far_sides.modbus import SerialBoards
from tests.far_sides.serial_line import SerialLine


@pytest.fixture
def line() -> Iterator[SerialLine]:
    with SerialLine() as line:
        yield line


@pytest.fixture
def far(line: SerialLine) -> Iterator[SerialBoards]:
    with SerialBoards(line.far) as boards:
        yield boards


@pytest.fixture
def barrier(line: SerialLine, far: SerialBoards) -> Iterator[ModbusBarrier]:
    barrier = ModbusBarrier(
        RelayBoard(serial_bus(line.near)), relay=1, boom_up_input=4, boom_down_input=5, pulse_ms=700
    )
    barrier.start()
    assert eventually(lambda: barrier.status().health is Health.OK)
    yield barrier
    barrier.stop()


def test_the_pulse_on_the_wire_is_the_flash_command_in_tenths_of_a_second(
    far: SerialBoards, barrier: ModbusBarrier
) -> None:
    barrier.open("a", deadline_ns=soon())
    assert [write.frame[:6].hex(" ") for write in far.writes] == ["01 05 02 01 00 07"]


def test_the_pulse_of_the_makers_own_example_is_sent_byte_by_byte(
    line: SerialLine, far: SerialBoards
) -> None:
    barrier = ModbusBarrier(RelayBoard(serial_bus(line.near)), relay=0, pulse_ms=700)
    barrier.start()
    barrier.open("a", deadline_ns=soon())
    barrier.stop()
    assert [write.frame.hex(" ").upper() for write in far.writes] == ["01 05 02 00 00 07 8D B0"]


def test_the_board_opens_its_relay_again_by_itself(far: SerialBoards, barrier: ModbusBarrier) -> None:
    barrier.open("a", deadline_ns=soon())
    assert eventually(lambda: far.coil(1))
    assert eventually(lambda: not far.coil(1))
    assert len(far.writes) == 1


def test_the_boom_is_where_its_contacts_say(far: SerialBoards, barrier: ModbusBarrier) -> None:
    for up, down, expected in [
        (False, True, Boom.DOWN),
        (False, False, Boom.MOVING),
        (True, False, Boom.UP),
        (True, True, Boom.UNKNOWN),
    ]:
        far.set_input(4, up)
        far.set_input(5, down)
        assert eventually(partial(_boom_is, barrier, expected))


def test_a_path_that_is_not_there_is_said_so_and_nothing_was_sent(line: SerialLine) -> None:
    barrier = ModbusBarrier(RelayBoard(serial_bus(f"{line.near}-other")), relay=0)
    barrier.start()
    assert eventually(lambda: barrier.status().cause == "barrier.not_found")
    assert barrier.status().health is Health.FAILED
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    barrier.stop()
    assert (raised.value.cause, raised.value.unknown) == ("barrier.no_answer", False)


def test_a_path_that_is_no_serial_port_is_said_so() -> None:
    barrier = ModbusBarrier(RelayBoard(serial_bus(__file__)), relay=0)
    barrier.start()
    assert eventually(lambda: barrier.status().cause == "barrier.not_a_port")
    barrier.stop()


def test_nobody_else_has_the_port_meanwhile(line: SerialLine, barrier: ModbusBarrier) -> None:
    other = ModbusBarrier(RelayBoard(serial_bus(line.near)), relay=0)
    other.start()
    assert eventually(lambda: other.status().cause == "barrier.busy")
    assert barrier.status().health is Health.OK
    other.stop()


def test_what_it_measures_is_what_the_board_says(far: SerialBoards, barrier: ModbusBarrier) -> None:
    far.set_input(5, True)
    far.set_coil(1, True)
    expected = {
        "barrier.relay_closed": True,
        "barrier.held": True,
        "barrier.boom_up": False,
        "barrier.boom_down": True,
    }
    assert eventually(lambda: expected.items() <= _values(barrier.measures()).items())
    answer_ms = _values(barrier.measures())["barrier.answer_ms"]
    assert isinstance(answer_ms, float)
    assert answer_ms > 0
    far.stop()
    assert eventually(lambda: _values(barrier.measures()) == dict.fromkeys([*expected, "barrier.answer_ms"]))


def test_an_outside_witness_reads_the_relay_closed_that_the_console_held_and_left(
    line: SerialLine, far: SerialBoards, barrier: ModbusBarrier
) -> None:
    barrier.hold_open("a", deadline_ns=soon())
    barrier.stop()
    assert _mbpoll_relays(line.near, 3) == [0, 1, 0]


def test_two_threads_with_one_command_raise_the_boom_once(far: SerialBoards, barrier: ModbusBarrier) -> None:
    deadline_ns = soon()
    threads = [
        threading.Thread(target=barrier.open, args=("a",), kwargs={"deadline_ns": deadline_ns})
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(far.writes) == 1


def test_an_answer_is_waited_for_no_longer_than_a_second(far: SerialBoards, barrier: ModbusBarrier) -> None:
    far.silent(True, writes_only=True)
    begun_s = time.monotonic()
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert (raised.value.cause, raised.value.unknown) == ("barrier.no_answer", True)
    assert time.monotonic() - begun_s < 5.0


def _boom_is(barrier: ModbusBarrier, expected: Boom) -> bool:
    return barrier.boom() is expected


def _values(measures: tuple[Measure, ...]) -> dict[str, object]:
    return {measure.name: measure.value for measure in measures}


def _mbpoll_relays(path: str, count: int) -> list[int]:
    command = ["mbpoll", "-m", "rtu", "-b", "9600", "-P", "none", "-a", "1", "-t", "0", "-0", "-r", "0"]
    done = subprocess.run(
        [*command, "-c", str(count), "-1", "-q", path],
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    return [int(row.split()[-1]) for row in done.stdout.splitlines() if row.startswith("[")]
