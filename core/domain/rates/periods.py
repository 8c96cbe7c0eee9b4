"""Periods of a stay: which one an instant lies in, and how many came before."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from core.domain.rates.local_days import LocalDays
from core.domain.rates.plan import Per, Period

_HOUR_S = 3600


class Slot(NamedTuple):
    """Whose time it is: a charge, by one of the rate's windows, which ``began`` on that date; and the
    parking day it lies in (both dates as ordinals)."""

    charge: int
    window: int = 0
    began: int = 0
    parking_day: int = 0


class Place(NamedTuple):
    """A second of charged time, and whose it is."""

    at_s: int
    slot: Slot


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where the periods of a stay are counted from: its entry, in UTC seconds and as a parking day."""

    entry_s: int
    entry_day: int
    days: LocalDays
    day_begins_s: int

    def key(self, period: Period, place: Place) -> Hashable:
        """What tells the period of this place from all others."""
        if period.per is Per.WINDOW:
            return place.slot.window, place.slot.began
        return self.number(period, place)

    def number(self, period: Period, place: Place) -> int:
        """Which period of the stay this is, from 1; for windows the days since the entry's."""
        if period.per is Per.STAY:
            return 1
        entry = Slot(0, began=self.entry_day, parking_day=self.entry_day)
        return self._index(period, place) - self._index(period, Place(self.entry_s, entry)) + 1

    def first_day(self, period: Period, place: Place) -> int:
        """The date (ordinal) on which the period of this place began."""
        day = place.slot.parking_day
        match period.per:
            case Per.STAY:
                day = self.entry_day
            case Per.ROLLING | Per.HOUR:
                day = self.days.at(self.start_s(period, place)).ordinal
            case Per.WEEK:
                day -= (day - 1) % 7
            case Per.MONTH:
                day = date.fromordinal(day).replace(day=1).toordinal()
            case Per.WINDOW:
                day = place.slot.began
        return day

    def _index(self, period: Period, place: Place) -> int:
        """A number that grows by one from each period to the next."""
        index = place.slot.parking_day
        match period.per:
            case Per.ROLLING:
                index = (place.at_s - self.entry_s) // period.length_s
            case Per.HOUR:
                to_local_s = self.days.at(place.at_s).local_s(place.at_s) - place.at_s
                index = (place.at_s + to_local_s % _HOUR_S) // _HOUR_S
            case Per.WEEK:
                index = (index - 1) // 7
            case Per.MONTH:
                day = date.fromordinal(index)
                index = day.year * 12 + day.month
            case Per.WINDOW:
                index = place.slot.began
        return index

    def start_s(self, period: Period, place: Place) -> int:
        """The instant at which the period of this place began, not before the stay."""
        if period.per is Per.ROLLING:
            return self.entry_s + (self.number(period, place) - 1) * period.length_s
        if period.per is Per.HOUR:
            return max(self.next_boundary(0, place.at_s) - _HOUR_S, self.entry_s)
        if period.per in (Per.DAY, Per.WEEK, Per.MONTH):
            begun_s = self.days.instant(self.first_day(period, place), self.day_begins_s)
            return max(begun_s, self.entry_s)
        return place.at_s if period.per is Per.WINDOW else self.entry_s

    def next_boundary(self, length_s: int, at_s: int) -> int:
        """The end of the rolling period of that length that the instant lies in; 0: of the clock's hour."""
        if not length_s:
            return at_s + _HOUR_S - self.days.at(at_s).local_s(at_s) % _HOUR_S
        return at_s + length_s - (at_s - self.entry_s) % length_s
