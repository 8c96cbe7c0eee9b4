"""Nodes of serial ports, cameras and USB printers."""

from __future__ import annotations

import os
import pty
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.cli.checkup import ports
from console.cli.checkup.finding import State
from console.cli.checkup.ports import check_node, check_usb


@pytest.fixture
def port() -> Iterator[Path]:
    """A terminal, which is what a serial port is to the system."""
    near, far = pty.openpty()
    yield Path(os.ttyname(far))
    os.close(near)
    os.close(far)


@pytest.fixture
def plugged(tmp_path: Path) -> Path:
    """A printer on the bus, as the kernel shows it."""
    device = tmp_path / "sys" / "1-4"
    device.mkdir(parents=True)
    for name, text in (("idVendor", "04b8"), ("idProduct", "0202"), ("busnum", "1"), ("devnum", "7")):
        (device / name).write_text(f"{text}\n")
    (tmp_path / "sys" / "usb1").mkdir()
    node = tmp_path / "bus" / "001" / "007"
    node.parent.mkdir(parents=True)
    node.write_bytes(b"")
    return tmp_path


def test_a_port_that_may_be_used_is_well(port: Path) -> None:
    assert check_node("barrier of in", port) is None


def test_a_port_that_is_not_plugged_in_is_told_with_those_that_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "usb-1a86_USB2.0-Serial-if00-port0").write_text("")
    monkeypatch.setattr(ports, "BY_ID", tmp_path)

    finding = check_node("barrier of in", Path("/dev/serial/by-id/usb-gone"))
    assert finding is not None
    assert finding.said == "there is no serial port /dev/serial/by-id/usb-gone"
    assert "plugged in are usb-1a86_USB2.0-Serial-if00-port0" in finding.next_step


def test_a_file_is_no_port(tmp_path: Path) -> None:
    (tmp_path / "ttyUSB0").write_text("")
    finding = check_node("loops of in", tmp_path / "ttyUSB0")
    assert finding is not None
    assert "is no serial port" in finding.said


def test_a_port_that_is_not_ours_to_use_names_the_group_to_join(
    port: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)

    finding = check_node("barrier of in", port)
    assert finding is not None
    assert "may not be used by" in finding.said
    assert finding.next_step.startswith("`sudo usermod -aG ")


def test_a_usb_printer_that_is_plugged_in_is_well(plugged: Path) -> None:
    finding = check_usb("printer", "04B8:0202", plugged / "sys", plugged / "bus")
    assert finding.state is State.OK


def test_a_usb_printer_that_is_not_there_is_told(plugged: Path) -> None:
    finding = check_usb("printer", "04b8:0e15", plugged / "sys", plugged / "bus")
    assert finding.state is State.TROUBLE
    assert "no USB device 04b8:0e15" in finding.said


def test_a_usb_printer_without_the_right_to_it_gets_the_rule_to_write(
    plugged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)

    finding = check_usb("printer", "04b8:0202", plugged / "sys", plugged / "bus")
    assert finding.state is State.TROUBLE
    assert 'ATTR{idVendor}=="04b8", ATTR{idProduct}=="0202"' in finding.next_step
    assert "/etc/udev/rules.d" in finding.next_step


@pytest.mark.parametrize("usb", ["", "nonsense", ":", "04b8"])
def test_what_is_no_number_of_a_device_matches_nothing(plugged: Path, usb: str) -> None:
    assert check_usb("printer", usb, plugged / "sys", plugged / "bus").state is State.TROUBLE
