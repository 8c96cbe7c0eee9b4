from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Health
from devices.barriers.modbus import ModbusBarrier
from devices.loops.contacts import ContactLoops
from devices.transports.relay_board import RelayBoard
from devices.transports.relay_bus import tcp_bus
from tests.devices.barriers.contract import eventually, soon
from tests.far_sides.modbus import ModbusBoard


@pytest.fixture
def far() -> Iterator[ModbusBoard]:
    with ModbusBoard() as board:
        yield board


@pytest.fixture
def board(far: ModbusBoard) -> Iterator[RelayBoard]:
    board = RelayBoard(tcp_bus("127.0.0.1", far.port))
    board.hold(far)
    assert eventually(lambda: board.status().health is Health.OK)
    yield board
    board.release(far)


def test_barrier_and_loops_of_a_lane_share_one_connection(far: ModbusBoard) -> None:
    board = RelayBoard(tcp_bus("127.0.0.1", far.port))
    barrier = ModbusBarrier(board, relay=0)
    loops = ContactLoops(board, arming_input=0, closing_input=1)
    barrier.start()
    loops.start(lambda edge: None)
    assert eventually(lambda: board.status().health is Health.OK)
    barrier.stop()
    assert eventually(lambda: loops.occupied(next(iter(loops._loops))) is not None)
    assert board.status().health is Health.OK
    loops.stop()
    assert far.connections == 1


def test_a_listener_hears_its_own_input_and_its_loss(far: ModbusBoard, board: RelayBoard) -> None:
    heard: list[tuple[int, bool | None, int]] = []
    board.inputs.listen(6, lambda index, value, at_ns: heard.append((index, value, at_ns)))
    far.set_input(6, True)
    assert eventually(lambda: any(value for _, value, _ in heard))
    far.stop()
    assert eventually(lambda: heard[-1][1] is None)
    assert {index for index, _, _ in heard} == {6}
    assert [at_ns for _, _, at_ns in heard] == sorted(at_ns for _, _, at_ns in heard)
    assert board.inputs.newest(6) == (True, heard[-2][2])


def test_a_board_used_by_two_threads_answers_each_its_own(far: ModbusBoard, board: RelayBoard) -> None:
    def pulse(channel: int) -> None:
        for _ in range(25):
            board.pulse_by_board(channel, 100, deadline_ns=soon())

    threads = [threading.Thread(target=pulse, args=(channel,)) for channel in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(write.address for write in far.writes) == sorted([0x200, 0x201, 0x202, 0x203] * 25)
    assert far.connections == 1


def test_rubbish_on_the_line_is_never_taken_for_an_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        board = RelayBoard(tcp_bus("127.0.0.1", listener.getsockname()[1]))
        board.hold(listener)
        peer, _ = listener.accept()
        with peer:
            peer.sendall(bytes(range(1, 200)))
            assert eventually(lambda: board.status().health is Health.FAILED)
            with pytest.raises(DeviceError) as raised:
                board.pulse_by_board(0, 500, deadline_ns=time.monotonic_ns() + 200_000_000)
        board.release(listener)
    assert not raised.value.unknown


def test_after_release_no_thread_is_left_and_the_board_can_be_held_again(far: ModbusBoard) -> None:
    board = RelayBoard(tcp_bus("127.0.0.1", far.port))
    for _ in range(2):
        board.hold(far)
        assert eventually(lambda: board.status().health is Health.OK)
        board.release(far)
        assert not [thread for thread in threading.enumerate() if str(far.port) in thread.name]
    assert board.status().health is Health.UNKNOWN


def test_a_listener_with_a_bug_shows_as_a_crashed_board_that_is_back_when_the_bug_is_gone(
    board: RelayBoard, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble(index: int, value: bool | None, at_ns: int) -> None:
        raise ZeroDivisionError

    heard: list[bool | None] = []
    board.inputs.listen(1, lambda index, value, at_ns: heard.append(value))
    board.inputs.listen(0, stumble)
    assert eventually(lambda: board.status().cause == "board.crashed")
    assert "ZeroDivisionError" in caplog.text
    board.inputs.unlisten(stumble)
    assert eventually(lambda: board.status().health is Health.OK)
    assert None in heard


def test_an_input_that_the_board_does_not_have_is_a_mistake_in_the_configuration() -> None:
    with pytest.raises(ValueError, match="inputs 0 to 31"):
        RelayBoard(tcp_bus("127.0.0.1", 1)).inputs.listen(32, lambda index, value, at_ns: None)


def test_a_board_that_was_away_for_long_is_back_within_five_seconds(
    far: ModbusBoard, board: RelayBoard
) -> None:
    far.stop()
    time.sleep(6)
    far.start()
    back_s = time.monotonic()
    assert eventually(lambda: board.status().health is Health.OK)
    assert time.monotonic() - back_s < 5.0


def test_stopping_while_a_board_does_not_even_take_the_connection_takes_no_two_seconds() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(full.getsockname())
        board = RelayBoard(tcp_bus("127.0.0.1", full.getsockname()[1]))
        board.hold(full)
        time.sleep(0.2)
        begun_s = time.monotonic()
        board.release(full)
        assert time.monotonic() - begun_s < 2.0
        assert not [thread for thread in threading.enumerate() if str(full.getsockname()[1]) in thread.name]
        for each in waiting:
            each.close()


def test_an_input_that_a_board_has_not_keeps_it_from_answering_only_while_somebody_listens_to_it(
    board: RelayBoard,
) -> None:
    def hear(index: int, value: bool | None, at_ns: int) -> None:
        return None

    board.inputs.listen(20, hear)
    assert eventually(lambda: board.status().health is Health.FAILED)
    board.inputs.unlisten(hear)
    assert eventually(lambda: board.status().health is Health.OK)


def test_nothing_is_sent_after_the_deadline_where_asking_about_a_held_relay_took_the_time(
    far: ModbusBoard, board: RelayBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.leave_latched(0)
    monkeypatch.setattr(board._station, "read_relays", lambda _line: time.sleep(0.3))
    monkeypatch.setattr(board, "relay_closed", lambda _relay: False)
    for pulse in (board.pulse_by_board, board.pulse_by_host):
        board.leave_latched(0)
        with pytest.raises(DeviceError) as raised:
            pulse(0, 500, deadline_ns=time.monotonic_ns() + 200_000_000)
        assert (raised.value.cause, raised.value.unknown) == ("board.too_late", False)
    assert not far.writes
