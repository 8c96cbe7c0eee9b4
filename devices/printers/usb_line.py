"""A printer on USB, without a driver of the system's between: bulk transfers through libusb."""

from __future__ import annotations

import errno
import time
from contextlib import suppress
from typing import Any

import usb.core
import usb.util

from core.domain.errors import DeviceError
from devices.printers.line import IN_USE, NO_ANSWER, NO_PERMISSION, NOT_FOUND

PRINTER_CLASS = 7
VENDOR_CLASS = 0xFF
READ_BYTES = 64
NO_LIBUSB = "printer.no_libusb"


class UsbLine:
    """Fills ``Line``; kept open, the printer's interface claimed for this program.

    ``vendor_product`` is like ``04b8:0e15``. ``backend`` stands for libusb where tests have none.
    """

    stays_open = True

    def __init__(self, vendor_product: str, *, backend: Any = None) -> None:
        self._vendor_product = vendor_product
        self._backend = backend
        self._device: Any = None
        self._interface = 0
        self._out: Any = None
        self._in: Any = None

    def open(self) -> None:
        """Find it, take it from the system's own driver, and claim it."""
        try:
            self._device = device = self._find()
            self._claim(device)
        except usb.core.USBError as problem:
            self.close()
            raise _trouble(problem) from problem
        except DeviceError:
            self.close()
            raise

    def write(self, data: bytes, *, until_s: float) -> None:
        """One bulk transfer."""
        try:
            taken = self._opened(self._out).write(data, _milliseconds(until_s))
        except usb.core.USBError as problem:
            raise _trouble(problem) from problem
        if taken != len(data):
            raise DeviceError(NO_ANSWER, detail=f"{taken} of {len(data)} bytes taken")

    def read(self, *, until_s: float) -> bytes:
        """What the printer answered; nothing where it has no way back."""
        if self._in is None:
            return b""
        try:
            return bytes(self._opened(self._in).read(READ_BYTES, _milliseconds(until_s)))
        except usb.core.USBTimeoutError:
            return b""
        except usb.core.USBError as problem:
            raise _trouble(problem) from problem

    def close(self) -> int:
        """Let go of the interface."""
        device, self._device, self._out, self._in = self._device, None, None, None
        if device is None:
            return 0
        with suppress(usb.core.USBError):
            usb.util.release_interface(device, self._interface)
        with suppress(usb.core.USBError):
            usb.util.dispose_resources(device)
        return 0

    def seconds_for(self, count: int) -> float:  # noqa: ARG002 - USB is fast enough for any receipt
        """Nothing to speak of."""
        return 0.0

    def _find(self) -> Any:
        vendor, product = vendor_and_product(self._vendor_product)
        try:
            device = usb.core.find(idVendor=vendor, idProduct=product, backend=self._backend)
        except usb.core.NoBackendError as problem:
            raise DeviceError(NO_LIBUSB, detail=str(problem)) from problem
        if device is None:
            raise DeviceError(NOT_FOUND, detail=self._vendor_product)
        return device

    def _claim(self, device: Any) -> None:
        interface = _printer_interface(device)
        self._interface = interface.bInterfaceNumber
        # Windows and macOS have no such thing as a kernel driver to detach.
        with suppress(NotImplementedError):
            if device.is_kernel_driver_active(self._interface):
                device.detach_kernel_driver(self._interface)
        usb.util.claim_interface(device, self._interface)
        try:
            device.get_active_configuration()
        except usb.core.USBError:
            device.set_configuration()
        self._out = _endpoint(interface, usb.util.ENDPOINT_OUT)
        self._in = _endpoint(interface, usb.util.ENDPOINT_IN)
        if self._out is None:
            raise DeviceError(NOT_FOUND, detail=f"{self._vendor_product} takes no data")

    def _opened(self, endpoint: Any) -> Any:
        if self._device is None or endpoint is None:
            raise DeviceError(NO_ANSWER, detail="not open")
        return endpoint


def vendor_and_product(text: str) -> tuple[int, int]:
    """The two numbers of ``04b8:0e15``; DeviceError ``printer.not_found`` where it is not of that kind."""
    vendor, _, product = text.partition(":")
    try:
        return int(vendor, 16), int(product, 16)
    except ValueError as problem:
        raise DeviceError(NOT_FOUND, detail=f"{text!r} is no vendor:product") from problem


def is_printer(device: Any) -> bool:
    """Whether one of its interfaces is a printer's."""
    return any(one.bInterfaceClass == PRINTER_CLASS for setting in device for one in setting)


def _printer_interface(device: Any) -> Any:
    """The printer's interface; cheap printers call themselves a thing of their vendor's."""
    interfaces = [one for setting in device for one in setting]
    for wanted in (PRINTER_CLASS, VENDOR_CLASS):
        for one in interfaces:
            if one.bInterfaceClass == wanted:
                return one
    raise DeviceError(NOT_FOUND, detail="the USB device is no printer")


def _endpoint(interface: Any, direction: int) -> Any:
    for endpoint in interface:
        is_bulk = usb.util.endpoint_type(endpoint.bmAttributes) == usb.util.ENDPOINT_TYPE_BULK
        if is_bulk and usb.util.endpoint_direction(endpoint.bEndpointAddress) == direction:
            return endpoint
    return None


def _milliseconds(until_s: float) -> int:
    return max(1, int((until_s - time.monotonic()) * 1000))


def _trouble(problem: usb.core.USBError) -> DeviceError:
    if problem.errno in (errno.EACCES, errno.EPERM):
        return DeviceError(NO_PERMISSION, detail=str(problem))
    if problem.errno == errno.EBUSY:
        return DeviceError(IN_USE, detail=str(problem))
    if problem.errno == errno.ENODEV:
        return DeviceError(NOT_FOUND, detail=str(problem))
    return DeviceError(NO_ANSWER, detail=str(problem))
