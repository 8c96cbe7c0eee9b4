"""A lane on a Modbus TCP relay board behind a cable: the line dies in four ways, none of them politely."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from core.config import BarrierConfig, LoopsConfig
from tests.far_sides.modbus import ModbusBoard
from tests.far_sides.network import Cable, cable
from tests.far_sides.tcp_proxy import TcpProxy, tcp_proxy
from tests.faults.devices.ground import ARMING, CLOSING, Ground

RELAY = 4
PORT = 502
LIMIT_S = 10.0
RESET, FIREWALL, SWITCHED_OFF, CABLE_OUT = "reset", "firewall", "switched off", "cable out"


class ModbusGround(Ground):
    """The board is reached through a namespace at the end of a cable, and a proxy before it.

    With the cable out whatever was sent is sent again by the system once it is back: the worst of all ways
    to lose a line, for a command that was on its way may come late.
    """

    ways = (RESET, FIREWALL, SWITCHED_OFF, CABLE_OUT)

    def __init__(self, board: ModbusBoard, proxy: TcpProxy, laid: Cable) -> None:
        super().__init__()
        self._board = board
        self._proxy = proxy
        self._cable = laid

    @property
    def barrier(self) -> BarrierConfig:
        return BarrierConfig(kind="modbus_tcp", host=self._cable.there, port=PORT, relay=RELAY)

    @property
    def loops(self) -> LoopsConfig:
        return LoopsConfig(
            kind="modbus_tcp",
            host=self._cable.there,
            port=PORT,
            arming_input=ARMING,
            closing_input=CLOSING,
        )

    def pulses_ns(self) -> list[int]:
        return [write.at_ns for write in self._board.pulses()]

    def set_loop(self, loop: int, occupied: bool) -> None:
        self._board.set_input(loop, occupied)

    def _cut(self, way: str) -> None:
        cuts = {
            RESET: self._proxy.cut,
            FIREWALL: self._proxy.fall_silent,
            SWITCHED_OFF: self._board.stop,
            CABLE_OUT: self._cable.pull_out,
        }
        cuts[way]()

    def _heal(self, way: str) -> None:
        heals = {
            RESET: self._proxy.heal,
            FIREWALL: self._proxy.heal,
            SWITCHED_OFF: self._board.start,
            CABLE_OUT: self._cable.plug_in,
        }
        heals[way]()


@contextmanager
def modbus_ground() -> Iterator[ModbusGround]:
    """A board that is on, behind a cable that is plugged in."""
    socat = shutil.which("socat")
    assert socat is not None, "socat is missing: install the package of that name"
    with (
        cable() as laid,
        ModbusBoard() as board,
        tcp_proxy(("127.0.0.1", board.port), host=laid.here) as proxy,
    ):
        listen = f"TCP-LISTEN:{PORT},bind={laid.there},fork,reuseaddr"
        relay = subprocess.Popen(
            laid.command([socat, listen, f"TCP:{laid.here}:{proxy.port},nodelay"]), stderr=subprocess.DEVNULL
        )
        try:
            _wait_for(laid.there)
            yield ModbusGround(board, proxy, laid)
        finally:
            relay.kill()
            relay.wait(LIMIT_S)


def _wait_for(host: str) -> None:
    ends_at = time.monotonic() + LIMIT_S
    while True:
        try:
            socket.create_connection((host, PORT), timeout=1).close()
        except OSError:
            assert time.monotonic() < ends_at, "the board is never reached"
            time.sleep(0.05)
        else:
            return
