"""The lot's MQTT broker from its configuration: one connection for everything that speaks through it."""

from __future__ import annotations

from console.wiring.far_sides import FarSides, secret_of
from devices.transports.broker import Broker
from devices.transports.broker_session import BrokerAddress


def broker(far: FarSides) -> Broker:
    """The broker of the configuration in force; where there is none its status says so."""
    config = far.mqtt
    address = BrokerAddress(
        config.host, config.port, config.user, secret_of(config.secret), config.tls, config.ca
    )
    return far.shared(("broker", address), lambda: Broker(address))
