"""Searches and what they found, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from devices.search.found import Found, What

tr = QCoreApplication.translate


def search_words(name: str) -> str:
    """What the search looks at."""
    return {
        "boards": tr("Devices", "relay boards on this port"),
        "network": tr("Devices", "This network"),
        "onvif": tr("Devices", "Cameras (ONVIF)"),
        "ports": tr("Devices", "Serial ports and USB"),
    }.get(name, name)


def what_words(what: What) -> str:
    """What was found."""
    return {
        What.CAMERA: tr("Devices", "Camera"),
        What.BOARD: tr("Devices", "Relay board"),
        What.PRINTER: tr("Devices", "Receipt printer"),
        What.SERIAL_PORT: tr("Devices", "Serial port"),
    }[what]


def found_words(found: Found) -> tuple[str, str]:
    """A title, and a remark below it."""
    title = tr("Devices", "{what}: {title}").format(what=what_words(found.what), title=found.title)
    if found.needs_login:
        return title, tr("Devices", "{where} · asks for user and password").format(where=found.where)
    return title, found.where
