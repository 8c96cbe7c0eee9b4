from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Boom, Health
from devices.barriers.modbus import ModbusBarrier
from devices.transports.relay_board import RelayBoard
from devices.transports.relay_bus import tcp_bus
from tests.devices.barriers.contract import eventually, soon
from tests.far_sides.modbus import ModbusBoard


@pytest.fixture
def far() -> Iterator[ModbusBoard]:
    with ModbusBoard() as board:
        yield board


@pytest.fixture
def barrier(far: ModbusBoard) -> Iterator[ModbusBarrier]:
    board = RelayBoard(tcp_bus("127.0.0.1", far.port))
    barrier = ModbusBarrier(board, relay=1, boom_up_input=4, boom_down_input=5, pulse_ms=700)
    barrier.start()
    assert eventually(lambda: barrier.status().health is Health.OK)
    yield barrier
    barrier.stop()


def test_the_pulse_on_the_wire_is_the_flash_command_in_tenths_of_a_second(
    far: ModbusBoard, barrier: ModbusBarrier
) -> None:
    barrier.open("a", deadline_ns=soon())
    assert [write.frame[2:].hex(" ") for write in far.writes] == ["00 00 00 06 01 05 02 01 00 07"]


def test_the_board_opens_its_relay_again_by_itself(far: ModbusBoard, barrier: ModbusBarrier) -> None:
    barrier.open("a", deadline_ns=soon())
    assert eventually(lambda: far.coil(1))
    assert eventually(lambda: not far.coil(1))
    assert len(far.writes) == 1


def test_a_command_sent_to_a_board_gone_mute_is_unknown_and_never_sent_again(
    far: ModbusBoard, barrier: ModbusBarrier
) -> None:
    far.silent(True, writes_only=True)
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert (raised.value.cause, raised.value.unknown) == ("barrier.no_answer", True)
    far.silent(False)
    assert eventually(lambda: barrier.status().health is Health.OK)
    with pytest.raises(DeviceError) as again:
        barrier.open("a", deadline_ns=soon())
    assert (again.value.cause, again.value.unknown) == ("barrier.no_answer", True)
    assert len(far.writes) == 1


def test_unknown_is_said_exactly_where_something_was_sent_to_a_silent_board(
    far: ModbusBoard, barrier: ModbusBarrier
) -> None:
    far.silent(True)
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert raised.value.cause == "barrier.no_answer"
    assert raised.value.unknown == (len(far.writes) == 1)


def test_nothing_is_sent_to_a_board_that_has_stopped_answering_its_polls(
    far: ModbusBoard, barrier: ModbusBarrier
) -> None:
    far.silent(True)
    assert eventually(lambda: barrier.status().health is Health.FAILED)
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert (raised.value.cause, raised.value.unknown) == ("barrier.no_answer", False)
    far.silent(False)
    assert eventually(lambda: barrier.status().health is Health.OK)
    assert far.writes == []


def test_a_refused_connection_is_certain_to_have_moved_nothing(
    far: ModbusBoard, barrier: ModbusBarrier
) -> None:
    far.stop()
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert (raised.value.cause, raised.value.unknown) == ("barrier.no_answer", False)
    assert far.writes == []


def test_the_barrier_opens_again_after_its_board_was_restarted(
    far: ModbusBoard, barrier: ModbusBarrier
) -> None:
    far.stop()
    assert eventually(lambda: barrier.status().health is Health.FAILED)
    assert barrier.status().cause == "barrier.no_answer"
    far.start()
    assert eventually(lambda: barrier.status().health is Health.OK)
    barrier.open("a", deadline_ns=soon())
    assert len(far.writes) == 1


def test_a_vehicle_that_asks_while_the_console_waits_to_reconnect_does_not_wait_for_the_back_off(
    far: ModbusBoard, barrier: ModbusBarrier
) -> None:
    far.stop()
    assert eventually(lambda: barrier.status().health is Health.FAILED)
    far.start()
    barrier.open("a", deadline_ns=soon())
    assert len(far.writes) == 1


