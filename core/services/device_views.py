"""The devices of a console as screens, reports and the command line show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.services.ports import DeviceStatus, Measure


class DeviceKind(StrEnum):
    """What a device is to the lot."""

    CAMERA = "camera"
    REAR_CAMERA = "rear_camera"
    BARRIER = "barrier"
    LOOPS = "loops"
    SIGN = "sign"
    READER = "reader"
    PRINTER = "printer"
    RECOGNISER = "recogniser"
    POWER = "power"
    BROKER = "broker"


class DeviceTest(StrEnum):
    """What a person can try with a device from the device page."""

    SHOW_PICTURE = "show_picture"
    OPEN_ONCE = "open_once"
    WATCH_LOOPS = "watch_loops"
    PRINT_TEST = "print_test"
    KICK_DRAWER = "kick_drawer"
    SHOW_TEXT = "show_text"
    WATCH_CODES = "watch_codes"


@dataclass(frozen=True, slots=True)
class Trouble:
    """The last trouble of a device: its reason code, from when on; ``ended_at`` None while it lasts."""

    cause: str
    detail: str
    at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeviceView:
    """One device; ``since`` is from when on its health is what it is.

    ``device_id`` is ``<lane>/<kind>``, or the kind alone for what belongs to no lane. ``make`` is the kind
    of its driver (``modbus_tcp``), ``where`` its address without any secret. ``is_amber`` says that it is
    well, and was in trouble less than five minutes ago (V2). ``faults`` are reason codes of what the lane
    itself noticed of it (``loops.closing_stuck``).
    """

    device_id: str
    kind: DeviceKind
    lane_id: str
    make: str
    where: str
    status: DeviceStatus
    since: datetime
    last_trouble: Trouble | None = None
    is_amber: bool = False
    faults: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    tests: tuple[DeviceTest, ...] = ()


def device_id_of(kind: DeviceKind, lane_id: str = "") -> str:
    """How the device is called in journal and reports."""
    return f"{lane_id}/{kind.value}" if lane_id else kind.value
