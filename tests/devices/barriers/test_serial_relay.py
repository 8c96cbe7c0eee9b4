from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
import serial

from core.domain.errors import DeviceError
from core.services.ports import Boom, Health, HoldsOpen
from devices.barriers.serial_relay import SerialRelayBarrier
from devices.transports.relay_port import RelayPort, command
from tests.devices.barriers.contract import eventually, soon
from tests.far_sides.lcus import LcusBoard
from tests.far_sides.serial_line import SerialLine

ON, OFF = bytes.fromhex("A0 01 01 A2"), bytes.fromhex("A0 01 00 A1")
LONG_MS = 60_000


@pytest.fixture
def line() -> Iterator[SerialLine]:
    with SerialLine() as line:
        yield line


@pytest.fixture
def far(line: SerialLine) -> Iterator[LcusBoard]:
    with LcusBoard(line.far) as board:
        yield board


def started(line: SerialLine, *, pulse_ms: int = 100, relay: int = 0) -> SerialRelayBarrier:
    barrier = SerialRelayBarrier(RelayPort(line.near), relay=relay, pulse_ms=pulse_ms)
    barrier.start()
    assert eventually(lambda: barrier.status().cause == "barrier.cannot_answer")
    return barrier


def test_the_commands_are_those_of_the_published_listings() -> None:
    assert (command(0, close=True), command(0, close=False)) == (ON, OFF)
    assert command(3, close=True).hex(" ").upper() == "A0 04 01 A5"


def test_it_is_opened_at_start_after_the_pulse_and_at_exit(line: SerialLine, far: LcusBoard) -> None:
    barrier = started(line)
    barrier.open("a", deadline_ns=soon())
    assert eventually(lambda: far.frames == [OFF, ON, OFF])
    barrier.stop()
    assert eventually(lambda: far.frames == [OFF, ON, OFF, OFF])


def test_a_pulse_that_was_under_way_at_exit_is_ended(line: SerialLine, far: LcusBoard) -> None:
    barrier = started(line, pulse_ms=LONG_MS)
    barrier.open("a", deadline_ns=soon())
    assert eventually(lambda: far.closed[0])
    barrier.stop()
    assert eventually(lambda: not far.closed[0])


def test_a_pulse_cut_off_by_an_unplugged_board_is_ended_when_it_is_back_and_none_is_made_again(
    line: SerialLine, far: LcusBoard
) -> None:
    barrier = started(line, pulse_ms=LONG_MS)
    barrier.open("a", deadline_ns=soon())
    assert eventually(lambda: far.closed[0])
    line.tear()
    far.stop()
    assert eventually(lambda: barrier.status().cause == "barrier.not_found")
    far.frames.clear()
    line.mend()
    far.start()
    assert eventually(lambda: barrier.status().cause == "barrier.cannot_answer")
    assert eventually(lambda: far.frames == [OFF])
    barrier.stop()


def test_what_it_never_hears_it_never_claims_to_know(line: SerialLine, far: LcusBoard) -> None:
    barrier = started(line)
    barrier.open("a", deadline_ns=soon())
    assert (barrier.status().health, barrier.boom()) == (Health.UNKNOWN, Boom.UNKNOWN)
    assert not isinstance(barrier, HoldsOpen)
    barrier.stop()


def test_an_opening_on_an_unplugged_line_is_certain_to_have_moved_nothing(
    line: SerialLine, far: LcusBoard
) -> None:
    barrier = started(line)
    far.frames.clear()
    line.tear()
    far.stop()
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert (raised.value.cause, raised.value.unknown) == ("barrier.no_answer", False)
    line.mend()
    far.start()
    assert eventually(lambda: barrier.status().cause == "barrier.cannot_answer")
    time.sleep(0.3)
    assert far.pulses() == []
    barrier.stop()


def test_two_barriers_on_one_board_each_move_their_own_relay(line: SerialLine, far: LcusBoard) -> None:
    port = RelayPort(line.near)
    barriers = [SerialRelayBarrier(port, relay=relay, pulse_ms=LONG_MS) for relay in (0, 1)]
    for barrier in barriers:
        barrier.start()
    barriers[1].open("a", deadline_ns=soon())
    assert eventually(lambda: far.closed == [False, True, False, False])
    barriers[0].stop()
    assert barriers[1].status().cause == "barrier.cannot_answer"
    barriers[1].stop()
    assert eventually(lambda: not any(far.closed))


def test_what_a_board_says_unasked_is_thrown_away(line: SerialLine, far: LcusBoard) -> None:
    barrier = started(line)
    for _ in range(10):
        far.say(ON * 50)
    barrier.open("a", deadline_ns=soon())
    assert eventually(lambda: far.pulses() == [ON])
    assert barrier.status().cause == "barrier.cannot_answer"
    barrier.stop()


def test_a_relay_that_no_such_board_has_is_a_mistake_in_the_configuration() -> None:
    with pytest.raises(ValueError, match="outside 0 to 15"):
        SerialRelayBarrier(RelayPort("/dev/null"), relay=16)


def test_an_adapter_that_stalls_may_have_moved_the_relay_and_keeps_nothing_for_later(
    line: SerialLine, far: LcusBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    barrier = started(line)
    thrown_away: list[object] = []

    def throw_away(port: object) -> None:
        thrown_away.append(port)

    monkeypatch.setattr(serial.Serial, "reset_output_buffer", throw_away)
    monkeypatch.setattr(serial.Serial, "out_waiting", property(lambda _port: 4))
    with pytest.raises(DeviceError) as raised:
        barrier.open("a", deadline_ns=soon())
    assert (raised.value.cause, raised.value.unknown) == ("barrier.no_answer", True)
    assert thrown_away
    monkeypatch.undo()
    assert eventually(lambda: barrier.status().cause == "barrier.cannot_answer")
    barrier.stop()
