from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.domain.errors import BadInput
from core.domain.rates.quote import QuoteLine, Span
from core.domain.rates.step_plan import CAP_PERIOD, StepPlan

NOON = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)
PLAN = StepPlan("day", 1, "EUR", 10, 60, 200, 30, 150, 1200)
DAY_MINUTES = 24 * 60


def _after(minutes: float = 0, seconds: float = 0) -> datetime:
    return NOON + timedelta(minutes=minutes, seconds=seconds)


def _total(plan: StepPlan, minutes: float) -> int:
    return plan.quote(Span(NOON, _after(minutes))).total_minor


def charged_minute_by_minute(
    plan: StepPlan, started_minutes: int, *, since_anchor: int = 0, restarted: bool = False, earlier: int = 0
) -> int:
    """What a clerk would charge who looks at his watch each minute: the slow, other way to reckon.

    ``since_anchor`` is how many minutes after the first entry the span starts, ``earlier`` what was
    charged before in the cap period in which it starts.
    """
    if not restarted and started_minutes <= plan.free_minutes:
        return 0
    total, in_period, left_of_unit, is_first = 0, earlier, 0, True
    for minute in range(started_minutes):
        if plan.cap_minor is not None and minute and (since_anchor + minute) % DAY_MINUTES == 0:
            in_period, left_of_unit, is_first = 0, 0, True
        if left_of_unit == 0:
            takes_first = is_first and plan.first_minutes > 0
            price = plan.first_minor if takes_first else plan.step_minor
            left_of_unit = plan.first_minutes if takes_first else plan.step_minutes
            is_first = False
            if plan.cap_minor is not None:
                price = max(0, min(price, plan.cap_minor - in_period))
            in_period += price
            total += price
        left_of_unit -= 1
    return total


@st.composite
def plans(draw: st.DrawFn) -> StepPlan:
    """Any plan a landlord could say in a sentence."""
    first_minutes = draw(st.integers(0, 180))
    first_minor, step_minor = draw(st.integers(0, 500)), draw(st.integers(0, 500))
    dearest = max(first_minor if first_minutes else 0, step_minor)
    cap = draw(st.none() | st.integers(dearest, dearest * 12 + 1))
    return StepPlan(
        "p",
        1,
        "EUR",
        draw(st.integers(0, 60)),
        first_minutes,
        first_minor,
        draw(st.integers(1, 240)),
        step_minor,
        cap,
    )


@settings(deadline=None)
@given(plans(), st.integers(0, 5 * DAY_MINUTES), st.integers(0, 59))
def test_every_price_is_the_one_of_a_clerk_with_a_watch(plan: StepPlan, minutes: int, seconds: int) -> None:
    quote = plan.quote(Span(NOON, _after(minutes, seconds)))
    assert quote.total_minor == charged_minute_by_minute(plan, minutes + (1 if seconds else 0))


@settings(deadline=None)
@given(plans(), st.integers(0, 2 * DAY_MINUTES), st.integers(1, 3 * DAY_MINUTES))
def test_a_restarted_clock_charges_what_the_clerk_would(plan: StepPlan, first: int, further: int) -> None:
    paid = plan.quote(Span(NOON, _after(first)))
    restart = first + 15
    span = Span(_after(restart), _after(restart + further), restarted=True, cap_from=NOON, earlier=paid.lines)
    begun = restart - restart % DAY_MINUTES
    before = sum(line.amount_minor for line in paid.lines if line.start >= _after(begun))
    expected = charged_minute_by_minute(plan, further, since_anchor=restart, restarted=True, earlier=before)
    assert plan.quote(span).total_minor == expected


@settings(deadline=None)
@given(plans(), st.integers(0, 4 * DAY_MINUTES), st.integers(0, 240))
def test_staying_longer_never_costs_less(plan: StepPlan, minutes: int, more: int) -> None:
    assert _total(plan, minutes) <= _total(plan, minutes + more)


