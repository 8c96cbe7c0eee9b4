"""A fee that is too high is looked at by a person, who is told what it probably comes from."""

from datetime import UTC, datetime, timedelta

import pytest

from core.domain.rates.absurd import (
    LEAST_PAYMENTS,
    Cause,
    Ceiling,
    Circumstances,
    ceiling_of,
    likely_causes,
    still_confirmed,
)

NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)


def test_a_ceiling_is_learned_from_what_nearly_everybody_paid() -> None:
    # 98 short stays, one night, and one car that was forgotten for weeks.
    paid = [100] * 98 + [600] + [30_000]
    assert ceiling_of(None, paid) == Ceiling(
        1200, is_learned=True, usual_minor=100, high_minor=600, payments=100
    )


def test_before_a_hundred_payments_nothing_is_stopped() -> None:
    assert ceiling_of(None, [100] * (LEAST_PAYMENTS - 1)) is None


def test_payments_of_nothing_teach_nothing() -> None:
    assert ceiling_of(None, [0] * 500 + [100] * (LEAST_PAYMENTS - 1)) is None


def test_the_landlords_own_ceiling_holds_from_the_first_car_on() -> None:
    assert ceiling_of(5000, []) == Ceiling(5000, is_learned=False)


def test_the_landlords_own_ceiling_goes_before_the_learned_one_and_says_what_is_usual() -> None:
    ceiling = ceiling_of(5000, [100] * 200)
    assert ceiling == Ceiling(5000, is_learned=False, usual_minor=100, high_minor=100, payments=200)


def _known(**changes: object) -> Circumstances:
    return Circumstances(entry_at=NOON, now=NOON + timedelta(hours=3), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("known", "causes"),
    [
        (_known(), ()),
        (_known(lost_ticket=True), (Cause.LOST_TICKET,)),
        (_known(entry_known=False), (Cause.ENTRY_BY_RULE,)),
        (_known(clock_moved=True), (Cause.CLOCK_MOVED,)),
        (_known(similar_plates=("ABC1234",)), (Cause.SIMILAR_PLATE,)),
        (_known(other_rates=True), (Cause.RATES_CHANGED,)),
        (_known(rates_since=NOON - timedelta(days=1)), (Cause.RATES_CHANGED,)),
        (_known(rates_since=NOON - timedelta(days=100)), ()),
        (Circumstances(entry_at=NOON, now=NOON + timedelta(days=6)), (Cause.LEFT_UNSEEN,)),
        (
            Circumstances(entry_at=NOON, now=NOON + timedelta(days=6), similar_plates=("ABC1234",)),
            (Cause.SIMILAR_PLATE, Cause.LEFT_UNSEEN),
        ),
    ],
)
def test_the_likely_causes_are_named(known: Circumstances, causes: tuple[Cause, ...]) -> None:
    assert likely_causes(known) == causes


@pytest.mark.parametrize(("amount", "holds"), [(1000, True), (1100, True), (1101, False), (400, True)])
def test_a_confirmed_fee_is_asked_about_again_once_it_grew_by_more_than_a_tenth(
    amount: int, holds: bool
) -> None:
    assert still_confirmed(amount, 1000) is holds
