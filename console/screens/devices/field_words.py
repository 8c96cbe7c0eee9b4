"""The fields of the forms in words: what each is called, and a hint beside it where one helps."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from console.wiring.printer_profiles import profile_names, profile_title

tr = QCoreApplication.translate

_EXAMPLES: Final = {
    "rtsp.address": "rtsp://10.0.0.20/main",
    "mjpeg.address": "http://10.0.0.20/video.mjpg",
    "onvif.address": "http://10.0.0.20/onvif/device_service",
    "http.address": "http://10.0.0.31/text",
    "usb.address": "/dev/v4l/by-id/…",
    "host": "10.0.0.44",
    "path": "/dev/serial/by-id/…",
    "usb": "04b8:0e15",
    "file.path": "/dev/usb/lp0",
    "topic": "lot/gate-1",
}


def field_label(name: str, kind: str) -> str:
    """What the field is called."""
    if name == "address" and kind in {"usb", "video", "folder"}:
        return tr("DeviceFields", "Path")
    return _labels().get(name, name.replace("_", " "))


def field_hint(name: str, kind: str) -> str:
    """What is said beside it; empty where nothing needs saying."""
    return _hints().get(f"{kind}.{name}") or _hints().get(name, "")


def field_example(name: str, kind: str) -> str:
    """What such a text looks like; empty for what is not a text of the machine's."""
    return _EXAMPLES.get(f"{kind}.{name}") or _EXAMPLES.get(name, "")


def choice_words(name: str, value: str) -> str:
    """A word of the configuration as people say it."""
    if name == "profile" and value in profile_names():
        return profile_title(value)
    return _choices().get(f"{name}.{value}", value)


def not_given(name: str) -> str:
    """A number that is not given."""
    if name == "port":
        return tr("DeviceFields", "the usual one")
    if name == "hold_relay":
        return tr("DeviceFields", "the same relay")
    return tr("DeviceFields", "not wired")


def _labels() -> dict[str, str]:
    return {
        "address": tr("DeviceFields", "Address"),
        "arming_input": tr("DeviceFields", "Input: before the boom"),
        "baud": tr("DeviceFields", "Speed (baud)"),
        "boom_down_input": tr("DeviceFields", "Input: boom down"),
        "boom_up_input": tr("DeviceFields", "Input: boom up"),
        "ca": tr("DeviceFields", "Certificate file"),
        "closing_input": tr("DeviceFields", "Input: behind the boom"),
        "columns": tr("DeviceFields", "Characters a line"),
        "debounce_ms": tr("DeviceFields", "Steady for (ms)"),
        "device_id": tr("DeviceFields", "Number on the bus"),
        "drawer": tr("DeviceFields", "Cash drawer"),
        "flow": tr("DeviceFields", "Flow control"),
        "fps": tr("DeviceFields", "Pictures a second"),
        "hold_relay": tr("DeviceFields", "Relay that holds open"),
        "host": tr("DeviceFields", "Address"),
        "inverted": tr("DeviceFields", "Contacts open when occupied"),
        "encoding": tr("DeviceFields", "Character set"),
        "key": tr("DeviceFields", "Its own key"),
        "layout": tr("DeviceFields", "Layout of its topics"),
        "name": tr("DeviceFields", "Name at the server"),
        "parity": tr("DeviceFields", "Parity"),
        "path": tr("DeviceFields", "Serial port"),
        "port": tr("DeviceFields", "TCP port"),
        "profile": tr("DeviceFields", "Profile"),
        "pulse": tr("DeviceFields", "Pulse timed by"),
        "pulse_ms": tr("DeviceFields", "Pulse (ms)"),
        "queue": tr("DeviceFields", "Printer's name"),
        "read_secret": tr("DeviceFields", "Password, reading only"),
        "read_user": tr("DeviceFields", "User, reading only"),
        "reads": tr("DeviceFields", "Plates are read by"),
        "relay": tr("DeviceFields", "Relay that opens"),
        "rows": tr("DeviceFields", "Lines"),
        "secret": tr("DeviceFields", "Password"),
        "stuck_after_s": tr("DeviceFields", "Stuck after (s)"),
        "tls": tr("DeviceFields", "Encrypted"),
        "token": tr("DeviceFields", "Relay's token"),
        "topic": tr("DeviceFields", "Topic"),
        "usb": tr("DeviceFields", "USB number"),
        "user": tr("DeviceFields", "User"),
        "width_dots": tr("DeviceFields", "Width (dots)"),
    }


def _hints() -> dict[str, str]:
    return {
        "file.path": tr("DeviceFields", "empty: kept in the folder of receipts"),
        "relay": tr("DeviceFields", "counted from 0"),
        "device_id": tr("DeviceFields", "1 as it comes from the factory"),
        "fps": tr("DeviceFields", "0: as many as the camera gives"),
        "secret": tr("DeviceFields", "or env:NAME, from the environment"),
        "read_secret": tr("DeviceFields", "or env:NAME, from the environment"),
        "key": tr("DeviceFields", "or env:NAME; only this camera uses it"),
        "onvif.profile": tr("DeviceFields", "empty: the camera's first"),
        "width_dots": tr("DeviceFields", "576 on 80 mm paper, 384 on 58 mm"),
        "token": tr("DeviceFields", "empty: the camera's first"),
        "queue": tr("DeviceFields", "empty: the usual one"),
        "pulse": tr("DeviceFields", "the board's is safe when the cable breaks"),
        "hold_relay": tr("DeviceFields", "for F6, hold open"),
        "arming_input": tr("DeviceFields", "counted from 0"),
        "boom_up_input": tr("DeviceFields", "counted from 0"),
        "topic": tr("DeviceFields", "as the device publishes it"),
    }


def _choices() -> dict[str, str]:
    return {
        "pulse.board": tr("DeviceFields", "the board"),
        "pulse.host": tr("DeviceFields", "this computer"),
        "reads.console": tr("DeviceFields", "this console"),
        "reads.itself": tr("DeviceFields", "the camera itself"),
        "drawer.none": tr("DeviceFields", "none"),
        "drawer.pin2": tr("DeviceFields", "on contact 2 (usual)"),
        "drawer.pin5": tr("DeviceFields", "on contact 5"),
        "flow.none": tr("DeviceFields", "none"),
        "flow.rtscts": "RTS/CTS",
        "flow.xonxoff": "XON/XOFF",
        "parity.N": tr("DeviceFields", "none"),
        "parity.E": tr("DeviceFields", "even"),
        "parity.O": tr("DeviceFields", "odd"),
    }
