"""The clocks of a console: the system's, and one for demonstrations that can be set forward."""

from __future__ import annotations

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
    """A clock that runs at the usual pace and can be set forward, for demonstrations and practice.

    It is the monotonic clock plus an offset, so that two processes that agree on the offset agree on
    the time.
    """

    def __init__(self, start: datetime) -> None:
        self._offset_ns = int(start.timestamp() * 1e9) - time.monotonic_ns()

    def now(self) -> datetime:
        """The demonstration's instant, UTC."""
        return datetime.fromtimestamp((time.monotonic_ns() + self._offset_ns) / 1e9, UTC)

    def monotonic_ns(self) -> int:
        """Nanoseconds that never go back; not touched by skipping."""
        return time.monotonic_ns()

    def set_offset(self, offset_ns: int) -> None:
        """Run this far ahead of the monotonic clock from now on; time never goes back by it."""
        self._offset_ns = max(self._offset_ns, offset_ns)
