"""Whether relay boards and relay units answer: they are asked how they are, and nothing is switched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from console.cli.checkup.drivers import finding_of, observe
from console.cli.checkup.finding import Finding, State, skipped, trouble
from console.cli.checkup.ports import check_node, in_use
from console.cli.checkup.shelly import moved_by_inputs
from console.cli.checkup.sockets import connection
from console.wiring.boards import MODBUS_PORT, modbus_board
from console.wiring.far_sides import FarSides
from console.wiring.units import relay_unit
from core.config import BarrierConfig, LoopsConfig
from core.services.ports import Health

Ask = Callable[[str], Finding]
Wired = BarrierConfig | LoopsConfig
_UNITS: Final = frozenset({"shelly", "tasmota", "mqtt", "onvif"})


def ask_board(device: Wired, far: FarSides, *, is_running: bool) -> Ask:
    """What asks the board or unit that barrier or loops hang on."""
    match device.kind:
        case "modbus_tcp":
            return lambda subject: _modbus_tcp(subject, device, far, is_running=is_running)
        case "modbus_rtu":
            return lambda subject: _modbus_rtu(subject, device, far, is_running=is_running)
        case "serial_relay":
            return lambda subject: _serial_relay(subject, device)
        case kind if kind in _UNITS:
            return lambda subject: _unit(subject, device, far)
        case _:
            return lambda subject: skipped(subject, f"kind {device.kind}, nothing to reach")


def _modbus_tcp(subject: str, device: Wired, far: FarSides, *, is_running: bool) -> Finding:
    port = device.port or MODBUS_PORT
    reached = connection(subject, device.host, port)
    if reached.state is not State.OK:
        return reached
    finding, health = _board(subject, device, far, f"the board at {device.host}:{port}")
    if health is Health.OK or not is_running:
        return finding
    taken = "; or it takes a single connection, and the running console has that"
    return trouble(subject, finding.said, finding.next_step + taken)


def _modbus_rtu(subject: str, device: Wired, far: FarSides, *, is_running: bool) -> Finding:
    wrong = check_node(subject, Path(device.path))
    if wrong is not None:
        return wrong
    if is_running:
        return in_use(subject)
    finding, _ = _board(subject, device, far, f"board {device.device_id} on {device.path}")
    return finding


def _board(subject: str, device: Wired, far: FarSides, said: str) -> tuple[Finding, Health]:
    board, user = modbus_board(device, far), object()
    status = observe(lambda: board.hold(user), board.status, lambda: board.release(user))
    return finding_of(subject, status, said), status.health


def _serial_relay(subject: str, device: Wired) -> Finding:
    """Such a board never answers anything, so its port is all that can be looked at."""
    wrong = check_node(subject, Path(device.path))
    return wrong or skipped(subject, f"{device.path} is there; a board of this kind cannot answer")


def _unit(subject: str, device: Wired, far: FarSides) -> Finding:
    unit, user = relay_unit(device, far), object()
    status = observe(lambda: unit.hold(user), unit.status, lambda: unit.release(user))
    where = f" at {device.host}" if device.host else f" under {device.topic}" if device.topic else ""
    moved = moved_by_inputs(device) if device.kind == "shelly" and status.health is Health.OK else ()
    if moved:
        said = f"relay {_numbers(moved)} at {device.host} follows its own input too, past the console"
        return trouble(subject, said, f"set input {_numbers(moved)} to detached in the unit, counted from 0")
    return finding_of(subject, status, f"the {device.kind} relay{where}")


def _numbers(relays: tuple[int, ...]) -> str:
    return " and ".join(str(relay) for relay in relays)
