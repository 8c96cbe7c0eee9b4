"""Money goes back by two persons' word, never more than came in; what was bought stays bought."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.payments import Tender
from core.domain.refunds import Refund, RefundState
from core.services.refund_payment import refund_payment
from core.services.waive import waive
from tests.core.services.money_desk import Desk


def refund(desk: Desk, payment_id: str, amount_minor: int, **arguments: object) -> Refund:
    given = {"actor": desk.ada, "tender": Tender.CASH, "reason": "complaint", "note": "", **arguments}
    given.setdefault("approval", replace(desk.approval, asked_by=given["actor"].person_id))
    return desk.do(refund_payment, payment_id=payment_id, amount_minor=amount_minor, **given)


def test_a_part_goes_back_in_cash_and_the_permit_stays(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    payment = desk.pay_cash(stay_id)
    back = refund(desk, payment.payment_id, 50, opens_drawer=True)
    assert (back.state, back.asked_by, back.approved_by) == (
        RefundState.PAID_BACK,
        desk.ada.person_id,
        desk.bo.person_id,
    )
    assert desk.in_drawer == 5150
    stay = desk.stay(stay_id)
    assert stay.permit_until == payment.permit_until
    assert stay.due_back_minor == 0
    assert len(desk.tasks("drawer.kick")) == 1
    desk.leave("AB1", stay_id)
    assert desk.findings() == []


def test_what_was_given_out_of_goodwill_is_not_charged_again(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    payment = desk.pay_cash(stay_id)
    refund(desk, payment.payment_id, 200)
    desk.clock.pass_time(10)
    assert desk.due(stay_id) == 0


def test_never_more_than_came_in_goes_back_however_often(desk: Desk) -> None:
    payment = desk.pay_cash(desk.park("AB1"))
    for amount in (0, -5):
        with pytest.raises(BadInput):
            refund(desk, payment.payment_id, amount)
    refund(desk, payment.payment_id, 150)
    with pytest.raises(BadInput) as bad:
        refund(desk, payment.payment_id, 51)
    assert (bad.value.code, bad.value.facts["left_minor"]) == ("refund.too_much", 50)
    refund(desk, payment.payment_id, 50)
    with pytest.raises(BadInput):
        refund(desk, payment.payment_id, 1)
    assert desk.in_drawer == 5000


def test_after_the_car_has_left_money_can_still_go_back(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    payment = desk.pay_cash(stay_id)
    desk.leave("AB1", stay_id)
    assert refund(desk, payment.payment_id, 200).state is RefundState.PAID_BACK
    assert desk.findings() == []


def test_by_the_account_that_took_it_a_task_asks(desk: Desk) -> None:
    payment = desk.pay_by(desk.park("AB1"), cash_minor=50)
    back = refund(desk, payment.payment_id, 100, tender=Tender.CARD, actor=desk.cy)
    assert (back.state, back.reference) == (RefundState.UNDERWAY, "far-1")
    assert desk.tasks("money.back/booth") == [{"refund_id": back.refund_id}]
    with pytest.raises(BadInput) as bad:
        refund(desk, payment.payment_id, 51, tender=Tender.CARD)
    assert bad.value.facts["left_minor"] == 50
    with pytest.raises(BadInput) as bad:
        refund(desk, payment.payment_id, 10, tender=Tender.LINE_PAY)
    assert bad.value.code == "refund.bad_tender"


def test_money_that_a_card_brought_may_go_back_in_cash(desk: Desk) -> None:
    payment = desk.pay_by(desk.park("AB1"))
    assert refund(desk, payment.payment_id, 200).state is RefundState.PAID_BACK
    with pytest.raises(BadInput):
        refund(desk, payment.payment_id, 1, tender=Tender.CARD)


def test_of_what_was_waived_nothing_goes_back(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    payment = desk.do(waive, actor=desk.bo, stay_id=stay_id, shown_minor=200, reason="staff")
    with pytest.raises(BadInput) as bad:
        refund(desk, payment.payment_id, 1)
    assert bad.value.facts["left_minor"] == 0


def test_it_needs_a_second_person_who_may_approve(desk: Desk) -> None:
    payment = desk.pay_cash(desk.park("AB1"))
    for approval in (None, *(replace(desk.approval, approver=one) for one in (desk.ada, desk.cy))):
        with pytest.raises(NotAllowed):
            refund(desk, payment.payment_id, 50, approval=approval)
    own = replace(desk.approval, asked_by=desk.bo.person_id)
    with pytest.raises(NotAllowed):
        refund(desk, payment.payment_id, 50, actor=desk.bo, approval=own)


def test_a_drawer_that_cannot_hold_so_much_pays_nothing(desk: Desk) -> None:
    payment = desk.pay_by(desk.park("AB1", minutes=60 * 24 * 30))
    assert payment.amount_minor > desk.in_drawer
    with pytest.raises(Refused) as refused:
        refund(desk, payment.payment_id, payment.amount_minor)
    assert refused.value.code == "refund.drawer_too_low"
    assert desk.in_drawer == 5000
