"""Hands a stay's time to the meter of a rate: day by day, what each charge takes."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from core.domain.rates.bill import Entry
from core.domain.rates.compiled import Calendar, CompiledPlan
from core.domain.rates.layouts import NOBODY
from core.domain.rates.meter import Meter
from core.domain.rates.periods import Anchors, Slot
from core.domain.rates.plan import Visits
from core.domain.rates.timeline import DaysAlike, Stretch, stretches_of, timeline
from core.domain.rates.windows import DAY_S

_ONLY = Slot(0)
Spans = tuple[tuple[int, int], ...]


class Clocked:
    """One rate's charges over one span of time."""

    def __init__(self, compiled: CompiledPlan, calendar: Calendar, index: int, meter: Meter) -> None:
        self._compiled = compiled
        self._calendar = calendar
        self._index = index
        self._rate = compiled.rates[index]
        self._meter = meter
        self._off_s = self._prior_s = 0
        self._visits = Visits.APART
        self._runs_until_s = 0
        self._charge = NOBODY
        self._taken_off: list[Entry] = []

    def run(
        self,
        entry_s: int,
        exit_s: int,
        covered: Spans,
        *,
        stay_off_s: int,
        charged_off_s: int,
        prior_s: int,
        visits: Visits,
    ) -> int | None:
        """Charge from entry to exit; returns the last instant from the exit on with the same price.

        ``covered`` spans cost nothing, ``stay_off_s`` seconds are taken off the beginning, and
        ``charged_off_s`` off the first time that would be charged; ``prior_s`` were parked on earlier
        visits, which count as ``visits`` says, and used up what is taken off before this one does.
        """
        self._visits = visits
        used_s = min(prior_s, stay_off_s)
        stay_off_s -= used_s
        self._prior_s = prior_s - used_s
        used_s = min(self._prior_s, charged_off_s)
        self._off_s = charged_off_s - used_s
        self._prior_s -= used_s
        start_s = entry_s
        if stay_off_s:
            start_s = min(entry_s + stay_off_s, exit_s)
            self._take_off(entry_s, start_s, stay_off_s)
            if start_s == exit_s:
                return entry_s + stay_off_s
        if self._rate.has_one_charge:
            boundary_s = self._run_from_entry(start_s, exit_s, covered)
        else:
            boundary_s = self._run_by_dates(start_s, exit_s, covered)
        if self._off_s or any(entry.end_s == exit_s for entry in self._taken_off):
            return exit_s + self._off_s if boundary_s is None else min(boundary_s, exit_s + self._off_s)
        for first_s, last_s in covered:
            if first_s < exit_s < last_s:
                return last_s if boundary_s is None else min(boundary_s, last_s)
        return self._meter.next_change(exit_s, boundary_s)

    def entries(self) -> Iterator[Entry]:
        """The lines, in the order of time."""
        yield from self._taken_off
        yield from self._meter.entries()

    def _run_from_entry(self, start_s: int, exit_s: int, covered: Spans) -> int | None:
        """One charge takes all time: whole periods alike need not be gone through."""
        each = self._rate.alike_s
        anchors = self._meter.anchors
        if each and not covered and not self._off_s and not self._prior_s:
            first_s = start_s
            if (start_s - anchors.entry_s) % each:
                first_s = min(anchors.next_boundary(each, start_s), exit_s)
                self._take(start_s, first_s, _ONLY)
            count = (exit_s - first_s) // each
            if count > 1:
                whole = self._whole_period(first_s, each)
                last_s = first_s + count * each
                self._meter.add_whole(self._alike(first_s, last_s, whole, count, each))
                first_s = last_s
            start_s = first_s
        if start_s < exit_s:
            for begins_s, ends_s in _uncovered(start_s, exit_s, covered):
                self._take(begins_s, ends_s, _ONLY)
        return None

    def _run_by_dates(self, start_s: int, exit_s: int, covered: Spans) -> int | None:
        days, layouts = self._calendar.days, self._calendar.layouts[self._index]
        may_join = self._rate.days_are_alike and not covered
        boundary_s: int | None = None
        while start_s < exit_s:
            joins = may_join and not self._off_s and not self._prior_s
            until_s = exit_s if joins or not may_join else min(days.at(start_s).end_s, exit_s)
            for item in timeline(
                days, layouts, start_s, until_s, joins_alike=joins, by_kind=self._rate.by_kind
            ):
                if isinstance(item, DaysAlike):
                    whole = self._whole_day(item)
                    self._meter.add_whole(
                        self._alike(item.first.start_s, item.last.end_s, whole, item.count, DAY_S)
                    )
                    boundary_s = item.last.end_s
                else:
                    boundary_s = self._take_stretch(item, covered)
            start_s = until_s
        return boundary_s

    def _take_stretch(self, item: Stretch, covered: Spans) -> int:
        """Charge for a stretch; returns until when its price stays, seen from its end, at the latest."""
        start_s = item.start_s
        if self._rate.rate.units_run_on and item.slot.charge != self._charge:
            self._meter.finish_unit()
            start_s = max(start_s, self._runs_until_s)
            if start_s >= item.end_s:
                self._meter.pause()
                return self._runs_until_s
        self._charge = item.slot.charge
        if item.slot.charge == NOBODY:
            self._meter.pause()
            return item.boundary_s
        for begins_s, ends_s in _uncovered(start_s, item.end_s, covered):
            self._take(begins_s, ends_s, item.slot)
        if self._rate.rate.units_run_on:
            self._runs_until_s = self._meter.unit_end_s(item.end_s)
        return item.boundary_s

    def _take(self, start_s: int, end_s: int, slot: Slot) -> None:
        is_free = self._rate.ladders[slot.charge].is_free
        if self._prior_s and not is_free:
            self._meter.begin_with(slot, start_s, self._prior_s, self._visits)
            self._prior_s = 0
        if self._off_s and not is_free:
            off_s = min(self._off_s, end_s - start_s)
            self._take_off(start_s, start_s + off_s, self._off_s)
            self._off_s -= off_s
            start_s += off_s
        if start_s < end_s:
            self._meter.take(start_s, end_s, slot)

    def _take_off(self, start_s: int, end_s: int, granted_s: int) -> None:
        if start_s < end_s:
            self._taken_off.append(Entry("taken_off", start_s, end_s, 0, unit_s=granted_s))

    def _alike(self, start_s: int, end_s: int, amount: int, count: int, each_s: int) -> Entry:
        price = Fraction(amount, self._compiled.scale)
        names = {limit.cap.name for limit in self._meter.caps if limit.cap.name}
        charges = [charge.name for charge in self._rate.rate.charges if charge.steps]
        name = names.pop() if len(names) == 1 else charges[0] if len(charges) == 1 else ""
        return Entry("days", start_s, end_s, amount * count, count, each_s, price, each_s, name)

    def _whole_period(self, start_s: int, each_s: int) -> int:
        key = ("period", self._index, each_s, self._meter.factor, self._meter.cap_indexes)
        known = self._calendar.whole.get(key)
        if known is None:
            anchors = self._meter.anchors
            meter = self._meter.fresh(Anchors(start_s, anchors.entry_day, anchors.days, anchors.day_begins_s))
            meter.take(start_s, start_s + each_s, _ONLY)
            known = self._keep(key, meter)
        return known

    def _whole_day(self, alike: DaysAlike) -> int:
        kinds = alike.first.kinds if self._rate.by_kind else None
        key = (id(alike.layout), kinds, self._index, self._meter.factor, self._meter.cap_indexes)
        known = self._calendar.whole.get(key)
        if known is None:
            day = alike.first
            anchors = Anchors(day.start_s, day.ordinal, self._calendar.days, 0)
            meter = self._meter.fresh(anchors)
            for item in stretches_of(day, alike.layout, day.start_s, day.end_s):
                if item.slot.charge != NOBODY:
                    meter.take(item.start_s, item.end_s, item.slot)
            known = self._keep(key, meter)
        return known

    def _keep(self, key: tuple[object, ...], meter: Meter) -> int:
        amount = sum(int(entry.amount) for entry in meter.entries())
        self._calendar.whole[key] = amount
        return amount


def _uncovered(start_s: int, end_s: int, covered: Spans) -> Iterator[tuple[int, int]]:
    """What is left of a span without the covered ones, which are in order."""
    for first_s, last_s in covered:
        if last_s <= start_s or first_s >= end_s:
            continue
        if first_s > start_s:
            yield start_s, first_s
        start_s = max(start_s, last_s)
    if start_s < end_s:
        yield start_s, end_s
