"""What every receipt printer keeps, whatever line it hangs on; each promise is run over each of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Health, ReceiptPrinter

LIMIT_S = 20.0
RECEIPT = b"\x1b@" + b"Riverside Parking\n" * 20 + b"\n\n\n\x1dV\x00"


@dataclass(frozen=True, slots=True)
class PrinterRig:
    """A printer that is started and well, what came out of it, and a way to break and mend it.

    ``break_it`` takes the reason code that the printer is to fail with; "" mends it.
    """

    printer: ReceiptPrinter
    paper_count: Callable[[], int]
    is_drawer_open: Callable[[], bool]
    close_drawer: Callable[[], None]
    break_it: Callable[[str], None]


def eventually(condition: Callable[[], bool]) -> bool:
    """Whether the condition comes true within a generous time."""
    until_s = time.monotonic() + LIMIT_S
    while time.monotonic() < until_s:
        if condition():
            return True
        time.sleep(0.01)
    return condition()


def one_receipt_is_one_paper(rig: PrinterRig) -> None:
    rig.printer.print(RECEIPT)
    assert eventually(lambda: rig.paper_count() == 1)


def receipts_come_out_one_by_one(rig: PrinterRig) -> None:
    for _ in range(3):
        rig.printer.print(RECEIPT)
    assert eventually(lambda: rig.paper_count() == 3)


def nothing_is_handed_to_a_printer_without_paper(rig: PrinterRig) -> None:
    fails_with_nothing_sent(rig, "printer.paper_out")


def nothing_is_handed_to_a_printer_with_its_cover_open(rig: PrinterRig) -> None:
    fails_with_nothing_sent(rig, "printer.cover_open")


def nothing_is_handed_to_a_printer_that_is_off_line(rig: PrinterRig) -> None:
    fails_with_nothing_sent(rig, "printer.offline")


def fails_with_nothing_sent(rig: PrinterRig, cause: str) -> None:
    rig.break_it(cause)
    with pytest.raises(DeviceError) as raised:
        rig.printer.print(RECEIPT)
    assert (raised.value.cause, raised.value.unknown) == (cause, False)
    rig.break_it("")
    rig.printer.print(RECEIPT)
    assert eventually(lambda: rig.paper_count() == 1)


def trouble_is_shown_by_itself_and_ends_by_itself(rig: PrinterRig) -> None:
    assert eventually(lambda: rig.printer.status().health is Health.OK)
    rig.break_it("printer.paper_out")
    assert eventually(lambda: rig.printer.status().cause == "printer.paper_out")
    assert rig.printer.status().health is Health.FAILED
    rig.break_it("")
    assert eventually(lambda: rig.printer.status().health is Health.OK)


def the_drawer_opens_once_for_one_command(rig: PrinterRig) -> None:
    rig.printer.kick_drawer("a")
    assert eventually(rig.is_drawer_open)
    rig.close_drawer()
    rig.printer.kick_drawer("a")
    rig.printer.print(RECEIPT)
    assert not rig.is_drawer_open()
    rig.printer.kick_drawer("b")
    assert eventually(rig.is_drawer_open)


def it_may_be_stopped_twice_and_started_again(rig: PrinterRig) -> None:
    rig.printer.stop()
    rig.printer.stop()
    rig.printer.start()
    rig.printer.print(RECEIPT)
    assert eventually(lambda: rig.paper_count() == 1)


PROMISES = (
    one_receipt_is_one_paper,
    receipts_come_out_one_by_one,
    nothing_is_handed_to_a_printer_without_paper,
    nothing_is_handed_to_a_printer_with_its_cover_open,
    nothing_is_handed_to_a_printer_that_is_off_line,
    trouble_is_shown_by_itself_and_ends_by_itself,
    the_drawer_opens_once_for_one_command,
    it_may_be_stopped_twice_and_started_again,
)
