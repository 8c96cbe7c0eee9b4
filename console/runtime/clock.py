"""The clocks of a console: the system's, and one for demonstrations that can be set forward."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """The instant, UTC."""
        return datetime.now(UTC)

    def monotonic_ns(self) -> int:
        """Nanoseconds that never go back."""
        return time.monotonic_ns()


class DemoClock:
    """A clock that begins at a chosen instant, runs at the usual pace, and can be set forward.

    For demonstrations and practice, where the hours between cars are skipped.
    """

    def __init__(self, start: datetime) -> None:
        self._lock = threading.Lock()
        self._base = start
        self._began_ns = time.monotonic_ns()

    def now(self) -> datetime:
        """The demonstration's instant, UTC."""
        with self._lock:
            return self._at(time.monotonic_ns())

    def monotonic_ns(self) -> int:
        """Nanoseconds that never go back; not touched by skipping."""
        return time.monotonic_ns()

    def skip_to(self, instant: datetime) -> None:
        """Set the clock forward; an instant that is past already changes nothing."""
        with self._lock:
            now_ns = time.monotonic_ns()
            if instant > self._at(now_ns):
                self._base, self._began_ns = instant, now_ns

    def _at(self, now_ns: int) -> datetime:
        elapsed = (now_ns - self._began_ns) / 1e9
        return datetime.fromtimestamp(self._base.timestamp() + elapsed, UTC)
