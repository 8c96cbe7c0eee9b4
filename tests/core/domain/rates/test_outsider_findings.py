"""Prices that somebody who knew only the documentation expected, and was right to."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from core.domain.rates.facts import CreditKind, Facts, Validation
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Span
from tests.core.domain.rates.plan_files import plan_from_toml

HEAD = 'format = "rate-plan/1"\nname = "P"\ncurrency = "EUR"\ntimezone = "UTC"\n'
BANDS = '{ up_to = "1 h", total = 5 }, { up_to = "3 h", total = 3 }, { total = 9 }'


def _at(clock: str, day: int = 11) -> datetime:
    hour, minute = clock.split(":")
    return datetime(2026, 5, day, int(hour), int(minute), tzinfo=UTC)


def _total(plan: str, entry: datetime, exit_at: datetime, **facts: object) -> int:
    pricing = Pricing(plan_from_toml(HEAD + plan))
    return pricing.quote(Span(entry, exit_at, Facts(**facts))).total_minor  # type: ignore[arg-type]


def _charge(steps: str, *, rest: str = "") -> str:
    return f'[[rates]]\nname = "S"\n[[rates.charges]]\nname = "c"\n{rest}\nsteps = [{steps}]\n'


def test_nobody_is_paid_for_coming_back_where_bands_fall() -> None:
    plan = 'visits = "continue"\n' + _charge(BANDS)
    assert _total(plan, _at("12:00"), _at("12:40"), prior_minutes=50) == 0
    assert _total(plan, _at("12:00"), _at("12:40"), visits=((_at("10:00"), _at("10:50")),)) == 0


@pytest.mark.parametrize("visits", ["apart", "caps", "continue", "sum"])
def test_who_had_the_free_minutes_of_the_day_does_not_get_them_again(visits: str) -> None:
    plan = (
        f'visits = "{visits}"\n'
        + _charge('{ each = "1 h", price = 20 }')
        + '[[free]]\nup_to = "15 min"\nonce = "day"\n'
    )
    assert _total(plan, _at("12:00"), _at("12:10"), free_used=True) == 2000


@pytest.mark.parametrize("visits", ["continue", "sum"])
def test_the_gaps_between_visits_are_no_parking_time(visits: str) -> None:
    plan = f'visits = "{visits}"\n' + _charge('{ each = "1 h", price = 20 }') + '[[free]]\nup_to = "15 min"\n'
    assert _total(plan, _at("12:00"), _at("12:03"), visits=((_at("10:00"), _at("10:10")),)) == 0


def test_a_visit_that_was_free_is_charged_once_the_free_minutes_are_exceeded() -> None:
    plan = (
        'visits = "continue"\n'
        + _charge('{ for = "1 h", price = 20 }, { each = "30 min", price = 15 }')
        + '[[free]]\nup_to = "15 min"\n'
    )
    assert _total(plan, _at("12:00"), _at("12:50"), prior_minutes=12) == 3500
    assert _total(plan, _at("12:00"), _at("12:10"), prior_minutes=10) == 2000


def test_where_only_the_best_credit_counts_a_later_beginning_is_one_of_them() -> None:
    plan = '[validations]\nstack = "best"\ntime_credit = "first_minutes"\n' + _charge(
        '{ each = "1 h", price = 2 }'
    )
    given = (Validation(CreditKind.TIME, Decimal(60)), Validation(CreditKind.AMOUNT, Decimal(300)))
    assert _total(plan, _at("12:00"), _at("16:00"), validations=given) == 500


def test_a_credit_longer_than_the_stay_leaves_nothing_to_pay_where_bands_fall() -> None:
    plan = _charge('{ up_to = "2 h", total = 6 }, { total = 4 }')
    given = (Validation(CreditKind.TIME, Decimal(180)),)
    assert _total(plan, _at("12:00"), _at("13:30"), validations=given) == 0


def test_which_counts_the_windows_that_a_stay_touches() -> None:
    plan = """[[rates]]
name = "S"
[[rates.charges]]
name = "n"
from = "20:00"
to = "06:00"
steps = [{ each = "1 h", price = 1 }]
restart = "window"
[[rates.charges]]
name = "rest"
free = true
[[caps]]
at_most = 3
per = "window"
of = ["n"]
which = "1"
"""
    assert _total(plan, _at("00:30", 12), _at("07:00", 13)) == 1300


@pytest.mark.parametrize("restart", ["stay", "day", "24 h"], ids=lambda restart: restart.replace(" ", "_"))
def test_a_flat_price_that_was_paid_is_not_due_again_after_an_overstay_in_its_period(restart: str) -> None:
    pricing = Pricing(plan_from_toml(HEAD + _charge("{ price = 3.00 }", rest=f'restart = "{restart}"')))
    entry, paid_at, back_at = _at("18:00"), _at("18:30"), _at("18:45")
    again = Span(back_at, _at("20:00"), restarted=True, cap_from=entry, paid=((entry, paid_at),))
    assert pricing.quote(Span(entry, paid_at)).total_minor == 300
    assert pricing.quote(again).total_minor == 0
    later = Span(back_at, _at("20:00", 12), restarted=True, cap_from=entry, paid=((entry, paid_at),))
    assert pricing.quote(later).total_minor == (0 if restart == "stay" else 300)


def test_an_evening_that_was_paid_is_not_due_again_and_the_next_one_is() -> None:
    plan = _charge("{ price = 3.00 }", rest='from = "18:00"\nto = "24:00"\nrestart = "window"')
    pricing = Pricing(plan_from_toml(HEAD + plan))
    entry, paid_at, back_at = _at("18:00"), _at("18:30"), _at("18:45")
    for exit_at, due in ((_at("23:00"), 0), (_at("18:01", 12), 300)):
        span = Span(back_at, exit_at, restarted=True, cap_from=entry, paid=((entry, paid_at),))
        assert pricing.quote(span).total_minor == due
