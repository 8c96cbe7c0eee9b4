"""Local dates of a time zone as spans of absolute seconds: 23, 24 or 25 hours long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from core.domain.rates.windows import DAY_S, WEEK, DateRange, DayKind

_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
_MOST_DAYS_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a local date in which clocks run evenly: ``start_s`` to ``end_s`` (UTC seconds), and what
    is added to them to get seconds of the local day."""

    start_s: int
    end_s: int
    to_local_s: int


@dataclass(frozen=True, slots=True)
class LocalDay:
    """A local date: its span in UTC seconds, its stretches (two where clocks are changed), its kinds."""

    ordinal: int
    start_s: int
    end_s: int
    stretches: tuple[Stretch, ...]
    kinds: frozenset[DayKind]

    @property
    def is_regular(self) -> bool:
        """Whether it has 24 hours that the clock shows once each."""
        return len(self.stretches) == 1 and self.end_s - self.start_s == DAY_S

    def local_s(self, at_s: int) -> int:
        """Seconds of the local day at the instant."""
        for stretch in self.stretches:
            if at_s < stretch.end_s:
                return at_s + stretch.to_local_s
        return at_s + self.stretches[-1].to_local_s

    def instants_of(self, start_s: int, end_s: int) -> Iterator[tuple[int, int]]:
        """The spans of UTC seconds in which the clock shows a time from ``start_s`` until ``end_s``."""
        for stretch in self.stretches:
            first = max(stretch.start_s, start_s - stretch.to_local_s)
            last = min(stretch.end_s, end_s - stretch.to_local_s)
            if first < last:
                yield first, last


class LocalDays:
    """The dates of a zone with their kinds; ``holidays`` count where ``with_holidays`` says so."""

    def __init__(self, zone: ZoneInfo, holidays: frozenset[date], *, with_holidays: bool) -> None:
        self._zone = zone
        self._holidays = frozenset(day.toordinal() for day in holidays) if with_holidays else frozenset()
        self._known: dict[int, LocalDay] = {}
        self._shift_s = 0

    def at(self, at_s: int) -> LocalDay:
        """The local date of an instant in UTC seconds."""
        ordinal = (at_s + self._shift_s) // DAY_S + _EPOCH_ORDINAL
        while True:
            day = self.day(ordinal)
            if at_s < day.start_s:
                ordinal -= 1
            elif at_s >= day.end_s:
                ordinal += 1
            else:
                self._shift_s = day.stretches[0].to_local_s + (day.ordinal - _EPOCH_ORDINAL) * DAY_S
                return day

    def day(self, ordinal: int) -> LocalDay:
        """The local date of a proleptic ordinal (as ``date.toordinal``)."""
        known = self._known.get(ordinal)
        if known is None:
            if len(self._known) >= _MOST_DAYS_KEPT:
                self._known.clear()
            known = self._known[ordinal] = self._make(ordinal)
        return known

    def instant(self, ordinal: int, local_s: int) -> int:
        """The first instant at which that date's clock shows the time or, where it is skipped, goes past."""
        day = self.day(ordinal)
        for stretch in day.stretches:
            if local_s - stretch.to_local_s < stretch.end_s:
                return max(stretch.start_s, local_s - stretch.to_local_s)
        return day.end_s

    def _make(self, ordinal: int) -> LocalDay:
        start, end = self._midnight(ordinal), self._midnight(ordinal + 1)
        kinds = {WEEK[(ordinal - 1) % 7]}
        if ordinal in self._holidays:
            kinds = {DayKind.HOLIDAY}
        if ordinal + 1 in self._holidays:
            kinds.add(DayKind.EVE)
        return LocalDay(ordinal, start, end, self._stretches(ordinal, start, end), frozenset(kinds))

    def _midnight(self, ordinal: int) -> int:
        midnight = datetime.combine(date.fromordinal(ordinal), time(), tzinfo=self._zone)
        return int(midnight.astimezone(UTC).timestamp())

    def _stretches(self, ordinal: int, start: int, end: int) -> tuple[Stretch, ...]:
        midnight = (ordinal - _EPOCH_ORDINAL) * DAY_S
        first, last = self._offset(start), self._offset(end - 1)
        if first == last:
            return (Stretch(start, end, first - midnight),)
        low, high = start, end - 1
        while high - low > 1:
            middle = (low + high) // 2
            if self._offset(middle) == first:
                low = middle
            else:
                high = middle
        return Stretch(start, high, first - midnight), Stretch(high, end, last - midnight)

    def _offset(self, at_s: int) -> int:
        offset = datetime.fromtimestamp(at_s, self._zone).utcoffset()
        return int(offset.total_seconds()) if offset is not None else 0


def date_holds(ranges: tuple[DateRange, ...], ordinal: int) -> bool:
    """Whether the date lies in one of the ranges; no range holds every date."""
    return not ranges or any(date.fromordinal(ordinal) in one for one in ranges)
