"""Printers on USB, found through pyusb itself; the bus behind it is ours."""

from __future__ import annotations

import errno

import pytest
import usb.core

from devices.search import usb_printers as module
from devices.search.found import Found, What
from devices.search.usb_printers import find_usb_printers
from tests.far_sides.usb_printer import VENDOR_PRODUCT, UsbBackend


def usb_printers(backend: UsbBackend | None = None) -> list[Found]:
    return list(find_usb_printers(lambda: False, lambda _done, _all: None, backend=backend))


def test_a_printer_is_found_with_what_has_to_be_written_down() -> None:
    assert usb_printers(backend=UsbBackend()) == [
        Found(What.PRINTER, "EPSON TM-T20II", f"USB {VENDOR_PRODUCT}", {"kind": "usb", "usb": VENDOR_PRODUCT})
    ]


def test_one_that_may_not_be_opened_is_found_by_its_numbers() -> None:
    backend = UsbBackend()
    backend.refuses = errno.EACCES
    assert [(one.title, one.where) for one in usb_printers(backend=backend)] == [
        ("USB", f"USB {VENDOR_PRODUCT}")
    ]


def test_what_is_no_printer_is_not_found() -> None:
    assert usb_printers(backend=UsbBackend(interface_class=3)) == []


def test_an_empty_bus_and_a_system_without_libusb_find_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = UsbBackend()
    backend.is_plugged = False
    assert usb_printers(backend=backend) == []

    def no_backend(**_which: object) -> None:
        raise usb.core.NoBackendError("no backend available")

    monkeypatch.setattr(module.usb.core, "find", no_backend)
    assert usb_printers() == []


def test_a_search_that_is_given_up_finds_nothing_more() -> None:
    assert list(find_usb_printers(lambda: True, lambda _done, _all: None, backend=UsbBackend())) == []
