"""Whether contacts wired to a Shelly move its relays by themselves: a car on a loop would open the gate."""

from __future__ import annotations

from contextlib import closing
from typing import Final

from console.wiring.units import acting_login, asking_login
from core.config import BarrierConfig, LoopsConfig
from core.domain.errors import DeviceError
from devices.relay_units.shelly import SHELLY_PORT, ShellyLink

DETACHED: Final = "detached"
LIMIT_S: Final = 1.0

Wired = BarrierConfig | LoopsConfig


def moved_by_inputs(device: Wired) -> tuple[int, ...]:
    """Of the relays that concern the device those that the input of their number moves too."""
    port, acting, asking = device.port or SHELLY_PORT, acting_login(device), asking_login(device)
    with closing(ShellyLink(device.host, port, acting=acting, asking=asking)) as link:
        return tuple(relay for relay in _numbers_of(device) if _mode(link, relay) not in {"", DETACHED})


def _mode(link: ShellyLink, relay: int) -> str:
    try:
        return link.input_mode(relay, LIMIT_S)
    except DeviceError:
        return ""  # it has no relay of that number, or says nothing of it


def _numbers_of(device: Wired) -> tuple[int, ...]:
    """Its own relays, and those with the numbers of its inputs."""
    numbers = (
        (device.relay, device.hold_relay, device.boom_up_input, device.boom_down_input)
        if isinstance(device, BarrierConfig)
        else (device.arming_input, device.closing_input)
    )
    return tuple(sorted({number for number in numbers if number is not None}))
