"""What a serial line does to its boards: whatever comes, nothing is taken for an answer that is none."""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from pymodbus.framer import FramerRTU

from core.domain.errors import DeviceError
from core.services.ports import Health
from devices.barriers.modbus import ModbusBarrier
from devices.transports.modbus_rtu import RtuLine
from devices.transports.relay_board import RelayBoard
from devices.transports.relay_bus import RelayBus, serial_bus
from tests.devices.barriers.contract import eventually, soon
from tests.far_sides.modbus import SerialBoards
from tests.far_sides.serial_line import SerialLine

STALE_WITHIN_S = 1.5
BACK_WITHIN_S = 5.0
CUT_POINTS = 20
RECONNECTS = 50
WARM_UP = 10
GROWTH = 1.05

Alter = Callable[[bytes], bytes]


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
    barrier = ModbusBarrier(RelayBoard(serial_bus(line.near)), relay=0, boom_up_input=0)
    barrier.start()
    assert eventually(lambda: is_well(barrier))
    yield barrier
    barrier.stop()


def is_well(barrier: ModbusBarrier) -> bool:
    return barrier.status().health is Health.OK


def framed(body: bytes) -> bytes:
    return body + FramerRTU.compute_CRC(body).to_bytes(2, "big")


def half_of_it(answer: bytes) -> bytes:
    return answer[: len(answer) // 2]


def one_bit_wrong(answer: bytes) -> bytes:
    return answer[:2] + bytes([answer[2] ^ 1]) + answer[3:]


def another_boards(answer: bytes) -> bytes:
    return framed(b"\x02" + answer[1:-2])


def another_functions(answer: bytes) -> bytes:
    return framed(answer[:1] + b"\x06" + answer[2:-2])


def another_relays(answer: bytes) -> bytes:
    return framed(answer[:3] + bytes([answer[3] ^ 1]) + answer[4:-2])


def rubbish(answer: bytes) -> bytes:
    return random.Random(len(answer)).randbytes(40)


def nothing(_answer: bytes) -> bytes:
    return b""


def only_writes(alter: Alter) -> Alter:
    return lambda answer: alter(answer) if answer[1:2] == b"\x05" else answer


@pytest.mark.parametrize(
    "alter",
    [half_of_it, one_bit_wrong, another_boards, another_functions, another_relays, rubbish, nothing],
    ids=lambda alter: alter.__name__,
)
def test_an_opening_is_acknowledged_by_the_boards_own_sound_echo_alone(
    far: SerialBoards, barrier: ModbusBarrier, alter: Alter
) -> None:
    far.alter = only_writes(alter)
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert (raised.value.cause, raised.value.unknown) == ("barrier.no_answer", True)
    far.alter = None
    assert eventually(lambda: is_well(barrier))
    barrier.open("b", deadline_ns=soon())
    assert len(far.writes) == 2


@pytest.mark.parametrize(
    "alter", [half_of_it, one_bit_wrong, another_boards, rubbish, nothing], ids=lambda alter: alter.__name__
)
def test_to_a_board_whose_polls_go_wrong_nothing_is_written(
    far: SerialBoards, barrier: ModbusBarrier, alter: Alter
) -> None:
    far.alter = alter
    assert eventually(lambda: barrier.status().health is Health.FAILED)
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert (raised.value.cause, raised.value.unknown) == ("barrier.no_answer", False)
    assert far.writes == []
    far.alter = None
    assert eventually(lambda: is_well(barrier))


def test_rubbish_before_a_sound_answer_is_passed_over(far: SerialBoards, barrier: ModbusBarrier) -> None:
    chance = random.Random(1)
    far.alter = lambda answer: chance.randbytes(chance.randrange(9)) + answer
    for number in range(20):
        barrier.open(str(number), deadline_ns=soon())
    assert len(far.writes) == 20
    assert is_well(barrier)


def test_an_answer_that_comes_in_pieces_is_put_together(far: SerialBoards, barrier: ModbusBarrier) -> None:
    """As adapters deliver it that hand on what they have every 16 ms."""
    far.piece_after_s = (0.0, 0.016, 0.032)
    for number in range(10):
        barrier.open(str(number), deadline_ns=soon())
    assert len(far.writes) == 10
    assert is_well(barrier)


@pytest.mark.parametrize("late_s", [0.4, 0.55, 0.7])
def test_an_answer_that_comes_too_late_is_not_taken_for_that_to_the_next_command(
    far: SerialBoards, barrier: ModbusBarrier, late_s: float
) -> None:
    far.piece_after_s = (late_s,)
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert raised.value.cause == "barrier.no_answer"
    far.piece_after_s = ()
    far.alter = only_writes(nothing)
    for number in range(3):
        with pytest.raises(DeviceError):
            barrier.open(f"b{number}", deadline_ns=soon())
    assert len(far.writes) <= 4


def test_what_is_said_between_two_requests_is_nobodys_answer(
    far: SerialBoards, barrier: ModbusBarrier
) -> None:
    """A board that answers each request with what it should have answered the one before."""
    late = [b""]

    def lag(answer: bytes) -> bytes:
        before, late[0] = late[0], answer
        return before

    far.alter = lag
    assert eventually(lambda: not is_well(barrier))
    until_s = time.monotonic() + 2.0
    while time.monotonic() < until_s:
        with pytest.raises(DeviceError):
            barrier.open("a", deadline_ns=time.monotonic_ns() + 300_000_000)
    far.alter = None
    assert eventually(lambda: is_well(barrier))


def test_a_line_that_begins_to_echo_does_not_acknowledge_for_a_dead_board(
    far: SerialBoards, barrier: ModbusBarrier
) -> None:
    far.echoes = True
    far.silent(True)
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert raised.value.cause == "barrier.no_answer"
    assert eventually(lambda: barrier.status().health is Health.FAILED)
    assert "echoes" in barrier.status().detail


def test_an_adapter_that_echoes_what_is_sent_is_got_along_with(line: SerialLine, far: SerialBoards) -> None:
    far.echoes = True
    barrier = ModbusBarrier(RelayBoard(serial_bus(line.near)), relay=0, boom_up_input=0)
    barrier.start()
    assert eventually(lambda: is_well(barrier))
    barrier.open("a", deadline_ns=soon())
    barrier.hold_open("b", deadline_ns=soon())
    assert [write.value for write in far.writes] == [5, 0xFF00]
    assert barrier.is_held() is True
    far.silent(True, writes_only=True)
    with pytest.raises(DeviceError) as raised:
        barrier.let_go("c", deadline_ns=soon())
    assert raised.value.unknown
    barrier.stop()


def test_a_board_that_is_silent_when_asked_for_its_relays_opens_all_the_same_and_holds_nothing(
    line: SerialLine, far: SerialBoards
) -> None:
    far.alter = lambda answer: b"" if answer[1:2] == b"\x01" else answer
    barrier = ModbusBarrier(RelayBoard(serial_bus(line.near)), relay=0, boom_up_input=0, pulse="host")
    barrier.start()
    assert eventually(lambda: is_well(barrier))
    barrier.open("a", deadline_ns=soon())
    with pytest.raises(DeviceError) as raised:
        barrier.hold_open("b", deadline_ns=soon())
    assert raised.value.cause == "barrier.cannot_hold"
    assert barrier.is_held() is None
    assert [write.value for write in far.pulses()] == [0xFF00]

    far.stop()
    assert eventually(lambda: not is_well(barrier))
    far.alter = None
    far.start()
    assert eventually(lambda: barrier.is_held() is False)
    barrier.stop()


def test_an_unplugged_line_shows_and_comes_back_by_itself(
    line: SerialLine, far: SerialBoards, barrier: ModbusBarrier
) -> None:
    far.stop(keep_relays=True)
    line.tear()
    torn_s = time.monotonic()
    assert eventually(lambda: not is_well(barrier))
    assert time.monotonic() - torn_s < STALE_WITHIN_S
    assert eventually(lambda: barrier.status().cause == "barrier.not_found")
    line.mend()
    far.start()
    back_s = time.monotonic()
    assert eventually(lambda: is_well(barrier))
    assert time.monotonic() - back_s < BACK_WITHIN_S
    assert far.writes == []


def test_on_a_line_found_frozen_nothing_is_sent_that_would_be_done_when_it_thaws(
    line: SerialLine, far: SerialBoards, barrier: ModbusBarrier
) -> None:
    line.freeze()
    frozen_s = time.monotonic()
    assert eventually(lambda: not is_well(barrier))
    assert time.monotonic() - frozen_s < STALE_WITHIN_S
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert not raised.value.unknown
    line.thaw()
    assert eventually(lambda: is_well(barrier))
    time.sleep(0.3)
    assert far.writes == []


def test_an_opening_that_a_line_freezes_upon_is_told_as_unknown_and_never_sent_again(
    line: SerialLine, far: SerialBoards, barrier: ModbusBarrier
) -> None:
    line.freeze()
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert raised.value.unknown or far.writes == []
    line.thaw()
    assert eventually(lambda: is_well(barrier))
    with pytest.raises(DeviceError) as again:
        barrier.open("a", deadline_ns=soon())
    time.sleep(0.3)
    assert again.value.unknown
    assert len(far.writes) <= 1


def test_wherever_the_line_is_cut_an_opening_is_done_at_most_once_and_never_afterwards(
    line: SerialLine, far: SerialBoards
) -> None:
    barrier = ModbusBarrier(RelayBoard(_impatient_bus(line)), relay=0, boom_up_input=0)
    barrier.start()
    assert eventually(lambda: is_well(barrier))
    seed = int.from_bytes(os.urandom(4), "big")
    print(f"cut points from seed {seed}")
    chance = random.Random(seed)
    for number in range(CUT_POINTS):
        far.writes.clear()
        cutter = threading.Timer(chance.uniform(0.0, 0.01), line.tear)
        cutter.start()
        cause, unknown = _outcome_of_opening(barrier, str(number))
        cutter.join()
        far.stop()
        written = len(far.writes)
        assert written <= 1
        assert written == 1 or cause, "told to be open, and nothing was written"
        assert written == 0 or not cause or unknown, f"told not to be sent, and was: {cause}"
        line.mend()
        far.start()
        assert eventually(lambda: is_well(barrier))
        time.sleep(0.1)
        assert len(far.writes) == written
    barrier.stop()


def test_a_silent_board_does_not_stop_the_others_on_its_bus(line: SerialLine) -> None:
    with SerialBoards(line.far, device_ids=(1, 2, 3)) as far:
        bus = serial_bus(line.near)
        barriers = [
            ModbusBarrier(RelayBoard(bus, device_id), relay=0, boom_up_input=0) for device_id in (1, 2, 3)
        ]
        for barrier in barriers:
            barrier.start()
        assert eventually(lambda: all(is_well(barrier) for barrier in barriers))
        far.silent(True, device_id=2)
        assert eventually(lambda: barriers[1].status().health is Health.FAILED)
        for number in range(10):
            barriers[0].open(str(number), deadline_ns=soon())
            barriers[2].open(str(number), deadline_ns=soon())
        assert [is_well(barrier) for barrier in barriers] == [True, False, True]
        with pytest.raises(DeviceError) as raised:
            barriers[1].open("a", deadline_ns=soon())
        assert not raised.value.unknown
        assert {write.device_id for write in far.writes} == {1, 3}
        far.silent(False)
        assert eventually(lambda: is_well(barriers[1]))
        for barrier in barriers:
            barrier.stop()


def test_fifty_reconnects_leave_nothing_behind(line: SerialLine, far: SerialBoards) -> None:
    barrier = ModbusBarrier(RelayBoard(_impatient_bus(line)), relay=0, boom_up_input=0)
    barrier.start()
    kept: list[Kept] = []
    for number in range(WARM_UP + RECONNECTS + 1):
        assert eventually(lambda: is_well(barrier))
        if number >= WARM_UP:
            kept.append(_kept())
        far.stop()
        line.tear()
        assert eventually(lambda: not is_well(barrier))
        line.mend()
        far.start()
    barrier.stop()
    first, last = kept[0], kept[-1]
    assert last.memory_pages <= first.memory_pages * GROWTH
    assert (last.files, last.threads) == (first.files, first.threads)


class Kept(NamedTuple):
    """What the process holds of the machine."""

    memory_pages: int
    files: int
    threads: int


def _impatient_bus(line: SerialLine) -> RelayBus:
    """A bus that comes back at once, so that many losses fit into a test."""
    return RelayBus(lambda: RtuLine(line.near), name="worn line", longest_wait_s=0.02)


def _outcome_of_opening(barrier: ModbusBarrier, command_id: str) -> tuple[str, bool]:
    try:
        barrier.open(command_id, deadline_ns=soon())
    except DeviceError as trouble:
        return trouble.cause, trouble.unknown
    return "", False


def _kept() -> Kept:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return Kept(pages, len(list(Path("/proc/self/fd").iterdir())), threading.active_count())
