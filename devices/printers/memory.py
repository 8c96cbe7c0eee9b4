"""A receipt printer in memory: what it was given can be looked at, and anything can be made to fail."""

from __future__ import annotations

import threading
import time

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health, Measure


class MemoryPrinter:
    """Fills ``ports.ReceiptPrinter`` and ``Measures``.

    ``fails_with`` is the reason code of whatever stops it, "" while it works; ``stops_in_mid_job`` lets the
    next receipt begin and then break off, so that its outcome is unknown.
    """

    def __init__(self, *, has_drawer: bool = True) -> None:
        self.papers: list[bytes] = []
        self.kicks: list[str] = []
        self.fails_with = ""
        self.stops_in_mid_job = False
        self._has_drawer = has_drawer
        self._lock = threading.Lock()
        self._since_ns = time.monotonic_ns()

    def start(self) -> None:
        """Nothing to look after."""

    def stop(self) -> None:
        """Nothing is held."""

    def print(self, escpos: bytes) -> None:
        """Keep one receipt."""
        with self._lock:
            self._must_work()
            self.papers.append(escpos)
            if self.stops_in_mid_job:
                self.stops_in_mid_job = False
                raise DeviceError("printer.no_answer", unknown=True)

    def kick_drawer(self, command_id: str) -> None:
        """Note the kick, once a command."""
        with self._lock:
            if not self._has_drawer:
                raise DeviceError("printer.no_drawer")
            self._must_work()
            if command_id not in self.kicks:
                self.kicks.append(command_id)

    def status(self) -> DeviceStatus:
        """FAILED while it is told to fail."""
        health = Health.FAILED if self.fails_with else Health.OK
        return DeviceStatus(health, self._since_ns, self.fails_with)

    def measures(self) -> tuple[Measure, ...]:
        """How many receipts it has printed."""
        return (Measure("printer.jobs", len(self.papers)),)

    def _must_work(self) -> None:
        if self.fails_with:
            raise DeviceError(self.fails_with)
