"""Driver signs from their configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from console.wiring.far_sides import secret_of
from core.config import SignConfig
from core.services.ports import Sign
from devices.displays.http_sign import HttpSign
from devices.displays.live_sign import LiveSign, SignShape
from devices.displays.serial_display import SerialDisplay
from devices.simulator.sign import SimulatedSign

_WITHOUT_CHINESE: Final = frozenset({"ascii", "cp437"})
_ENGLISH: Final = "en"


def build_sign(name: str, config: SignConfig) -> Sign:
    """The sign, not started; its name stands in the log."""
    return _BUILDERS[config.kind](name, config)


def language_of(config: SignConfig) -> str:
    """The language its texts are written in; empty: that of the lot."""
    return _ENGLISH if config.kind == "serial" and config.encoding in _WITHOUT_CHINESE else ""


def _serial(name: str, config: SignConfig) -> Sign:
    shape = SignShape(config.columns, config.rows, config.encoding)
    return LiveSign(name, SerialDisplay(config.path, config.baud, shape), shape)


def _http(name: str, config: SignConfig) -> Sign:
    shape = SignShape(config.columns, config.rows)
    return LiveSign(name, HttpSign(secret_of(config.address)), shape)


def _simulated(name: str, config: SignConfig) -> Sign:
    return SimulatedSign(name, SignShape(config.columns, config.rows))


_BUILDERS: Final[Mapping[str, Callable[[str, SignConfig], Sign]]] = {
    "serial": _serial,
    "http": _http,
    "simulator": _simulated,
}
