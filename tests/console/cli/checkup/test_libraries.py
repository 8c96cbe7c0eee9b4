"""The system libraries that windows and printers need."""

from __future__ import annotations

import re
from pathlib import Path

from console.cli.checkup.finding import Finding, State
from console.cli.checkup.libraries import SYSTEM_PRINTER, USB_PRINTER, WINDOWS, check_libraries
from core.config import Config, PrinterConfig

ROOT = Path(__file__).parents[4]


def found(config: Config | None = None, *, without: str = "") -> dict[str, Finding]:
    def open_library(name: str) -> object:
        if without and without in name:
            raise OSError(f"{name}: cannot open shared object file")
        return name

    return {one.subject: one for one in check_libraries(config, open_library)}


def test_this_machine_has_what_windows_need() -> None:
    assert {one.state for one in check_libraries(Config())} == {State.OK}


def test_a_library_that_is_missing_is_named_with_the_package_to_install() -> None:
    finding = found(without="libxcb-cursor")["libraries for windows"]

    assert finding.state is State.TROUBLE
    assert finding.said == "missing: libxcb-cursor.so.0"
    assert "apt-get install libxcb-cursor0`" in finding.next_step
    assert "lotkeeper lane" in finding.next_step


def test_only_the_printer_that_is_wired_asks_for_its_library() -> None:
    assert list(found(Config())) == ["libraries for windows"]
    usb = found(Config(printer=PrinterConfig("usb", usb="04b8:0202")), without="usb")
    assert usb["libraries for the USB printer"].state is State.TROUBLE
    assert "libusb-1.0-0" in usb["libraries for the USB printer"].next_step
    system = found(Config(printer=PrinterConfig("system")), without="cups")
    assert "libcups2" in system["libraries for the system's printers"].next_step


def test_make_setup_installs_every_library_that_doctor_asks_for() -> None:
    installed = re.search(r"^APP_PACKAGES := ((?:.*\\\n)*.*)", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert installed is not None
    wanted = {*WINDOWS.values(), *USB_PRINTER.values(), *SYSTEM_PRINTER.values()}
    assert wanted <= set(installed.group(1).replace("\\\n", " ").split())
