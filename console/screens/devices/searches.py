"""The searches that the page offers, from those of ``devices.search``."""

from __future__ import annotations

from typing import Final

from console.screens.devices.searching import Search
from devices.search.serial_ports import find_serial_ports

SEARCHES: Final[tuple[Search, ...]] = (Search("ports", find_serial_ports),)
