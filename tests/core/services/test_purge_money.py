"""What people said about money is forgotten with the stay; what is still owed keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Text, cast, select

from core.domain.debts import Debtor
from core.domain.people import Actor
from core.domain.purging import Scope
from core.services.collect_debt import write_off_debt
from core.services.purge import due_now, purge_on_schedule
from core.services.quote_stay import quote_stay
from core.services.run_shift import open_shift
from core.services.take_iou import take_iou
from core.services.waive import waive
from core.store.money_tables import debts
from core.store.store import Store
from core.store.tables import journal_personal, payments
from core.store.verify import verify_file
from tests.core.store.lot import SetClock, drive_in, drive_out, opened, set_up


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def store(tmp_path: Path, clock: SetClock) -> Iterator[Store]:
    with opened(tmp_path, clock) as fresh:
        yield fresh


def due_of(store: Store, actor: Actor, stay_id: str) -> int:
    return store.read(lambda unit: quote_stay(unit, actor=actor, stay_id=stay_id)).quote.total_minor


def kept(store: Store) -> str:
    with store.reading() as view:
        return "\n".join(view.connection.execute(select(cast(journal_personal.c.fields, Text))).scalars())


def purge(store: Store) -> int:
    due = store.read(partial(due_now, scope=Scope.ALL))
    return sum(
        store.write(partial(purge_on_schedule, scope=Scope.ALL, due=piece)) for piece in due.in_pieces()
    )


def let_go_against_a_promise(store: Store, clock: SetClock) -> tuple[Actor, str]:
    actor = set_up(store)
    store.write(lambda unit: open_shift(unit, actor=actor, drawer="drawer-1", float_minor=0))
    stay_id = drive_in(store, "AB0001")
    clock.pass_time(45)
    shown = due_of(store, actor, stay_id)
    debtor = Debtor(name="Lin Mei", phone="0912-345678")
    store.write(lambda unit: take_iou(unit, actor=actor, stay_id=stay_id, shown_minor=shown, debtor=debtor))
    drive_out(store, "AB0001", stay_id)
    return actor, stay_id


def test_as_long_as_money_is_owed_it_is_known_by_whom(store: Store, clock: SetClock) -> None:
    let_go_against_a_promise(store, clock)
    clock.instant += timedelta(days=200)
    purge(store)
    assert "Lin Mei" in kept(store)
    assert store.read(partial(due_now, scope=Scope.ALL)).kept == {"purge.debt_open": 1}


def test_once_the_debt_is_settled_its_driver_is_forgotten_and_the_figures_stay(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    actor, _ = let_go_against_a_promise(store, clock)
    with store.reading() as view:
        debt_id = str(view.connection.execute(select(debts.c.debt_id)).scalar_one())
    store.write(lambda unit: write_off_debt(unit, actor=actor, debt_id=debt_id, reason="driver_not_found"))
    clock.instant += timedelta(days=200)
    purge(store)
    text = kept(store)
    assert not [name for name in ("Lin Mei", "0912-345678", "AB0001") if name in text]
    with store.reading() as view:
        assert view.connection.execute(select(debts.c.state)).scalar_one() == "written_off"
        assert view.connection.execute(select(payments.c.amount_minor)).scalar_one() == 200
    found = verify_file(tmp_path / "lotkeeper.db")
    assert found.is_sound, found.problems


def test_the_note_of_a_payment_that_was_waived_is_forgotten(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    actor = set_up(store)
    store.write(lambda unit: open_shift(unit, actor=actor, drawer="drawer-1", float_minor=0))
    stay_id = drive_in(store, "AB0001")
    clock.pass_time(45)
    shown = due_of(store, actor, stay_id)
    store.write(
        lambda unit: waive(
            unit, actor=actor, stay_id=stay_id, shown_minor=shown, reason="other", note="cousin of Chen"
        )
    )
    drive_out(store, "AB0001", stay_id)
    assert "cousin of Chen" in kept(store)
    clock.instant += timedelta(days=200)
    purge(store)
    assert "cousin of Chen" not in kept(store)
    assert verify_file(tmp_path / "lotkeeper.db").is_sound
