"""Which charge of a rate takes which time of a local date: the first whose window holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from core.domain.rates.local_days import LocalDay, LocalDays, date_holds
from core.domain.rates.plan import Rate
from core.domain.rates.windows import ALWAYS, DAY_S, Window

NOBODY = -1


@dataclass(frozen=True, slots=True)
class Piece:
    """Seconds of a local day that one charge takes (``NOBODY``: none does), by one of the rate's windows.

    ``began``: how many days before this one its window began; ``day_before``: whether it still belongs
    to the parking day of the date before.
    """

    start_s: int
    end_s: int
    charge: int
    window: int
    began: int
    day_before: bool

    def goes_on_in(self, other: Piece) -> bool:
        """Whether the other is more of the same."""
        return (self.charge, self.window, self.began, self.day_before) == (
            other.charge,
            other.window,
            other.began,
            other.day_before,
        )


Layout = tuple[Piece, ...]


class Layouts:
    """The layouts of a rate's days; equal ones are one object."""

    def __init__(self, rate: Rate, days: LocalDays, day_begins_s: int) -> None:
        self._windows = tuple(
            (index, window)
            for index, charge in enumerate(rate.charges)
            for window in charge.windows or (ALWAYS,)
        )
        self._days = days
        self._day_begins_s = day_begins_s
        self._by_day: dict[int, Layout] = {}
        self._interned: dict[Layout, Layout] = {}
        first = self._windows[0][1] if self._windows else None
        self._same: Layout | None = None
        if first is not None and all(not (w.days or w.dates or w.weekly) for _, w in self._windows):
            self._same = self._make(days.day(719163))

    def of(self, day: LocalDay) -> Layout:
        """The pieces of that date in order, without gaps, from 0 to 86 400 s of the clock."""
        if self._same is not None:
            return self._same
        layout = self._by_day.get(day.ordinal)
        if layout is None:
            if len(self._by_day) > 4096:
                self._by_day.clear()
            made = self._make(day)
            layout = self._by_day[day.ordinal] = self._interned.setdefault(made, made)
        return layout

    def _make(self, day: LocalDay) -> Layout:
        spans = [
            (start, end, charge, index, began)
            for index, (charge, window) in enumerate(self._windows)
            for start, end, began in window_spans(window, day, self._days)
        ]
        edges = sorted({0, DAY_S, self._day_begins_s, *(e for span in spans for e in span[:2])})
        pieces: list[Piece] = []
        for start, end in pairwise(edges):
            taken = next((span for span in spans if span[0] <= start and end <= span[1]), None)
            charge, window, began = taken[2:] if taken else (NOBODY, 0, 0)
            piece = Piece(start, end, charge, window, began, start < self._day_begins_s)
            if pieces and pieces[-1].goes_on_in(piece):
                pieces[-1] = replace(pieces[-1], end_s=end)
            else:
                pieces.append(piece)
        return tuple(pieces)


def window_spans(window: Window, day: LocalDay, days: LocalDays) -> Iterator[tuple[int, int, int]]:
    """The seconds of a local day that a window holds, and how many days before it began."""
    if window.weekly is not None:
        yield from _weekly_spans(window, day)
        return
    over_midnight = window.end_s <= window.start_s
    if begins_on(window, day):
        yield window.start_s, DAY_S if over_midnight else window.end_s, 0
    if over_midnight and window.end_s and begins_on(window, days.day(day.ordinal - 1)):
        yield 0, window.end_s, 1


def begins_on(window: Window, day: LocalDay) -> bool:
    """Whether the window begins on that date: its kind and its dates hold."""
    return (not window.days or bool(window.days & day.kinds)) and date_holds(window.dates, day.ordinal)


def _weekly_spans(window: Window, day: LocalDay) -> Iterator[tuple[int, int, int]]:
    if window.weekly is None or not date_holds(window.dates, day.ordinal):
        return
    since = ((day.ordinal - 1) % 7 - window.weekly[0]) % 7
    for began in (since, since + 7):
        start = window.start_s - began * DAY_S
        first, last = max(start, 0), min(start + window.length_s, DAY_S)
        if first < last:
            yield first, last, began
