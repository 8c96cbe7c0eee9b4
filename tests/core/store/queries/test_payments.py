"""Payments are found by number, plate, tender, state or day; debts and refunds that are open are listed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from core.domain.debts import Debtor, DebtState
from core.domain.payments import Tender
from core.services.correct_plate import correct_plate
from core.services.refund_payment import refund_payment
from core.services.void_payment import void_payment
from core.services.waive import waive
from core.store.queries.payments import (
    PaymentRow,
    PaymentState,
    debt_shown,
    find_payments,
    find_sales,
    open_debts,
    open_refunds,
    payment_shown,
)
from core.store.queries.refunds import refunds_waiting
from tests.core.services.money_desk import Desk, desk_in


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as made:
        yield made


def found(desk: Desk, **wanted: object) -> list[PaymentRow]:
    return desk.see(lambda view: find_payments(view, **wanted))  # type: ignore[arg-type]


def plates(desk: Desk, **wanted: object) -> list[str]:
    return [row.plate for row in found(desk, **wanted)]


def test_by_the_number_on_the_receipt(desk: Desk) -> None:
    first, second = desk.pay_cash(desk.park("AB1")), desk.pay_cash(desk.park("CD2"))
    assert plates(desk, text=first.receipt_name) == ["AB1"]
    assert plates(desk, text=f" {second.receipt_number} ") == ["CD2", "CD2"][:1]
    assert plates(desk, text="99999") == []
    assert plates(desk, text="7-1") == []


def test_by_a_part_of_the_plate_typed_as_it_may_be(desk: Desk) -> None:
    desk.pay_cash(desk.park("KLM1001"))
    desk.pay_cash(desk.park("XYZ9"))
    assert plates(desk, text="klm") == ["KLM1001"]
    assert plates(desk, text="M10") == ["KLM1001"]
    assert plates(desk, text="lm-1OO1") == ["KLM1001"]


def test_after_a_correction_by_the_right_plate(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    desk.pay_cash(stay_id)
    desk.do(correct_plate, actor=desk.ada, stay_id=stay_id, typed="QRS77")
    assert plates(desk, text="QRS77") == ["QRS77"]


@pytest.mark.parametrize("text", ["%", "_", "'; --", "\x00", "💥", "-", "9" * 50, "1-" + "9" * 50, "..."])
def test_hostile_texts_find_nothing_and_break_nothing(desk: Desk, text: str) -> None:
    desk.pay_cash(desk.park("AB1"))
    assert found(desk, text=text) == []


def test_the_newest_first_and_never_too_many(desk: Desk) -> None:
    for number in range(4):
        desk.pay_cash(desk.park(f"AB{number}"))
    assert plates(desk, most=3) == ["AB3", "AB2", "AB1"]


def test_by_tender_and_by_day(desk: Desk) -> None:
    desk.pay_cash(desk.park("AB1"))
    desk.pay_by(desk.park("CD2"))
    middle = desk.clock.now() + timedelta(minutes=1)
    desk.pay_cash(desk.park("EF3"))
    assert plates(desk, tender=Tender.CARD) == ["CD2"]
    assert plates(desk, since=middle) == ["EF3"]
    assert plates(desk, until=middle, tender=Tender.CASH) == ["AB1"]


def test_by_what_became_of_it(desk: Desk) -> None:
    desk.pay_cash(desk.park("AB1"))
    voided = desk.pay_by(desk.park("CD2"))
    desk.void(voided.payment_id)
    refunded = desk.pay_cash(desk.park("EF3"))
    desk.do(
        refund_payment,
        actor=desk.ada,
        payment_id=refunded.payment_id,
        amount_minor=50,
        tender=Tender.CASH,
        reason="complaint",
        note="",
        approval=desk.approval,
    )
    desk.iou(desk.park("GH4"))
    nil = desk.park("IJ5")
    desk.do(waive, actor=desk.bo, stay_id=nil, shown_minor=200, reason="staff")
    assert plates(desk, state=PaymentState.STANDS) == ["IJ5", "AB1"]
    assert plates(desk, state=PaymentState.VOIDED) == ["CD2"]
    assert plates(desk, state=PaymentState.REFUNDED) == ["EF3"]
    assert plates(desk, state=PaymentState.OWED) == ["GH4"]
    for state in PaymentState:
        assert {row.state for row in found(desk, state=state)} == {state}
    row = desk.see(lambda view: payment_shown(view, refunded.payment_id))
    assert row is not None
    assert (row.refunded_minor, row.cashier) == (50, "Ann")
    assert desk.see(lambda view: payment_shown(view, "nothing")) is None


def test_a_debt_that_was_collected_is_owed_no_longer(desk: Desk) -> None:
    payment = desk.iou(desk.park("GH4"))
    debt_id = desk.debts()[0].debt.debt_id
    desk.collect(debt_id)
    assert found(desk, state=PaymentState.OWED) == []
    row = desk.see(lambda view: payment_shown(view, payment.payment_id))
    assert row is not None
    assert (row.state, row.debt_state) == (PaymentState.STANDS, DebtState.COLLECTED)
    assert [sale.amount_minor for sale in desk.see(find_sales)] == [200]


def test_debts_are_listed_oldest_first_and_found_by_plate_as_it_is_read(desk: Desk) -> None:
    for plate in ("AB10", "CD2", "AB10"):
        stay_id = desk.park(plate)
        desk.iou(stay_id, Debtor("Max"))
        desk.leave(plate, stay_id)
    assert [row.debt.debtor.plate for row in desk.debts()] == ["AB10", "CD2", "AB10"]
    back_again = desk.see(lambda view: open_debts(view, plate="AB1O"))
    assert [row.debt.debtor.plate for row in back_again] == ["AB10", "AB10"]
    assert back_again[0].taken_by == "Ann"
    assert desk.see(lambda view: debt_shown(view, "nothing")) is None


def test_refunds_that_drivers_wait_for_are_listed_whatever_their_trouble(desk: Desk) -> None:
    payment = desk.pay_by(desk.park("AB1"))
    [refund] = desk.void(payment.payment_id)
    cash = desk.pay_cash(desk.park("CD2"))
    desk.void(cash.payment_id)
    assert [one.refund_id for one in desk.see(open_refunds)] == [refund.refund_id]


def test_what_waits_for_a_person_tells_the_payment_that_it_is_of(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    desk.pay_cash(stay_id)
    desk.clock.pass_time(60)
    payment = desk.pay_by(stay_id)
    desk.do(
        void_payment,
        actor=desk.ada,
        payment_id=payment.payment_id,
        reason="wrong_car",
        note="",
        approval=desk.approval,
        accounts=frozenset(),
    )
    [shown] = desk.see(lambda view: refunds_waiting(view, most=9))
    assert [one.payment.payment_id for one in shown.taken] == [payment.payment_id]
    assert not shown.is_paid_twice
    assert not shown.is_whole
