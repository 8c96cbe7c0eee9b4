"""Lets a console run with another wiring without starting the program again, and goes back where that fails.

The settings file is written first, and what stood in it is kept beside it: one step back is there. No Qt.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from console.watched_devices import wiring_print
from core.config import Config, DeviceConfig, load_config, write_config
from core.domain.errors import ConfigError, LotkeeperError, Refused
from core.domain.lanes import LaneState
from core.domain.people import Actor, Right
from core.services.device_views import DeviceKind, device_id_of
from core.services.note_wiring import note_wiring

if TYPE_CHECKING:
    from console.compose import Console

log = logging.getLogger(__name__)

# A lane whose loops cannot be read looks out for plates all the time, with nobody there.
_NOBODY_THERE: Final = frozenset({LaneState.EMPTY, LaneState.READING})
BEFORE: Final = ".before"


class Rewiring:
    """One change at a time; each takes seconds, so none belongs on the screen's thread."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._lock = threading.Lock()

    @property
    def before(self) -> Path:
        """Where the wiring before the last change is kept."""
        file = self._console.folder.config
        return file.with_name(f"{file.name}{BEFORE}")

    @property
    def can_undo(self) -> bool:
        """Whether there is a wiring to go back to."""
        return self.before.is_file()

    def cars_under_way(self) -> tuple[str, ...]:
        """The lanes, by name, in which a car stands or drives just now."""
        runners = list(self._console.lanes.values())
        return tuple(
            runner.lane.name
            for runner in runners
            if runner.view.vehicle_present or runner.view.state not in _NOBODY_THERE
        )

    def rewire(self, config: Config, *, actor: Actor, interrupt: bool = False) -> None:
        """Write this configuration and run with it; the journal says who did, and to which devices.

        Refused ``devices.cars_in_lanes`` where a car would be interrupted in its lane, unless ``interrupt``;
        ConfigError where it is not a configuration or cannot be kept: nothing is changed then.
        """
        actor.require(Right.MANAGE_DEVICES)
        with self._lock:
            before = self._console.config
            self._refuse_with_cars(before, config, interrupt=interrupt)
            self._keep_before()
            write_config(self._console.folder.config, config)
            try:
                self._run_with(before, config)
            except (LotkeeperError, OSError, ValueError):
                log.exception("the new wiring did not start; going back to the one before")
                write_config(self._console.folder.config, before)
                self._run_with(config, before)
                raise
            changed = _changed(before, config)
            self._console.store.write(lambda unit: note_wiring(unit, actor=actor, wiring=changed))

    def follow_lot(self, *, actor: Actor) -> None:
        """The lot has other lanes now, or calls them otherwise: run with those that it has.

        Where a car is in a lane the lanes go on as they are: names follow at the next start.
        """
        console = self._console
        lot, config = console.read_lot(), console.config
        known = {lane.lane_id for lane in lot.lanes} if lot is not None else set()
        kept = tuple(lane for lane in config.lanes if lane.id in known)
        if kept != config.lanes:
            self.rewire(replace(config, lanes=kept), actor=actor)
        elif lot is not None and not self.cars_under_way():
            with self._lock:
                console.start_lanes(lot)

    def undo(self, *, actor: Actor, interrupt: bool = False) -> None:
        """Go back to the wiring before the last change; done twice it is that change again.

        Refused ``devices.nothing_to_undo`` where there is none; else as ``rewire``.
        """
        if not self.can_undo:
            raise Refused("devices.nothing_to_undo")
        config, lot = load_config(self.before), self._console.read_lot()
        if lot is not None:
            # A lane that was taken out of the lot since does not come back with its wires.
            known = {lane.lane_id for lane in lot.lanes}
            config = replace(config, lanes=tuple(lane for lane in config.lanes if lane.id in known))
        if config == self._console.config:
            raise Refused("devices.nothing_to_undo")
        self.rewire(config, actor=actor, interrupt=interrupt)

    def _refuse_with_cars(self, before: Config, config: Config, *, interrupt: bool) -> None:
        cars = self.cars_under_way()
        if cars and not interrupt and _stops_lanes(before, config):
            raise Refused("devices.cars_in_lanes", lanes=", ".join(cars))

    def _keep_before(self) -> None:
        """What stands in the file now, comments and all; a console without a file has nothing to keep."""
        file = self._console.folder.config
        try:
            text = file.read_bytes()
        except FileNotFoundError:
            return
        except OSError as error:
            raise ConfigError(file, None, f"cannot be read: {error.strerror or error}") from error
        partial = self.before.with_name(f"{self.before.name}~")
        try:
            partial.touch(mode=0o600)
            partial.write_bytes(text)
            partial.replace(self.before)
        except OSError as error:
            raise ConfigError(self.before, None, f"cannot be written: {error.strerror or error}") from error

    def _run_with(self, before: Config, config: Config) -> None:
        console = self._console
        lot = console.read_lot()
        stops = _stops_lanes(before, config)
        # At once: whoever keeps another setting meanwhile writes the whole file.
        console.config = config
        if stops:
            console.stop_lanes()
        if before.printer != config.printer:
            console.rewire_printer()
        if before.power != config.power and not stops:
            console.rewire_power()
        if (before.reader, before.display) != (config.reader, config.display) and not stops:
            # The booth's own: signs and readers begin anew, the lanes go on.
            console.drivers.stop()
            console.drivers.start()
        if stops and lot is not None:
            console.start_lanes(lot)


def _stops_lanes(before: Config, config: Config) -> bool:
    """Whether the lanes have to stop for it: a printer or a power supply does not concern them."""
    return any(
        getattr(before, name) != getattr(config, name)
        for name in ("lanes", "mqtt", "recogniser", "listener", "plates")
    )


def _changed(before: Config, config: Config) -> dict[str, str]:
    """The prints of the devices that are wired otherwise now; empty for those that are gone."""
    was, now = _prints(before), _prints(config)
    return {
        device_id: now.get(device_id, "")
        for device_id in sorted(was.keys() | now.keys())
        if was.get(device_id) != now.get(device_id)
    }


def _prints(config: Config) -> dict[str, str]:
    wired: dict[str, DeviceConfig | None] = {
        device_id_of(DeviceKind.PRINTER): config.printer,
        device_id_of(DeviceKind.POWER): config.power,
        device_id_of(DeviceKind.READER): config.reader,
        device_id_of(DeviceKind.SIGN): config.display,
        device_id_of(DeviceKind.BROKER): config.mqtt,
    }
    for lane in config.lanes:
        wired |= {
            device_id_of(DeviceKind.CAMERA, lane.id): lane.camera,
            device_id_of(DeviceKind.REAR_CAMERA, lane.id): lane.rear_camera,
            device_id_of(DeviceKind.BARRIER, lane.id): lane.barrier,
            device_id_of(DeviceKind.LOOPS, lane.id): lane.loops,
            device_id_of(DeviceKind.SIGN, lane.id): lane.sign,
            device_id_of(DeviceKind.READER, lane.id): lane.reader,
        }
    return {device_id: wiring_print(device) for device_id, device in wired.items() if device is not None}
