"""Requests that wait within the recogniser's process: whose picture is there, and whose turn it is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from devices.recognition.messages import Request

NEWER_PICTURE_LIMIT_S = 0.5
_LOOK_EVERY_S = 0.01


@dataclass(frozen=True, slots=True)
class Turn:
    """The request to serve now; ``in_time`` is false where its picture did not come within 500 ms."""

    request: Request
    in_time: bool


@dataclass(frozen=True, slots=True)
class _Waiting:
    request: Request
    until_s: float


class WaitingRequests:
    """Round robin over the cameras; within a camera, first come first served.

    A request whose picture is still to come holds nobody up.
    """

    def __init__(self, is_there: Callable[[Request], bool]) -> None:
        self._is_there = is_there
        self._changed = threading.Condition()
        self._waiting: list[_Waiting] = []
        self._served_s: dict[str, float] = {}

    def add(self, request: Request) -> None:
        """One more; from any thread."""
        with self._changed:
            self._waiting.append(_Waiting(request, time.monotonic() + NEWER_PICTURE_LIMIT_S))
            self._changed.notify()

    def next(self) -> Turn:
        """Wait for the next request that can be served or has waited long enough."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: bool(self._waiting), timeout=1.0)
                waiting = list(self._waiting)
            turn = self._pick(waiting)
            if turn is not None:
                return turn
            if waiting:
                time.sleep(_LOOK_EVERY_S)

    def _pick(self, waiting: list[_Waiting]) -> Turn | None:
        now_s = time.monotonic()
        for item in sorted(waiting, key=lambda item: self._served_s.get(item.request.camera_id, 0.0)):
            there = self._is_there(item.request)
            if there or now_s >= item.until_s:
                with self._changed:
                    self._waiting.remove(item)
                self._served_s[item.request.camera_id] = now_s
                return Turn(item.request, there)
        return None
