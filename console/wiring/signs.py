"""Driver signs from their configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from console.wiring.far_sides import secret_of
from core.config import SignConfig
from core.domain.lots import Lane
from core.services.ports import Sign
from devices.displays.http_sign import HttpSign
from devices.displays.live_sign import LiveSign, SignShape
from devices.displays.serial_display import SerialDisplay
from devices.simulator.sign import SimulatedSign

_WITHOUT_CHINESE: Final = frozenset({"ascii", "cp437"})
_ENGLISH: Final = "en"


def build_sign(lane: Lane, config: SignConfig) -> Sign:
    """The lane's sign, not started."""
    return _BUILDERS[config.kind](lane, config)


def language_of(config: SignConfig) -> str:
    """The language its texts are written in; empty: that of the lot."""
    return _ENGLISH if config.kind == "serial" and config.encoding in _WITHOUT_CHINESE else ""


def _serial(lane: Lane, config: SignConfig) -> Sign:
    shape = SignShape(config.columns, config.rows, config.encoding)
    return LiveSign(lane.lane_id, SerialDisplay(config.path, config.baud, shape), shape)


def _http(lane: Lane, config: SignConfig) -> Sign:
    shape = SignShape(config.columns, config.rows)
    return LiveSign(lane.lane_id, HttpSign(secret_of(config.address)), shape)


def _simulated(lane: Lane, config: SignConfig) -> Sign:
    return SimulatedSign(lane.lane_id, SignShape(config.columns, config.rows))


_BUILDERS: Final[Mapping[str, Callable[[Lane, SignConfig], Sign]]] = {
    "serial": _serial,
    "http": _http,
    "simulator": _simulated,
}
