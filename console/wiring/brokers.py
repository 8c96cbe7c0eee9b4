"""The lot's MQTT broker from its configuration: one connection for everything that speaks through it."""

from __future__ import annotations

from console.wiring.far_sides import FarSides, secret_of
from core.config import MqttConfig
from devices.transports.broker import Broker
from devices.transports.broker_session import BrokerAddress


def broker(far: FarSides) -> Broker:
    """The broker of the configuration in force; where there is none its status says so."""
    address = _address(far.mqtt)
    return far.shared(("broker", address), lambda: Broker(address))


def broker_of(config: MqttConfig) -> Broker:
    """A connection of its own to such a broker, to try it."""
    return Broker(_address(config))


def _address(config: MqttConfig) -> BrokerAddress:
    return BrokerAddress(
        config.host, config.port, config.user, secret_of(config.secret), config.tls, config.ca
    )
