"""Vehicle loops from their configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from console.wiring.boards import modbus_board
from console.wiring.far_sides import FarSides
from console.wiring.units import relay_unit
from core.config import LoopsConfig
from core.domain.lots import Lane
from core.services.lane_loops import LoopSettings
from core.services.ports import Loops
from devices.loops.contacts import Board, ContactLoops
from devices.loops.memory import MemoryLoops
from devices.simulator.loops import SimulatedLoops

_ALWAYS_TWO: Final = frozenset({"simulator", "memory"})
Builder = Callable[[Lane, LoopsConfig, FarSides], Loops]


def loop_settings(config: LoopsConfig) -> LoopSettings:
    """What the lane knows of its loops beforehand; those in memory and of a simulated lot are always two."""
    has_closing = config.closing_input is not None or config.kind in _ALWAYS_TWO
    return LoopSettings(has_closing=has_closing, stuck_after_s=config.stuck_after_s)


def build_loops(lane: Lane, config: LoopsConfig, far: FarSides) -> Loops:
    """The lane's loops, not started."""
    return _BUILDERS[config.kind](lane, config, far)


def _simulated(lane: Lane, _config: LoopsConfig, far: FarSides) -> Loops:
    access = far.simulator()
    return SimulatedLoops(access.address, bytes.fromhex(access.authkey_hex), lane.direction.value)


def _in_memory(_lane: Lane, _config: LoopsConfig, _far: FarSides) -> Loops:
    return MemoryLoops()


def _modbus(_lane: Lane, config: LoopsConfig, far: FarSides) -> Loops:
    return _on_contacts(modbus_board(config, far), config)


def _networked(_lane: Lane, config: LoopsConfig, far: FarSides) -> Loops:
    return _on_contacts(relay_unit(config, far), config)


def _on_contacts(source: Board, config: LoopsConfig) -> Loops:
    return ContactLoops(
        source,
        arming_input=config.arming_input,
        closing_input=config.closing_input,
        debounce_ms=config.debounce_ms,
        inverted=config.inverted,
    )


_BUILDERS: Final[Mapping[str, Builder]] = {
    "simulator": _simulated,
    "memory": _in_memory,
    "modbus_tcp": _modbus,
    "modbus_rtu": _modbus,
    "shelly": _networked,
    "tasmota": _networked,
    "mqtt": _networked,
    "onvif": _networked,
}
