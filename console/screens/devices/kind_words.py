"""The kinds of drivers in words, as the configuration names them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.services.device_views import DeviceKind

tr = QCoreApplication.translate


def make_words(kind: DeviceKind, make: str) -> str:
    """A driver's kind as people call it; one without words as it is written."""
    if kind is DeviceKind.RECOGNISER:
        return ""
    words = _words()
    return words.get(f"{_family(kind)}.{make}") or words.get(make) or make


def _family(kind: DeviceKind) -> str:
    return "camera" if kind is DeviceKind.REAR_CAMERA else kind.value


def _words() -> dict[str, str]:
    return {
        "simulator": tr("Devices", "Simulated"),
        "memory": tr("Devices", "Practice, without a device"),
        "modbus_tcp": tr("Devices", "Relay board over the network (Modbus TCP)"),
        "modbus_rtu": tr("Devices", "Relay board on a serial line (Modbus RTU)"),
        "serial_relay": tr("Devices", "USB relay (LCUS)"),
        "shelly": tr("Devices", "Shelly relay"),
        "tasmota": tr("Devices", "Tasmota relay"),
        "mqtt": tr("Devices", "MQTT relay"),
        "barrier.onvif": tr("Devices", "Relay of a camera (ONVIF)"),
        "loops.onvif": tr("Devices", "Inputs of a camera (ONVIF)"),
        "camera.onvif": tr("Devices", "Network camera (ONVIF)"),
        "rtsp": tr("Devices", "Network camera (RTSP)"),
        "mjpeg": tr("Devices", "Network camera (MJPEG)"),
        "camera.usb": tr("Devices", "USB camera"),
        "video": tr("Devices", "Video file"),
        "folder": tr("Devices", "Folder of pictures"),
        "sign.serial": tr("Devices", "Display on a serial line"),
        "sign.http": tr("Devices", "Display over the network (HTTP)"),
        "reader.serial": tr("Devices", "Reader on a serial line"),
        "printer.file": tr("Devices", "Files in the folder of receipts"),
        "printer.network": tr("Devices", "Receipt printer on the network"),
        "printer.serial": tr("Devices", "Receipt printer on a serial line"),
        "printer.usb": tr("Devices", "USB receipt printer"),
        "printer.system": tr("Devices", "Printer of this computer"),
        "printer.none": tr("Devices", "No printer"),
        "power.nut": tr("Devices", "Uninterruptible power supply (NUT)"),
    }
