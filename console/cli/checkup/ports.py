"""Whether a serial port, a camera's or a USB printer's node is there, and may be used by this user."""

from __future__ import annotations

import getpass
import os
from pathlib import Path
from typing import Final

from console.cli.checkup.finding import Finding, ok, skipped, trouble

BY_ID: Final = Path("/dev/serial/by-id")
SYSFS: Final = Path("/sys/bus/usb/devices")
USB_NODES: Final = Path("/dev/bus/usb")
_MOST_SHOWN: Final = 6


def check_node(subject: str, path: Path, *, what: str = "serial port") -> Finding | None:
    """Trouble with the device's node; None where it may be opened."""
    if not path.exists():
        there = [file.name for file in sorted(BY_ID.glob("*"))][:_MOST_SHOWN] if what == "serial port" else []
        seen = f"; plugged in are {', '.join(there)} under {BY_ID}" if there else ""
        return trouble(subject, f"there is no {what} {path}", f"plug it in, or correct its path{seen}")
    if what != "printer" and not path.is_char_device():
        return trouble(subject, f"{path} is no {what}", "correct its path in the configuration")
    if not os.access(path, os.R_OK | os.W_OK):
        return trouble(subject, f"{path} may not be used by {getpass.getuser()}", _join_group(path))
    return None


def in_use(subject: str) -> Finding:
    """A single program can use it, and that is the running console."""
    return skipped(subject, "in use by the running console: its page Devices says how it is")


def check_usb(subject: str, usb: str, sysfs: Path = SYSFS, nodes: Path = USB_NODES) -> Finding:
    """Whether the USB device ``vendor:product`` (hexadecimal) is plugged in and may be used."""
    vendor, _, product = usb.lower().partition(":")
    for folder in sorted(sysfs.glob("*")):
        if (_text(folder / "idVendor"), _text(folder / "idProduct")) == (vendor, product):
            return _may_use(subject, usb, _node(folder, nodes))
    return trouble(
        subject, f"no USB device {usb} is plugged in", "plug it in and switch it on, or correct its number"
    )


def _may_use(subject: str, usb: str, node: Path) -> Finding:
    if os.access(node, os.R_OK | os.W_OK):
        return ok(subject, f"USB device {usb} is there")
    vendor, _, product = usb.lower().partition(":")
    which = f'ATTR{{idVendor}}=="{vendor}", ATTR{{idProduct}}=="{product}"'
    rule = f'SUBSYSTEM=="usb", {which}, GROUP="lp", MODE="0660"'
    step = (
        f"as administrator put the line `{rule}` into /etc/udev/rules.d/60-lotkeeper.rules, "
        f"`usermod -aG lp {getpass.getuser()}`, then plug it in again and sign on to the PC again"
    )
    return trouble(subject, f"USB device {usb} may not be used by {getpass.getuser()}", step)


def _node(folder: Path, nodes: Path) -> Path:
    bus, device = _text(folder / "busnum"), _text(folder / "devnum")
    return nodes / bus.zfill(3) / device.zfill(3)


def _text(file: Path) -> str:
    try:
        return file.read_text().strip().lower()
    except (OSError, ValueError):
        return ""


def _join_group(path: Path) -> str:
    # Loaded here: Windows has no groups of that kind.
    import grp  # noqa: PLC0415

    try:
        group = grp.getgrgid(path.stat().st_gid).gr_name
    except (KeyError, OSError):
        group = "dialout"
    return f"`sudo usermod -aG {group} {getpass.getuser()}`, then sign on to the PC again"
