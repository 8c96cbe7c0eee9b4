"""Relay units of the lot's network from their configuration: one a unit, however many devices hang on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from console.wiring.brokers import broker
from console.wiring.far_sides import FarSides, secret_of
from core.config import BarrierConfig, LoopsConfig
from devices.onvif.device import onvif_address
from devices.relay_units.layout import Layout
from devices.relay_units.login import Login
from devices.relay_units.mqtt import MqttUnit
from devices.relay_units.onvif import POLL_LIMIT_S as ONVIF_POLL_LIMIT_S
from devices.relay_units.onvif import OnvifLink
from devices.relay_units.plain_topics import PlainTopics
from devices.relay_units.polled import PolledUnit
from devices.relay_units.shelly import SHELLY_PORT, ShellyLink
from devices.relay_units.tasmota_http import TASMOTA_PORT, TasmotaLink
from devices.relay_units.tasmota_topics import TasmotaTopics
from devices.relay_units.unit import RelayUnit

# A look at it takes two questions, and its processor is small.
TASMOTA_POLLS_PER_S = 5.0
# A camera is asked once and answers when it notices something; between two answers is only a breath.
ONVIF_LOOKS_PER_S = 20.0

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


def _tasmota(config: UnitConfig, far: FarSides) -> RelayUnit:
    port, login = config.port or TASMOTA_PORT, acting_login(config)
    return far.shared(
        ("tasmota", config.host, port, login),
        lambda: PolledUnit(
            f"tasmota {config.host}:{port}",
            TasmotaLink(config.host, port, login=login),
            poll_hz=TASMOTA_POLLS_PER_S,
        ),
    )


def _mqtt(config: UnitConfig, far: FarSides) -> RelayUnit:
    lot_broker = broker(far)
    layout: Layout = TasmotaTopics(config.topic) if config.layout == "tasmota" else PlainTopics(config.topic)
    return far.shared(("mqtt", config.topic, config.layout), lambda: MqttUnit(lot_broker, layout))


def _onvif(config: UnitConfig, far: FarSides) -> RelayUnit:
    token = config.token if isinstance(config, BarrierConfig) else ""
    acting, asking = acting_login(config), asking_login(config)

    def build() -> RelayUnit:
        places = onvif_address(config.address, acting), onvif_address(config.address, asking)
        link = OnvifLink(*places, opening_token=token)
        return PolledUnit(
            f"onvif {places[0].host}", link, poll_hz=ONVIF_LOOKS_PER_S, poll_limit_s=ONVIF_POLL_LIMIT_S
        )

    return far.shared(("onvif", config.address, acting, asking, token), build)


_BUILDERS: Final[Mapping[str, Callable[[UnitConfig, FarSides], RelayUnit]]] = {
    "shelly": _shelly,
    "tasmota": _tasmota,
    "mqtt": _mqtt,
    "onvif": _onvif,
}
