"""Shares of vehicles as they are written on the reading screen."""

from __future__ import annotations

import math

from console.formats import NOTHING
from core.domain.lane_reading import ReadCounts


def share_words(counts: ReadCounts, count: int) -> str:
    """``96.4 %``, cut and not rounded: between 95 and 99 a tenth is a car a day. A dash of nothing."""
    if not counts.vehicles:
        return NOTHING
    tenths = math.floor(1000 * counts.share(count) + 1e-6)
    return f"{tenths / 10:.1f}\u00a0%"
