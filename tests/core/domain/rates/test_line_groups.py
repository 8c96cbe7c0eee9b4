"""Long bills are made short without a cent being lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.domain.rates.line_groups import added_up, each_line, short_bill
from core.domain.rates.quote import QuoteLine
from tests.core.domain.rates.test_published_tariffs import PUBLISHED, priced

NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)


def at(day: int, *, hours: int = 1, **changes: object) -> QuoteLine:
    start = NOON + timedelta(days=day)
    line = QuoteLine("steps", start, start + timedelta(hours=hours), 400, 4, 30, 100, "Day")
    return replace(line, **changes)  # type: ignore[arg-type]


def test_lines_of_the_same_kind_are_added_up_where_the_first_stands() -> None:
    night = at(0, rule="flat", name="Night", units=1, unit_minutes=0, unit_minor=500, amount_minor=500)
    groups = added_up([at(0), night, at(1, units=2, amount_minor=200), replace(night, start=NOON)])
    assert [(one.count, one.line.name, one.line.units, one.line.amount_minor) for one in groups] == [
        (2, "Day", 6, 600),
        (2, "Night", 2, 1000),
    ]
    assert (groups[0].line.start, groups[0].line.end) == (NOON, NOON + timedelta(days=1, hours=1))


@pytest.mark.parametrize(
    "other",
    [{"unit_minor": 200}, {"unit_minutes": 60}, {"name": "Evening"}, {"rule": "cap"}, {"factor": "2"}],
)
def test_lines_that_say_something_else_stay_apart(other: dict[str, Any]) -> None:
    assert len(added_up([at(0), at(1, **other)])) == 2


def test_units_of_seconds_are_told_by_their_span_and_so_stay_apart() -> None:
    assert len(added_up([at(0, unit_minutes=0), at(1, unit_minutes=0)])) == 2


def test_a_bill_that_fits_is_shown_line_by_line() -> None:
    lines = [at(day) for day in range(7)]
    assert short_bill(lines, 7).shown == each_line(lines)


def test_a_longer_one_is_added_up_first() -> None:
    bill = short_bill([at(day) for day in range(40)], 7)
    assert [(one.count, one.line.amount_minor) for one in bill.shown] == [(40, 16_000)]
    assert (bill.left_count, bill.left_minor) == (0, 0)


def test_and_if_that_does_not_do_the_largest_are_shown_with_the_sum_of_the_rest() -> None:
    lines = [at(day, name=f"Charge {day}", amount_minor=100 * (day % 10) - 300) for day in range(40)]
    bill = short_bill(lines, 7)
    assert len(bill.shown) == 6
    assert (bill.left_count, bill.left_minor + sum(one.line.amount_minor for one in bill.shown)) == (
        34,
        sum(line.amount_minor for line in lines),
    )
    assert [one.line.start for one in bill.shown] == sorted(one.line.start for one in bill.shown)
    assert min(abs(one.line.amount_minor) for one in bill.shown) == 500


def test_no_cent_of_a_published_stay_is_lost() -> None:
    for case in PUBLISHED["vectors"]:
        quote = priced(case)
        for most in (2, 3, 7):
            bill = short_bill(quote.lines, most)
            assert len(bill.shown) + bool(bill.left_count) <= most
            assert sum(one.line.amount_minor for one in bill.shown) + bill.left_minor == quote.total_minor
