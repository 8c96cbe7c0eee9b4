"""Times of the week that no charge takes, and charges that lose part of their time to one before them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from core.domain.rates.checks.axis import Spans, both, grown, held_by, union, without
from core.domain.rates.checks.remarks import Remark, Severity
from core.domain.rates.checks.sample_days import SampleDays, sample_days
from core.domain.rates.checks.scene import Scene
from core.domain.rates.document_times import clock_text, days_text
from core.domain.rates.plan import Charge, Rate
from core.domain.rates.windows import DAY_S, WEEK, Window

_EXAMPLE_S = 3600
_MOST_GAPS = 8


def coverage(scene: Scene) -> Iterator[Remark]:
    """Gaps and overlaps of each rate."""
    for index, rate in enumerate(scene.plan.rates):
        yield from _gaps(scene, index, rate)
        yield from _overlaps(scene, index, rate)


def _gaps(scene: Scene, index: int, rate: Rate) -> Iterator[Remark]:
    """Gaps of the usual week, alike ones of several days together; then those of other days alone."""
    windows = _all_windows(rate.charges)
    usual = _free_of(rate, windows, SampleDays(scene.days, scene.monday, scene.monday + 7))
    grouped: dict[tuple[int, int], list[int]] = defaultdict(list)
    for start, end in usual:
        if start < (scene.monday + 7) * DAY_S and end > scene.monday * DAY_S:
            grouped[(start % DAY_S, end - start)].append(start)
    for (_, length_s), starts in list(grouped.items())[:_MOST_GAPS]:
        yield _gap(scene, (index, rate), starts, length_s)
    for sample in sample_days(scene, windows):
        unusual = next(_unusual(scene, rate, windows, sample, usual), None)
        if unusual is not None:
            yield _gap_of_a_day(scene, (index, rate), sample, unusual)


def _all_windows(charges: tuple[Charge, ...]) -> tuple[Window, ...]:
    """The windows of all charges; none where one of them takes every time that is left."""
    if any(not charge.windows for charge in charges):
        return ()
    return tuple(window for charge in charges for window in charge.windows)


def _free_of(rate: Rate, windows: tuple[Window, ...], sample: SampleDays) -> Spans:
    """What no charge takes of the time that the rate can be asked about."""
    first, last = sample.first - 8, sample.last + 8
    taken = held_by(windows, sample.days, first, last)
    whole = ((first * DAY_S, last * DAY_S),)
    asked = both(_reach(rate, sample, first, last), whole)
    return tuple(
        (max(start, sample.first * DAY_S) if start == first * DAY_S else start, end)
        for start, end in without(asked, taken)
        if start < sample.last * DAY_S and end > sample.first * DAY_S
    )


def _reach(rate: Rate, sample: SampleDays, first: int, last: int) -> Spans:
    """The time that stays of this rate can lie in: all of it, unless its conditions say otherwise."""
    applies = rate.applies
    asked: Spans = ((first * DAY_S, last * DAY_S),)
    if applies.inside is not None:
        asked = both(asked, held_by((applies.inside,), sample.days, first, last))
    limits = [limit for limit in (applies.up_to_s, rate.covers and rate.covers.length_s) if limit]
    if rate.covers is not None and rate.covers.until_s is not None:
        limits.append(DAY_S)
    if applies.entry is not None and limits:
        entries = held_by((applies.entry,), sample.days, first, last)
        asked = both(asked, grown(entries, min(limits)))
    return asked


def _unusual(
    scene: Scene, rate: Rate, windows: tuple[Window, ...], sample: SampleDays, usual: Spans
) -> Iterator[tuple[int, int]]:
    """Gaps of the sample's days that the same weekday of a usual week (a holiday: any day) does not have."""
    gaps = _free_of(rate, windows, sample)
    for ordinal in range(sample.first, sample.last):
        weekdays = range(7) if sample.is_holiday else [(ordinal - 1) % 7]
        shifted = (
            union((a + by, b + by) for a, b in usual)
            for by in ((ordinal - scene.monday - weekday) * DAY_S for weekday in weekdays)
        )
        day = ((ordinal * DAY_S, (ordinal + 1) * DAY_S),)
        new = [without(both(gaps, day), known) for known in shifted]
        if all(new):
            yield new[0][0]


def _gap(scene: Scene, of: tuple[int, Rate], starts: list[int], length_s: int) -> Remark:
    index, rate = of
    kinds = {WEEK[(start // DAY_S - 1) % 7] for start in starts}
    at = starts[0]
    return Remark(
        "rates.check.gap_always" if length_s >= 7 * DAY_S else "rates.check.gap",
        Severity.WARNS,
        ("rates", index),
        {"rate": rate.name, "days": days_text(kinds), **_clocks(at, at + length_s)},
        (scene.stay(at, min(length_s, _EXAMPLE_S), scene.facts_for(rate.applies)),),
    )


def _gap_of_a_day(scene: Scene, of: tuple[int, Rate], sample: SampleDays, gap: tuple[int, int]) -> Remark:
    index, rate = of
    day = date.fromordinal(gap[0] // DAY_S)
    facts = {"rate": rate.name, "date": day.isoformat(), **_clocks(*gap)}
    entry = scene.instant(gap[0])
    known = scene.facts_for(rate.applies)
    if sample.is_holiday:
        known = sample.with_holiday(known)
    length = timedelta(seconds=min(gap[1] - gap[0], _EXAMPLE_S))
    return Remark(
        "rates.check.gap_on_holidays" if sample.is_holiday else "rates.check.gap_from_a_date",
        Severity.WARNS,
        ("rates", index),
        facts,
        (scene.example(entry, entry + length, known),),
    )


def _clocks(start: int, end: int) -> dict[str, str]:
    """Start and end on the clock; an end on a later day than the next names its weekday."""
    last = clock_text(end % DAY_S or DAY_S)
    days_on = (end - 1) // DAY_S - start // DAY_S
    if days_on > 1:
        last = f"{WEEK[((end - 1) // DAY_S - 1) % 7]} {last}"
    return {"start": clock_text(start % DAY_S), "end": last}


def _overlaps(scene: Scene, index: int, rate: Rate) -> Iterator[Remark]:
    """Charges whose windows cross one before them: neither lies within the other, so one is cut."""
    first, last = scene.monday, scene.monday + 7
    held = [held_by(charge.windows, scene.days, first, last) for charge in rate.charges]
    for later, charge in enumerate(rate.charges):
        for earlier in range(later):
            before = rate.charges[earlier]
            lost = both(held[earlier], held[later])
            if not (lost and charge.windows and before.windows):
                continue
            if not (without(held[earlier], held[later]) and without(held[later], held[earlier])):
                continue
            start, end = lost[0]
            days = {WEEK[(at // DAY_S - 1) % 7] for at, _ in lost}
            facts = {"charge": charge.name, "before": before.name, "days": days_text(days)}
            example = scene.stay(start, min(end - start, _EXAMPLE_S), scene.facts_for(rate.applies))
            place = ("rates", index, "charges", later)
            yield Remark(
                "rates.check.overlap", Severity.WARNS, place, facts | _clocks(start, end), (example,)
            )
