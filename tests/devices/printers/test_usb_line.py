"""USB printers that are missing, forbidden, taken, pulled out; pyusb is real, the bus behind it ours."""

from __future__ import annotations

import errno

import pytest
import usb.core

from core.domain.errors import DeviceError
from core.domain.printers import PrinterProfile
from core.services.ports import Health
from devices.printers import usb_line as module
from devices.printers.spooling import SpoolingPrinter
from devices.printers.usb_line import UsbLine
from tests.devices.printers.contract import RECEIPT, eventually
from tests.far_sides.usb_printer import VENDOR_PRODUCT, UsbBackend

ANY = PrinterProfile(title="any")


def refused(backend: UsbBackend, name: str = VENDOR_PRODUCT) -> DeviceError:
    with pytest.raises(DeviceError) as raised:
        SpoolingPrinter(UsbLine(name, backend=backend), ANY).print(RECEIPT)
    return raised.value


def test_the_printer_is_taken_from_the_systems_own_driver_and_given_back_at_the_end() -> None:
    backend = UsbBackend()
    printer = SpoolingPrinter(UsbLine(VENDOR_PRODUCT, backend=backend), ANY)
    printer.print(RECEIPT)
    assert (backend.has_kernel_driver, backend.claims) == (False, 1)
    printer.stop()
    assert backend.claims == 0


@pytest.mark.parametrize(
    ("refuses", "cause"),
    [
        (errno.EACCES, "printer.no_permission"),
        (errno.EBUSY, "printer.in_use"),
        (errno.EIO, "printer.no_answer"),
    ],
)
def test_why_it_cannot_be_opened_is_told_apart(refuses: int, cause: str) -> None:
    backend = UsbBackend()
    backend.refuses = refuses
    trouble = refused(backend)
    assert (trouble.cause, trouble.unknown) == (cause, False)


@pytest.mark.parametrize("name", ["ffff:0001", "no numbers", ""])
def test_one_that_is_not_there_is_not_found(name: str) -> None:
    assert refused(UsbBackend(), name).cause == "printer.not_found"


def test_what_is_plugged_in_under_its_numbers_and_is_no_printer_is_not_printed_on() -> None:
    assert refused(UsbBackend(interface_class=3)).cause == "printer.not_found"


def test_a_system_without_libusb_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_backend(**_which: object) -> None:
        raise usb.core.NoBackendError("no backend available")

    monkeypatch.setattr(module.usb.core, "find", no_backend)
    assert refused(UsbBackend()).cause == "printer.no_libusb"


def test_one_that_is_pulled_out_and_plugged_in_again_is_found_by_itself() -> None:
    backend = UsbBackend()
    printer = SpoolingPrinter(UsbLine(VENDOR_PRODUCT, backend=backend), ANY, poll_s=0.05)
    printer.start()
    try:
        assert eventually(lambda: printer.status().health is Health.OK)
        backend.is_plugged = False
        assert eventually(lambda: printer.status().cause in {"printer.not_found", "printer.no_answer"})
        backend.is_plugged = True
        assert eventually(lambda: printer.status().health is Health.OK)
        printer.print(RECEIPT)
        assert len(backend.papers()) == 1
    finally:
        printer.stop()
