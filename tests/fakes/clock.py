"""FAKE: a clock that stands until it is moved."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

START = datetime(2026, 5, 13, 0, 0, tzinfo=UTC)


class FakeClock:
    """Wall time by hand; the monotonic clock is the real one."""

    def __init__(self, start: datetime = START) -> None:
        self.instant = start

    def now(self) -> datetime:
        return self.instant

    def monotonic_ns(self) -> int:
        return time.monotonic_ns()

    def pass_by(self, **span: float) -> None:
        self.instant += timedelta(**span)
