"""Rates over pictures whose plates are known, against figures worked out by hand."""

from __future__ import annotations

import pytest

from core.domain.read_rates import (
    Outcome,
    Share,
    acting,
    at_coverage,
    edits,
    percentile,
    rates,
    threshold_for,
    wilson,
)


def outcome(read: str, truth: str = "ABC1234", confidence: float = 0.9, **more: object) -> Outcome:
    return Outcome(file=f"{read}-{confidence}.jpg", truth=truth, read=read, confidence=confidence, **more)


RIGHT = outcome("ABC1234")


def test_a_plate_is_exact_only_with_every_character() -> None:
    found = rates([RIGHT, outcome("ABC1235"), outcome("ABC12"), outcome("", confidence=0.0)])
    assert found.exact == Share(1, 4)
    assert found.within_one == Share(2, 4)
    assert found.nothing == Share(1, 4)
    assert found.exact.percent == 25.0


def test_a_wrong_read_still_helps_where_the_right_plate_is_offered() -> None:
    found = rates([outcome("ABC1235", offered=("ABC1234",)), outcome("ABC1235"), RIGHT])
    assert found.offered == Share(2, 3)


@pytest.mark.parametrize(
    ("first", "second", "distance"),
    [("", "", 0), ("ABC", "ABC", 0), ("", "ABC", 3), ("AB1", "ABI", 1), ("ABC", "AC", 1), ("AB", "BA", 2)],
)
def test_edits_are_counted_as_characters(first: str, second: str, distance: int) -> None:
    assert edits(first, second) == edits(second, first) == distance


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    # The first three: tables of R's binom.wilson, to four places.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (20, 20, 0.8389, 1.0)],
)
def test_the_interval_is_wilsons(count: int, of: int, low: float, high: float) -> None:
    assert wilson(count, of) == pytest.approx((low, high), abs=5e-5)


def test_of_nothing_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert rates([]).exact.percent == 0.0
    assert threshold_for([]) is None
    assert at_coverage([], 0.7) is None
    assert percentile([], 0.5) == 0.0


def test_acting_alone_counts_what_is_sure_enough_and_how_much_of_it_is_right() -> None:
    found = acting([RIGHT, outcome("ABC1235", confidence=0.8), outcome("X", confidence=0.3)], 0.8)
    assert found.coverage == Share(2, 3)
    assert found.precision == Share(1, 2)


def test_a_picture_without_a_plate_is_never_acted_on() -> None:
    assert acting([outcome("", confidence=0.0)], 0.0).coverage == Share(0, 1)


def test_the_threshold_is_the_lowest_from_which_on_enough_were_right() -> None:
    sure = [outcome("ABC1234", confidence=0.9 + number / 10_000) for number in range(400)]
    wrong = outcome("ABC1235", confidence=0.85)
    worse = [outcome("ABC1235", confidence=0.8), outcome("ABC1235", confidence=0.8)]
    found = threshold_for([*worse, *sure, wrong])
    assert found is not None
    # One wrong of 401 is 99.75 %, three of 403 are 99.26 %.
    assert found.threshold == 0.85
    assert found.precision == Share(400, 401)
    assert found.coverage == Share(401, 403)


def test_reads_of_one_confidence_are_acted_on_together_or_not_at_all() -> None:
    assert threshold_for([RIGHT, outcome("ABC1235")]) is None


def test_where_the_surest_read_is_wrong_a_later_run_of_right_ones_may_still_reach_it() -> None:
    wrong = outcome("ABC1235", confidence=0.99)
    right = [outcome("ABC1234", confidence=0.9) for _ in range(300)]
    found = threshold_for([wrong, *right])
    assert found is not None
    assert found.precision == Share(300, 301)


def test_at_a_coverage_the_surest_so_many_are_acted_on() -> None:
    pictures = [outcome("ABC1234", confidence=number / 10) for number in range(1, 11)]
    found = at_coverage(pictures, 0.7)
    assert found is not None
    assert found.threshold == 0.4
    assert found.coverage == Share(7, 10)


def test_a_coverage_that_cannot_be_reached_has_no_threshold() -> None:
    assert at_coverage([RIGHT, outcome("", confidence=0.0)], 0.7) is None


def test_percentiles_are_values_that_occurred() -> None:
    assert percentile([30.0, 10.0, 20.0, 40.0], 0.5) == 20.0
    assert percentile(range(1, 101), 0.95) == 95
