"""Whether the system libraries are there that the program's own packages cannot bring along."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from console.cli.checkup.finding import Finding, ok, trouble
from core.config import Config

WINDOWS: Final[Mapping[str, str]] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
}
"""What Qt opens when a window is shown, and the package of Debian and Ubuntu it comes with."""

USB_PRINTER: Final[Mapping[str, str]] = {"libusb-1.0.so.0": "libusb-1.0-0"}
SYSTEM_PRINTER: Final[Mapping[str, str]] = {"libcups.so.2": "libcups2"}

Open = Callable[[str], object]


def check_libraries(config: Config | None, open_library: Open = ctypes.CDLL) -> Iterator[Finding]:
    """Those for windows, and those that the configured printer needs."""
    if sys.platform != "linux":
        return
    headless = "; without them this PC can still run lanes without a screen (`lotkeeper lane`)"
    yield _look("libraries for windows", WINDOWS, open_library, headless)
    kind = "" if config is None else config.printer.kind
    if kind == "usb":
        yield _look("libraries for the USB printer", USB_PRINTER, open_library)
    if kind == "system":
        yield _look("libraries for the system's printers", SYSTEM_PRINTER, open_library)


def _look(subject: str, wanted: Mapping[str, str], open_library: Open, more: str = "") -> Finding:
    missing = [name for name in wanted if not _opens(name, open_library)]
    if not missing:
        return ok(subject, "all there" if len(wanted) > 1 else next(iter(wanted)))
    packages = " ".join(wanted[name] for name in missing)
    step = f"install them, on Debian or Ubuntu with `sudo apt-get install {packages}`{more}"
    return trouble(subject, f"missing: {', '.join(missing)}", step)


def _opens(name: str, open_library: Open) -> bool:
    """Opened and not only looked for: a library may be there while one that it needs is not."""
    try:
        open_library(name)
    except OSError:
        return False
    return True
