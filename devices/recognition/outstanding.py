"""The requests that are still to be answered: each exactly once, whatever becomes of the process."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from devices.recognition.messages import Request

MOST_OUTSTANDING = 64
LIMIT_NS = 5_000_000_000


@dataclass(slots=True)
class Asked:
    """One request, since when, and whether the process has been told."""

    request: Request
    asked_ns: int
    told: bool = False


class OutstandingRequests:
    """A bounded book of requests, one for each camera and token."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked: dict[tuple[str, int], Asked] = {}

    def add(self, request: Request, now_ns: int) -> bool:
        """Note it; False where the book is full. The same camera and token again is the same request."""
        with self._lock:
            key = (request.camera_id, request.token)
            if key in self._asked:
                return True
            if len(self._asked) >= MOST_OUTSTANDING:
                return False
            self._asked[key] = Asked(request, now_ns)
            return True

    def to_tell(self) -> list[Request]:
        """The requests that the process does not know of yet; from now on it does."""
        with self._lock:
            fresh = [asked for asked in self._asked.values() if not asked.told]
            for asked in fresh:
                asked.told = True
            return [asked.request for asked in fresh]

    def take(self, camera_id: str, token: int) -> bool:
        """Strike one out; False where it is there no more, so that an answer comes too late."""
        with self._lock:
            return self._asked.pop((camera_id, token), None) is not None

    def take_overdue(self, now_ns: int) -> list[Request]:
        """Strike out those older than 5 s."""
        with self._lock:
            overdue = [key for key, asked in self._asked.items() if now_ns - asked.asked_ns > LIMIT_NS]
            return [self._asked.pop(key).request for key in overdue]

    def take_all(self, *, told_only: bool = False) -> list[Request]:
        """Strike out all, or those that the process knows of."""
        with self._lock:
            keys = [key for key, asked in self._asked.items() if asked.told or not told_only]
            return [self._asked.pop(key).request for key in keys]

    def any_told(self) -> bool:
        """Whether the process owes an answer."""
        with self._lock:
            return any(asked.told for asked in self._asked.values())
