from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.backup_keeping import copy_name, made_at_of, superseded

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
instants = st.integers(0, 30_000).map(lambda hours: NOW - timedelta(days=1000) + timedelta(hours=hours))


def test_two_years_of_hourly_copies_become_about_a_hundred() -> None:
    copies = {NOW - timedelta(hours=hours) for hours in range(24 * 365 * 2)}
    kept = sorted(copies - set(superseded(copies, NOW)), reverse=True)
    assert kept[:49] == [NOW - timedelta(hours=hours) for hours in range(49)]
    days = [at.date() for at in kept if timedelta(days=2) < NOW - at <= timedelta(days=35)]
    assert len(days) == len(set(days)) == 34
    assert 100 < len(kept) < 115


def test_keeping_hour_by_hour_comes_to_the_same_size_as_all_at_once() -> None:
    kept: set[datetime] = set()
    for hours in range(24 * 100):
        now = NOW + timedelta(hours=hours)
        kept.add(now)
        kept -= set(superseded(kept, now))
    assert 80 < len(kept) < 95
    assert min(kept) < NOW + timedelta(days=35)


@given(st.sets(instants, max_size=60), instants)
def test_the_newest_copy_and_those_of_the_future_are_never_given_up(
    copies: set[datetime], now: datetime
) -> None:
    gone = set(superseded(copies, now))
    assert gone <= copies
    if copies:
        assert max(copies) not in gone
    assert not [at for at in gone if at > now]


@given(st.sets(instants, max_size=60), instants)
def test_what_was_kept_once_is_kept_when_asked_again(copies: set[datetime], now: datetime) -> None:
    kept = copies - set(superseded(copies, now))
    assert superseded(kept, now) == []


@given(instants)
def test_a_copys_name_says_when_it_was_made(made_at: datetime) -> None:
    assert made_at_of(copy_name(made_at)) == made_at


@pytest.mark.parametrize("name", ["", "lotkeeper.db", "lotkeeper-20261399T000000Z.db.gz", "../x"])
def test_other_files_are_no_copies(name: str) -> None:
    assert made_at_of(name) is None
