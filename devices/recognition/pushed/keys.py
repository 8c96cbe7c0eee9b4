"""Who may speak for which camera: its own key, or the one that all without one share."""

from __future__ import annotations

import hmac
import threading
from collections.abc import Mapping

from core.domain.errors import DeviceError

SHORTEST_KEY = 12


class CameraKeys:
    """The keys in force; thread-safe.

    A camera with a key of its own is heard with no other: a key that is stolen speaks for one camera only,
    and after it was changed for none. Whoever is refused is counted.
    """

    def __init__(self, shared: str, own: Mapping[str, str] | None = None) -> None:
        self._shared = shared
        self._own = dict(own or {})
        self._lock = threading.Lock()
        self._refused = 0

    def check(self) -> None:
        """Raises DeviceError ``listener.no_secret`` where nobody at all could be heard."""
        if not any(_is_fit(key) for key in (self._shared, *self._own.values())):
            raise DeviceError("listener.no_secret", detail=f"at least {SHORTEST_KEY} characters")

    def can_be_heard(self, camera_id: str) -> bool:
        """Whether there is a key for the camera that is long enough to be one."""
        return _is_fit(self._own.get(camera_id, self._shared))

    @property
    def refused(self) -> int:
        """How often somebody came with a wrong key."""
        with self._lock:
            return self._refused

    def admits(self, camera_id: str, given: str) -> bool:
        """Whether this key may speak for the camera; takes as long for a right one as for a wrong one."""
        right = self._own.get(camera_id, self._shared)
        is_right = hmac.compare_digest(given.encode("utf-8", "replace"), right.encode())
        if is_right and _is_fit(right):
            return True
        with self._lock:
            self._refused += 1
        return False


def _is_fit(key: str) -> bool:
    return len(key) >= SHORTEST_KEY
