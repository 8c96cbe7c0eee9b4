"""Which plan prices a stay: the version of its entry, those that take over, and one that is damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from core.domain.admission import Action
from core.domain.errors import BadInput
from core.domain.people import Actor
from core.domain.rates.plan import Plan
from core.services.import_stays import InsideRow, import_stays
from core.services.publish_rates import ReadyPlan, publish_plan
from core.services.quote_stay import StayQuote, quote_stay
from core.services.release import ExitDecision, decide_exit
from core.store.queries.rates import rates_history
from core.store.queries.stays import inside_list
from core.store.store import Store
from core.store.verify import verify_file
from tests.core.store.lot import PLAN, POLICY, SetClock, drive_in, pay, set_up, vote_for

TAKES_OVER = replace(PLAN, cars_inside_change=True)
DEARER = replace(TAKES_OVER, caps=(), rates=(replace(PLAN.rates[0], name="Dearer"),))


def publish(store: Store, actor: Actor, plan: Plan, clock: SetClock, minutes: float = 0) -> int:
    at = clock.now() + timedelta(minutes=minutes)
    return store.write(lambda unit: publish_plan(unit, actor=actor, ready=ReadyPlan(plan, at))).version


def ask(store: Store, actor: Actor, stay_id: str) -> StayQuote:
    return store.read(lambda view: quote_stay(view, actor=actor, stay_id=stay_id))


def at_exit(store: Store, plate: str) -> ExitDecision:
    return store.write(
        lambda unit: decide_exit(
            unit, lane_id="out", sighting_id="leaves", vote=vote_for(plate), photo="", policy=POLICY
        )
    )


def test_cars_inside_go_over_to_a_version_that_says_so(store: Store, clock: SetClock) -> None:
    actor = set_up(store)
    stay_id = drive_in(store, "AB1234")
    publish(store, actor, TAKES_OVER, clock, minutes=60)
    clock.pass_time(120)
    assert [part.version for part in ask(store, actor, stay_id).basis.parts] == [1, 2]


def test_a_version_that_another_replaced_before_it_began_takes_nobody_over(
    store: Store, clock: SetClock
) -> None:
    actor = set_up(store)
    stay_id = drive_in(store, "AB1234")
    publish(store, actor, DEARER, clock, minutes=60)
    publish(store, actor, PLAN, clock, minutes=60)
    clock.pass_time(120)
    assert [part.version for part in ask(store, actor, stay_id).basis.parts] == [1]


def test_a_stay_that_was_imported_under_a_version_is_not_split_where_that_version_began(
    store: Store, clock: SetClock
) -> None:
    actor = set_up(store)
    publish(store, actor, TAKES_OVER, clock, minutes=60)
    clock.pass_time(60)
    publish(store, actor, TAKES_OVER, clock, minutes=60)
    clock.pass_time(90)
    came_at = clock.now() - timedelta(hours=3)
    store.write(lambda unit: import_stays(unit, actor=actor, rows=[InsideRow("AB1234", came_at)]))
    (stay,) = store.read(inside_list).stays
    due = ask(store, actor, stay.stay_id)
    assert [part.version for part in due.basis.parts] == [stay.plan_version] == [3]
    assert due.quote.total_minor == 200 + 4 * 100


DAMAGED = ["xx{", "[]", "null", '"a"', '{"format": "other/9"}']


def damage(database: Path, document: str) -> None:
    with closing(sqlite3.connect(database)) as file, file:
        file.execute("UPDATE rate_plans SET document = ? WHERE version = 1", (document,))


@pytest.mark.parametrize("document", DAMAGED)
def test_vehicles_come_in_and_go_out_by_hand_while_the_plan_is_damaged(
    store: Store, clock: SetClock, database: Path, document: str
) -> None:
    actor = set_up(store)
    stay_id = drive_in(store, "AB1234")
    damage(database, document)
    clock.pass_time(90)
    assert drive_in(store, "CD5678")
    leaving = at_exit(store, "AB1234").departure
    assert (leaving.action, leaving.reason) == (Action.ASK, "exit.no_price")
    with pytest.raises(BadInput) as caught:
        ask(store, actor, stay_id)
    assert caught.value.code == "rates.unreadable"
    assert [one.version for one in store.read(rates_history).versions] == [1]


@pytest.mark.parametrize("document", DAMAGED)
def test_a_damaged_plan_is_replaced_by_publishing_another_and_made_again_from_the_journal(
    store: Store, clock: SetClock, database: Path, document: str
) -> None:
    actor = set_up(store)
    early = drive_in(store, "AB1234")
    damage(database, document)
    clock.pass_time(30)
    assert publish(store, actor, TAKES_OVER, clock) == 2
    later = drive_in(store, "CD5678")
    clock.pass_time(60)
    assert pay(store, actor, later) == 200
    assert [part.version for part in ask(store, actor, early).basis.parts] == [1, 2]


@pytest.mark.parametrize("document", DAMAGED)
def test_a_damaged_version_takes_nobody_over_and_those_from_before_pay_as_ever(
    store: Store, clock: SetClock, database: Path, document: str
) -> None:
    actor = set_up(store)
    stay_id = drive_in(store, "AB1234")
    publish(store, actor, TAKES_OVER, clock, minutes=30)
    with closing(sqlite3.connect(database)) as file, file:
        file.execute("UPDATE rate_plans SET document = ? WHERE version = 2", (document,))
    clock.pass_time(60)
    assert pay(store, actor, stay_id) == 200
    assert not [one for one in verify_file(database).problems if one.code.startswith("price.")]


def test_plans_are_made_ready_once_for_reading_and_for_writing(store: Store, clock: SetClock) -> None:
    set_up(store)
    stay = drive_in(store, "AB1234")
    clock.pass_time(1)
    written = store.write(lambda unit: unit.plan(unit.stay(stay).plan_id, 1))
    assert store.write(lambda unit: unit.plan("day", 1)) is written
    assert store.read(lambda view: view.plan("day", 1)) is written
    assert written.plan.caps[0].most_minor == Decimal(1500)
