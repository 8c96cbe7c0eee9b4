"""What went back of a payment is not given back again, under whatever name it went."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.domain.payments import Payment, Tender
from core.domain.people import Actor, Role
from core.domain.refunds import GIVEN, PAID_TWICE, Refund
from core.services.collect_debt import collect_debt
from core.services.give_back import note_due
from core.services.part_refunds import parts_left, pay_out
from core.services.quote_stay import quote_stay
from core.services.run_shift import open_shift
from core.services.settle_overpayment import note_overpayments
from core.services.take_payment import take_cash
from core.services.unit_of_work import UnitOfWork
from core.store.overpayment_watch import OverpaymentWatch
from core.store.refunds import refunds_due
from core.store.store import Store
from core.store.verify import verify_journal
from tests.core.services.money_desk import Desk
from tests.core.store.lot import SetClock, drive_in, set_up
from tests.core.store.lots_apart import agree, consoles, join


@pytest.fixture
def apart(tmp_path: Path) -> Iterator[tuple[Store, Store, SetClock]]:
    """Two consoles, each of which took 2.00 for the same time of the same car while they were cut off."""
    clock = SetClock()
    with consoles(tmp_path, clock, "hub", "exit") as (hub, exit_):
        set_up(hub)
        join(hub, exit_)
        stay_id = drive_in(hub, "KLM1001")
        agree([hub, exit_])
        clock.pass_time(45)
        for store in (hub, exit_):
            take(store, stay_id)
            clock.pass_time(1)
        agree([hub, exit_])
        yield hub, exit_, clock


def take(store: Store, stay_id: str) -> None:
    actor, drawer = Actor(store.console_id, "Bo", Role.SUPERVISOR), store.console_id[-12:]
    store.write(lambda unit: open_shift(unit, actor=actor, drawer=drawer, float_minor=1000))
    due = store.read(lambda view: quote_stay(view, actor=actor, stay_id=stay_id)).quote.total_minor
    store.write(
        lambda unit: take_cash(
            unit, actor=actor, stay_id=stay_id, shown_minor=due, tendered_minor=due, drawer=drawer
        )
    )


def given(unit: UnitOfWork, payment: Payment, amount_minor: int, **more: Any) -> Refund:
    refund = Refund(
        unit.new_id(),
        payment.stay_id,
        more.pop("payment_id", payment.payment_id),
        amount_minor,
        payment.currency,
        GIVEN,
        unit.now,
        tender=Tender.CARD if more else Tender.CASH,
        **more,
    )
    note_due(unit, refund, who="bo")
    return refund


@pytest.mark.parametrize(("back_minor", "left"), [(200, []), (150, [50])])
def test_what_was_paid_twice_and_given_back_before_it_was_found_does_not_go_back_again(
    apart: tuple[Store, Store, SetClock], back_minor: int, left: list[int]
) -> None:
    hub, _, _ = apart
    stay_id = hub.read(lambda view: view.open_stays_with_plate("KLM1001"))[0].stay_id
    second = hub.read(lambda view: view.stay(stay_id)).payments[-1]
    shift = hub.read(lambda view: view.open_shift(hub.console_id[-12:]))
    assert shift is not None
    hub.write(
        lambda unit: pay_out(
            unit, given(unit, second, back_minor), shift=shift, who=hub.console_id, opens_drawer=False
        )
    )
    for _ in range(2):
        hub.write(lambda unit: note_overpayments(unit, stay_id=stay_id))
        with hub.reading() as view:
            assert [one.amount_minor for one in refunds_due(view.connection, view.lot_id)] == left


def test_a_debt_that_two_consoles_collected_goes_back_once_by_whichever_finds_it(tmp_path: Path) -> None:
    clock = SetClock()
    with consoles(tmp_path, clock, "hub", "exit") as (hub, exit_):
        desk = Desk(hub, clock)
        join(hub, exit_)
        stay_id = desk.park("KLM1001")
        desk.iou(stay_id)
        agree([hub, exit_])
        (debt,) = (row.debt for row in desk.debts())
        other = Actor("other", "Eve", Role.ATTENDANT)
        exit_.write(lambda unit: open_shift(unit, actor=other, drawer="exit", float_minor=0))
        desk.collect(debt.debt_id)
        exit_.write(
            lambda unit: collect_debt(
                unit,
                actor=other,
                debt_id=debt.debt_id,
                tendered_minor=200,
                drawer="exit",
                opens_drawer=False,
            )
        )
        agree([hub, exit_])
        OverpaymentWatch(hub).turn()
        watch = OverpaymentWatch(exit_)
        watch.turn()
        agree([hub, exit_])
        for store in (hub, exit_):
            with store.reading() as view:
                (due,) = refunds_due(view.connection, view.lot_id)
                assert verify_journal(view.connection).problems == ()
            assert (due.amount_minor, due.cause, due.stay_id) == (200, PAID_TWICE, stay_id)
        assert desk.stay(stay_id).due_back_minor == 0
        watch.turn()


def test_what_went_back_as_the_payment_of_another_console_is_not_left(desk: Desk) -> None:
    payment = desk.pay_by(desk.park("AB1"))
    told = {"payment_id": "told-elsewhere", "charge_id": "its-own", "account": "booth", "reference": "far-1"}
    desk.store.write(lambda unit: given(unit, payment, 150, **told))
    (left,) = desk.see(lambda view: parts_left(view, payment))
    assert left.amount_minor == 50
