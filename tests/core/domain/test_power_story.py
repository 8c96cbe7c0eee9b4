from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.domain.power_story import STEADY, PowerNews, PowerStory

NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)
LOST, LOW, BACK = PowerNews.LOST, PowerNews.LOW, PowerNews.BACK


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def told(story: PowerStory, on_battery: bool | None, seconds: float, *, is_low: bool = False):
    return [(heard.news, heard.since) for heard in story.hear(on_battery, is_low=is_low, now=at(seconds))]


def test_on_mains_there_is_nothing_to_tell():
    story = PowerStory()
    assert [told(story, False, second) for second in range(5)] == [[]] * 5
    assert not story.is_on_battery


def test_the_mains_are_told_lost_at_once_and_once():
    story = PowerStory()
    assert told(story, True, 1) == [(LOST, at(1))]
    assert told(story, True, 2) == []
    assert story.is_on_battery


def test_they_are_back_when_they_have_stayed_and_since_they_came():
    story = PowerStory()
    told(story, True, 0)
    assert told(story, False, 60) == []
    assert story.is_on_battery
    assert told(story, False, 60 + STEADY.total_seconds()) == [(BACK, at(60))]
    assert not story.is_on_battery


def test_mains_that_flicker_are_told_lost_once():
    story = PowerStory()
    news = [one for second in range(100) for one in told(story, second % 2 == 0, second)]
    assert news == [(LOST, at(0))]


def test_a_battery_nearly_empty_is_told_once_an_outage():
    story = PowerStory()
    assert told(story, True, 0, is_low=True) == [(LOST, at(0)), (LOW, at(0))]
    assert told(story, True, 1, is_low=True) == []
    told(story, False, 2)
    assert told(story, False, 12) == [(BACK, at(2))]
    assert told(story, True, 20, is_low=True) == [(LOST, at(20)), (LOW, at(20))]


def test_what_is_not_known_changes_nothing():
    story = PowerStory()
    assert told(story, None, 0) == []
    told(story, True, 1)
    assert told(story, None, 500) == []
    assert story.is_on_battery


def test_a_clock_set_back_does_not_keep_the_mains_away():
    story = PowerStory()
    told(story, True, 3600)
    told(story, False, 3601)
    assert [news for news, _ in told(story, False, 0)] == [BACK]


@given(st.lists(st.tuples(st.sampled_from([True, False, None]), st.booleans()), max_size=60))
def test_lost_and_back_always_take_turns(days):
    story = PowerStory()
    news = [
        one.news
        for number, (on_battery, is_low) in enumerate(days)
        for one in story.hear(on_battery, is_low=is_low, now=at(number * 7))
    ]
    turns = [one for one in news if one is not LOW]
    assert turns == [LOST, BACK] * (len(turns) // 2) + [LOST] * (len(turns) % 2)
