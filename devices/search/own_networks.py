"""The private networks that this machine itself stands in; nobody else's are ever searched."""

from __future__ import annotations

import socket
import struct
import sys
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Interface, IPv4Network

if sys.platform != "win32":
    import fcntl

# A search looks at 254 neighbours, also where the network is larger.
WIDEST_PREFIX = 24
MOST_NETWORKS = 4
_SIOCGIFADDR = 0x8915
_SIOCGIFNETMASK = 0x891B


def own_interfaces() -> tuple[IPv4Interface, ...]:
    """This machine's private addresses with their networks, its own inside left out."""
    found = []
    for _, name in socket.if_nameindex():
        interface = _of(name)
        if interface is not None and interface.ip.is_private and not interface.ip.is_loopback:
            found.append(interface)
    return tuple(found)


def neighbourhoods(interfaces: Iterable[IPv4Interface]) -> tuple[IPv4Network, ...]:
    """The /24 around each address, or its network where that is smaller; four at most, each once."""
    networks = dict.fromkeys(_neighbourhood(each) for each in interfaces)
    return tuple(networks)[:MOST_NETWORKS]


def _neighbourhood(interface: IPv4Interface) -> IPv4Network:
    prefix = max(WIDEST_PREFIX, interface.network.prefixlen)
    return IPv4Network((interface.ip, prefix), strict=False)


def _of(name: str) -> IPv4Interface | None:
    if sys.platform == "win32":
        return None
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            address, mask = (_asked(asking, name, what) for what in (_SIOCGIFADDR, _SIOCGIFNETMASK))
        except OSError:
            return None  # it has no address
    return IPv4Interface(f"{address}/{mask}")


def _asked(asking: socket.socket, name: str, what: int) -> IPv4Address:
    answer = fcntl.ioctl(asking.fileno(), what, struct.pack("256s", name.encode()[:15]))
    return IPv4Address(answer[20:24])
