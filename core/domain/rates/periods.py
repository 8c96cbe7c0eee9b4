"""Periods of a stay: which one an instant lies in, and how many came before."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from core.domain.rates.local_days import LocalDays
from core.domain.rates.plan import Per, Period


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
        match period.per:
            case Per.STAY:
                return 1
            case Per.ROLLING:
                return (place.at_s - self.entry_s) // period.length_s + 1
            case Per.DAY:
                return place.slot.parking_day - self.entry_day + 1
            case Per.WEEK:
                return (place.slot.parking_day - 1) // 7 - (self.entry_day - 1) // 7 + 1
            case Per.MONTH:
                return _month(place.slot.parking_day) - _month(self.entry_day) + 1
            case Per.WINDOW:
                return place.slot.began - self.entry_day + 1

    def first_day(self, period: Period, place: Place) -> int:
        """The date (ordinal) on which the period of this place began."""
        match period.per:
            case Per.STAY:
                return self.entry_day
            case Per.ROLLING:
                begun_s = self.entry_s + (self.number(period, place) - 1) * period.length_s
                return self.days.at(begun_s).ordinal
            case Per.DAY:
                return place.slot.parking_day
            case Per.WEEK:
                return place.slot.parking_day - (place.slot.parking_day - 1) % 7
            case Per.MONTH:
                return date.fromordinal(place.slot.parking_day).replace(day=1).toordinal()
            case Per.WINDOW:
                return place.slot.began

    def start_s(self, period: Period, place: Place) -> int:
        """The instant at which the period of this place began, not before the stay."""
        if period.per is Per.ROLLING:
            return self.entry_s + (self.number(period, place) - 1) * period.length_s
        if period.per in (Per.DAY, Per.WEEK, Per.MONTH):
            begun_s = self.days.instant(self.first_day(period, place), self.day_begins_s)
            return max(begun_s, self.entry_s)
        return place.at_s if period.per is Per.WINDOW else self.entry_s

    def next_boundary(self, length_s: int, at_s: int) -> int:
        """The end of the rolling period of that length that the instant lies in."""
        return at_s + length_s - (at_s - self.entry_s) % length_s


def _month(ordinal: int) -> int:
    day = date.fromordinal(ordinal)
    return day.year * 12 + day.month
