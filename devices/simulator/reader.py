"""A code reader that exists in memory only: for simulated lots, practice and tests."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final

from core.services.ports import DeviceStatus, Health, Measure
from devices.readers.scanned_text import ScannedText

NO_ANSWER: Final = "reader.no_answer"


class SimulatedReader:
    """Fills ``ports.CodeReader``; ``hold_up`` is a driver's hand, ``lose`` and ``find`` pull its cable."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._text = ScannedText()
        self._codes = 0
        self._on_code: Callable[[str], None] | None = None
        self._is_wired = True
        self._status = DeviceStatus(Health.STARTING, time.monotonic_ns())

    def start(self, on_code: Callable[[str], None]) -> None:
        """Begin to listen."""
        with self._lock:
            self._on_code = on_code
        self._say_how_it_is()

    def stop(self) -> None:
        """Hear nothing any more; may be called twice."""
        with self._lock:
            self._on_code = None

    def status(self) -> DeviceStatus:
        """How the connection is."""
        with self._lock:
            return self._status

    def measures(self) -> tuple[Measure, ...]:
        """How many codes came, how many were none."""
        with self._lock:
            return (Measure("reader.codes", self._codes), Measure("reader.dropped", self._text.dropped))

    def hold_up(self, code: str) -> None:
        """Somebody holds this code to the reader."""
        self.send(code.encode() + b"\r\n")

    def send(self, content: bytes) -> None:
        """These bytes come from the reader."""
        with self._lock:
            if self._on_code is None or not self._is_wired:
                return
            codes, on_code = self._text.take(content, time.monotonic()), self._on_code
            self._codes += len(codes)
        for code in codes:
            on_code(code)

    def lose(self) -> None:
        """Pull its cable."""
        with self._lock:
            self._is_wired = False
            self._text.forget()
        self._say_how_it_is()

    def find(self) -> None:
        """Put its cable back."""
        with self._lock:
            self._is_wired = True
        self._say_how_it_is()

    def _say_how_it_is(self) -> None:
        with self._lock:
            health, cause = (Health.OK, "") if self._is_wired else (Health.FAILED, NO_ANSWER)
            if (health, cause) != (self._status.health, self._status.cause):
                self._status = DeviceStatus(health, time.monotonic_ns(), cause)
