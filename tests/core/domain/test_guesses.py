from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.domain.guesses import IN, MOST_GUESSES, Guesses

NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_ten_wrong_secrets_may_be_typed_at_once_and_the_eleventh_waits_a_minute() -> None:
    guesses = Guesses()
    for _ in range(MOST_GUESSES):
        assert guesses.free_at(NOON) is None
        guesses = guesses.with_one(NOON)
    assert guesses.free_at(NOON) == NOON + IN
    assert guesses.free_at(NOON + IN) is None


@given(st.lists(st.integers(0, 90), min_size=1, max_size=200))
def test_whatever_the_rhythm_no_minute_holds_more_than_ten(pauses: list[int]) -> None:
    guesses, now, taken = Guesses(), NOON, []
    for pause in pauses:
        now += pause * SECOND
        if guesses.free_at(now) is None:
            guesses = Guesses.from_text(guesses.with_one(now).to_text())
            taken.append(now)
    for start in taken:
        assert sum(start <= each < start + IN for each in taken) <= MOST_GUESSES


def test_what_is_kept_is_read_again() -> None:
    guesses = Guesses().with_one(NOON).with_one(NOON + SECOND)
    assert Guesses.from_text(guesses.to_text()) == guesses
    assert Guesses.from_text(None) == Guesses.from_text("") == Guesses()


def test_a_clock_that_was_set_back_keeps_nobody_out_for_hours() -> None:
    guesses = Guesses()
    for _ in range(MOST_GUESSES):
        guesses = guesses.with_one(NOON)
    assert guesses.free_at(NOON - timedelta(hours=3)) is None
    assert guesses.free_at(NOON - 10 * SECOND) == NOON + 50 * SECOND
