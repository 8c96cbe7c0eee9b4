"""Tries a device before it is saved: connects, waits for a sign of life, lets go; nothing is moved."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from console.screens.first_run.camera_trial import try_camera
from console.wiring import Wiring
from console.wiring.brokers import broker_of
from console.wiring.loops import build_loops
from console.wiring.power import build_supply
from core.config import BarrierConfig, CameraConfig, DeviceConfig, LoopsConfig, MqttConfig, PowerConfig
from core.domain.errors import DeviceError, Refused
from core.domain.lots import Direction, Lane
from core.services.ports import DeviceStatus, Health, Loops, PowerSupply, Still
from devices.transports.broker import Member

LIMIT_S: Final = 8.0
_LOOK_EVERY_S: Final = 0.1
# What waiting does not change.
_CERTAIN: Final = frozenset({"not_found", "not_a_port", "no_permission", "no_login"})
_TRIAL: Final = Lane("trial", "Trial", Direction.ENTRY)
_ASKED_FOR_INPUTS: Final = frozenset({"modbus_tcp", "modbus_rtu", "shelly", "tasmota", "mqtt", "onvif"})


@dataclass(frozen=True, slots=True)
class Tried:
    """It answered; ``still`` is a camera's picture."""

    still: Still | None = None


def can_try(config: DeviceConfig) -> bool:
    """Whether there is a way to ask it without moving anything."""
    if isinstance(config, CameraConfig | PowerConfig | MqttConfig):
        return True
    return isinstance(config, BarrierConfig | LoopsConfig) and config.kind in _ASKED_FOR_INPUTS


def try_device(config: DeviceConfig, wiring: Wiring) -> Tried:
    """Ask it once, within about 12 s; DeviceError with its cause where it does not answer."""
    if isinstance(config, CameraConfig):
        return Tried(try_camera(config, wiring))
    if isinstance(config, BarrierConfig | LoopsConfig) and can_try(config):
        try:
            _wait_until_well(build_loops(_TRIAL, _inputs_of(config), wiring.far_sides))
        except DeviceError as error:
            raise _of_barrier(error) if isinstance(config, BarrierConfig) else error from error
        return Tried()
    if isinstance(config, MqttConfig):
        _wait_until_well(_BrokerTrial(config))
        return Tried()
    supply = build_supply(config) if isinstance(config, PowerConfig) else None
    if supply is not None:
        _wait_until_well(supply)
        return Tried()
    raise Refused("devices.cannot_try")


class _BrokerTrial:
    """A connection to the broker that speaks for nobody."""

    def __init__(self, config: MqttConfig) -> None:
        self._broker, self._member = broker_of(config), Member((), lambda _message: None)

    def start(self, _listener: Callable[..., None]) -> None:
        """Connect."""
        self._broker.join(self._member)

    def status(self) -> DeviceStatus:
        """How the broker answers."""
        return self._broker.status()

    def stop(self) -> None:
        """Let go of it."""
        self._broker.leave(self._member)


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


def _of_barrier(error: DeviceError) -> DeviceError:
    """A barrier is asked for its inputs, but what it answers is not about loops."""
    what = error.cause.partition(".")[2]
    # Inputs that are not heard are a board that does not answer.
    return DeviceError(f"barrier.{'no_answer' if what == 'silent' else what}", detail=error.detail)


def _wait_until_well(device: Loops | PowerSupply | _BrokerTrial) -> None:
    device.start(lambda _news: None)
    try:
        give_up = time.monotonic() + LIMIT_S
        while device.status().health is not Health.OK:
            status = device.status()
            is_certain = status.health is Health.FAILED and status.cause.partition(".")[2] in _CERTAIN
            if is_certain or time.monotonic() > give_up:
                raise DeviceError(status.cause or "board.no_answer", detail=status.detail)
            time.sleep(_LOOK_EVERY_S)
    finally:
        device.stop()
