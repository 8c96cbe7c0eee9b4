"""The receipt printer from its configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from console.printing.system_printer import SystemPrinter
from core.config import PrinterConfig
from core.domain.printers import ANY_PRINTER, PrinterProfile
from core.services.ports import ReceiptPrinter
from devices.printers.device_file_line import DeviceFileLine
from devices.printers.file_printer import FilePrinter
from devices.printers.line import Line
from devices.printers.network_line import NetworkLine
from devices.printers.serial_line import SerialLine
from devices.printers.spooling import SpoolingPrinter
from devices.printers.usb_line import UsbLine

_DRAWER_PINS: Final = {"none": None, "pin2": 2, "pin5": 5}
_LINES: Final[Mapping[str, Callable[[PrinterConfig], Line]]] = {
    "network": lambda config: NetworkLine(config.host, config.port),
    "serial": lambda config: SerialLine(config.path, baud=config.baud, flow=config.flow),
    "usb": lambda config: UsbLine(config.usb),
    "file": lambda config: DeviceFileLine(config.path),
}


def build_printer(
    config: PrinterConfig, folder: Path, profile: PrinterProfile = ANY_PRINTER
) -> ReceiptPrinter | None:
    """The printer, not started; None where there is none. A ``file`` without a path is kept in the folder."""
    if config.kind == "file" and not config.path:
        return FilePrinter(folder)
    if config.kind == "system":
        return SystemPrinter(config.queue)
    if config.kind not in _LINES:
        return None
    line = _LINES[config.kind](config)
    return SpoolingPrinter(line, profile, drawer_pin=_DRAWER_PINS[config.drawer])
