"""A payment is taken back while the car is here, by two persons; its permit goes, its money goes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.payments import Tender
from core.domain.refunds import Refund, RefundState
from core.domain.stays import StayState
from core.services.collect_debt import collect_debt
from core.services.refund_payment import refund_payment
from core.services.release import decide_exit
from core.services.void_payment import void_payment
from core.store.queries.payments import PaymentState, find_payments
from core.store.rebuild import rebuild
from tests.core.services.money_desk import DRAWER, Desk
from tests.core.store.lot import POLICY, vote_for


def void(desk: Desk, payment_id: str, **arguments: object) -> tuple[Refund, ...]:
    given = {"actor": desk.ada, "reason": "wrong_car", "note": "", **arguments}
    given.setdefault("approval", replace(desk.approval, asked_by=given["actor"].person_id))
    return desk.do(void_payment, payment_id=payment_id, **given)


def test_cash_goes_back_out_of_the_drawer_and_the_price_is_due_again(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    payment = desk.pay_cash(stay_id)
    [refund] = void(desk, payment.payment_id, opens_drawer=True)
    assert (refund.state, refund.amount_minor, refund.tender) == (RefundState.PAID_BACK, 200, Tender.CASH)
    assert desk.in_drawer == 5000
    stay = desk.stay(stay_id)
    assert stay.state is StayState.INSIDE
    assert stay.permit_until is None
    assert [one.payment.payment_id for one in stay.voided] == [payment.payment_id]
    assert desk.due(stay_id) == 200
    assert len(desk.tasks("drawer.kick")) == 1
    desk.pay_cash(stay_id)
    desk.leave("AB1", stay_id)
    assert desk.in_drawer == 5200
    assert desk.findings() == []


def test_it_needs_a_second_person_who_may_approve(desk: Desk) -> None:
    payment = desk.pay_cash(desk.park("AB1"))
    for approval in (None, *(replace(desk.approval, approver=one) for one in (desk.ada, desk.cy))):
        with pytest.raises(NotAllowed):
            void(desk, payment.payment_id, approval=approval)
    own = replace(desk.approval, asked_by=desk.bo.person_id)
    with pytest.raises(NotAllowed):
        void(desk, payment.payment_id, actor=desk.bo, approval=own)
    assert desk.in_drawer == 5200


def test_it_is_voided_once(desk: Desk) -> None:
    payment = desk.pay_cash(desk.park("AB1"))
    void(desk, payment.payment_id)
    with pytest.raises(Refused) as refused:
        void(desk, payment.payment_id)
    assert refused.value.code == "payment.voided_already"
    assert desk.in_drawer == 5000


def test_once_the_car_has_left_its_payment_stands(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    payment = desk.pay_cash(stay_id)
    desk.leave("AB1", stay_id)
    with pytest.raises(Refused) as refused:
        void(desk, payment.payment_id)
    assert refused.value.code == "payment.car_has_left"


def test_a_car_that_was_released_and_stands_on_the_loop_can_still_be_reversed(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    payment = desk.pay_cash(stay_id)
    desk.store.write(
        lambda unit: decide_exit(
            unit, lane_id="out", sighting_id="s1", vote=vote_for("AB1"), photo="", policy=POLICY
        )
    )
    assert desk.stay(stay_id).leaving
    void(desk, payment.payment_id)
    again = desk.store.write(
        lambda unit: decide_exit(
            unit, lane_id="out", sighting_id="s2", vote=vote_for("AB1"), photo="", policy=POLICY
        )
    )
    assert again.command_id is None


def test_every_tender_of_a_split_payment_goes_back_the_way_it_came(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    payment = desk.pay_by(stay_id, cash_minor=50)
    assert desk.in_drawer == 5050
    refunds = {refund.tender: refund for refund in void(desk, payment.payment_id)}
    assert refunds[Tender.CASH].state is RefundState.PAID_BACK
    card = refunds[Tender.CARD]
    assert (card.state, card.amount_minor) == (RefundState.UNDERWAY, 150)
    assert (card.account, card.reference, card.charge_id) == ("booth", "far-1", "charge-far-1")
    assert desk.tasks("money.back/booth") == [{"refund_id": card.refund_id}]
    assert desk.in_drawer == 5000
    assert desk.findings() == []


def test_what_a_card_paid_needs_no_drawer(desk: Desk) -> None:
    payment = desk.pay_by(desk.park("AB1"))
    [refund] = void(desk, payment.payment_id, actor=desk.cy)
    assert refund.state is RefundState.UNDERWAY


def test_cash_needs_ones_own_shift(desk: Desk) -> None:
    payment = desk.pay_cash(desk.park("AB1"))
    with pytest.raises(Refused) as refused:
        void(desk, payment.payment_id, actor=desk.cy)
    assert refused.value.code == "shift.none_open"
    assert desk.stay(payment.stay_id).state is StayState.PAID


def test_what_went_back_before_does_not_go_back_again(desk: Desk) -> None:
    payment = desk.pay_cash(desk.park("AB1"))
    desk.do(
        refund_payment,
        actor=desk.ada,
        payment_id=payment.payment_id,
        amount_minor=150,
        tender=Tender.CASH,
        reason="complaint",
        note="",
        approval=desk.approval,
    )
    [refund] = void(desk, payment.payment_id)
    assert refund.amount_minor == 50
    assert desk.in_drawer == 5000


def test_an_iou_is_owed_no_longer_and_the_price_is_due(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    payment = desk.iou(stay_id)
    assert void(desk, payment.payment_id) == ()
    assert desk.debts() == []
    assert desk.due(stay_id) == 200
    assert desk.findings() == []


def test_an_iou_that_was_collected_stands(desk: Desk) -> None:
    payment = desk.iou(desk.park("AB1"))
    debt_id = desk.debts()[0].debt.debt_id
    desk.do(
        collect_debt,
        actor=desk.ada,
        debt_id=debt_id,
        tendered_minor=200,
        drawer=DRAWER,
        opens_drawer=False,
    )
    with pytest.raises(Refused) as refused:
        void(desk, payment.payment_id)
    assert refused.value.code == "payment.debt_collected"


def test_the_reason_is_one_of_those_and_the_note_personal(desk: Desk) -> None:
    payment = desk.pay_cash(desk.park("AB1"))
    with pytest.raises(BadInput):
        void(desk, payment.payment_id, reason="no")
    void(desk, payment.payment_id, reason="other", note="Mr Hay asked")
    entry = next(one for one in desk.about("stay", payment.stay_id) if one.kind == "payment.voided")
    assert entry.personal == {"note": "Mr Hay asked"}
    assert entry.payload["approved_by"] == desk.bo.person_id


def test_rebuilt_from_the_journal_the_rows_are_the_same(desk: Desk) -> None:
    payment = desk.pay_by(desk.park("AB1"), cash_minor=50)
    void(desk, payment.payment_id)
    desk.iou(desk.park("AB2"))
    desk.store.write(lambda unit: rebuild(unit.connection, unit.lot_id, now=unit.now))
    assert desk.findings() == []
    states = [row.state for row in desk.see(find_payments)]
    assert states == [PaymentState.OWED, PaymentState.VOIDED]
