"""What a console's board watches: the devices of its lanes as they run now, with recogniser and printer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit, urlunsplit

from console.wiring.brokers import broker
from core.config import (
    DeviceConfig,
    LaneConfig,
)
from core.services.device_board import WatchedDevice
from core.services.device_views import DeviceKind, DeviceTest, device_id_of
from core.services.ports import DeviceStatus, Measure, Measures
from core.services.run_lane import LaneRunner

if TYPE_CHECKING:
    from console.compose import Console

_TESTS: Final = {
    DeviceKind.CAMERA: (DeviceTest.SHOW_PICTURE,),
    DeviceKind.REAR_CAMERA: (DeviceTest.SHOW_PICTURE,),
    DeviceKind.BARRIER: (DeviceTest.OPEN_ONCE,),
    DeviceKind.LOOPS: (DeviceTest.WATCH_LOOPS,),
    DeviceKind.SIGN: (DeviceTest.SHOW_TEXT,),
    DeviceKind.READER: (DeviceTest.WATCH_CODES,),
    DeviceKind.PRINTER: (DeviceTest.PRINT_TEST,),
}


def watched_devices(console: Console) -> list[WatchedDevice]:
    """All of them, lane by lane, then what belongs to no lane."""
    wired = {lane.id: lane for lane in console.config.lanes}
    # A copy: lanes may be starting on another thread at this moment.
    found = [
        device
        for lane_id, runner in list(console.lanes.items())
        if lane_id in wired
        for device in _of_lane(runner, wired[lane_id])
    ]
    found.extend(_of_console(console))
    return found


def address_without_secrets(config: DeviceConfig) -> str:
    """Where the device is, as people may read it: no user, no password, no query."""
    address, path = getattr(config, "address", ""), getattr(config, "path", "")
    host, topic = getattr(config, "host", ""), getattr(config, "topic", "")
    if address:
        return _bare(address)
    if host:
        port = getattr(config, "port", None)
        return f"{host}:{port}" if port else str(host)
    return str(path or getattr(config, "usb", "") or topic or getattr(config, "queue", ""))


def wiring_print(config: DeviceConfig) -> str:
    """Changes with the device's wiring, tells nothing of its secrets: their fields are not part of it."""
    text = f"{config!r} {address_without_secrets(config)}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _bare(address: str) -> str:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if not parts.scheme or not host:
        return address.partition("?")[0].rpartition("@")[2]
    return urlunsplit(
        (parts.scheme, f"[{host}]{port}" if ":" in host else f"{host}{port}", parts.path, "", "")
    )


def _of_lane(runner: LaneRunner, config: LaneConfig) -> Iterator[WatchedDevice]:
    devices = runner.devices
    configs: dict[DeviceKind, tuple[object, DeviceConfig | None]] = {
        DeviceKind.CAMERA: (devices.camera, config.camera),
        DeviceKind.REAR_CAMERA: (devices.rear_camera, config.rear_camera),
        DeviceKind.BARRIER: (devices.barrier, config.barrier),
        DeviceKind.LOOPS: (devices.loops, config.loops),
        DeviceKind.SIGN: (devices.sign, config.sign),
        DeviceKind.READER: (devices.reader, config.reader),
    }
    for kind, (device, wiring) in configs.items():
        if device is not None and wiring is not None:
            watched = _watched(kind, device, wiring, runner.lane.lane_id)
            yield replace(watched, faults=partial(runner.faults_of, kind.value))


def _of_console(console: Console) -> Iterator[WatchedDevice]:
    if console.readers is not None:
        reader = console.config.recogniser.reader.partition(":")[0]
        yield WatchedDevice(
            device_id_of(DeviceKind.RECOGNISER),
            DeviceKind.RECOGNISER,
            "",
            reader,
            "",
            console.readers.status,
            _measures_of(console.readers),
        )
    if _speaks_through_broker(console):
        yield _watched(DeviceKind.BROKER, broker(console.wiring.far_sides), console.config.mqtt, "")
    printer = console.printer
    if printer is not None:
        config = console.config.printer
        watched = _watched(DeviceKind.PRINTER, printer, config, "")
        drawer = (DeviceTest.KICK_DRAWER,) if config.has_drawer else ()
        measures, waiting = watched.measures, console.receipts.measures
        yield replace(watched, tests=watched.tests + drawer, measures=lambda: (*measures(), *waiting()))
    booth_reader, supply = console.drivers.booth_reader, console.power.supply
    if booth_reader is not None and console.config.reader is not None:
        yield _watched(DeviceKind.READER, booth_reader, console.config.reader, "")
    display = console.drivers.display
    if display is not None and console.config.display is not None:
        yield _watched(DeviceKind.SIGN, display.sign, console.config.display, "")
    if supply is not None:
        # Whatever the supply is, it is asked through its NUT server.
        yield replace(_watched(DeviceKind.POWER, supply, console.config.power, ""), make="nut")


def _speaks_through_broker(console: Console) -> bool:
    """Whether anything does: a broker that nobody speaks through is never connected to."""
    running, config = set(console.lanes), console.config
    devices = (
        device
        for lane in config.lanes
        if lane.id in running
        for device in (lane.barrier, lane.loops, lane.camera, lane.rear_camera)
    )
    return bool(config.mqtt.host) and any(each is not None and each.topic for each in devices)


def _watched(kind: DeviceKind, device: object, config: DeviceConfig, lane_id: str) -> WatchedDevice:
    status: Callable[[], DeviceStatus] = device.status  # type: ignore[attr-defined]
    return WatchedDevice(
        device_id=device_id_of(kind, lane_id),
        kind=kind,
        lane_id=lane_id,
        make=getattr(config, "kind", ""),
        where=address_without_secrets(config),
        status=status,
        measures=_measures_of(device),
        tests=_TESTS.get(kind, ()),
        wiring=wiring_print(config),
    )


def _measures_of(device: object) -> Callable[[], tuple[Measure, ...]]:
    return device.measures if isinstance(device, Measures) else tuple
