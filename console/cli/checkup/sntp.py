"""What time a time server says it is: one packet of SNTP (RFC 5905, section 14) each way."""

from __future__ import annotations

import socket
import struct
import time
from dataclasses import dataclass
from typing import Final

from core.domain.errors import LinkError

PORT: Final = 123
TIMEOUT_S: Final = 1.5
_LENGTH: Final = 48
_CLIENT, _SERVER = 3, 4
_VERSION: Final = 4
# NTP counts from 1900, and its 32 bits of seconds begin again in February 2036.
_TO_UNIX_S: Final = 2_208_988_800
_ERA_S: Final = 2**32
_NOT_SYNCHRONISED: Final = 3
_HIGHEST_STRATUM: Final = 15


@dataclass(frozen=True, slots=True)
class TimeAnswer:
    """By how much the server's clock is ahead of ours, and how long the packets took both ways."""

    offset_s: float
    delay_s: float


def ask_time(host: str, port: int = PORT, *, timeout_s: float = TIMEOUT_S) -> TimeAnswer:
    """Ask one server; LinkError where it does not answer, or says itself that it does not know."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
        with socket.socket(family, socket.SOCK_DGRAM) as wire:
            # Connected, so that a refusal is told and nobody else is heard.
            wire.connect(address)
            return _exchange(wire, time.monotonic() + timeout_s)
    except (OSError, UnicodeError) as error:
        said = getattr(error, "strerror", None) or "no answer"
        raise LinkError("link.no_answer", detail=f"{host}: {said}") from error


def _exchange(wire: socket.socket, ends_at: float) -> TimeAnswer:
    left_s = time.time()
    token = _stamp(left_s)
    wire.send(struct.pack(">B39x8s", _VERSION << 3 | _CLIENT, token))
    while True:
        wire.settimeout(max(0.001, ends_at - time.monotonic()))
        packet = wire.recv(512)
        came_s = time.time()
        # An answer to another question, or rubbish: ours may still come.
        if len(packet) >= _LENGTH and packet[24:32] == token and packet[0] & 7 == _SERVER:
            return _answer(packet, left_s, came_s)


def _answer(packet: bytes, left_s: float, came_s: float) -> TimeAnswer:
    stratum = packet[1]
    if packet[0] >> 6 == _NOT_SYNCHRONISED or not 1 <= stratum <= _HIGHEST_STRATUM:
        raise LinkError("link.refused", detail="the time server does not know the time itself")
    heard_s, answered_s = _seconds(packet[32:40], left_s), _seconds(packet[40:48], left_s)
    return TimeAnswer(
        offset_s=((heard_s - left_s) + (answered_s - came_s)) / 2,
        delay_s=max(0.0, (came_s - left_s) - (answered_s - heard_s)),
    )


def _stamp(unix_s: float) -> bytes:
    whole = int(unix_s)
    return struct.pack(">II", (whole + _TO_UNIX_S) % _ERA_S, int((unix_s - whole) * _ERA_S))


def _seconds(stamp: bytes, near_s: float) -> float:
    """The instant of a stamp, in the era that lies nearest to the other instant."""
    whole, part = struct.unpack(">II", stamp)
    seconds = whole - _TO_UNIX_S + part / _ERA_S
    return float(seconds + round((near_s - seconds) / _ERA_S) * _ERA_S)
