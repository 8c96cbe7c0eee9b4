from __future__ import annotations

from pathlib import Path

import pytest
from serial.tools.list_ports_common import ListPortInfo

from devices.search.found import Found, What
from devices.search.serial_ports import find_serial_ports


class Machine:
    """A machine's folder of devices, and what pyserial would list of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.ports: list[ListPortInfo] = []
        for folder in ("by-id", "by-path", "sys"):
            (root / folder).mkdir()

    def plug_in(
        self,
        name: str,
        *,
        by_id: str = "",
        by_path: str = "",
        vid: int | None = 0x1A86,
        serial_number: str | None = None,
        product: str = "USB Serial",
        chip: str = "",
    ) -> str:
        """A port is there under these names; returns its device."""
        device = self.root / name
        device.touch()
        for folder, link in (("by-id", by_id), ("by-path", by_path)):
            if link:
                (self.root / folder / link).symlink_to(device)
        if chip:
            (self.root / "sys" / name).mkdir()
            (self.root / "sys" / name / "type").write_text(chip + "\n", encoding="ascii")
        port = ListPortInfo(str(device))
        port.vid, port.pid, port.product, port.serial_number = vid, vid and 0x7523, product, serial_number
        self.ports.append(port)
        return str(device)

    def find(self) -> list[Found]:
        """What a search finds."""
        return list(
            find_serial_ports(
                lambda: False,
                lambda _done, _of: None,
                list_ports=lambda: self.ports,
                by_id=self.root / "by-id",
                by_path=self.root / "by-path",
                terminals=self.root / "sys",
            )
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_board_is_named_by_its_id_which_stays_when_others_are_plugged_in(machine: Machine) -> None:
    machine.plug_in("ttyUSB0", by_id="usb-1a86_USB_Serial-if00", by_path="pci-usb-0:1")
    stable = str(machine.root / "by-id" / "usb-1a86_USB_Serial-if00")
    assert machine.find() == [Found(What.SERIAL_PORT, "USB Serial", stable, {"path": stable})]


def test_two_boards_that_are_alike_are_told_apart_by_where_they_are_plugged_in(machine: Machine) -> None:
    machine.plug_in("ttyUSB0", by_id="usb-1a86_USB_Serial-if00", by_path="pci-usb-0:1")
    machine.plug_in("ttyUSB1", by_path="pci-usb-0:2")
    assert [found.where for found in machine.find()] == [
        str(machine.root / "by-path" / "pci-usb-0:1"),
        str(machine.root / "by-path" / "pci-usb-0:2"),
    ]


def test_two_of_a_make_that_have_numbers_of_their_own_keep_their_ids(machine: Machine) -> None:
    machine.plug_in("ttyUSB0", by_id="usb-A", by_path="pci-usb-0:1", serial_number="A")
    machine.plug_in("ttyUSB1", by_id="usb-B", by_path="pci-usb-0:2", serial_number="B")
    assert [Path(found.where).name for found in machine.find()] == ["usb-A", "usb-B"]


def test_a_port_without_any_lasting_name_is_found_under_its_device(machine: Machine) -> None:
    device = machine.plug_in("ttyS0", vid=None, product="", chip="4")
    assert [(found.title, found.where) for found in machine.find()] == [("ttyS0", device)]


def test_a_port_that_the_machine_only_might_have_had_is_left_out(machine: Machine) -> None:
    machine.plug_in("ttyS3", vid=None, product="", chip="0")
    assert machine.find() == []


def test_a_search_that_is_cancelled_ends_before_the_next_port(machine: Machine) -> None:
    for number in range(3):
        machine.plug_in(f"ttyUSB{number}", serial_number=str(number))
    asked: list[int] = []

    def is_cancelled() -> bool:
        asked.append(1)
        return len(asked) > 1

    found = find_serial_ports(is_cancelled, lambda _done, _of: None, list_ports=lambda: machine.ports)
    assert len(list(found)) == 1


def test_this_very_machine_is_searched_without_a_stumble() -> None:
    progress: list[tuple[int, int]] = []
    found = list(find_serial_ports(lambda: False, lambda done, of: progress.append((done, of))))
    assert len(progress) == len(found)
