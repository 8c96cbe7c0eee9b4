"""The rows of orders and charges follow from the journal, and whoever changes one is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, delete, insert, select, update

from core.store.money_tables import charges, orders
from core.store.queries.money import count_unknown_charges, open_charges, order_of, unknown_charges
from core.store.rebuild import rebuild
from core.store.store import Store
from core.store.verify import verify_journal
from devices.terminals.simulator import Outcome
from tests.till import Till, till


@pytest.fixture
def paid(tmp_path: Path) -> Iterator[tuple[Till, str]]:
    """A car of which one charge was declined, and one paid."""
    with till(tmp_path) as (made, stay_id):
        made.terminal.expect(Outcome.DECLINE)
        order = made.order(stay_id)
        made.charge(order)
        made.turn()
        made.charge(order)
        made.pass_by(5)
        yield made, stay_id


def rows(store: Store, table: Table) -> list[tuple[Any, ...]]:
    with store.reading() as view:
        found = view.connection.execute(select(table).order_by(*table.primary_key.columns))
        return [tuple(row) for row in found]


def problems(store: Store) -> list[str]:
    with store.reading() as view:
        return [problem.code for problem in verify_journal(view.connection).problems]


def test_they_say_what_became_of_each(paid: tuple[Till, str]) -> None:
    made, stay_id = paid
    (order,) = made.store.read(lambda view: view.connection.execute(select(orders)).all())
    assert (order.state, order.stay_id, order.amount_minor) == ("paid", stay_id, 200)
    found = made.store.read(lambda view: view.connection.execute(select(charges)).all())
    assert sorted(row.state for row in found) == ["confirmed", "declined"]
    assert {row.order_id for row in found} == {order.order_id}
    assert len({row.key for row in found}) == 2


def test_made_again_they_are_the_same(paid: tuple[Till, str]) -> None:
    made, _ = paid
    before = {table.name: rows(made.store, table) for table in (orders, charges)}
    made.store.write(lambda unit: rebuild(unit.connection, unit.lot_id, now=unit.now))
    assert {table.name: rows(made.store, table) for table in (orders, charges)} == before
    assert all(before.values())


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (update(charges).values(amount_minor=1), "projection.differs"),
        (
            update(charges).where(charges.c.state == "declined").values(state="confirmed"),
            "projection.differs",
        ),
        (update(orders).values(state="given_up"), "projection.differs"),
        (delete(charges), "projection.missing"),
        (delete(orders), "projection.missing"),
    ],
)
def test_whoever_changes_one_is_found(paid: tuple[Till, str], statement: Any, found: str) -> None:
    made, _ = paid
    assert problems(made.store) == []
    made.store.write(lambda unit: unit.connection.execute(statement))
    assert set(problems(made.store)) == {found}


def test_a_charge_that_nobody_wrote_down_is_found(paid: tuple[Till, str]) -> None:
    made, _ = paid

    def invent(unit: Any) -> None:
        row = unit.connection.execute(select(charges)).first()._asdict()
        unit.connection.execute(insert(charges).values(**row | {"charge_id": "invented"}))

    made.store.write(invent)
    assert problems(made.store) == ["projection.unfounded"]


def test_what_is_not_settled_is_listed_the_oldest_first(tmp_path: Path) -> None:
    with till(tmp_path) as (made, stay_id):
        made.terminal.expect(Outcome.SLOW)
        charge = made.charge(made.order(stay_id))
        made.turn()
        assert [one.charge_id for one in made.store.read(open_charges)] == [charge.charge_id]
        assert made.store.read(unknown_charges) == []
        order = made.store.read(lambda view: order_of(view, stay_id))
        assert order is not None
        assert order.unsettled[0].expires_at is not None
        made.pass_by(310)
        assert made.store.read(open_charges) == []


def test_each_console_counts_its_own_unknown_charges(tmp_path: Path) -> None:
    with till(tmp_path) as (made, stay_id):
        made.terminal.expect(Outcome.LOST_REPLY)
        made.charge(made.order(stay_id))
        made.turn()
        own = made.store.console_id
        assert made.store.read(lambda view: count_unknown_charges(view, console_id=own)) == 1
        assert made.store.read(lambda view: count_unknown_charges(view, console_id="other")) == 0
