"""The searches that the page offers, from those of ``devices.search``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from console.printing.find_queues import find_system_printers
from console.screens.devices.searching import IsCancelled, Progress, Search
from devices.search.found import Found
from devices.search.modbus_boards import find_boards_on
from devices.search.network import find_on_network
from devices.search.onvif import find_onvif
from devices.search.serial_ports import find_serial_ports
from devices.search.usb_cameras import find_usb_cameras
from devices.search.usb_printers import find_usb_printers


def boards_on(path: str) -> Search:
    """The relay boards on one serial port, which a person chose: only that port is asked."""
    return Search("boards", partial(find_boards_on, path))


def _on_this_computer(is_cancelled: IsCancelled, progress: Progress) -> Iterator[Found]:
    yield from find_serial_ports(is_cancelled, progress)
    yield from find_usb_cameras(is_cancelled, progress)
    yield from find_usb_printers(is_cancelled, progress)
    yield from find_system_printers(is_cancelled, progress)


SEARCHES: Final[tuple[Search, ...]] = (
    Search("ports", _on_this_computer),
    Search("onvif", find_onvif),
    Search("network", find_on_network),
)
