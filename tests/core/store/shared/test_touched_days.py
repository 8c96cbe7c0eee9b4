"""The days that count otherwise after a stay has changed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.domain.journal import to_micros
from core.store.shared.lot_facts import LotFacts
from core.store.shared.touched_days import MOST_DAYS_BACK, StaySpan, days_of_stays

ZONE = ZoneInfo("Europe/Berlin")
LOT = LotFacts("lot", "Market Street", 50, "Europe/Berlin", "EUR", frozenset(), frozenset())
NEWEST = date(2026, 11, 25)


def at(day: int, hour: int = 12) -> int:
    return to_micros(datetime(2026, 11, day, hour, tzinfo=ZONE))


def days(before: StaySpan | None, after: StaySpan) -> list[int]:
    known = {} if before is None else {"s": before}
    return sorted(day.day for day in days_of_stays(LOT, known, {"s": after}, NEWEST))


def span(entry_at: int, exit_at: int | None = None, *, was_inside: bool = True) -> StaySpan:
    return StaySpan(entry_at, exit_at, was_inside)


@pytest.mark.parametrize(
    ("before", "after", "touched"),
    [
        (None, span(at(25)), [25]),
        (None, span(at(22)), [22, 23, 24, 25]),
        (None, span(at(22), at(23)), [22, 23]),
        (span(at(22)), span(at(22)), []),
        (span(at(22)), span(at(22), at(25)), [25]),
        (span(at(22)), span(at(22), at(23)), [23, 24, 25]),
        (span(at(22), at(23)), span(at(22)), [23, 24, 25]),
        (span(at(24)), span(at(22)), [22, 23, 24]),
        (span(at(24), was_inside=False), span(at(24)), [24, 25]),
    ],
)
def test_which_days(before: StaySpan | None, after: StaySpan, touched: list[int]) -> None:
    assert days(before, after) == touched


def test_a_day_begins_at_the_lots_midnight() -> None:
    assert days(span(at(20)), span(at(20), at(24, 0))) == [24, 25]
    assert LOT.day_of(at(24, 0) - 1) == date(2026, 11, 23)


def test_a_day_has_23_or_25_hours_when_clocks_change() -> None:
    lengths = {
        day: LOT.bounds_of(day)[1] - LOT.bounds_of(day)[0]
        for day in (date(2026, 3, 29), date(2026, 10, 25), date(2026, 11, 1))
    }
    hours = [micros / 3_600_000_000 for micros in lengths.values()]
    assert hours == [23, 25, 24]


def test_a_clock_that_was_wrong_by_decades_does_not_make_decades_of_reports() -> None:
    long_ago = span(to_micros(datetime(1971, 1, 1, tzinfo=ZONE)))
    found = days_of_stays(LOT, {}, {"s": long_ago}, NEWEST)
    assert (min(found), max(found)) == (NEWEST - timedelta(days=MOST_DAYS_BACK), NEWEST)


def test_a_zone_that_this_machine_does_not_know_counts_by_utc() -> None:
    lot = LotFacts("lot", "L", 1, "Mars/Olympus", "EUR", frozenset(), frozenset())
    begin, end = lot.bounds_of(date(2026, 11, 21))
    assert end - begin == 86_400_000_000
