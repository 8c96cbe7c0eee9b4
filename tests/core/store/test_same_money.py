"""The very same money, told by two consoles: it pays once wherever both are heard, in whatever order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.payments import Payment
from core.services.settle_overpayment import note_overpayments
from core.services.take_payment import take_cash_part
from core.store.rebuild import rebuild
from core.store.store import Store
from core.store.verify import verify_journal
from tests.core.store.lot import SetClock, drive_in, set_up
from tests.core.store.lots_apart import agree, consoles, give, join
from tests.till import DRAWER, PLATE, Till


@pytest.fixture
def three(tmp_path: Path) -> Iterator[tuple[Till, Till, Store, str]]:
    """Two tills that share a terminal, a third console that hears of both, and a car that owes 2.00."""
    clock = SetClock()
    with consoles(tmp_path, clock, "hub", "exit", "desk") as (hub, exit_, desk):
        actor = set_up(hub)
        join(hub, exit_, desk)
        stay_id = drive_in(hub, PLATE)
        agree([hub, exit_, desk])
        clock.pass_time(45)
        first = Till(hub, clock, actor=actor)
        second = Till(exit_, clock, actor=actor, provider=first.terminal)
        yield first, second, desk, stay_id
        agree([hub, exit_, desk])
        for store in (hub, exit_, desk):
            with store.reading() as view:
                assert verify_journal(view.connection).problems == ()


def payments_of(store: Store, stay_id: str) -> tuple[Payment, ...]:
    return store.read(lambda view: view.stay(stay_id)).payments


def both_pay(first: Till, second: Till, stay_id: str) -> None:
    """Both ask with the same key, and both are told that it was paid; the second one a second later."""
    for made in (first, second):
        made.charge(made.order(stay_id))
    first.pass_by(5)
    second.pass_by(2)


@pytest.mark.parametrize("second_first", [True, False])
def test_whichever_is_heard_first(three: tuple[Till, Till, Store, str], second_first: bool) -> None:
    first, second, desk, stay_id = three
    both_pay(first, second, stay_id)
    heard = [second, first] if second_first else [first, second]
    give(heard[0].store, desk)
    assert len(payments_of(desk, stay_id)) == 1
    give(heard[1].store, desk)
    (payment,) = payments_of(desk, stay_id)
    assert payment == first.payments(stay_id)[0]
    assert desk.read(lambda view: view.stay(stay_id)).paid_minor == 200
    before = payments_of(desk, stay_id)
    desk.write(lambda unit: rebuild(unit.connection, unit.lot_id, now=unit.now))
    assert payments_of(desk, stay_id) == before


def test_cash_that_the_other_took_beside_it_is_due_back(three: tuple[Till, Till, Store, str]) -> None:
    first, second, desk, stay_id = three
    second.open_shift()
    first.charge(first.order(stay_id), 150)
    order = second.order(stay_id, drawer=DRAWER)
    second.charge(order, 150)
    first.pass_by(5)
    first.charge(first.order(stay_id))
    first.pass_by(5)
    second.pass_by(5)
    second.store.write(
        lambda unit: take_cash_part(
            unit,
            actor=second.actor,
            order_id=order.order_id,
            amount_minor=50,
            tendered_minor=50,
            drawer=DRAWER,
        )
    )
    give(second.store, desk)
    assert payments_of(desk, stay_id)[0].amount_minor == 200
    give(first.store, desk)
    whole, rest = payments_of(desk, stay_id)
    assert (whole.amount_minor, rest.amount_minor, rest.cash_minor) == (200, 50, 50)
    (refund_id,) = desk.write(lambda unit: note_overpayments(unit, stay_id=stay_id))
    refund = desk.read(lambda view: view.refund(refund_id))
    assert refund is not None
    assert (refund.amount_minor, refund.payment_id) == (50, rest.payment_id)