@settings(deadline=None)
@given(plans(), st.integers(0, 4 * DAY_MINUTES))
def test_the_lines_lie_within_the_stay_and_the_price_holds_as_long_as_it_says(
    plan: StepPlan, minutes: int
) -> None:
    quote = plan.quote(Span(NOON, _after(minutes)))
    assert quote.lines
    assert all(NOON <= line.start <= line.end <= _after(minutes) for line in quote.lines)
    charged = [line for line in quote.lines if line.rule not in {"cap", "free"}]
    assert all(earlier.end <= later.start for earlier, later in pairwise(charged))
    assert quote.valid_until is not None
    assert quote.valid_until >= quote.end
    assert plan.quote(Span(NOON, quote.valid_until)).total_minor == quote.total_minor


@settings(deadline=None)
@given(plans(), st.integers(0, 4 * DAY_MINUTES))
def test_no_day_costs_more_than_its_cap(plan: StepPlan, minutes: int) -> None:
    assume(plan.cap_minor is not None)
    assert plan.cap_minor is not None
    assert _total(plan, minutes) <= plan.cap_minor * (minutes // DAY_MINUTES + 1)


@pytest.mark.parametrize(
    ("minutes", "total"),
    [
        (0, 0),
        (10, 0),
        (10.01, 200),
        (60, 200),
        (60.01, 350),
        (90, 350),
        (91, 500),
        (1440, 1200),
        (1441, 1400),
    ],
)
def test_a_stay_of_exactly_n_units_costs_n_units(minutes: float, total: int) -> None:
    assert _total(PLAN, minutes) == total


def test_a_short_stay_is_one_free_line() -> None:
    quote = PLAN.quote(Span(NOON, _after(7)))
    assert quote.lines == (QuoteLine("free", NOON, _after(7), 0, unit_minutes=10),)
    assert quote.valid_until == _after(10)


def test_a_stay_is_explained_by_first_block_steps_and_cap() -> None:
    quote = PLAN.quote(Span(NOON, _after(600)))
    assert [(line.rule, line.units, line.amount_minor) for line in quote.lines] == [
        ("first_block", 1, 200),
        ("steps", 18, 2700),
        ("cap", 1, -1700),
    ]
    assert quote.valid_until == NOON + CAP_PERIOD


def test_a_cap_that_is_already_reached_is_not_exceeded_by_a_restarted_clock() -> None:
    paid = PLAN.quote(Span(NOON, _after(600)))
    restart = Span(_after(615), _after(900), restarted=True, cap_from=NOON, earlier=paid.lines)
    assert PLAN.quote(restart).total_minor == 0
    beyond = replace(restart, exit=_after(1450))
    assert PLAN.quote(beyond).total_minor == 200


def test_a_restarted_clock_grants_no_free_minutes_again() -> None:
    assert PLAN.quote(Span(_after(100), _after(101), restarted=True, cap_from=NOON)).total_minor == 200


def test_a_stay_that_ends_before_it_began_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        PLAN.quote(Span(NOON, _after(-1)))
    assert caught.value.code == "rates.exit_before_entry"


@pytest.mark.parametrize(
    "wrong",
    [
        {"free_minutes": -1},
        {"first_minutes": 1441},
        {"step_minutes": 0},
        {"step_minor": -1},
        {"first_minor": 10_000_001},
        {"cap_minor": 199},
    ],
)
def test_figures_that_make_no_plan_are_refused_by_field(wrong: dict[str, int]) -> None:
    with pytest.raises(BadInput) as caught:
        replace(PLAN, **wrong)
    assert caught.value.facts["field"] == next(iter(wrong))


@given(plans())
def test_a_plan_comes_back_from_the_journal_as_it_was(plan: StepPlan) -> None:
    assert StepPlan.from_document(plan.to_document()) == plan


def test_a_document_of_another_format_is_no_plan() -> None:
    with pytest.raises(BadInput):
        StepPlan.from_document({**PLAN.to_document(), "format": "tariff/9"})
    with pytest.raises(BadInput):
        StepPlan.from_document({**PLAN.to_document(), "surprise": 1})


def test_a_price_holds_no_longer_than_the_day_of_its_cap() -> None:
    plan = StepPlan("p", 1, "EUR", 0, 0, 0, 420, 100, 5000)
    quote = plan.quote(Span(NOON, _after(1300)))
    assert (quote.total_minor, quote.valid_until) == (400, NOON + CAP_PERIOD)
    assert plan.quote(Span(NOON, _after(1441))).total_minor == 500
