"""Relay units of the lot's network from their configuration: one a unit, however many devices hang on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from console.wiring.far_sides import FarSides, secret_of
from core.config import BarrierConfig, LoopsConfig
from devices.relay_units.login import Login
from devices.relay_units.polled import PolledUnit
from devices.relay_units.shelly import SHELLY_PORT, ShellyLink
from devices.relay_units.unit import RelayUnit

UnitConfig = BarrierConfig | LoopsConfig


def relay_unit(config: UnitConfig, far: FarSides) -> RelayUnit:
    """The unit that the configuration leads to; drivers share it where they also have the same logins."""
    return _BUILDERS[config.kind](config, far)


def acting_login(config: UnitConfig) -> Login:
    """What commands are given with."""
    return Login(config.user, secret_of(config.secret))


def asking_login(config: UnitConfig) -> Login:
    """What is only asked for with: the login for reading where there is one (U5)."""
    if isinstance(config, BarrierConfig) and (config.read_user or config.read_secret):
        return Login(config.read_user, secret_of(config.read_secret))
    return acting_login(config)


def _shelly(config: UnitConfig, far: FarSides) -> RelayUnit:
    port, acting, asking = config.port or SHELLY_PORT, acting_login(config), asking_login(config)
    return far.shared(
        ("shelly", config.host, port, acting, asking),
        lambda: PolledUnit(
            f"shelly {config.host}:{port}", ShellyLink(config.host, port, acting=acting, asking=asking)
        ),
    )


_BUILDERS: Final[Mapping[str, Callable[[UnitConfig, FarSides], RelayUnit]]] = {
    "shelly": _shelly,
}
