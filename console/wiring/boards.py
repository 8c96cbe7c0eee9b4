"""Relay boards from their configuration: one line a bus, one board a number on it."""

from __future__ import annotations

from console.wiring.far_sides import FarSides
from core.config import BarrierConfig, LoopsConfig
from devices.transports.relay_board import RelayBoard
from devices.transports.relay_bus import RelayBus, serial_bus, tcp_bus
from devices.transports.relay_port import RelayPort

MODBUS_PORT = 502


def modbus_board(config: BarrierConfig | LoopsConfig, far: FarSides) -> RelayBoard:
    """The board of the configuration: over TCP by itself, or with others on a serial line.

    A serial line has the speed of the first configuration that names it.
    """
    if config.kind == "modbus_rtu":
        bus = far.shared(("serial_bus", config.path), lambda: _serial_bus(config))
        return far.shared(
            ("modbus_rtu", config.path, config.device_id), lambda: RelayBoard(bus, config.device_id)
        )
    port = config.port or MODBUS_PORT
    return far.shared(
        ("modbus_tcp", config.host, port, config.device_id),
        lambda: RelayBoard(tcp_bus(config.host, port), config.device_id),
    )


def relay_port(config: BarrierConfig, far: FarSides) -> RelayPort:
    """The serial port of a relay board that never answers."""
    return far.shared(("relay_port", config.path), lambda: RelayPort(config.path, baud=config.baud))


def _serial_bus(config: BarrierConfig | LoopsConfig) -> RelayBus:
    return serial_bus(config.path, baud=config.baud, parity=config.parity)
