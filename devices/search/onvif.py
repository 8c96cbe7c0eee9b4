"""ONVIF cameras that answer to WS-Discovery: a question to everybody on the own networks, bounded in time."""

from __future__ import annotations

import select
import socket
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from ipaddress import IPv4Interface
from itertools import islice
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from core.domain.errors import DeviceError
from devices.onvif.device import OnvifDevice, onvif_address
from devices.onvif.soap import NotSoap, SoapFault, body_of, every, text
from devices.relay_units.unit import NO_LOGIN
from devices.search.found import Found, What
from devices.search.own_networks import own_interfaces

GROUP = ("239.255.255.250", 3702)
LISTEN_S = 3.0
ASK_AGAIN_AFTER_S = 1.0
LARGEST_BYTES = 65_535
MOST_DEVICES = 64
QUESTION_LIMIT_S = 2.0

IsCancelled = Callable[[], bool]
Progress = Callable[[int, int], None]

_PROBE = (
    '<?xml version="1.0" encoding="UTF-8"?><e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope" '
    'xmlns:w="http://schemas.xmlsoap.org/ws/2004/08/addressing" '
    'xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery" '
    'xmlns:dn="http://www.onvif.org/ver10/network/wsdl"><e:Header>'
    "<w:MessageID>uuid:{number}</w:MessageID>"
    "<w:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</w:To>"
    "<w:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</w:Action></e:Header>"
    "<e:Body><d:Probe><d:Types>dn:NetworkVideoTransmitter</d:Types></d:Probe></e:Body></e:Envelope>"
)


@dataclass(frozen=True, slots=True)
class Announced:
    """What a camera says of itself in answer to the question to everybody."""

    address: str
    name: str


def find_onvif(
    is_cancelled: IsCancelled,
    progress: Progress,
    *,
    interfaces: Iterable[IPv4Interface] | None = None,
) -> Iterator[Found]:
    """The cameras that answer within three seconds, each asked for its maker and model."""
    standing = tuple(own_interfaces() if interfaces is None else interfaces)
    # All are heard out first: while a slow one is asked, the time for the others' answers would pass.
    for announced in tuple(islice(_announced(standing, is_cancelled), MOST_DEVICES)):
        if is_cancelled():
            return
        yield _found(announced)
    progress(1, 1)


def announced_in(datagram: bytes, sender: str) -> Announced | None:
    """The camera in an answer; None where it is none, or names no address of this sender."""
    try:
        body = body_of(datagram)
    except (NotSoap, SoapFault):
        return None
    for match in every(body, "ProbeMatch"):
        for address in text(match, "XAddrs").split():
            # It may list addresses of other networks; and nobody announces for somebody else.
            if _host(address) == sender:
                return Announced(address, _name(match))
    return None


def _announced(interfaces: tuple[IPv4Interface, ...], is_cancelled: IsCancelled) -> Iterator[Announced]:
    asking = [wire for each in interfaces if (wire := _wire(each)) is not None]
    seen: set[str] = set()
    until_s, ask_s = time.monotonic() + LISTEN_S, 0.0
    try:
        while asking and time.monotonic() < until_s and not is_cancelled():
            if time.monotonic() >= ask_s:
                ask_s = time.monotonic() + ASK_AGAIN_AFTER_S
                _ask_everybody(asking)
            for wire in select.select(asking, [], [], 0.1)[0]:
                announced = _heard(wire)
                if announced is not None and announced.address not in seen:
                    seen.add(announced.address)
                    yield announced
    finally:
        for wire in asking:
            wire.close()


def _wire(interface: IPv4Interface) -> socket.socket | None:
    wire = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        wire.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, interface.ip.packed)
        wire.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 1)
        wire.bind((str(interface.ip), 0))
        wire.setblocking(False)
    except OSError:
        wire.close()
        return None
    return wire


def _ask_everybody(wires: Iterable[socket.socket]) -> None:
    for wire in wires:
        with suppress(OSError):  # an interface that is down
            wire.sendto(_PROBE.format(number=uuid.uuid4()).encode(), GROUP)


def _heard(wire: socket.socket) -> Announced | None:
    try:
        datagram, sender = wire.recvfrom(LARGEST_BYTES)
    except OSError:
        return None
    return announced_in(datagram, str(sender[0]))


def _found(announced: Announced) -> Found:
    title, needs_login = announced.name, False
    fields: dict[str, str | int] = {"kind": "onvif", "address": announced.address}
    try:
        with closing(OnvifDevice(onvif_address(announced.address))) as device:
            device.meet(QUESTION_LIMIT_S)
            identity = device.identity(QUESTION_LIMIT_S)
            title = f"{identity.maker} {identity.model}".strip() or title
    except DeviceError as trouble:
        needs_login = trouble.cause == NO_LOGIN
    host = urlsplit(announced.address).netloc
    return Found(What.CAMERA, title[:80] or "ONVIF", host, fields, needs_login=needs_login)


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.hostname or "" if parts.scheme in {"http", "https"} else ""


def _name(match: Element) -> str:
    for scope in text(match, "Scopes").split():
        for sort in ("/name/", "/hardware/"):
            if scope.startswith("onvif://") and sort in scope:
                return unquote(scope.rpartition(sort)[2])
    return ""
