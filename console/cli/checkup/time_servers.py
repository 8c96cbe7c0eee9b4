"""Whether this machine's clock agrees with the time servers that it is told to follow."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from console.cli.checkup.finding import Finding, ok, skipped, trouble
from console.cli.checkup.sntp import TimeAnswer, ask_time
from core.domain.errors import LinkError

SUBJECT: Final = "clock by time server"
# Prices go by minutes; from here on two consoles of a lot begin to tell another story.
MOST_OFFSET_S: Final = 2.0
MOST_SERVERS: Final = 3
USUAL: Final = ("pool.ntp.org",)
SYSTEM: Final = Path("/")
_LARGEST_BYTES: Final = 100_000
_CHRONY_LIKE: Final = (
    "etc/chrony/chrony.conf",
    "etc/chrony.conf",
    "etc/chrony/sources.d/*.sources",
    "run/chrony-dhcp/*.sources",
    "etc/ntpsec/ntp.conf",
    "etc/ntp.conf",
)
_TIMESYNCD: Final = ("etc/systemd/timesyncd.conf", "etc/systemd/timesyncd.conf.d/*.conf")
_SERVER_LINE: Final = re.compile(r"^\s*(?:server|pool)\s+([A-Za-z0-9.:_-]+)", re.MULTILINE)
_NTP_LINE: Final = re.compile(r"^\s*(?:Fallback)?NTP\s*=(.*)$", re.MULTILINE)

Ask = Callable[[str], TimeAnswer]


def check_clock_by_server(servers: Sequence[str] | None = None, ask: Ask = ask_time) -> Finding:
    """The first of the servers that answers is believed; asks three at most."""
    asked = list(configured_servers() if servers is None else servers)[:MOST_SERVERS] or list(USUAL)
    silent = []
    for server in asked:
        try:
            return _judge(server, ask(server))
        except LinkError as error:
            silent.append(error.detail)
    return skipped(SUBJECT, f"nobody tells the time ({'; '.join(silent)})")


def _judge(server: str, answer: TimeAnswer) -> Finding:
    side = "behind" if answer.offset_s > 0 else "ahead of"
    said = f"{abs(answer.offset_s):.3f} s {side} {server}"
    if abs(answer.offset_s) > MOST_OFFSET_S:
        step = "let this machine follow a time server: `sudo timedatectl set-ntp true`"
        return trouble(SUBJECT, said, step)
    return ok(SUBJECT, said)


def configured_servers(root: Path = SYSTEM) -> list[str]:
    """The servers that chrony, ntpd or systemd-timesyncd of this machine are told to follow."""
    found: list[str] = []
    for pattern in _CHRONY_LIKE:
        for text in _texts(root, pattern):
            found += _SERVER_LINE.findall(text)
    for pattern in _TIMESYNCD:
        for text in _texts(root, pattern):
            for line in _NTP_LINE.findall(text):
                found += line.split()
    return list(dict.fromkeys(found))


def _texts(root: Path, pattern: str) -> list[str]:
    texts = []
    for file in sorted(root.glob(pattern)):
        try:
            texts.append(file.read_bytes()[:_LARGEST_BYTES].decode(errors="replace"))
        except OSError:
            # Not ours to read: then others, or the usual, are asked.
            continue
    return texts
