"""Barriers from their configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from console.wiring.boards import modbus_board, relay_port
from console.wiring.far_sides import FarSides
from console.wiring.units import relay_unit
from core.config import BarrierConfig
from core.domain.lots import Lane
from core.services.ports import Barrier
from devices.barriers.memory import MemoryBarrier
from devices.barriers.modbus import ModbusBarrier
from devices.barriers.relay_unit import UnitBarrier
from devices.barriers.serial_relay import SerialRelayBarrier
from devices.simulator.barrier import SimulatedBarrier

Builder = Callable[[Lane, BarrierConfig, FarSides], Barrier]


def build_barrier(lane: Lane, config: BarrierConfig, far: FarSides) -> Barrier:
    """The lane's barrier, not started."""
    return _BUILDERS[config.kind](lane, config, far)


def _simulated(lane: Lane, _config: BarrierConfig, far: FarSides) -> Barrier:
    access = far.simulator()
    return SimulatedBarrier(access.address, bytes.fromhex(access.authkey_hex), lane.direction.value)


def _in_memory(_lane: Lane, _config: BarrierConfig, _far: FarSides) -> Barrier:
    return MemoryBarrier()


def _modbus(_lane: Lane, config: BarrierConfig, far: FarSides) -> Barrier:
    return ModbusBarrier(
        modbus_board(config, far),
        relay=config.relay,
        hold_relay=config.hold_relay,
        boom_up_input=config.boom_up_input,
        boom_down_input=config.boom_down_input,
        pulse_ms=config.pulse_ms,
        pulse=config.pulse,
    )


def _serial_relay(_lane: Lane, config: BarrierConfig, far: FarSides) -> Barrier:
    return SerialRelayBarrier(relay_port(config, far), relay=config.relay, pulse_ms=config.pulse_ms)


def _networked(_lane: Lane, config: BarrierConfig, far: FarSides) -> Barrier:
    # A camera's relay may be named by its token: then it is the first one.
    return UnitBarrier(
        relay_unit(config, far),
        relay=0 if config.token else config.relay,
        hold_relay=config.hold_relay,
        boom_up_input=config.boom_up_input,
        boom_down_input=config.boom_down_input,
        pulse_ms=config.pulse_ms,
    )


_BUILDERS: Final[Mapping[str, Builder]] = {
    "simulator": _simulated,
    "memory": _in_memory,
    "modbus_tcp": _modbus,
    "modbus_rtu": _modbus,
    "serial_relay": _serial_relay,
    "shelly": _networked,
    "tasmota": _networked,
    "mqtt": _networked,
    "onvif": _networked,
}
