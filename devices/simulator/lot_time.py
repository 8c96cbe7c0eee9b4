"""The clock of the simulated lot: runs with the machine's monotonic clock and can be moved forward."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class LotTime:
    """Lot time as monotonic nanoseconds plus an offset; ``offset_ns`` changes only when time is skipped."""

    def __init__(self, lot_start: datetime, now_ns: int) -> None:
        self.offset_ns = _since_epoch_ns(lot_start) - now_ns

    def at(self, now_ns: int) -> datetime:
        """The lot time at a reading of the monotonic clock, to the microsecond."""
        return EPOCH + timedelta(microseconds=(now_ns + self.offset_ns) // 1000)

    def skip_to(self, instant: datetime, now_ns: int) -> None:
        """Move forward so that it is this instant now; never moves back."""
        self.offset_ns = max(self.offset_ns, _since_epoch_ns(instant) - now_ns)


def _since_epoch_ns(instant: datetime) -> int:
    return (instant - EPOCH) // timedelta(microseconds=1) * 1000
