"""What the board is told of a device's wiring: enough to find it, nothing of its secrets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.watched_devices import address_without_secrets, wiring_print
from core.config import BarrierConfig, CameraConfig, LoopsConfig, PrinterConfig


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("rtsp://ada:secret@10.0.0.20:554/main", "rtsp://10.0.0.20:554/main"),
        ("http://10.0.0.20/video?user=ada&password=secret", "http://10.0.0.20/video"),
        ("http://ada:s@cr@t@[fe80::1]:8080/onvif", "http://[fe80::1]:8080/onvif"),
        ("/dev/v4l/by-id/usb-cam", "/dev/v4l/by-id/usb-cam"),
        ("ada:secret@10.0.0.20:8000/onvif", "10.0.0.20:8000/onvif"),
        ("http://10.0.0.20:notaport/", ""),
        ("http://[broken/secret", ""),
        ("", ""),
    ],
)
def test_an_address_is_told_without_user_password_and_query(address: str, told: str) -> None:
    assert address_without_secrets(CameraConfig("rtsp", address=address)) == told


def test_a_device_without_an_address_is_found_by_what_it_has() -> None:
    assert address_without_secrets(BarrierConfig("modbus_tcp", host="10.0.0.9")) == "10.0.0.9"
    assert address_without_secrets(BarrierConfig("modbus_tcp", host="10.0.0.9", port=503)) == "10.0.0.9:503"
    assert address_without_secrets(LoopsConfig("modbus_rtu", path="/dev/ttyUSB0")) == "/dev/ttyUSB0"
    assert address_without_secrets(BarrierConfig("mqtt", topic="gate/1")) == "gate/1"
    assert address_without_secrets(PrinterConfig("usb", usb="04b8:0202")) == "04b8:0202"


def test_the_print_of_a_wiring_changes_with_the_wiring_and_not_with_a_new_password() -> None:
    before = BarrierConfig("shelly", host="10.0.0.9", user="admin", secret="one")
    assert wiring_print(replace(before, secret="two")) == wiring_print(before)
    assert wiring_print(replace(before, host="10.0.0.10")) != wiring_print(before)
    assert wiring_print(replace(before, relay=1)) != wiring_print(before)
    camera = CameraConfig("rtsp", address="rtsp://ada:one@10.0.0.20/main")
    assert wiring_print(replace(camera, address="rtsp://ada:two@10.0.0.20/main")) == wiring_print(camera)
    assert wiring_print(replace(camera, address="rtsp://ada:one@10.0.0.21/main")) != wiring_print(camera)
