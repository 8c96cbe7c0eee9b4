"""What somebody tried and may not: written down apart from the journal, and nobody drowns it."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest

from core.domain.errors import NotAllowed, Refused
from core.domain.people import Actor, Right, Role
from core.services.manage_people import add_person
from core.services.unit_of_work import Attempt, UnitOfWork
from core.store import store as module
from core.store.queries.people import refused_attempts
from core.store.refused_attempts import KEPT_FOR, MOST_A_MINUTE, RefusedAttempt
from core.store.store import Store
from tests.core.store.lot import SetClock, set_up

BEN, TOM = (Actor(name, name.title(), Role.ATTENDANT) for name in ("ben", "tom"))


def attempts(store: Store, clock: SetClock) -> list[RefusedAttempt]:
    return store.read(lambda view: refused_attempts(view, clock.now() - 2 * KEPT_FOR))


def add(store: Store, actor: Actor) -> None:
    store.write(
        lambda unit: add_person(unit, actor=actor, name="Cleo", role=Role.ADMINISTRATOR, pin_hash="x")
    )


def test_a_service_that_is_refused_leaves_the_attempt_and_nothing_else(store: Store, clock: SetClock) -> None:
    set_up(store)

    def tries(unit: UnitOfWork) -> None:
        unit.record("lane.noted", {}, who=BEN.person_id)
        BEN.require(Right.MANAGE_PEOPLE)

    before = store.read(lambda view: view.people())
    with pytest.raises(NotAllowed):
        store.write(tries)
    [attempt] = attempts(store, clock)
    assert (attempt.source, attempt.who, attempt.what, attempt.cause, attempt.count) == (
        "service",
        "ben",
        "manage_people",
        "right.missing",
        1,
    )
    assert store.read(lambda view: view.people()) == before


def test_the_attempt_is_there_when_its_author_hears_of_the_refusal(store: Store, clock: SetClock) -> None:
    set_up(store)
    future = store.submit(lambda _unit: BEN.require(Right.PURGE))
    with pytest.raises(NotAllowed):
        future.result(10)
    assert len(attempts(store, clock)) == 1


def test_what_a_rule_of_the_lot_refuses_is_no_attempt(store: Store, clock: SetClock) -> None:
    boss = set_up(store)
    with pytest.raises(Refused):
        store.write(lambda unit: add_person(unit, actor=boss, name="Ada", role=Role.ATTENDANT, pin_hash="x"))
    assert attempts(store, clock) == []


def test_a_flood_is_counted_in_its_last_row_and_drowns_nobody_elses(store: Store, clock: SetClock) -> None:
    set_up(store)
    for _ in range(MOST_A_MINUTE + 30):
        clock.pass_time(0.001)
        with pytest.raises(NotAllowed):
            add(store, BEN)
    with pytest.raises(NotAllowed):
        add(store, TOM)
    rows = attempts(store, clock)
    assert [row.who for row in rows] == ["tom", *["ben"] * MOST_A_MINUTE]
    assert rows[1].count == 31
    assert rows[1].until_at > rows[1].at
    assert sum(row.count for row in rows if row.who == "ben") == MOST_A_MINUTE + 30
    clock.pass_time(2)
    with pytest.raises(NotAllowed):
        add(store, BEN)
    assert attempts(store, clock)[0].count == 1


def test_what_is_tried_after_a_clock_was_set_back_has_rows_of_its_own(store: Store, clock: SetClock) -> None:
    def note() -> None:
        store.write(lambda unit: unit.note_attempt(Attempt("pin", "ben", "sign_on", "sign_on.wrong_pin")))

    clock.pass_time(60 * 24 * 60)
    for _ in range(MOST_A_MINUTE):
        note()
    clock.pass_time(-60 * 24 * 60)
    note()
    assert len(attempts(store, clock)) == MOST_A_MINUTE + 1


def test_attempts_are_kept_for_400_days(store: Store, clock: SetClock) -> None:
    set_up(store)
    for _ in range(2):
        with pytest.raises(NotAllowed):
            add(store, BEN)
        clock.instant += KEPT_FOR + timedelta(minutes=1)
    with pytest.raises(NotAllowed):
        add(store, TOM)
    assert [row.who for row in attempts(store, clock)] == ["tom"]


@pytest.mark.parametrize("text", ["x" * 5_000, "'; DROP TABLE people; --", "\u202e\u0007", "鎖" * 200])
def test_hostile_words_are_cut_and_kept_as_text(store: Store, clock: SetClock, text: str) -> None:
    store.write(lambda unit: unit.note_attempt(Attempt(text, text, text, text)))
    [row] = attempts(store, clock)
    assert row.source == row.who == row.what == row.cause == text[:60]


def test_a_refusal_stands_where_it_cannot_be_written_down(
    store: Store,
    clock: SetClock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    set_up(store)

    def fails(*_args: object) -> None:
        raise Refused("stay.unknown")

    monkeypatch.setattr(module.SqlUnitOfWork, "note_attempt", fails)
    with caplog.at_level(logging.CRITICAL), pytest.raises(NotAllowed):
        add(store, BEN)
    monkeypatch.undo()
    assert attempts(store, clock) == []
    set_up_again = store.write(lambda unit: unit.record("lane.noted", {}, who="system").seq)
    assert set_up_again > 1
