"""An order freezes a price while it is paid, and stands between the driver and paying twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.domain.errors import NotAllowed, OperatorError, Refused
from core.domain.people import Actor, Role
from core.services.ask_for_money import cancel_charge
from core.services.open_order import give_up_order, open_order
from core.services.take_payment import take_cash, take_cash_part
from core.store.queries.money import order_of
from core.store.verify import verify_journal
from devices.terminals.simulator import Outcome
from tests.till import DRAWER, DUE_MINOR, Till, till


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[tuple[Till, str]]:
    """A till with a shift open, and a car that owes 2.00."""
    with till(tmp_path) as (made, stay_id):
        made.open_shift()
        yield made, stay_id
        with made.store.reading() as view:
            assert verify_journal(view.connection).problems == ()


def refused(work: object) -> str:
    with pytest.raises(OperatorError) as refusal:
        work()  # type: ignore[operator]
    return refusal.value.code


def pay_cash(made: Till, stay_id: str) -> object:
    due = made.due(stay_id)
    return made.store.write(
        lambda unit: take_cash(
            unit,
            actor=made.actor,
            stay_id=stay_id,
            shown_minor=due,
            tendered_minor=due,
            drawer=DRAWER,
        )
    )


def cash_part(made: Till, order_id: str, amount_minor: int, tendered_minor: int = 0) -> object:
    return made.store.write(
        lambda unit: take_cash_part(
            unit,
            actor=made.actor,
            order_id=order_id,
            amount_minor=amount_minor,
            tendered_minor=tendered_minor or amount_minor,
            drawer=DRAWER,
        )
    )


def drawer_minor(made: Till) -> int:
    shift = made.store.read(lambda view: view.open_shift(DRAWER))
    assert shift is not None
    return shift.expected_minor


def give_up(made: Till, order_id: str) -> object:
    return made.store.write(lambda unit: give_up_order(unit, actor=made.actor, order_id=order_id))


def test_the_price_is_frozen_and_the_same_order_used_again(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    first = made.order(stay_id, drawer=DRAWER)
    assert (first.amount_minor, first.missing_minor, first.drawer) == (DUE_MINOR, DUE_MINOR, DRAWER)
    assert made.order(stay_id, drawer=DRAWER).order_id == first.order_id
    assert made.store.read(lambda view: order_of(view, stay_id)) == first


def test_an_order_nobody_paid_makes_place_for_the_price_of_now(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    first = made.order(stay_id)
    made.clock.pass_time(20)
    second = made.order(stay_id)
    assert second.amount_minor > first.amount_minor
    assert made.now(first).is_given_up


def test_the_price_the_driver_was_told_counts(booth: tuple[Till, str]) -> None:
    made, stay_id = booth

    def at(shown_minor: int) -> object:
        return made.store.write(
            lambda unit: open_order(unit, actor=made.actor, stay_id=stay_id, shown_minor=shown_minor)
        )

    assert refused(lambda: at(DUE_MINOR - 50)) == "payment.price_changed"


def test_cash_is_not_taken_while_a_charge_may_come_in(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    made.terminal.expect(Outcome.SLOW)
    charge = made.charge(made.order(stay_id))
    made.turn()
    with pytest.raises(Refused) as refusal:
        pay_cash(made, stay_id)
    assert refusal.value.code == "payment.in_progress"
    assert refusal.value.facts["since"] == charge.intended_at
    assert refused(lambda: made.charge(made.now(charge))) == "payment.in_progress"


def test_cash_is_not_taken_while_nobody_knows_of_a_charge(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    made.terminal.expect(Outcome.LOST_REPLY)
    made.charge(made.order(stay_id))
    made.turn()
    assert refused(lambda: pay_cash(made, stay_id)) == "payment.not_known"


def test_after_a_charge_was_declined_cash_is_taken_and_the_order_is_over(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    made.terminal.expect(Outcome.DECLINE)
    order = made.order(stay_id)
    made.charge(order)
    made.turn()
    pay_cash(made, stay_id)
    assert made.now(order).is_given_up
    assert len(made.payments(stay_id)) == 1


def test_a_cancelled_charge_is_no_longer_waited_for(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    made.terminal.expect(Outcome.SLOW)
    charge = made.charge(made.order(stay_id))
    made.turn()
    made.store.write(lambda unit: cancel_charge(unit, actor=made.actor, charge_id=charge.charge_id))
    made.turn()
    assert made.state(charge) == "declined"
    pay_cash(made, stay_id)


def test_a_part_in_cash_and_the_rest_by_card_is_one_payment(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    order = made.order(stay_id, drawer=DRAWER)
    cash_part(made, order.order_id, 80, 100)
    assert drawer_minor(made) == 5080
    made.charge(order)
    made.pass_by(5)
    (payment,) = made.payments(stay_id)
    assert payment.tender.value == "split"
    assert {part.tender.value: part.amount_minor for part in payment.shares} == {"cash": 80, "card": 120}
    assert (payment.cash_minor, payment.tendered_minor, payment.change_minor) == (80, 100, 20)
    assert drawer_minor(made) == 5080


def test_the_rest_in_cash_closes_the_order_at_once(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    order = made.order(stay_id, drawer=DRAWER)
    made.charge(order, 150)
    made.pass_by(5)
    assert made.payments(stay_id) == ()
    assert refused(lambda: pay_cash(made, stay_id)) == "order.part_paid"
    cash_part(made, order.order_id, 50)
    (payment,) = made.payments(stay_id)
    assert payment.payment_id == order.order_id
    assert drawer_minor(made) == 5050


def test_more_than_is_missing_is_not_taken(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    order = made.order(stay_id, drawer=DRAWER)
    assert refused(lambda: cash_part(made, order.order_id, DUE_MINOR + 1)) == "charge.too_much"
    assert refused(lambda: cash_part(made, order.order_id, 0)) == "charge.bad_amount"
    assert refused(lambda: cash_part(made, order.order_id, 100, 50)) == "payment.too_little"
    assert drawer_minor(made) == 5000


def test_what_came_in_for_an_order_that_is_given_up_goes_back(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    order = made.order(stay_id, drawer=DRAWER)
    cash_part(made, order.order_id, 50)
    made.charge(order, 100)
    made.pass_by(5)
    give_up(made, order.order_id)
    assert drawer_minor(made) == 5000
    assert "refund.due" in made.kinds(stay_id)
    assert made.now(order).confirmed_minor == 0
    pay_cash(made, stay_id)
    assert len(made.payments(stay_id)) == 1


def test_an_order_with_money_on_its_way_is_not_given_up(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    made.terminal.expect(Outcome.SLOW)
    order = made.order(stay_id)
    made.charge(order)
    made.turn()
    assert refused(lambda: give_up(made, order.order_id)) == "payment.in_progress"


def test_an_order_whose_time_is_over_takes_nothing_more(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    order = made.order(stay_id)
    made.clock.pass_time(11)
    assert refused(lambda: made.charge(order)) == "order.expired"


def test_whoever_may_not_take_payments_opens_no_order(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    landlord = replace(made.actor, role=Role.LANDLORD)
    with pytest.raises(NotAllowed):
        made.store.write(
            lambda unit: open_order(unit, actor=landlord, stay_id=stay_id, shown_minor=DUE_MINOR)
        )


def test_an_order_on_a_drawer_is_for_whoever_has_the_shift_on_it(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    other = Actor("another", "Nia", Role.ATTENDANT)

    def work(drawer: str) -> object:
        return made.store.write(
            lambda unit: open_order(unit, actor=other, stay_id=stay_id, shown_minor=DUE_MINOR, drawer=drawer)
        )

    assert refused(lambda: work(DRAWER)) == "shift.of_someone_else"
    assert refused(lambda: work("drawer-2")) == "shift.none_open"
