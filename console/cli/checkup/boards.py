"""Whether relay boards answer: their inputs are read, and nothing is ever written to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from console.cli.checkup.drivers import finding_of, observe
from console.cli.checkup.finding import Finding, State, skipped, trouble
from console.cli.checkup.ports import check_node
from console.cli.checkup.sockets import connection
from console.wiring.boards import MODBUS_PORT, modbus_board
from console.wiring.far_sides import FarSides
from core.config import BarrierConfig, LoopsConfig
from core.services.ports import Health

Ask = Callable[[str], Finding]
Wired = BarrierConfig | LoopsConfig


def ask_board(device: Wired, far: FarSides, *, is_running: bool) -> Ask:
    """What asks the board that barrier or loops hang on."""
    match device.kind:
        case "modbus_tcp":
            return lambda subject: _modbus_tcp(subject, device, far, is_running=is_running)
        case "serial_relay":
            return lambda subject: _serial_relay(subject, device)
        case _:
            return lambda subject: skipped(subject, f"kind {device.kind}, nothing to reach")


def _modbus_tcp(subject: str, device: Wired, far: FarSides, *, is_running: bool) -> Finding:
    port = device.port or MODBUS_PORT
    reached = connection(subject, device.host, port)
    if reached.state is not State.OK:
        return reached
    board, user = modbus_board(device, far), object()
    status = observe(lambda: board.hold(user), board.status, lambda: board.release(user))
    finding = finding_of(subject, status, f"the board at {device.host}:{port}")
    if status.health is Health.OK or not is_running:
        return finding
    taken = "; or it takes a single connection, and the running console has that"
    return trouble(subject, finding.said, finding.next_step + taken)


def _serial_relay(subject: str, device: Wired) -> Finding:
    """Such a board never answers anything, so its port is all that can be looked at."""
    wrong = check_node(subject, Path(device.path))
    return wrong or skipped(subject, f"{device.path} is there; a board of this kind cannot answer")
