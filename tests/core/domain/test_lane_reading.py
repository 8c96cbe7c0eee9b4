"""What is said about a lane's reading, from its counts."""

from __future__ import annotations

import pytest

from core.domain.confusions import Confusion
from core.domain.lane_reading import LaneReading, ReadCounts, advice_for

NOON, MIDNIGHT = 12, 0


def codes(reading: LaneReading) -> list[str]:
    return [advice.code for advice in advice_for(reading)]


def lane(noon: ReadCounts, midnight: ReadCounts | None = None, **more: object) -> LaneReading:
    return LaneReading("in", {NOON: noon, MIDNIGHT: midnight or ReadCounts()}, **more)


def test_the_day_is_the_sum_of_its_hours_and_of_light_and_dark() -> None:
    reading = lane(ReadCounts(40, 4, 2, 1), ReadCounts(10, 5, 1, 0))
    assert reading.total == ReadCounts(50, 9, 3, 1)
    assert reading.light == ReadCounts(40, 4, 2, 1)
    assert reading.dark == ReadCounts(10, 5, 1, 0)
    assert reading.total.alone == 41


def test_of_no_vehicles_every_share_is_nothing() -> None:
    assert ReadCounts().share(0) == 0.0


def test_too_few_vehicles_say_nothing() -> None:
    assert codes(lane(ReadCounts(29, 29))) == ["reading.too_few"]


def test_a_lane_that_reads_well_is_left_alone() -> None:
    (advice,) = advice_for(lane(ReadCounts(1000, 1)))
    assert advice.code == "reading.well"
    assert advice.facts == {"percent": 99.9}


def test_a_lane_that_is_worse_in_the_dark_needs_light() -> None:
    (advice,) = advice_for(lane(ReadCounts(100, 2), ReadCounts(20, 6)))
    assert advice.code == "reading.worse_at_night"
    assert advice.facts == {"night": 70.0, "day": 98.0}


def test_a_handful_of_cars_by_night_proves_nothing() -> None:
    assert codes(lane(ReadCounts(100, 2), ReadCounts(14, 14))) == ["reading.well"]


def test_a_lane_that_sees_no_plates_is_told_first() -> None:
    reading = lane(ReadCounts(100, 10, 0, 10), plate_pixels=12.0)
    assert codes(reading) == ["reading.no_plates", "reading.small"]


@pytest.mark.parametrize(
    ("confusion", "code"),
    [
        (Confusion("8", "B", 3), "reading.confuses"),
        (Confusion("", "B", 3), "reading.overlooks"),
        (Confusion("I", "", 3), "reading.adds"),
    ],
)
def test_what_is_confused_often_is_told(confusion: Confusion, code: str) -> None:
    assert codes(lane(ReadCounts(100, 1), confusions=(confusion,))) == [code]


def test_what_is_confused_in_the_dark_is_told_so() -> None:
    confusion = Confusion("8", "B", 3, ("s1", "s2", "s3"))
    reading = lane(ReadCounts(100, 1), confusions=(confusion,), in_the_dark=frozenset({"s1", "s3", "other"}))
    (advice,) = advice_for(reading)
    assert advice.code == "reading.confuses_in_the_dark"
    assert (advice.facts["count"], advice.facts["dark"]) == (3, 2)


def test_what_happened_twice_is_chance() -> None:
    assert codes(lane(ReadCounts(100, 1), confusions=(Confusion("8", "B", 2),))) == ["reading.well"]


def test_a_lane_that_asks_often_without_another_reason_may_expect_other_plates() -> None:
    assert codes(lane(ReadCounts(100, 15))) == ["reading.asks_often"]
