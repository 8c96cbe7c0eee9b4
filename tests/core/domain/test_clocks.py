from datetime import UTC, datetime, timedelta

import pytest

from core.domain.clocks import is_off, skew_of, whole_minutes

NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_a_clock_is_compared_with_the_middle_of_asking_and_answer():
    assert skew_of(NOON, NOON - 299 * SECOND, NOON + 2 * SECOND) == timedelta(minutes=5)
    assert skew_of(NOON, NOON + 61 * SECOND, NOON + 2 * SECOND) == timedelta(minutes=-1)


@pytest.mark.parametrize(
    ("seconds", "named"), [(0, False), (120, False), (121, True), (-120, False), (-121, True)]
)
def test_more_than_two_minutes_are_named_whichever_way(seconds, named):
    assert is_off(seconds * SECOND) is named


def test_what_is_not_known_is_not_named():
    assert not is_off(None)


def test_minutes_are_counted_whichever_way():
    assert [whole_minutes(seconds * SECOND) for seconds in (121, -121, 200, -86_400)] == [2, 2, 3, 1440]
