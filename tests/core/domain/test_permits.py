from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.errors import BadInput
from core.domain.lots import OverstayRule
from core.domain.permits import holds, is_overstayed, permit_end, price_due
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Quote
from core.domain.rates.simple import simple_plan
from core.domain.stays import Stay
from tests.core.domain.samples import NOON, after, pay, stay_at_noon

PLAN = simple_plan(
    "plan",
    1,
    "EUR",
    free_minutes=10,
    first_minutes=60,
    first_minor=200,
    step_minutes=30,
    step_minor=150,
    cap_minor=1200,
)
RESTART, WHOLE = OverstayRule.RESTART, OverstayRule.WHOLE_LESS_PAID


def _plan_of(_plan_id: str, _version: int) -> Pricing:
    return Pricing(PLAN)


def _paid_at(minutes: float, stay: Stay | None = None, rule: OverstayRule = RESTART) -> Stay:
    """The stay after what it owed at that minute was paid."""
    before = stay or stay_at_noon()
    return pay(before, price_due(before, _plan_of, after(minutes), rule), after(minutes))


def _due(stay: Stay, minutes: float, rule: OverstayRule = RESTART) -> Quote:
    return price_due(stay, _plan_of, after(minutes), rule)


def test_the_right_to_leave_lasts_the_lots_exit_window() -> None:
    assert permit_end(after(100), 15) == after(115)
    assert permit_end(after(100), 0) == after(100)


def test_the_last_instant_of_the_window_still_counts_and_the_next_does_not() -> None:
    stay = _paid_at(100)
    assert holds(stay, after(100))
    assert holds(stay, after(115))
    assert not is_overstayed(stay, after(115))
    assert not holds(stay, after(115, seconds=0.000001))
    assert is_overstayed(stay, after(115, seconds=0.000001))


def test_a_stay_that_paid_nothing_has_no_right_to_leave_and_is_not_overstayed() -> None:
    assert not holds(stay_at_noon(), NOON)
    assert not is_overstayed(stay_at_noon(), after(10_000))


def test_an_unpaid_stay_owes_the_plans_price() -> None:
    assert _due(stay_at_noon(), 100).total_minor == 500


def test_within_the_window_nothing_is_due_and_the_line_says_why() -> None:
    quote = _due(_paid_at(100), 115)
    assert (quote.total_minor, [line.rule for line in quote.lines]) == (0, ["permit"])
    assert quote.valid_until == after(115)


def test_after_the_window_the_clock_starts_again_at_its_end() -> None:
    quote = _due(_paid_at(100), 116)
    assert (quote.start, quote.total_minor) == (after(115), 200)
    assert all(line.start >= after(115) for line in quote.lines)


def test_by_the_other_rule_the_whole_stay_is_priced_less_what_was_paid() -> None:
    stay = _paid_at(100, rule=WHOLE)
    quote = _due(stay, 160, WHOLE)
    assert quote.lines[-1].rule == "already_paid"
    assert quote.lines[-1].amount_minor == -500
    assert quote.total_minor == PLAN_TOTAL_AFTER_160 - 500


PLAN_TOTAL_AFTER_160 = 200 + 4 * 150


def test_by_the_other_rule_a_stay_that_paid_too_much_owes_nothing_and_gets_nothing() -> None:
    dearer = simple_plan(
        "plan",
        1,
        "EUR",
        free_minutes=0,
        first_minutes=60,
        first_minor=5000,
        step_minutes=30,
        step_minor=150,
        cap_minor=None,
    )
    stay = pay(
        stay_at_noon(), price_due(stay_at_noon(), lambda *_: Pricing(dearer), after(100), WHOLE), after(100)
    )
    assert _due(stay, 130, WHOLE).total_minor == 0


def test_a_cap_that_is_reached_is_not_exceeded_on_the_same_day_after_a_restart() -> None:
    stay = _paid_at(600)
    assert stay.paid_minor == 1200
    assert _due(stay, 900).total_minor == 0
    assert _due(stay, 24 * 60 + 1).total_minor == 200


def test_a_clock_before_the_entry_prices_nothing() -> None:
    with pytest.raises(BadInput) as caught:
        _due(stay_at_noon(), -1)
    assert caught.value.code == "clock.before_entry"


VISITS = st.lists(st.integers(1, 900), min_size=1, max_size=6)


@settings(deadline=None)
@given(VISITS)
def test_no_minute_is_charged_twice_however_often_the_driver_overstays(pauses: list[int]) -> None:
    stay, minute = stay_at_noon(), 0
    for pause in pauses:
        minute += pause
        stay = _paid_at(minute, stay)
    charged = sorted(
        (line.start, line.end)
        for payment in stay.payments
        for line in payment.lines
        if line.rule in {"first_block", "steps"}
    )
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(charged))


@settings(deadline=None)
@given(VISITS, st.sampled_from(OverstayRule))
def test_no_day_costs_more_than_its_cap_however_often_the_driver_pays(
    pauses: list[int], rule: OverstayRule
) -> None:
    stay, minute = stay_at_noon(), 0
    for pause in pauses:
        minute += pause
        stay = _paid_at(minute, stay, rule)
    days = -(-minute // (24 * 60))
    assert stay.paid_minor <= 1200 * days


@settings(deadline=None)
@given(VISITS)
def test_by_the_other_rule_all_payments_together_are_the_price_of_the_whole_stay(pauses: list[int]) -> None:
    stay, minute = stay_at_noon(), 0
    for pause in pauses:
        minute += pause
        if not holds(stay, after(minute)):
            stay = _paid_at(minute, stay, WHOLE)
            assert stay.paid_minor == _due(stay_at_noon(), minute).total_minor


@settings(deadline=None)
@given(st.integers(1, 3000), st.sampled_from(OverstayRule))
def test_who_has_just_paid_owes_nothing(minutes: int, rule: OverstayRule) -> None:
    assert _due(_paid_at(minutes, rule=rule), minutes, rule).total_minor == 0
