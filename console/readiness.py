"""The set-up list of a running console, and going live: the store's part and this machine's; no Qt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from console.reporting import own_report
from console.watched_devices import watched_devices
from core.domain.people import Actor
from core.services import readiness
from core.services.device_views import DeviceKind
from core.services.readiness import Readiness, Surroundings, WiredDevice

if TYPE_CHECKING:
    from console.compose import Console


def readiness_of(console: Console) -> Readiness:
    """What is missing before the lot goes live; asks disk and drivers, so not on the screen's thread.

    Refused ``lot.not_set_up`` before the first run, StoreError where the database cannot be read.
    """
    around = surroundings_of(console)
    return console.store.read(partial(readiness.read_readiness, around=around))


def go_live(console: Console, *, actor: Actor, note: str = "") -> None:
    """Open the lot to the public; refuses as ``core.services.readiness`` does."""
    around = surroundings_of(console)
    console.store.write(partial(readiness.go_live, actor=actor, around=around, note=note))


def surroundings_of(console: Console) -> Surroundings:
    """What only this machine knows."""
    report, has_printer = own_report(console), console.config.printer.is_on_paper
    consoles = console.store.read(lambda unit: unit.lot_consoles())
    return Surroundings(
        wired_lanes=frozenset(lane.id for lane in console.config.lanes),
        has_others=sum(each.revoked_at is None for each in consoles) > 1,
        devices=tuple(
            WiredDevice(device.device_id, device.kind.value, device.lane_id, device.wiring)
            for device in watched_devices(console)
            if device.tests and (device.kind is not DeviceKind.PRINTER or has_printer)
        ),
        has_printer=has_printer,
        copied_at=report.backup.newest_at,
        has_second_place=report.backup.second_used,
        second_copied_at=report.backup.second_at,
        disk_free_bytes=report.disk_free_bytes,
        clock_off=report.skew,
    )
