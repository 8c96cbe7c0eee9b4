"""What systemd is told of a console that it looks after: ready, alive, stopping (the protocol of sd_notify).

Each message is one datagram to the socket that the environment names; without one nothing is said.
Source: systemd's manual page ``sd_notify(3)``, "Notes".
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import MutableMapping
from typing import Final

log = logging.getLogger(__name__)

SEND_SECONDS: Final = 1.0
_LONGEST_STATUS: Final = 200
_VARIABLES: Final = ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID")


class ServiceManager:
    """The service manager that started this process; nobody where it was started otherwise.

    ``watchdog_s`` is how long it waits for a sign of life before it starts the program anew, None for ever.
    """

    def __init__(self, address: str = "", watchdog_s: float | None = None) -> None:
        self.watchdog_s = watchdog_s
        self._address = address

    @classmethod
    def of_environment(cls, environment: MutableMapping[str, str]) -> ServiceManager:
        """The one that the environment names; its variables are taken out, they are not for children."""
        address, microseconds, pid = (environment.pop(name, "") for name in _VARIABLES)
        watchdog_s = None
        is_ours = not pid or pid == str(os.getpid())
        if address and is_ours and microseconds.isascii() and microseconds.isdigit() and int(microseconds):
            watchdog_s = int(microseconds) / 1e6
        return cls(address, watchdog_s)

    @property
    def is_there(self) -> bool:
        """Whether anybody is told."""
        return bool(self._address)

    def ready(self) -> None:
        """The console is at work."""
        self._say("READY=1")

    def alive(self, status: str = "") -> None:
        """A sign of life, with a line that ``systemctl status`` shows."""
        line = " ".join(status.split())[:_LONGEST_STATUS]
        self._say(f"WATCHDOG=1\nSTATUS={line}" if line else "WATCHDOG=1")

    def stopping(self) -> None:
        """The console ends, in order."""
        self._say("STOPPING=1")

    def _say(self, message: str) -> None:
        if not self._address:
            return
        # A name that begins with @ lies in the kernel's own space of names.
        address = f"\0{self._address[1:]}" if self._address.startswith("@") else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as wire:
                wire.settimeout(SEND_SECONDS)
                wire.sendto(message.encode(), address)
        except OSError as error:
            # A lane works on whoever looks after it; that it is started anew is the worst that can come.
            log.warning("the service manager cannot be told: %s", error)
