"""A device is tried before it is saved: it is asked, never moved, and let go of again."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from console.runtime.clock import SystemClock
from console.screens.devices.trial import can_try, try_device
from console.wiring import Wiring
from core.config import BarrierConfig, CameraConfig, LoopsConfig, PowerConfig, PrinterConfig
from core.domain.errors import DeviceError, Refused
from tests.far_sides.modbus import ModbusBoard


@pytest.fixture
def wiring() -> Iterator[Wiring]:
    made = Wiring(SystemClock())
    yield made
    made.close()


def test_a_barriers_board_is_only_asked_for_its_inputs(wiring: Wiring) -> None:
    with ModbusBoard() as board:
        config = BarrierConfig("modbus_tcp", host="127.0.0.1", port=board.port)
        assert try_device(config, wiring).still is None
        assert board.pulses() == []
        assert not board.coil(0)


def test_a_running_device_on_the_same_board_goes_on(wiring: Wiring) -> None:
    with ModbusBoard() as board:
        loops = LoopsConfig("modbus_tcp", host="127.0.0.1", port=board.port, arming_input=0)
        for _ in range(2):
            try_device(loops, wiring)


def test_a_board_that_is_not_there_is_told_with_its_cause(wiring: Wiring) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        config = BarrierConfig("modbus_tcp", host="127.0.0.1", port=taken.getsockname()[1])
        with pytest.raises(DeviceError) as failed:
            try_device(config, wiring)
    assert failed.value.cause.endswith(".no_answer")


def test_a_camera_shows_its_picture(wiring: Wiring, tmp_path: Path) -> None:
    Image.new("RGB", (640, 360), (90, 90, 90)).save(tmp_path / "1.jpg")
    still = try_device(CameraConfig("folder", address=str(tmp_path)), wiring).still
    assert still is not None
    assert (still.width, still.height) == (640, 360)


def test_a_server_of_no_power_supply_is_told(wiring: Wiring) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(DeviceError) as failed:
            try_device(PowerConfig(host="127.0.0.1", port=taken.getsockname()[1]), wiring)
    assert failed.value.cause.startswith("power.")


def test_what_cannot_be_asked_without_acting_is_not_tried(wiring: Wiring) -> None:
    for config in (
        PrinterConfig("network", host="127.0.0.1"),
        BarrierConfig("serial_relay", path="/dev/ttyX"),
    ):
        assert not can_try(config)
        with pytest.raises(Refused):
            try_device(config, wiring)
