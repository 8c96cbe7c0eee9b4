"""A lane on a Shelly relay (ours, see its far side) at the end of a line that dies in three ways."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from core.config import BarrierConfig, LoopsConfig
from tests.far_sides.shelly import ShellyPeer
from tests.far_sides.tcp_proxy import LOOPBACK, TcpProxy, tcp_proxy
from tests.faults.devices.ground import ARMING, CLOSING, Ground
from tests.faults.devices.modbus_ground import FIREWALL, RESET, SWITCHED_OFF

RELAY = 2
LOGINS = {"admin": "not a secret here"}


class ShellyGround(Ground):
    """The relay answers behind a proxy, and asks for a login."""

    ways = (RESET, FIREWALL, SWITCHED_OFF)

    def __init__(self, peer: ShellyPeer, proxy: TcpProxy) -> None:
        super().__init__()
        self._peer = peer
        self._proxy = proxy

    @property
    def barrier(self) -> BarrierConfig:
        ((user, secret),) = LOGINS.items()
        return BarrierConfig(
            kind="shelly", host=LOOPBACK, port=self._proxy.port, user=user, secret=secret, relay=RELAY
        )

    @property
    def loops(self) -> LoopsConfig:
        ((user, secret),) = LOGINS.items()
        return LoopsConfig(
            kind="shelly",
            host=LOOPBACK,
            port=self._proxy.port,
            user=user,
            secret=secret,
            arming_input=ARMING,
            closing_input=CLOSING,
        )

    def pulses_ns(self) -> list[int]:
        return [one.at_ns for one in self._peer.pulses()]

    def set_loop(self, loop: int, occupied: bool) -> None:
        self._peer.set_input(loop, occupied)

    def _cut(self, way: str) -> None:
        {RESET: self._proxy.cut, FIREWALL: self._proxy.fall_silent, SWITCHED_OFF: self._peer.lose_power}[
            way
        ]()

    def _heal(self, way: str) -> None:
        {RESET: self._proxy.heal, FIREWALL: self._proxy.heal, SWITCHED_OFF: self._peer.start}[way]()


@contextmanager
def shelly_ground() -> Iterator[ShellyGround]:
    """A relay that is on, behind a line that is whole."""
    with ShellyPeer(logins=LOGINS) as peer, tcp_proxy((LOOPBACK, peer.port)) as proxy:
        yield ShellyGround(peer, proxy)
