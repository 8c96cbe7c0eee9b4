"""A draft of the rates is tried on the stays of the past before anybody pays by it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from core.domain.errors import BadInput
from core.domain.people import Actor
from core.domain.rates.description import Description
from core.domain.rates.plan import Adjustment, Adjusts, Applies, Extra, Plan
from core.domain.rates.pricing import Pricing
from core.services.describe_stay import describe_stay
from core.services.rehearse_rates import (
    COSTS_NOTHING,
    TELL_EVERY,
    PastStay,
    RehearsalReport,
    Sums,
    rehearse_rates,
)
from core.services.resolve_stay import write_off
from core.store.queries.past_stays import count_past_stays, past_stays
from core.store.store import Store
from tests.core.store.lot import MORNING, PLAN, SetClock, drive_in, drive_out, opened, pay, set_up

TWICE = replace(PLAN, adjustments=(Adjustment("Twice", Decimal(2), of=Adjusts.PRICES),))
SHORT_ONLY = replace(PLAN, rates=(replace(PLAN.rates[0], applies=Applies(up_to_s=2 * 3600)),))
GRATIS = replace(PLAN, adjustments=(Adjustment("Nothing", Decimal(0)),))


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def store(tmp_path: Path, clock: SetClock) -> Iterator[Store]:
    with opened(tmp_path, clock) as fresh:
        yield fresh


@pytest.fixture
def boss(store: Store) -> Actor:
    return set_up(store)


def visit(
    store: Store, clock: SetClock, actor: Actor, plate: str, minutes: float, *, pays: bool = True
) -> str:
    """A vehicle comes, stays that long, pays and leaves."""
    stay_id = drive_in(store, plate)
    clock.pass_time(minutes)
    if pays:
        pay(store, actor, stay_id)
    drive_out(store, plate, stay_id)
    return stay_id


def rehearse(store: Store, draft: Plan, **options: object) -> RehearsalReport:
    with store.reading() as view:
        since, until = MORNING - timedelta(days=1), view.now + timedelta(seconds=1)
        lot = view.lot()
        return rehearse_rates(
            past_stays(view, since, until),
            draft=Pricing(draft),
            plan_of=view.plan,
            currency=lot.currency,
            zone=lot.zone,
            since=since,
            until=until,
            **options,  # type: ignore[arg-type]
        )


def test_the_rates_in_force_change_nothing(store: Store, clock: SetClock, boss: Actor) -> None:
    for plate, minutes in (("AB0001", 45), ("AB0002", 300), ("AB0003", 2000)):
        visit(store, clock, boss, plate, minutes)
    report = rehearse(store, PLAN)
    assert report.total == Sums(3, 200 + 1000 + 3000, 200 + 1000 + 3000)
    assert report.total.change_percent == Decimal("0.0")
    assert (report.dearer, report.cheaper, report.biggest, report.gaps) == (0, 0, (), ())
    assert report.is_complete


def test_what_a_draft_would_have_brought_is_held_against_what_was_taken(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    visit(store, clock, boss, "AB0001", 45)
    visit(store, clock, boss, "AB0002", 300)
    report = rehearse(store, TWICE)
    assert report.total == Sums(2, 1200, 400 + 1500)
    assert report.total.change_percent == Decimal("58.3")
    assert (report.dearer, report.cheaper) == (2, 0)


def test_the_five_stays_that_change_most_are_shown_the_most_changed_first(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    ids = [visit(store, clock, boss, f"AB000{number}", 60 + 30 * number) for number in range(7)]
    report = rehearse(store, replace(TWICE, caps=()))
    assert [change.stay_id for change in report.biggest] == ids[:1:-1]
    biggest = report.biggest[0]
    assert (biggest.plate, biggest.before_minor, biggest.after_minor) == ("AB0006", 800, 1600)
    assert biggest.exit_at - biggest.entry_at == timedelta(minutes=240)
    assert biggest.change_minor == 800


def test_stays_that_the_draft_cannot_price_are_counted_and_the_first_is_named(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    visit(store, clock, boss, "AB0001", 45)
    first = visit(store, clock, boss, "AB0002", 300)
    visit(store, clock, boss, "AB0003", 400)
    report = rehearse(store, SHORT_ONLY)
    (gap,) = report.gaps
    assert (gap.code, gap.stays, gap.first.stay_id) == ("rates.no_rate", 2, first)
    assert report.not_priced == 2
    # Neither side counts them: a plan that prices less must not seem to bring less.
    assert report.total == Sums(1, 200, 200)


def test_stays_that_would_cost_nothing_are_named_and_counted(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    visit(store, clock, boss, "AB0001", 45)
    report = rehearse(store, GRATIS)
    assert [(gap.code, gap.stays) for gap in report.gaps] == [(COSTS_NOTHING, 1)]
    assert (report.total, report.not_priced) == (Sums(1, 200, 0), 0)
    assert report.total.change_percent == Decimal("-100.0")


def test_a_stay_that_was_free_may_cost_something_under_the_draft(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    visit(store, clock, boss, "AB0001", 5, pays=False)
    report = rehearse(store, replace(PLAN, free=()))
    assert report.total == Sums(1, 0, 200)
    assert report.total.change_percent is None


def test_what_was_said_of_a_stay_counts_under_the_draft_too(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    stay_id = drive_in(store, "AB0001")
    lost = Description(lost_ticket=True)
    store.write(
        lambda unit: describe_stay(unit, actor=boss, stay_id=stay_id, description=lost, reason="not_found")
    )
    clock.pass_time(45)
    pay(store, boss, stay_id)
    drive_out(store, "AB0001", stay_id)
    fee = Extra("Lost ticket", Decimal(1000), applies=Applies(lost_ticket=True))
    assert rehearse(store, replace(PLAN, extras=(fee,))).total == Sums(1, 200, 1200)
    with store.reading() as view:
        (stay,) = past_stays(view, MORNING, view.now + timedelta(seconds=1))
    assert stay.unpaid.parts[0].span.facts.lost_ticket


def test_who_left_without_paying_counts_for_neither_plan(store: Store, clock: SetClock, boss: Actor) -> None:
    stay_id = drive_in(store, "AB0001")
    clock.pass_time(5)
    drive_out(store, "AB0001", stay_id)
    # As if it had stood there for hours and was let out by hand.
    with store.reading() as view:
        (left,) = past_stays(view, MORNING, view.now + timedelta(seconds=1))
        late = replace(
            left.unpaid.parts[0], span=replace(left.unpaid.parts[0].span, exit=MORNING + _hours(9))
        )
        owing = replace(left, unpaid=replace(left.unpaid, parts=(late,)))
        report = _of(store, [owing], TWICE)
    assert (report.left_owing, report.total) == (1, Sums())


def test_an_overstayed_permit_is_priced_again_with_what_was_paid_before(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    stay_id = drive_in(store, "AB0001")
    clock.pass_time(6 * 60)
    pay(store, boss, stay_id)
    clock.pass_time(6 * 60)
    pay(store, boss, stay_id)
    drive_out(store, "AB0001", stay_id)
    assert rehearse(store, PLAN).total == Sums(1, 1500, 1500)
    assert rehearse(store, replace(PLAN, caps=())).total.after_minor > 1500


def test_stays_that_are_still_inside_or_were_written_off_are_left_out(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    drive_in(store, "AB0001")
    gone = drive_in(store, "AB0002")
    clock.pass_time(60)
    store.write(lambda unit: write_off(unit, actor=boss, stay_id=gone, reason="test"))
    assert rehearse(store, PLAN).total.stays == 0
    with store.reading() as view:
        assert count_past_stays(view, MORNING, view.now + timedelta(days=1)) == 0


def test_only_the_stays_that_ended_in_the_period_are_taken(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    for plate in ("AB0001", "AB0002", "AB0003"):
        visit(store, clock, boss, plate, 45)
    with store.reading() as view:
        since, until = MORNING + timedelta(minutes=45), MORNING + timedelta(minutes=135)
        found = [stay.plate for stay in past_stays(view, since, until)]
        assert found == ["AB0001", "AB0002"]
        assert count_past_stays(view, since, until) == 2


def test_it_is_added_up_by_class_and_by_the_local_day_of_the_entry(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    # 23:30 UTC on a Saturday is Sunday in Berlin.
    clock.instant = datetime.fromisoformat("2026-11-21T22:30:00+00:00")
    visit(store, clock, boss, "AB0001", 45)
    visit(store, clock, boss, "AB0002", 45)
    report = rehearse(store, TWICE)
    assert report.by_class == {"car": Sums(2, 400, 800)}
    assert report.by_weekday == {5: Sums(1, 200, 400), 6: Sums(1, 200, 400)}


def test_another_currency_cannot_be_rehearsed(store: Store, boss: Actor) -> None:
    with pytest.raises(BadInput, match=r"rates\.other_currency"):
        rehearse(store, replace(PLAN, currency="TWD"))


def _hours(hours: float) -> timedelta:
    return timedelta(hours=hours)


def _of(store: Store, stays: list[PastStay], draft: Plan, **options: object) -> RehearsalReport:
    with store.reading() as view:
        return rehearse_rates(
            iter(stays),
            draft=Pricing(draft),
            plan_of=view.plan,
            currency="EUR",
            zone=view.lot().zone,
            since=MORNING,
            until=view.now,
            **options,  # type: ignore[arg-type]
        )


def _many(store: Store, clock: SetClock, actor: Actor, count: int) -> list[PastStay]:
    visit(store, clock, actor, "AB0001", 45)
    with store.reading() as view:
        (one,) = past_stays(view, MORNING, view.now + timedelta(seconds=1))
    return [one] * count


def test_how_far_it_has_come_is_told(store: Store, clock: SetClock, boss: Actor) -> None:
    told: list[int] = []
    _of(store, _many(store, clock, boss, 2 * TELL_EVERY + 1), PLAN, told=told.append)
    assert told == [TELL_EVERY, 2 * TELL_EVERY, 2 * TELL_EVERY + 1]


def test_a_cancelled_rehearsal_ends_and_says_that_it_is_not_complete(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    many = _many(store, clock, boss, 3 * TELL_EVERY)
    answers = iter([False, True])
    report = _of(store, many, PLAN, is_cancelled=lambda: next(answers))
    assert not report.is_complete
    assert report.total.stays == 2 * TELL_EVERY - 1


def test_stays_are_read_one_by_one(store: Store, clock: SetClock, boss: Actor) -> None:
    visit(store, clock, boss, "AB0001", 45)
    with store.reading() as view:
        assert inspect.isgenerator(past_stays(view, MORNING, view.now))
