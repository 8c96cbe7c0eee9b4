from __future__ import annotations

from pathlib import Path

import pytest

from core.config import Config
from core.config.reading import parse_config
from core.domain.errors import ConfigError

LANE = """
[[lane]]
id = "{id}"
camera = {{ kind = "simulator" }}
barrier = {{ {barrier} }}
loops = {{ {loops} }}
"""
PORT = "/dev/serial/by-id/usb-1"
BUS = f'kind = "modbus_rtu", path = "{PORT}"'
MEMORY = 'kind = "memory"'


def lane(*, name: str = "entry", barrier: str = MEMORY, loops: str = MEMORY, more: str = "") -> str:
    return LANE.format(id=name, barrier=barrier, loops=loops) + more


def read(*tables: str) -> Config:
    return parse_config("\n".join(("format = 1", *tables)), Path("lotkeeper.toml"))


def problem(*tables: str) -> str:
    with pytest.raises(ConfigError) as raised:
        read(*tables)
    return str(raised.value)


def test_boards_of_several_lanes_share_a_line_at_one_speed() -> None:
    config = read(
        lane(name="entry", barrier=f"{BUS}, device_id = 1", loops=f"{BUS}, device_id = 1, arming_input = 0"),
        lane(name="exit", barrier=f"{BUS}, device_id = 2", loops=f"{BUS}, device_id = 2, arming_input = 0"),
    )
    assert len(config.lanes) == 2


def test_a_line_at_two_speeds_is_refused_with_its_line_in_the_file() -> None:
    said = problem(
        lane(name="entry", barrier=f"{BUS}, baud = 9600"), lane(name="exit", barrier=f"{BUS}, baud = 19200")
    )
    assert f'lane.barrier.path: "{PORT}" is used at another speed before' in said


def test_a_line_with_two_parities_is_refused() -> None:
    assert "at another speed" in problem(
        lane(barrier=BUS, loops=f'{BUS}, arming_input = 0, parity = "E"'),
    )


@pytest.mark.parametrize(
    ("second", "key"),
    [
        (lane(name="exit", barrier=f'kind = "serial_relay", path = "{PORT}"'), "lane.barrier.path"),
        (lane(name="exit", more=f'sign = {{ kind = "serial", path = "{PORT}" }}'), "lane.sign.path"),
        (lane(name="exit", more=f'reader = {{ kind = "serial", path = "{PORT}" }}'), "lane.reader.path"),
    ],
)
def test_a_port_of_two_sorts_of_devices_is_refused(second: str, key: str) -> None:
    assert f'{key}: "{PORT}" is used as a Modbus line before' in problem(lane(barrier=BUS), second)


def test_a_printer_on_the_port_of_a_board_is_refused() -> None:
    printer = f'[printer]\nkind = "serial"\npath = "{PORT}"'
    assert f'printer.path: "{PORT}" is used as a Modbus line before' in problem(lane(barrier=BUS), printer)


def test_two_loops_on_one_input_are_refused() -> None:
    said = problem(lane(loops=f"{BUS}, arming_input = 3, closing_input = 3"))
    assert "loops.closing_input: is the input of the arming loop too" in said


def test_two_contacts_of_a_boom_on_one_input_are_refused() -> None:
    said = problem(lane(barrier=f"{BUS}, boom_up_input = 3, boom_down_input = 3"))
    assert "barrier.boom_down_input: is the input of the raised boom too" in said


def test_a_relay_that_no_serial_relay_board_has_is_refused() -> None:
    said = problem(lane(barrier=f'kind = "serial_relay", path = "{PORT}", relay = 16'))
    assert "barrier.relay: boards of this kind have relays 0 to 15, found 16" in said


BOARD = 'kind = "modbus_tcp", host = "10.0.0.44"'


def test_two_lanes_never_share_a_relay() -> None:
    said = problem(lane(name="entry", barrier=BOARD), lane(name="exit", barrier=BOARD))
    assert "barrier.relay: is wired to lane entry already" in said
    held = problem(
        lane(name="entry", barrier=BOARD), lane(name="exit", barrier=f"{BOARD}, relay = 1, hold_relay = 0")
    )
    assert "barrier.hold_relay: is wired to lane entry already" in held


@pytest.mark.parametrize("other", ["relay = 1", "device_id = 2", "port = 503"])
def test_lanes_share_a_board_with_a_relay_each(other: str) -> None:
    config = read(lane(name="entry", barrier=BOARD), lane(name="exit", barrier=f"{BOARD}, {other}"))
    assert len(config.lanes) == 2


def test_two_lanes_never_share_a_loop() -> None:
    first = lane(name="entry", loops=f"{BOARD}, arming_input = 0, closing_input = 1")
    said = problem(first, lane(name="exit", loops=f"{BOARD}, arming_input = 1"))
    assert "loops.arming_input: is wired to lane entry already" in said
    assert read(first, lane(name="exit", loops=f"{BOARD}, arming_input = 2")).lanes[1].loops.arming_input == 2


def test_a_boom_contact_is_no_loop_of_another_lane() -> None:
    first = lane(name="entry", barrier=f"{BOARD}, boom_up_input = 2")
    said = problem(first, lane(name="exit", loops=f"{BOARD}, arming_input = 2"))
    assert "loops.arming_input: is wired to lane entry already" in said
