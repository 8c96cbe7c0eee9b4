"""Local time as one line of clock seconds, and what windows hold of it.

A place on the line is a date's ordinal times 86 400 plus the second of its clock; changes of the clock
are left out, since a sign speaks of what the clock shows. Spans are sorted, apart, and half open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.domain.rates.layouts import window_spans
from core.domain.rates.local_days import LocalDays
from core.domain.rates.windows import ALWAYS, DAY_S, Window

Spans = tuple[tuple[int, int], ...]


def held_by(windows: Sequence[Window], days: LocalDays, first: int, last: int) -> Spans:
    """What the windows (none: always) hold of the dates from ordinal ``first`` up to before ``last``."""
    return union(
        (ordinal * DAY_S + start, ordinal * DAY_S + end)
        for ordinal in range(first, last)
        for window in windows or (ALWAYS,)
        for start, end, _ in window_spans(window, days.day(ordinal), days)
    )


def union(spans: Iterable[tuple[int, int]]) -> Spans:
    """The spans as few as possible; those that touch become one."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], end))
        elif start < end:
            made.append((start, end))
    return tuple(made)


def both(first: Spans, second: Spans) -> Spans:
    """What lies in both."""
    return union((max(a, c), min(b, d)) for a, b in first for c, d in second if max(a, c) < min(b, d))


def without(spans: Spans, taken: Spans) -> Spans:
    """What is left of the spans when the others are taken away."""
    left: list[tuple[int, int]] = []
    for span_start, span_end in spans:
        start = span_start
        for taken_start, taken_end in taken:
            if taken_end <= start or taken_start >= span_end:
                continue
            if start < taken_start:
                left.append((start, taken_start))
            start = max(start, taken_end)
        if start < span_end:
            left.append((start, span_end))
    return tuple(left)


def grown(spans: Spans, by_s: int) -> Spans:
    """The spans with so much added behind each."""
    return union((start, end + by_s) for start, end in spans)
