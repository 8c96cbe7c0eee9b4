"""Where in the configuration each device stands: read from there, put there, taken off; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from core.config import (
    BarrierConfig,
    CameraConfig,
    CodeReaderConfig,
    Config,
    DeviceConfig,
    LaneConfig,
    LoopsConfig,
    MqttConfig,
    PowerConfig,
    PrinterConfig,
    SignConfig,
)
from core.domain.errors import Refused
from core.services.device_views import DeviceKind, device_id_of

CONFIG_OF: Final[dict[DeviceKind, type[DeviceConfig]]] = {
    DeviceKind.CAMERA: CameraConfig,
    DeviceKind.REAR_CAMERA: CameraConfig,
    DeviceKind.BARRIER: BarrierConfig,
    DeviceKind.LOOPS: LoopsConfig,
    DeviceKind.SIGN: SignConfig,
    DeviceKind.READER: CodeReaderConfig,
    DeviceKind.PRINTER: PrinterConfig,
    DeviceKind.POWER: PowerConfig,
    DeviceKind.BROKER: MqttConfig,
}
# A lane cannot be without these.
NEEDED: Final = (DeviceKind.CAMERA, DeviceKind.BARRIER, DeviceKind.LOOPS)
OPTIONAL: Final = (DeviceKind.REAR_CAMERA, DeviceKind.SIGN, DeviceKind.READER)
_FIELDS: Final = {
    DeviceKind.CAMERA: "camera",
    DeviceKind.REAR_CAMERA: "rear_camera",
    DeviceKind.BARRIER: "barrier",
    DeviceKind.LOOPS: "loops",
    DeviceKind.SIGN: "sign",
    DeviceKind.READER: "reader",
    DeviceKind.PRINTER: "printer",
    DeviceKind.POWER: "power",
    DeviceKind.BROKER: "mqtt",
}


@dataclass(frozen=True, slots=True)
class Place:
    """What a device is to which lane; the lane is empty for what belongs to the whole console."""

    kind: DeviceKind
    lane_id: str = ""

    @property
    def device_id(self) -> str:
        """How the device there is called."""
        return device_id_of(self.kind, self.lane_id)


def place_of(device_id: str) -> Place | None:
    """The place that a device's id names; None for one that is not wired, as the plate reader."""
    lane_id, _, kind = device_id.rpartition("/")
    if kind not in set(DeviceKind) or DeviceKind(kind) not in CONFIG_OF:
        return None
    return Place(DeviceKind(kind), lane_id)


def config_at(config: Config, place: Place) -> DeviceConfig | None:
    """What is wired there; None where nothing is."""
    if not place.lane_id:
        found = getattr(config, _field_of(place))
        empty = isinstance(found, PowerConfig | MqttConfig) and not found.host
        return None if empty or (isinstance(found, PrinterConfig) and found.kind == "none") else found
    lane = _lane(config, place.lane_id)
    return None if lane is None else getattr(lane, _FIELDS[place.kind])


def lacks_broker(config: Config) -> bool:
    """Whether something speaks through an MQTT broker, and none is named."""
    devices = [device for lane in config.lanes for device in (lane.barrier, lane.loops)]
    return not config.mqtt.host and any(device.kind == "mqtt" for device in devices)


def with_devices(config: Config, wired: dict[Place, DeviceConfig]) -> Config:
    """The configuration with these devices in their places.

    A lane that was not wired yet needs camera, barrier and loops at once: Refused ``devices.lane_needs_it``.
    """
    for place, device in wired.items():
        if not place.lane_id:
            config = replace(config, **_field(place, device))
        elif (lane := _lane(config, place.lane_id)) is not None:
            config = _with_lane(config, replace(lane, **_field(place, device)))
        else:
            config = _with_lane(config, _new_lane(place.lane_id, wired))
    return config


def without_device(config: Config, place: Place) -> Config:
    """The configuration without the device there; Refused ``devices.lane_needs_it`` for what a lane needs."""
    if place.kind is DeviceKind.PRINTER:
        return replace(config, printer=PrinterConfig("none"))
    if place.kind is DeviceKind.POWER:
        return replace(config, power=PowerConfig())
    if place.kind is DeviceKind.BROKER:
        without = replace(config, mqtt=MqttConfig())
        if lacks_broker(without):
            raise Refused("devices.broker_needed")
        return without
    lane = _lane(config, place.lane_id)
    if lane is None:
        return replace(config, **_field(place, None))
    if place.kind in NEEDED:
        raise Refused("devices.lane_needs_it")
    return _with_lane(config, replace(lane, **_field(place, None)))


def without_lane(config: Config, lane_id: str) -> Config:
    """The configuration without the lane: this console drives it no more."""
    return replace(config, lanes=tuple(lane for lane in config.lanes if lane.id != lane_id))


def _field(place: Place, device: DeviceConfig | None) -> dict[str, Any]:
    return {_field_of(place): device}


def _field_of(place: Place) -> str:
    """The key it stands under; the console's own display is the one that customers at its window read."""
    is_display = place.kind is DeviceKind.SIGN and not place.lane_id
    return "display" if is_display else _FIELDS[place.kind]


def _lane(config: Config, lane_id: str) -> LaneConfig | None:
    return next((lane for lane in config.lanes if lane.id == lane_id), None)


def _with_lane(config: Config, lane: LaneConfig) -> Config:
    if _lane(config, lane.id) is None:
        return replace(config, lanes=(*config.lanes, lane))
    return replace(config, lanes=tuple(lane if each.id == lane.id else each for each in config.lanes))


def _new_lane(lane_id: str, wired: dict[Place, DeviceConfig]) -> LaneConfig:
    given = {place.kind: device for place, device in wired.items() if place.lane_id == lane_id}
    camera, barrier, loops = (given.get(kind) for kind in NEEDED)
    if (
        not isinstance(camera, CameraConfig)
        or not isinstance(barrier, BarrierConfig)
        or not isinstance(loops, LoopsConfig)
    ):
        raise Refused("devices.lane_needs_it")
    return LaneConfig(lane_id, camera, barrier, loops)
