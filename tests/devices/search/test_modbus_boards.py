from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.domain.errors import DeviceError
from devices.search.found import Found, What
from devices.search.modbus_boards import find_boards_on
from tests.far_sides.modbus import SerialBoards
from tests.far_sides.serial_line import SerialLine


@pytest.fixture
def line() -> Iterator[SerialLine]:
    with SerialLine() as line:
        yield line


def never() -> bool:
    return False


def ignore(_done: int, _of: int) -> None:
    pass


def test_the_numbers_that_answer_are_found_with_all_that_their_configuration_needs(line: SerialLine) -> None:
    with SerialBoards(line.far, device_ids=(2, 5)) as far:
        found = list(find_boards_on(line.near, never, ignore, device_ids=range(1, 7)))
        assert far.writes == []
    fields: dict[str, str | int] = {"kind": "modbus_rtu", "path": line.near, "baud": 9600, "parity": "N"}
    assert found == [
        Found(What.BOARD, "Modbus 2", line.near, fields | {"device_id": 2}),
        Found(What.BOARD, "Modbus 5", line.near, fields | {"device_id": 5}),
    ]


def test_rubbish_on_the_line_is_no_board(line: SerialLine) -> None:
    with SerialBoards(line.far, device_ids=(1,)) as far:
        far.alter = lambda answer: bytes(reversed(answer))
        assert list(find_boards_on(line.near, never, ignore, device_ids=(1, 2))) == []


def test_a_line_that_echoes_is_no_board_of_any_number(line: SerialLine) -> None:
    with SerialBoards(line.far, device_ids=(9,)) as far:
        far.echoes = True
        assert list(find_boards_on(line.near, never, ignore, device_ids=(1, 2, 3))) == []


def test_how_far_it_is_told_and_it_ends_at_once_when_cancelled(line: SerialLine) -> None:
    told: list[tuple[int, int]] = []
    with SerialBoards(line.far):
        search = find_boards_on(
            line.near, lambda: len(told) >= 2, lambda done, of: told.append((done, of)), bauds=(9600, 19200)
        )
        assert len(list(search)) == 1
    assert told == [(1, 64), (2, 64)]


def test_a_port_that_another_has_or_that_is_not_there_is_said(line: SerialLine) -> None:
    with pytest.raises(DeviceError) as raised:
        list(find_boards_on(f"{line.near}-other", never, ignore))
    assert raised.value.cause == "board.not_found"


def test_a_line_unplugged_meanwhile_ends_the_search_with_its_cause(line: SerialLine) -> None:
    def tear(done: int, _of: int) -> None:
        if done == 2:
            line.tear()

    with pytest.raises(DeviceError) as raised, SerialBoards(line.far):
        list(find_boards_on(line.near, never, tear))
    assert raised.value.cause == "board.no_answer"
