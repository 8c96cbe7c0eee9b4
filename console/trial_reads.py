"""Reads for a person who adjusts a camera, beside those for the lanes; no Qt here.

Their tokens lie below zero, where no lane counts its vehicles, so an answer cannot be taken for that of
a vehicle.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from core.domain.camera_views import CameraView
from core.domain.errors import DeviceError
from core.services.ports import ReadAnswer
from devices.recognition.process import RecogniserProcess

MOST_WAITING = 4
Taken = Callable[[ReadAnswer], None]


class TrialReads:
    """Asks, and hands each answer to whoever asked; all calls may come from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[int, Taken] = {}
        self._last = 0

    def ask(
        self, recogniser: RecogniserProcess | None, camera_id: str, view: CameraView, then: Taken
    ) -> None:
        """Read the camera's newest picture as if that were its view; ``then`` gets the answer.

        It comes on the recogniser's thread. Raises DeviceError ``recogniser.stopped`` where none runs,
        ``recogniser.busy`` where others wait already.
        """
        if recogniser is None:
            raise DeviceError("recogniser.stopped")
        with self._lock:
            if len(self._waiting) >= MOST_WAITING:
                raise DeviceError("recogniser.busy")
            self._last -= 1
            token = self._last
            self._waiting[token] = then
        try:
            recogniser.try_view(camera_id, token, view)
        except DeviceError:
            self._take(token)
            raise

    def take(self, answer: ReadAnswer) -> bool:
        """Hand the answer over; False where it is a lane's."""
        if answer.token >= 0:
            return False
        then = self._take(answer.token)
        if then is not None:
            then(answer)
        return True

    def forget(self) -> None:
        """Nobody waits any more."""
        with self._lock:
            self._waiting.clear()

    def _take(self, token: int) -> Taken | None:
        with self._lock:
            return self._waiting.pop(token, None)
