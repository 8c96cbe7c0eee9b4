from datetime import timedelta

import pytest

from core.domain.rates.examples import MOST_EXAMPLES, worked_examples
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Span
from tests.core.domain.rates.checks.checked import NOW
from tests.core.domain.rates.plan_files import SAMPLES, sample

NAMES = sorted(path.stem for path in SAMPLES.glob("*.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_examples_are_few_and_no_stay_comes_twice(name):
    plan = sample(name)
    found = worked_examples(plan, now=NOW)
    stays = [(one.example.entry, one.example.exit, one.example.facts) for one in found]
    assert 3 <= len(found) <= MOST_EXAMPLES
    assert len(set(stays)) == len(stays)
    pricing = Pricing(plan)
    for entry, exit_at, facts in stays:
        quote = pricing.quote(Span(entry, exit_at, facts))
        assert quote in [one.example.quote for one in found]


def _shown(name: str, reason: str) -> list[tuple[timedelta, int | None]]:
    found = worked_examples(sample(name), now=NOW, most=40)
    return [
        (one.example.exit - one.example.entry, one.example.total_minor)
        for one in found
        if one.reason == f"rates.example.{reason}"
    ]


def test_the_free_limit_is_shown_at_it_and_a_minute_over_it():
    name = "free-if-no-longer-than-10-minutes"
    assert _shown(name, "free") == [(timedelta(minutes=10), 0)]
    assert _shown(name, "past_free") == [(timedelta(minutes=11), 65)]


def test_each_step_is_shown_at_its_end_and_a_minute_over_it():
    name = "first-two-hours-then-each-15-minutes"
    assert _shown(name, "step") == [(timedelta(hours=2), 330), (timedelta(hours=2, minutes=15), 395)]
    assert _shown(name, "past_step") == [
        (timedelta(hours=2, minutes=1), 395),
        (timedelta(hours=2, minutes=16), 460),
    ]


def test_the_first_minute_is_shown_in_which_a_maximum_holds():
    assert _shown("each-hour-24-hour-maximum", "cap") == [(timedelta(hours=2, minutes=1), 1700)]


def test_an_early_bird_is_shown_at_the_edges_of_its_windows():
    name = "early-bird-weekend-cheapest-of-all"
    (before, entered), (before_exit,) = (
        _shown(name, "before_entry")[:1] + _shown(name, "entry")[:1],
        _shown(name, "before_exit")[:1],
    )
    assert before[1] != entered[1]
    assert before_exit[1] != entered[1]


def test_a_lost_ticket_and_each_class_are_shown():
    assert _shown("first-hour-then-each-hour-day-maximum-lost-ticket", "lost_ticket")
    assert len(_shown("half-hours-by-day-dearer-in-the-centre", "kind")) == 1


def test_fewer_examples_are_made_where_fewer_are_wanted():
    assert len(worked_examples(sample("shopping-centre-weekday-weekend-evening-flat"), now=NOW, most=6)) == 6
