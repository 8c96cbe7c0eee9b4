"""Rates are published as versions with an instant, taken back before it, and kept as drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.people import Actor, Role
from core.domain.rates.checking import check
from core.domain.rates.comparing import Change, ChangeKind
from core.domain.rates.plan import Cap, Plan
from core.services.publish_rates import (
    LARGEST_DRAFT,
    MOST_DRAFTS,
    ReadyPlan,
    drop_draft,
    make_ready,
    publish_plan,
    save_draft,
    withdraw_plan,
)
from core.services.unit_of_work import UnitOfWork
from core.store.queries.rates import RatesHistory, Standing, rates_history
from core.store.store import Store
from core.store.verify import verify_file
from tests.core.store.lot import MORNING, PLAN, SetClock, drive_in, opened, pay, set_up

ATTENDANT = Actor("ben", "Ben", Role.ATTENDANT)
TOMORROW = MORNING + timedelta(days=1)
DEARER = replace(PLAN, caps=(replace(PLAN.caps[0], most_minor=Decimal(2000)),))


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


def no_calendar(plan: Plan, first_year: int, last_year: int) -> Plan:
    return plan


def new_year(plan: Plan, first_year: int, last_year: int) -> Plan:
    dates = {date(year, 1, 1) for year in range(first_year, last_year + 1)}
    return replace(plan, holidays=plan.holidays | dates)


def publish(
    store: Store,
    actor: Actor,
    plan: Plan,
    at: datetime,
    calendar: Callable[[Plan, int, int], Plan] = no_calendar,
) -> Plan:
    ready = make_ready(plan, effective_at=at, with_holidays=calendar, check=check)
    return store.write(lambda unit: publish_plan(unit, actor=actor, ready=ready))


def history(store: Store) -> RatesHistory:
    return store.read(rates_history)


def changes_of(store: Store, version: int) -> tuple[Change, ...]:
    return next(one for one in history(store).versions if one.version == version).changes


def test_cars_that_come_later_pay_the_new_rates_and_those_inside_the_old(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    early = drive_in(store, "EARLY1")
    publish(store, boss, replace(DEARER, caps=(), free=()), MORNING + timedelta(minutes=30))
    clock.pass_time(31)
    late = drive_in(store, "LATE01")
    clock.pass_time(5)
    assert store.read(lambda view: view.stay(early)).plan_version == 1
    assert store.read(lambda view: view.stay(late)).plan_version == 2
    assert pay(store, boss, late) == 200


def test_who_published_what_when_and_from_when_is_on_record(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    clock.pass_time(7)
    published = publish(store, boss, DEARER, TOMORROW)
    assert (published.version, published.effective) == (2, TOMORROW)
    found = history(store)
    newest = found.versions[0]
    assert (newest.version, newest.standing, newest.effective_at) == (2, Standing.FUTURE, TOMORROW)
    assert (newest.published_by_name, newest.published_at) == ("Ada", MORNING + timedelta(minutes=7))
    assert found.in_force is not None
    assert found.next is not None
    assert (found.in_force.version, found.next.version) == (1, 2)


def test_each_change_is_on_record_with_its_place_and_both_values(store: Store, boss: Actor) -> None:
    publish(store, boss, DEARER, TOMORROW)
    (change,) = changes_of(store, 2)
    assert (change.kind, change.place) == (ChangeKind.CHANGED, ("caps", 0, "at_most"))
    assert (change.before, change.after) == ("15.00", "20.00")


def test_a_version_is_compared_with_the_one_that_it_replaces_not_with_the_one_before_it(
    store: Store, boss: Actor
) -> None:
    publish(store, boss, DEARER, TOMORROW)
    publish(store, boss, replace(DEARER, name="Summer"), MORNING)
    assert {change.place for change in changes_of(store, 3)} == {("name",), ("caps", 0, "at_most")}


def test_the_version_in_force_follows_the_clock(store: Store, clock: SetClock, boss: Actor) -> None:
    publish(store, boss, DEARER, TOMORROW)
    clock.pass_time(24 * 60)
    found = history(store)
    assert [(one.version, one.standing) for one in found.versions] == [
        (2, Standing.IN_FORCE),
        (1, Standing.PAST),
    ]
    assert found.next is None


def test_a_plan_published_for_now_holds_from_the_transaction_on(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    said_at = clock.instant
    clock.pass_time(2)
    assert publish(store, boss, DEARER, said_at).effective == clock.instant


def test_no_price_is_published_for_the_past(store: Store, clock: SetClock, boss: Actor) -> None:
    clock.pass_time(60)
    with pytest.raises(Refused, match=r"rates\.effective_past"):
        publish(store, boss, DEARER, MORNING)
    assert len(history(store).versions) == 1


def test_a_version_that_has_not_begun_can_be_taken_back(
    store: Store, clock: SetClock, boss: Actor, tmp_path: Path
) -> None:
    publish(store, boss, DEARER, TOMORROW)
    store.write(lambda unit: withdraw_plan(unit, actor=boss, plan_id="day", version=2, reason="too dear"))
    clock.pass_time(48 * 60)
    withdrawn = history(store).versions[0]
    assert (withdrawn.standing, withdrawn.withdrawn_by_name) == (Standing.WITHDRAWN, "Ada")
    assert store.read(lambda view: view.plan_in_force(view.now)).version == 1
    assert verify_file(tmp_path / "lotkeeper.db").is_sound


def test_the_number_of_a_version_that_was_taken_back_is_not_given_again(store: Store, boss: Actor) -> None:
    publish(store, boss, DEARER, TOMORROW)
    store.write(lambda unit: withdraw_plan(unit, actor=boss, plan_id="day", version=2))
    assert publish(store, boss, DEARER, TOMORROW).version == 3


@pytest.mark.parametrize(
    ("version", "minutes", "code"),
    [(1, 0, "rates.in_force"), (2, 24 * 60, "rates.in_force"), (9, 0, "rates.unknown_plan")],
)
def test_what_prices_cars_already_is_not_taken_back(
    store: Store, clock: SetClock, boss: Actor, version: int, minutes: int, code: str
) -> None:
    publish(store, boss, DEARER, TOMORROW)
    clock.pass_time(minutes)
    with pytest.raises(Refused) as refused:
        store.write(lambda unit: withdraw_plan(unit, actor=boss, plan_id="day", version=version))
    assert refused.value.code == code


def test_nothing_is_taken_back_twice(store: Store, boss: Actor) -> None:
    publish(store, boss, DEARER, TOMORROW)
    store.write(lambda unit: withdraw_plan(unit, actor=boss, plan_id="day", version=2))
    with pytest.raises(Refused, match=r"rates\.withdrawn_already"):
        store.write(lambda unit: withdraw_plan(unit, actor=boss, plan_id="day", version=2))


def test_a_plan_with_a_stopping_remark_is_refused_with_its_place() -> None:
    broken = replace(PLAN, caps=(Cap(Decimal(100), least_minor=Decimal(900)),))
    with pytest.raises(BadInput) as refused:
        make_ready(broken, effective_at=TOMORROW, with_holidays=no_calendar, check=check)
    assert refused.value.code == "rates.check_stops"
    assert str(refused.value.facts["place"]).startswith("caps[0]")


def test_a_plan_in_another_currency_is_refused(store: Store, boss: Actor) -> None:
    with pytest.raises(BadInput, match=r"rates\.other_currency"):
        publish(store, boss, replace(PLAN, currency="TWD"), TOMORROW)


def test_the_holidays_of_its_calendar_are_written_into_the_plan_for_three_years(
    store: Store, boss: Actor
) -> None:
    plan = replace(PLAN, holiday_calendar="TW", holidays=frozenset({date(2026, 12, 24)}))
    published = publish(store, boss, plan, TOMORROW, new_year)
    years = {date(year, 1, 1) for year in (2026, 2027, 2028)}
    assert published.holidays == years | {date(2026, 12, 24)}
    # A library that knows other dates by then changes nothing about it.
    assert store.read(lambda view: view.plan("day", 2)).plan.holidays == published.holidays


def test_whoever_goes_on_with_a_published_plan_finds_the_dates_they_listed_themselves(
    store: Store, boss: Actor
) -> None:
    plan = replace(PLAN, holiday_calendar="TW", holidays=frozenset({date(2026, 12, 24)}))
    publish(store, boss, plan, TOMORROW, new_year)
    to_edit = history(store).versions[0].to_edit
    assert to_edit["holidays"] == ["2026-12-24"]
    assert "effective" not in to_edit


DRAFT: dict[str, Any] = {"format": "rate-plan/1", "name": "Summer", "rates": []}


def test_a_draft_is_found_again_tomorrow_finished_or_not(store: Store, clock: SetClock, boss: Actor) -> None:
    draft = store.write(lambda unit: save_draft(unit, actor=boss, name=" Summer  2027 ", document=DRAFT))
    clock.pass_time(24 * 60)
    (found,) = store.read(lambda view: view.rate_drafts())
    assert found == draft
    assert (found.name, found.document, found.saved_by) == ("Summer 2027", DRAFT, boss.person_id)


def test_saving_a_draft_again_replaces_it(store: Store, clock: SetClock, boss: Actor) -> None:
    first = store.write(lambda unit: save_draft(unit, actor=boss, name="A", document=DRAFT))
    other = store.write(lambda unit: save_draft(unit, actor=boss, name="B", document=DRAFT))
    clock.pass_time(1)
    store.write(
        lambda unit: save_draft(
            unit, actor=boss, name="A", document=DRAFT | {"name": "Winter"}, draft_id=first.draft_id
        )
    )
    found = store.read(lambda view: view.rate_drafts())
    assert [draft.draft_id for draft in found] == [first.draft_id, other.draft_id]
    assert found[0].document["name"] == "Winter"


def test_a_draft_that_is_no_longer_wanted_is_gone(store: Store, boss: Actor) -> None:
    draft = store.write(lambda unit: save_draft(unit, actor=boss, name="A", document=DRAFT))
    for _ in range(2):
        store.write(lambda unit: drop_draft(unit, actor=boss, draft_id=draft.draft_id))
    assert store.read(lambda view: view.rate_drafts()) == []


@pytest.mark.parametrize(
    ("name", "document", "code"),
    [
        ("", DRAFT, "rates.draft_name"),
        ("x" * 81, DRAFT, "rates.draft_name"),
        ("A", {"name": "x" * LARGEST_DRAFT}, "rates.draft_too_large"),
        ("A", {"price": Decimal(1)}, "rates.draft_not_plain"),
        ("A", {"price": float("nan")}, "rates.draft_not_plain"),
    ],
)
def test_a_draft_that_cannot_be_kept_is_refused(
    store: Store, boss: Actor, name: str, document: dict[str, Any], code: str
) -> None:
    with pytest.raises(BadInput) as refused:
        store.write(lambda unit: save_draft(unit, actor=boss, name=name, document=document))
    assert refused.value.code == code
    assert store.read(lambda view: view.rate_drafts()) == []


def keep(store: Store, actor: Actor, name: str) -> None:
    store.write(lambda unit: save_draft(unit, actor=actor, name=name, document=DRAFT))


def test_drafts_do_not_pile_up_without_end(store: Store, boss: Actor) -> None:
    for number in range(MOST_DRAFTS):
        keep(store, boss, str(number))
    with pytest.raises(Refused, match=r"rates\.too_many_drafts"):
        keep(store, boss, "one more")


@pytest.mark.parametrize(
    "act",
    [
        lambda unit: publish_plan(
            unit,
            actor=ATTENDANT,
            ready=make_ready(DEARER, effective_at=TOMORROW, with_holidays=no_calendar, check=check),
        ),
        lambda unit: withdraw_plan(unit, actor=ATTENDANT, plan_id="day", version=1),
        lambda unit: save_draft(unit, actor=ATTENDANT, name="A", document=DRAFT),
        lambda unit: drop_draft(unit, actor=ATTENDANT, draft_id="a"),
    ],
)
def test_an_attendant_sets_no_rates(store: Store, boss: Actor, act: Callable[[UnitOfWork], object]) -> None:
    with pytest.raises(NotAllowed):
        store.write(act)


def test_while_the_clock_stands_before_what_was_written_rates_are_neither_published_nor_taken_back(
    store: Store, boss: Actor, clock: SetClock
) -> None:
    coming = ReadyPlan(DEARER, clock.now() + timedelta(minutes=30))
    store.write(lambda unit: publish_plan(unit, actor=boss, ready=coming))
    clock.pass_time(60)
    drive_in(store, "AB1234")
    clock.pass_time(-50)
    with pytest.raises(Refused) as published:
        store.write(
            lambda unit: publish_plan(unit, actor=boss, ready=ReadyPlan(DEARER, unit.now + timedelta(days=1)))
        )
    with pytest.raises(Refused) as withdrawn:
        store.write(lambda unit: withdraw_plan(unit, actor=boss, plan_id="day", version=2))
    assert published.value.code == withdrawn.value.code == "clock.behind"
