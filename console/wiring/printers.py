"""The receipt printer from its configuration."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from core.config import PrinterConfig
from core.services.ports import ReceiptPrinter
from devices.printers.file_printer import FilePrinter
from devices.printers.network import NetworkPrinter

# ESC p: the contact, and how long it is closed and then left open, in units of 2 ms.
_DRAWERS: Final = {"none": b"", "pin2": b"\x1bp\x00\x19\xfa", "pin5": b"\x1bp\x01\x19\xfa"}


def build_printer(config: PrinterConfig, folder: Path) -> ReceiptPrinter | None:
    """The printer, not started; None where there is none. A ``file`` printer writes into the folder."""
    if config.kind == "network":
        return NetworkPrinter(config.host, config.port, drawer=_DRAWERS[config.drawer])
    return FilePrinter(folder) if config.kind == "file" else None
