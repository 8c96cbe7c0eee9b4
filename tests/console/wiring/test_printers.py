"""Each sort of printer becomes what drives it; nothing is opened by building it."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.printing.system_printer import SystemPrinter
from console.wiring.printers import build_printer
from core.config import PrinterConfig
from devices.printers.file_printer import FilePrinter
from devices.printers.spooling import SpoolingPrinter


@pytest.mark.parametrize(
    ("config", "driver"),
    [
        (PrinterConfig(kind="file"), FilePrinter),
        (PrinterConfig(kind="file", path="/dev/usb/lp0"), SpoolingPrinter),
        (PrinterConfig(kind="network", host="10.0.0.5"), SpoolingPrinter),
        (PrinterConfig(kind="serial", path="/dev/serial/by-id/usb-none"), SpoolingPrinter),
        (PrinterConfig(kind="usb", usb="04b8:0e15", drawer="pin2"), SpoolingPrinter),
        (PrinterConfig(kind="system", queue="receipts"), SystemPrinter),
        (PrinterConfig(kind="none"), type(None)),
    ],
    ids=lambda one: getattr(one, "kind", None),
)
def test_a_kind_becomes_its_driver(config: PrinterConfig, driver: type, tmp_path: Path) -> None:
    assert isinstance(build_printer(config, tmp_path / "printed"), driver)
    assert not (tmp_path / "printed").exists()
