"""A receipt printer on USB, as pyusb sees it through a backend of ours; the printer behind is simulated.

This one is ours, from the USB printer class (1.1) and pyusb's own description of a backend: a machine of the
tests has no USB to hang anything on. pyusb's part of the way is the real one.
"""

from __future__ import annotations

import array
import errno
import threading
import time
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import usb.backend
import usb.core

from devices.simulator.escpos import EscPosPrinter, PrinterFault, Slip

VENDOR, PRODUCT = 0x04B8, 0x0E15
VENDOR_PRODUCT = f"{VENDOR:04x}:{PRODUCT:04x}"
OUT, IN = 0x01, 0x82
BULK = 2
TEXTS = {1: "EPSON", 2: "TM-T20II", 3: "TCFY012345"}


class UsbBackend(usb.backend.IBackend):  # type: ignore[misc]
    """One printer on the bus, as long as it ``is_plugged``; ``refuses`` is the errno of opening it."""

    def __init__(self, *, interface_class: int = 7) -> None:
        super().__init__()
        self.is_plugged = True
        self.refuses = 0
        self.has_kernel_driver = True
        self.claims = 0
        self._interface_class = interface_class
        self._printer = EscPosPrinter()
        self._answers = bytearray()
        self._lock = threading.Lock()

    def set_fault(self, fault: str, active: bool) -> None:
        """As of the simulated printer."""
        with self._lock:
            self._answers += self._printer.set_fault(PrinterFault(fault), active)

    def papers(self) -> list[Slip]:
        """The slips so far."""
        with self._lock:
            return list(self._printer.slips)

    def is_drawer_open(self) -> bool:
        """Whether its drawer stands open."""
        return self._printer.is_drawer_open

    def close_drawer(self) -> None:
        """Somebody pushes it shut."""
        self._printer.is_drawer_open = False

    def enumerate_devices(self) -> Iterator[str]:
        if self.is_plugged:
            yield "printer"

    def get_parent(self, dev: object) -> None:
        return None

    def get_device_descriptor(self, dev: object) -> SimpleNamespace:
        return SimpleNamespace(
            bLength=18,
            bDescriptorType=1,
            bcdUSB=0x0200,
            bDeviceClass=0,
            bDeviceSubClass=0,
            bDeviceProtocol=0,
            bMaxPacketSize0=64,
            idVendor=VENDOR,
            idProduct=PRODUCT,
            bcdDevice=0x0100,
            iManufacturer=1,
            iProduct=2,
            iSerialNumber=3,
            bNumConfigurations=1,
            address=5,
            bus=1,
            port_number=2,
            port_numbers=(2,),
            speed=3,
        )

    def get_configuration_descriptor(self, dev: object, config: int) -> SimpleNamespace:
        if config > 0:
            raise IndexError
        return SimpleNamespace(
            bLength=9,
            bDescriptorType=2,
            wTotalLength=32,
            bNumInterfaces=1,
            bConfigurationValue=1,
            iConfiguration=0,
            bmAttributes=0xC0,
            bMaxPower=1,
            extra_descriptors=[],
        )

    def get_interface_descriptor(self, dev: object, intf: int, alt: int, config: int) -> SimpleNamespace:
        if intf > 0 or alt > 0 or config > 0:
            raise IndexError
        return SimpleNamespace(
            bLength=9,
            bDescriptorType=4,
            bInterfaceNumber=0,
            bAlternateSetting=0,
            bNumEndpoints=2,
            bInterfaceClass=self._interface_class,
            bInterfaceSubClass=1,
            bInterfaceProtocol=2,
            iInterface=0,
            extra_descriptors=[],
        )

    def get_endpoint_descriptor(
        self, dev: object, ep: int, intf: int, alt: int, config: int
    ) -> SimpleNamespace:
        return SimpleNamespace(
            bLength=7,
            bDescriptorType=5,
            bEndpointAddress=(OUT, IN)[ep],
            bmAttributes=BULK,
            wMaxPacketSize=64,
            bInterval=0,
            bRefresh=0,
            bSynchAddress=0,
            extra_descriptors=[],
        )

    def open_device(self, dev: object) -> object:
        if self.refuses:
            raise usb.core.USBError("refused", -1, self.refuses)
        self._must_be_plugged()
        return object()

    def close_device(self, dev_handle: object) -> None:
        pass

    def get_configuration(self, dev_handle: object) -> int:
        return 1

    def set_configuration(self, dev_handle: object, config_value: int) -> None:
        pass

    def is_kernel_driver_active(self, dev_handle: object, intf: int) -> bool:
        return self.has_kernel_driver

    def detach_kernel_driver(self, dev_handle: object, intf: int) -> None:
        self.has_kernel_driver = False

    def claim_interface(self, dev_handle: object, intf: int) -> None:
        self._must_be_plugged()
        if self.has_kernel_driver:
            raise usb.core.USBError("busy", -6, errno.EBUSY)
        self.claims += 1

    def release_interface(self, dev_handle: object, intf: int) -> None:
        self.claims -= 1

    def bulk_write(self, dev_handle: object, ep: int, intf: int, data: Any, timeout: int) -> int:
        self._must_be_plugged()
        with self._lock:
            self._answers += self._printer.receive(bytes(data))
        return len(data)

    def bulk_read(self, dev_handle: object, ep: int, intf: int, buff: Any, timeout: int) -> int:
        until = time.monotonic() + timeout / 1000
        while True:
            self._must_be_plugged()
            with self._lock:
                if self._answers:
                    size = min(len(buff), len(self._answers))
                    buff[:size] = array.array("B", self._answers[:size])
                    del self._answers[:size]
                    return size
            if time.monotonic() > until:
                raise usb.core.USBTimeoutError("timed out", -7, errno.ETIMEDOUT)
            time.sleep(0.002)

    def ctrl_transfer(  # noqa: PLR0917 - pyusb's own
        self, dev_handle: object, kind: int, request: int, value: int, index: int, data: Any, timeout: int
    ) -> int:
        text = "\u0409" if value & 0xFF == 0 else TEXTS[value & 0xFF]
        encoded = text.encode("utf-16-le")
        answer = bytes((len(encoded) + 2, 3)) + encoded
        size = min(len(data), len(answer))
        data[:size] = array.array("B", answer[:size])
        return size

    def _must_be_plugged(self) -> None:
        if not self.is_plugged:
            raise usb.core.USBError("no such device", -4, errno.ENODEV)
