from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from core.domain.printers import Answers, DrawerPulse, PrinterProfile
from devices.printers.device_file_line import DeviceFileLine
from devices.printers.line import Line
from devices.printers.memory import MemoryPrinter
from devices.printers.network_line import NetworkLine
from devices.printers.serial_line import SerialLine
from devices.printers.spooling import SpoolingPrinter
from devices.printers.usb_line import UsbLine
from devices.simulator.printer import SimulatedPrinter
from tests.devices.printers.contract import PROMISES, PrinterRig
from tests.far_sides.printer import EmuPos
from tests.far_sides.usb_printer import VENDOR_PRODUCT, UsbBackend

FarPrinter = EmuPos | SimulatedPrinter
LEARNS = PrinterProfile(title="a printer of which nothing is known")
EPSON = PrinterProfile(
    title="an Epson", status=Answers.ALWAYS, confirms=Answers.ALWAYS, drawer_pulse=DrawerPulse.DLE_DC4
)
FAULT_OF = {
    "printer.paper_out": "paper-out",
    "printer.cover_open": "cover-open",
    "printer.offline": "offline",
}


def over(line: Line, far: FarPrinter, profile: PrinterProfile = LEARNS) -> Iterator[PrinterRig]:
    printer = SpoolingPrinter(line, profile, drawer_pin=2, poll_s=0.1)
    printer.start()
    before = len(far.papers())

    def break_it(cause: str) -> None:
        for code, fault in FAULT_OF.items():
            far.set_fault(fault, code == cause)

    try:
        yield PrinterRig(
            printer, lambda: len(far.papers()) - before, far.is_drawer_open, far.close_drawer, break_it
        )
    finally:
        printer.stop()


def in_memory(_far: FarPrinter) -> Iterator[PrinterRig]:
    printer = MemoryPrinter()

    def break_it(cause: str) -> None:
        printer.fails_with = cause

    closed: list[str] = []
    yield PrinterRig(
        printer,
        lambda: len(printer.papers),
        lambda: printer.kicks != closed,
        lambda: closed.extend(printer.kicks),
        break_it,
    )


def on_the_network(far: FarPrinter) -> Iterator[PrinterRig]:
    yield from over(NetworkLine("127.0.0.1", far.port), far)


def on_the_network_known_as_epson(far: FarPrinter) -> Iterator[PrinterRig]:
    yield from over(NetworkLine("127.0.0.1", far.port), far, EPSON)


def on_a_serial_line(far: FarPrinter) -> Iterator[PrinterRig]:
    yield from over(SerialLine(far.serial_path), far)


def behind_a_file_of_the_system(far: FarPrinter) -> Iterator[PrinterRig]:
    yield from over(DeviceFileLine(far.serial_path), far)


def simulated_on_the_network(_far: FarPrinter) -> Iterator[PrinterRig]:
    with SimulatedPrinter() as simulated:
        yield from over(NetworkLine("127.0.0.1", simulated.port), simulated)


def simulated_on_a_serial_line(_far: FarPrinter) -> Iterator[PrinterRig]:
    with SimulatedPrinter() as simulated:
        yield from over(SerialLine(simulated.serial_path), simulated)


def on_usb(_far: FarPrinter) -> Iterator[PrinterRig]:
    backend = UsbBackend()
    yield from over(UsbLine(VENDOR_PRODUCT, backend=backend), backend)  # type: ignore[arg-type]


RIGS = [
    in_memory,
    on_the_network,
    on_the_network_known_as_epson,
    on_a_serial_line,
    behind_a_file_of_the_system,
    simulated_on_the_network,
    simulated_on_a_serial_line,
    on_usb,
]


@pytest.fixture(params=RIGS, ids=lambda rig: rig.__name__)
def rig(request: pytest.FixtureRequest, far: FarPrinter) -> Iterator[PrinterRig]:
    yield from request.param(far)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_printer_keeps_that(promise: Callable[[PrinterRig], None], rig: PrinterRig) -> None:
    promise(rig)
