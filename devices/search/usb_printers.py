"""Receipt printers on USB: those that say of themselves that they are printers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, Final

import usb.core
import usb.util

from devices.printers.usb_line import is_printer
from devices.search.found import Found, What

log = logging.getLogger(__name__)

LONGEST_TEXT: Final = 80

IsCancelled = Callable[[], bool]
Progress = Callable[[int, int], None]


def find_usb_printers(
    is_cancelled: IsCancelled, progress: Progress, *, backend: Any = None
) -> Iterator[Found]:
    """Every printer on the bus, whether it may be opened or not; none where the system has no libusb."""
    try:
        devices = list(usb.core.find(find_all=True, backend=backend))
    except (usb.core.NoBackendError, usb.core.USBError) as problem:
        log.info("USB cannot be searched: %s", problem)
        return
    for number, device in enumerate(devices, start=1):
        if is_cancelled():
            return
        # A device that is pulled out meanwhile, or says nothing sensible, is none that was found.
        with suppress(usb.core.USBError, NotImplementedError, ValueError):
            if is_printer(device):
                yield _found(device)
        progress(number, len(devices))


def _found(device: Any) -> Found:
    numbers = f"{device.idVendor:04x}:{device.idProduct:04x}"
    maker, model = (_text(device, index) for index in (device.iManufacturer, device.iProduct))
    title = " ".join(part for part in (maker, model) if part) or "USB"
    return Found(What.PRINTER, title, f"USB {numbers}", {"kind": "usb", "usb": numbers})


def _text(device: Any, index: int) -> str:
    """What the device says, "" where it says nothing or this program may not ask it."""
    if not index:
        return ""
    try:
        text = str(usb.util.get_string(device, index) or "")
    except (usb.core.USBError, ValueError, NotImplementedError):
        return ""
    return "".join(one for one in text if one.isprintable()).strip()[:LONGEST_TEXT]
