"""Where a host of the lot's network is, the system's resolver given a time limit: it has none of its own."""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
import time
from typing import Any

_LOOK_EVERY_SECONDS = 0.2
Address = tuple[int, Any]
"""Family and address, as ``socket`` takes them."""


def addresses(place: tuple[str, int], end_s: float, stopped: threading.Event) -> list[Address]:
    """The addresses of host and port, found before ``end_s`` of the monotonic clock; OSError without any."""
    host, port = place
    try:
        version = ipaddress.ip_address(host).version
    except ValueError:
        return _looked_up(host, port, end_s, stopped)
    return [(socket.AF_INET if version == 4 else socket.AF_INET6, (host, port))]


def _looked_up(host: str, port: int, end_s: float, stopped: threading.Event) -> list[Address]:
    found: queue.SimpleQueue[list[Address] | OSError] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            found.put(OSError(f"no such host: {error}"))
        else:
            found.put([(info[0], info[4]) for info in infos])

    threading.Thread(target=look_up, name="hub-address", daemon=True).start()
    while time.monotonic() < end_s and not stopped.is_set():
        try:
            answer = found.get(timeout=_LOOK_EVERY_SECONDS)
        except queue.Empty:
            continue
        if isinstance(answer, OSError):
            raise answer
        return answer
    raise TimeoutError("the host's name could not be looked up in time")
