"""Tries a device before it is saved: connects, waits for a sign of life, lets go; nothing is moved."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Final

from console.screens.devices.places import DeviceConfig
from console.screens.first_run.camera_trial import try_camera
from console.wiring import Wiring
from console.wiring.loops import build_loops
from console.wiring.power import build_supply
from core.config import BarrierConfig, CameraConfig, LoopsConfig, PowerConfig
from core.domain.errors import DeviceError, Refused
from core.domain.lots import Direction, Lane
from core.services.ports import Health, Loops, PowerSupply, Still

LIMIT_S: Final = 8.0
_LOOK_EVERY_S: Final = 0.1
_TRIAL: Final = Lane("trial", "Trial", Direction.ENTRY)
_ASKED_FOR_INPUTS: Final = frozenset({"modbus_tcp", "modbus_rtu", "shelly", "tasmota", "mqtt", "onvif"})


@dataclass(frozen=True, slots=True)
class Tried:
    """It answered; ``still`` is a camera's picture."""

    still: Still | None = None


def can_try(config: DeviceConfig) -> bool:
    """Whether there is a way to ask it without moving anything."""
    if isinstance(config, CameraConfig | PowerConfig):
        return True
    return isinstance(config, BarrierConfig | LoopsConfig) and config.kind in _ASKED_FOR_INPUTS


def try_device(config: DeviceConfig, wiring: Wiring) -> Tried:
    """Ask it once, within about 12 s; DeviceError with its cause where it does not answer."""
    if isinstance(config, CameraConfig):
        return Tried(try_camera(config, wiring))
    if isinstance(config, BarrierConfig | LoopsConfig) and can_try(config):
        _wait_until_well(build_loops(_TRIAL, _inputs_of(config), wiring.far_sides))
        return Tried()
    supply = build_supply(config) if isinstance(config, PowerConfig) else None
    if supply is not None:
        _wait_until_well(supply)
        return Tried()
    raise Refused("devices.cannot_try")


def _inputs_of(config: BarrierConfig | LoopsConfig) -> LoopsConfig:
    """The same far side, asked for its inputs alone: a barrier tried so cannot move."""
    if isinstance(config, LoopsConfig):
        return config
    asked = config.boom_up_input if config.boom_up_input is not None else 0
    plain = LoopsConfig(
        kind="modbus_tcp",
        host=config.host,
        port=config.port,
        path=config.path,
        baud=config.baud,
        parity=config.parity,
        address=config.address,
        topic=config.topic,
        device_id=config.device_id,
        user=config.read_user or config.user,
        secret=config.read_secret or config.secret,
        arming_input=asked,
    )
    return replace(plain, kind=config.kind)  # type: ignore[arg-type]


def _wait_until_well(device: Loops | PowerSupply) -> None:
    device.start(lambda _news: None)
    try:
        give_up = time.monotonic() + LIMIT_S
        while device.status().health is not Health.OK:
            if time.monotonic() > give_up:
                status = device.status()
                raise DeviceError(status.cause or "board.no_answer", detail=status.detail)
            time.sleep(_LOOK_EVERY_S)
    finally:
        device.stop()
