"""A part came in, and the rest does not: it is owed, and nothing goes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.domain.debts import Debtor
from core.domain.errors import NotAllowed, OperatorError
from core.domain.payments import Payment, Tender
from core.domain.people import Actor, Role
from core.services.owe_rest import owe_rest
from core.store.queries.money import part_paid_orders
from core.store.queries.payments import open_debts
from core.store.verify import verify_journal
from devices.terminals.simulator import Outcome
from tests.core.store.lots_apart import leave
from tests.till import Till, till

CHEN = Debtor(name="Chen", phone="0912 345 678")


@pytest.fixture
def part_paid(tmp_path: Path) -> Iterator[tuple[Till, str, str]]:
    """Of 2.00 a card paid 1.50: the till, the stay and the order."""
    with till(tmp_path) as (made, stay_id):
        order = made.order(stay_id)
        made.charge(order, 150)
        made.pass_by(5)
        yield made, stay_id, order.order_id
        with made.store.reading() as view:
            assert verify_journal(view.connection).problems == ()


def owe(made: Till, order_id: str, *, actor: Actor | None = None, debtor: Debtor = CHEN) -> Payment:
    who = actor or made.actor
    return made.store.write(lambda unit: owe_rest(unit, actor=who, order_id=order_id, debtor=debtor))


def refused(work: object) -> str:
    with pytest.raises(OperatorError) as refusal:
        work()  # type: ignore[operator]
    return refusal.value.code


def test_the_rest_is_a_debt_and_the_whole_price_is_settled(part_paid: tuple[Till, str, str]) -> None:
    made, stay_id, order_id = part_paid
    payment = owe(made, order_id)
    assert (payment.tender, payment.amount_minor, payment.received_minor) == (Tender.SPLIT, 200, 150)
    (shown,) = made.store.read(open_debts)
    assert shown.debt.amount_minor == 50
    assert made.stay(stay_id).permit_until == payment.permit_until
    assert made.due(stay_id) == 0


def test_a_car_that_has_left_owes_it_too(part_paid: tuple[Till, str, str]) -> None:
    made, stay_id, order_id = part_paid
    leave(made.store, stay_id)
    assert [order.order_id for order in made.store.read(part_paid_orders)] == [order_id]
    assert owe(made, order_id).received_minor == 150
    assert made.store.read(part_paid_orders) == []


def test_part_paid_orders_are_listed_until_they_are_settled(part_paid: tuple[Till, str, str]) -> None:
    made, _, order_id = part_paid
    assert [order.order_id for order in made.store.read(part_paid_orders)] == [order_id]


def test_nothing_is_owed_while_more_may_come_in(part_paid: tuple[Till, str, str]) -> None:
    made, _, order_id = part_paid
    made.terminal.expect(Outcome.LOST_REPLY)
    made.charge(made.store.read(part_paid_orders)[0])
    made.turn()
    assert refused(lambda: owe(made, order_id)) == "payment.not_known"


def test_an_order_that_nothing_came_in_for_is_an_iou_instead(tmp_path: Path) -> None:
    with till(tmp_path) as (made, stay_id):
        order = made.order(stay_id)
        assert refused(lambda: owe(made, order.order_id)) == "order.nothing_came_in"


def test_a_closed_order_owes_nothing(part_paid: tuple[Till, str, str]) -> None:
    made, _, order_id = part_paid
    owe(made, order_id)
    assert refused(lambda: owe(made, order_id)) == "order.closed"


def test_whoever_may_take_no_iou_takes_none_for_the_rest(part_paid: tuple[Till, str, str]) -> None:
    made, _, order_id = part_paid
    with pytest.raises(NotAllowed):
        owe(made, order_id, actor=replace(made.actor, role=Role.KIOSK))
