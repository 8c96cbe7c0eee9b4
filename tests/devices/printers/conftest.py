"""The printers of these tests; the summary says where none of them was made by others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from devices.simulator.printer import SimulatedPrinter
from tests.far_sides.printer import EmuPos, emupos_is_here, far_printer

FAULTS = ("paper-near-end", "paper-out", "cover-open", "offline")


@pytest.fixture(scope="module")
def running_printer() -> Iterator[EmuPos | SimulatedPrinter]:
    """A printer that we did not write, where the machine can run it."""
    with far_printer() as printer:
        yield printer


@pytest.fixture
def far(running_printer: EmuPos | SimulatedPrinter) -> EmuPos | SimulatedPrinter:
    """The same printer, well, with its drawer shut; the papers of other tests lie beside it."""
    for fault in FAULTS:
        running_printer.set_fault(fault, False)
    running_printer.close_drawer()
    return running_printer


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not emupos_is_here():
        terminalreporter.write_line(
            "Receipt printers were tested with a simulated one of ours: emupos needs Python 3.13."
        )
