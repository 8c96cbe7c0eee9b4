"""A sign that exists in memory only: for simulated lots, practice and tests."""

from __future__ import annotations

import threading

from core.domain.errors import DeviceError
from devices.displays.layout import Page
from devices.displays.live_sign import LiveSign, SignShape

NO_ANSWER = "sign.no_answer"


class SimulatedSign(LiveSign):
    """Fills ``ports.Sign``; ``shown`` is what a driver would read, ``lose`` and ``find`` pull its cable."""

    def __init__(self, name: str = "simulated", shape: SignShape | None = None) -> None:
        self.far = _Panel()
        super().__init__(name, self.far, shape or SignShape())

    @property
    def shown(self) -> Page:
        """The rows that stand on it now."""
        return self.far.shown

    def lose(self) -> None:
        """Pull its cable: it goes dark."""
        self.far.wire(connected=False)

    def find(self) -> None:
        """Put its cable back."""
        self.far.wire(connected=True)


class _Panel:
    """Fills ``FarSign``; thread-safe."""

    answers = True

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._connected = True
        self.shown: Page = ()

    def wire(self, *, connected: bool) -> None:
        with self._lock:
            self._connected = connected
            if not connected:
                self.shown = ()

    def connect(self) -> None:
        self._check()

    def write(self, page: Page) -> None:
        with self._lock:
            if not self._connected:
                raise DeviceError(NO_ANSWER)
            self.shown = page

    def close(self) -> None:
        """Nothing is held."""

    def _check(self) -> None:
        with self._lock:
            if not self._connected:
                raise DeviceError(NO_ANSWER)
