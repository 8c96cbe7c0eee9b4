"""Relay boards from their configuration: one connection a board, however many devices hang on it."""

from __future__ import annotations

from console.wiring.far_sides import FarSides
from core.config import BarrierConfig, LoopsConfig
from devices.transports.modbus import RelayBoard

MODBUS_PORT = 502


def modbus_tcp_board(config: BarrierConfig | LoopsConfig, far: FarSides) -> RelayBoard:
    """The board at the configuration's host."""
    port = config.port or MODBUS_PORT
    return far.shared(
        ("modbus_tcp", config.host, port, config.device_id),
        lambda: RelayBoard(config.host, port, device_id=config.device_id),
    )
