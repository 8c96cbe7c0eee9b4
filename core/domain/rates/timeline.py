"""A stay's time in order: which charge takes which span, and which whole days are alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from core.domain.rates.layouts import Layout, Layouts
from core.domain.rates.local_days import LocalDay, LocalDays
from core.domain.rates.periods import Slot


class Stretch(NamedTuple):
    """A span that one charge takes (``NOBODY``: none), in UTC seconds; ``boundary_s``: where its time ends
    if the stay goes on."""

    start_s: int
    end_s: int
    slot: Slot
    boundary_s: int


@dataclass(frozen=True, slots=True)
class DaysAlike:
    """Whole dates, one after the other, that are cut in the same way and of the same length."""

    first: LocalDay
    last: LocalDay
    count: int
    layout: Layout


def stretches_of(day: LocalDay, layout: Layout, start_s: int, end_s: int) -> Iterator[Stretch]:
    """The stretches of one date between two instants."""
    for part in day.stretches:
        for piece in layout:
            begins_s, ends_s = piece.start_s - part.to_local_s, piece.end_s - part.to_local_s
            first, last = max(begins_s, part.start_s, start_s), min(ends_s, part.end_s, end_s)
            if first < last:
                slot = Slot(
                    piece.charge, piece.window, day.ordinal - piece.began, day.ordinal - piece.day_before
                )
                yield Stretch(first, last, slot, min(ends_s, part.end_s))


def timeline(
    days: LocalDays, layouts: Layouts, start_s: int, end_s: int, *, joins_alike: bool, by_kind: bool
) -> Iterator[Stretch | DaysAlike]:
    """The stretches between two instants; with ``joins_alike`` two or more whole days alike come as one.

    ``by_kind``: days of another kind are not alike, whatever their layout.
    """
    day = days.at(start_s)
    while day.start_s < end_s:
        layout = layouts.of(day)
        if joins_alike and start_s <= day.start_s and day.end_s <= end_s and day.is_regular:
            alike = _alike(days, layouts, day, layout, end_s, by_kind=by_kind)
            if alike.count > 1:
                yield alike
                day = days.day(alike.last.ordinal + 1)
                continue
        yield from stretches_of(day, layout, start_s, end_s)
        day = days.day(day.ordinal + 1)


def _alike(
    days: LocalDays, layouts: Layouts, first: LocalDay, layout: Layout, end_s: int, *, by_kind: bool
) -> DaysAlike:
    last, count = first, 1
    while True:
        after = days.day(last.ordinal + 1)
        if after.end_s > end_s or not after.is_regular or layouts.of(after) is not layout:
            break
        if by_kind and after.kinds != first.kinds:
            break
        last, count = after, count + 1
    return DaysAlike(first, last, count, layout)
