"""How far this machine's clock is from that of a service, as its answers say.

Signatures hold the time, keys are worth something for so long, and an expiry is an instant: a wrong clock is
a payment fault, and worth being told before anybody wonders why notices are refused.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

LARGEST: Final = timedelta(minutes=5)
"""What is told from here on: Stripe's notices are refused when they are this far off."""


class ClockSkew:
    """What the newest answer says."""

    def __init__(self) -> None:
        self._seconds: float | None = None

    @property
    def seconds(self) -> float | None:
        """By how much this clock is ahead of the service's; None where nothing was heard yet."""
        return self._seconds

    @property
    def is_too_large(self) -> bool:
        """Whether somebody must set the clock."""
        return self._seconds is not None and abs(self._seconds) >= LARGEST.total_seconds()

    def note(self, said_at: datetime | None, now: datetime) -> None:
        """An answer came that says the service's time."""
        if said_at is not None:
            self._seconds = (now - said_at).total_seconds()
