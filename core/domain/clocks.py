"""How far a console's clock is from that of its lot: times come from the lane, so a wrong clock is named."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

MOST_SKEW: Final = timedelta(seconds=120)
"""Above this a clock is said to be wrong: prices are made from it."""


def skew_of(asked_at: datetime, far_at: datetime, answered_at: datetime) -> timedelta:
    """How far our clock is ahead of one that stood at ``far_at`` between our asking and its answer.

    It is wrong by half of what the answer took, at most.
    """
    return asked_at + (answered_at - asked_at) / 2 - far_at


def is_off(skew: timedelta | None) -> bool:
    """Whether a clock that is so far ahead (behind: negative) has to be named; None is not known."""
    return skew is not None and abs(skew) > MOST_SKEW


def whole_minutes(skew: timedelta) -> int:
    """By how many minutes it is wrong, whichever way."""
    return round(abs(skew) / timedelta(minutes=1))
