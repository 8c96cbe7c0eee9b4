"""Figures of a series: percentiles by nearest rank, and one line that states them."""

from __future__ import annotations

import math
from collections.abc import Sequence


def percentile(series: Sequence[float], share: float) -> float:
    """The value below or at which that share (0…1) of the series lies, by nearest rank."""
    if not series:
        raise ValueError("an empty series has no percentile")
    ranked = sorted(series)
    return ranked[max(0, math.ceil(share * len(ranked)) - 1)]


def spread(name: str, series_ms: Sequence[float]) -> str:
    """The line under the table: how many, median, p95, p99 and worst, in milliseconds."""
    return (
        f"{name}: n {len(series_ms)}, median {percentile(series_ms, 0.5):.2f}, "
        f"p95 {percentile(series_ms, 0.95):.2f}, p99 {percentile(series_ms, 0.99):.2f}, "
        f"worst {max(series_ms):.2f} ms"
    )
