"""The uninterruptible power supply from its configuration."""

from __future__ import annotations

from console.wiring.far_sides import secret_of
from core.config import PowerConfig
from core.services.ports import PowerSupply
from devices.power.nut import NutSupply


def build_supply(config: PowerConfig) -> PowerSupply | None:
    """The supply, not started; None where none is configured."""
    if not config.host:
        return None
    return NutSupply(
        config.host, config.port, name=config.name, user=config.user, secret=secret_of(config.secret)
    )
