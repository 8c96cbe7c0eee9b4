from __future__ import annotations

import pytest

from core.domain.printers import DrawerPulse, DrawerSensor, PrinterProfile
from devices.printers.condition import Condition
from devices.printers.drawer import drawer_is_open, drawer_pulse


@pytest.mark.parametrize(
    ("way", "pin", "pulse"),
    [
        (DrawerPulse.ESC_P, 2, b"\x1bp\x00\x3c\xff"),
        (DrawerPulse.ESC_P, 5, b"\x1bp\x01\x3c\xff"),
        (DrawerPulse.DLE_DC4, 2, b"\x10\x14\x01\x00\x01"),
        (DrawerPulse.DLE_DC4, 5, b"\x10\x14\x01\x01\x01"),
    ],
)
def test_a_pulse_of_120_ms(way: DrawerPulse, pin: int, pulse: bytes) -> None:
    assert drawer_pulse(PrinterProfile(title="any", drawer_pulse=way, drawer_ms=120), pin) == pulse


@pytest.mark.parametrize("way", list(DrawerPulse))
@pytest.mark.parametrize("drawer_ms", [20, 500])
def test_no_pulse_is_longer_than_its_command_can_say(way: DrawerPulse, drawer_ms: int) -> None:
    pulse = drawer_pulse(PrinterProfile(title="any", drawer_pulse=way, drawer_ms=drawer_ms), 2)
    assert len(pulse) == 5


@pytest.mark.parametrize(
    ("sensor", "pin_high", "is_open"),
    [
        (DrawerSensor.OPEN_IS_HIGH, True, True),
        (DrawerSensor.OPEN_IS_HIGH, False, False),
        (DrawerSensor.OPEN_IS_LOW, True, False),
        (DrawerSensor.NONE, True, None),
        (DrawerSensor.OPEN_IS_HIGH, None, None),
    ],
)
def test_whether_it_stands_open(sensor: DrawerSensor, pin_high: bool | None, is_open: bool | None) -> None:
    assert drawer_is_open(sensor, Condition(drawer_pin_high=pin_high)) is is_open
    assert drawer_is_open(sensor, None) is None