def test_a_command_that_grew_old_while_reconnecting_is_thrown_away_and_never_replayed(
    far: ModbusBoard, barrier: ModbusBarrier
) -> None:
    far.silent(True)
    assert eventually(lambda: barrier.status().health is Health.FAILED)
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=time.monotonic_ns() + 100_000_000)
    assert raised.value.cause in {"barrier.too_late", "barrier.no_answer"}
    assert not raised.value.unknown
    far.silent(False)
    assert eventually(lambda: barrier.status().health is Health.OK)
    barrier.open("b", deadline_ns=soon())
    assert len(far.writes) == 1


def test_two_threads_with_one_command_raise_the_boom_once(far: ModbusBoard, barrier: ModbusBarrier) -> None:
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


def test_a_relay_that_the_board_does_not_have_is_refused(far: ModbusBoard) -> None:
    barrier = ModbusBarrier(RelayBoard(tcp_bus("127.0.0.1", far.port)), relay=200)
    barrier.start()
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    barrier.stop()
    assert (raised.value.cause, raised.value.unknown) == ("barrier.refused", False)


def test_the_boom_is_where_its_contacts_say(far: ModbusBoard, barrier: ModbusBarrier) -> None:
    for up, down, expected in [
        (False, True, Boom.DOWN),
        (False, False, Boom.MOVING),
        (True, False, Boom.UP),
        (True, True, Boom.UNKNOWN),
    ]:
        far.set_input(4, up)
        far.set_input(5, down)
        assert eventually(partial(_boom_is, barrier, expected))


def test_a_boom_whose_contacts_were_not_heard_for_two_seconds_is_unknown(
    far: ModbusBoard, barrier: ModbusBarrier
) -> None:
    far.set_input(4, True)
    assert eventually(lambda: barrier.boom() is Boom.UP)
    far.stop()
    assert eventually(lambda: barrier.boom() is Boom.UNKNOWN)


def test_a_boom_without_contacts_is_unknown_even_after_opening(far: ModbusBoard) -> None:
    barrier = ModbusBarrier(RelayBoard(tcp_bus("127.0.0.1", far.port)), relay=0)
    barrier.start()
    barrier.open("a", deadline_ns=soon())
    assert barrier.boom() is Boom.UNKNOWN
    barrier.stop()


def test_a_host_timed_relay_is_opened_at_start_after_the_pulse_and_at_exit(far: ModbusBoard) -> None:
    barrier = ModbusBarrier(RelayBoard(tcp_bus("127.0.0.1", far.port)), relay=3, pulse_ms=100, pulse="host")
    barrier.start()
    barrier.open("a", deadline_ns=soon())
    assert eventually(lambda: len(far.writes) == 3)
    barrier.stop()
    assert eventually(lambda: len(far.writes) == 4)
    assert [(write.address, write.value) for write in far.writes] == [
        (3, 0x0000),
        (3, 0xFF00),
        (3, 0x0000),
        (3, 0x0000),
    ]


def test_a_host_timed_pulse_cut_off_by_a_lost_board_is_ended_when_it_is_back(far: ModbusBoard) -> None:
    board = RelayBoard(tcp_bus("127.0.0.1", far.port))
    barrier = ModbusBarrier(board, relay=3, pulse_ms=60_000, pulse="host")
    barrier.start()
    barrier.open("a", deadline_ns=soon())
    far.stop()
    assert eventually(lambda: barrier.status().health is not Health.OK)
    far.start()
    assert eventually(lambda: barrier.status().health is Health.OK)
    assert [write.value for write in far.writes] == [0x0000, 0xFF00, 0x0000]
    barrier.stop()


def test_a_pulse_that_the_board_cannot_time_is_a_mistake_in_the_configuration() -> None:
    for pulse_ms in (0, 50, 550, 4_000_000):
        with pytest.raises(ValueError, match="multiple of 100 ms"):
            ModbusBarrier(RelayBoard(tcp_bus("127.0.0.1", 1)), relay=0, pulse_ms=pulse_ms)


def test_a_contact_on_an_input_that_the_board_does_not_have_is_a_mistake_in_the_configuration() -> None:
    with pytest.raises(ValueError, match="inputs 0 to 31"):
        ModbusBarrier(RelayBoard(tcp_bus("127.0.0.1", 1)), relay=0, boom_up_input=32)


def _boom_is(barrier: ModbusBarrier, expected: Boom) -> bool:
    return barrier.boom() is expected
