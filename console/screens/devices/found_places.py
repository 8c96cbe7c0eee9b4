"""Where a found device can be wired: the places of this console, those that are still empty first; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from console.screens.devices.places import NEEDED, OPTIONAL, Place, config_at
from core.config import Config
from core.domain.lots import Lot
from core.services.device_views import DeviceKind
from devices.search.found import What

_KINDS: Final[Mapping[What, tuple[DeviceKind, ...]]] = {
    What.CAMERA: (DeviceKind.CAMERA, DeviceKind.REAR_CAMERA),
    What.BOARD: (DeviceKind.BARRIER, DeviceKind.LOOPS),
    What.PRINTER: (DeviceKind.PRINTER,),
    What.SERIAL_PORT: (
        DeviceKind.BARRIER,
        DeviceKind.LOOPS,
        DeviceKind.SIGN,
        DeviceKind.READER,
        DeviceKind.PRINTER,
    ),
}
_OF_THE_CONSOLE: Final = (
    DeviceKind.PRINTER,
    DeviceKind.READER,
    DeviceKind.SIGN,
    DeviceKind.POWER,
    DeviceKind.BROKER,
)


def all_places(config: Config, lot: Lot | None) -> tuple[Place, ...]:
    """Every place there is: lane by lane, then what belongs to the whole console."""
    wired = {lane.id for lane in config.lanes}
    lanes = lot.lanes if lot is not None else ()
    places = [
        Place(kind, lane.lane_id)
        for lane in lanes
        # A lane that is not wired yet begins with what it cannot be without.
        for kind in ((*NEEDED, *OPTIONAL) if lane.lane_id in wired else NEEDED)
    ]
    return (*places, *(Place(kind) for kind in _OF_THE_CONSOLE))


def places_for(what: What, config: Config, lot: Lot | None) -> tuple[Place, ...]:
    """The places that such a device fits into; empty ones first, then those where it replaces another."""
    fitting = [place for place in all_places(config, lot) if place.kind in _KINDS[what]]
    return tuple(sorted(fitting, key=lambda place: config_at(config, place) is not None))
