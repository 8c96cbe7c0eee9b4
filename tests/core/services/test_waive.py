"""A driver may go without paying, with an explanation, by who may say so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.payments import Payment, Tender
from core.domain.people import Right
from core.domain.stays import StayState
from core.services.waive import waive
from tests.core.services.money_desk import Desk


def waived(desk: Desk, stay_id: str, **arguments: object) -> Payment:
    given = {"actor": desk.bo, "reason": "staff", "shown_minor": desk.due(stay_id), **arguments}
    return desk.do(waive, stay_id=stay_id, **given)


def test_nothing_comes_in_and_the_car_may_leave(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    payment = waived(desk, stay_id)
    assert (payment.tender, payment.amount_minor, payment.received_minor) == (Tender.NIL, 200, 0)
    stay = desk.stay(stay_id)
    assert stay.state is StayState.PAID
    assert stay.permit_until == payment.permit_until
    assert desk.in_drawer == 5000
    desk.leave("AB1", stay_id)
    assert desk.findings() == []


def test_an_attendant_needs_a_second_person_who_is_written_down(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    with pytest.raises(NotAllowed) as refused:
        waived(desk, stay_id, actor=desk.ada)
    assert refused.value.code == "approval.needed"
    with pytest.raises(NotAllowed):
        waived(desk, stay_id, actor=desk.ada, approval=replace(desk.word(Right.WAIVE), approver=desk.cy))
    with pytest.raises(NotAllowed):
        waived(desk, stay_id, actor=desk.ada, approval=replace(desk.word(Right.WAIVE), approver=desk.ada))
    with pytest.raises(NotAllowed, match=r"approval\.other"):
        waived(desk, stay_id, actor=desk.ada, approval=desk.word(Right.APPROVE_REFUND))
    waived(desk, stay_id, actor=desk.ada, approval=desk.word(Right.WAIVE))
    paid = [entry for entry in desk.about("stay", stay_id) if entry.kind == "stay.paid"]
    assert paid[0].payload["approved_by"] == desk.bo.person_id


def test_the_explanation_is_a_personal_field_and_other_needs_one(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    with pytest.raises(BadInput) as bad:
        waived(desk, stay_id, reason="other", note="  ")
    assert bad.value.code == "gate.note_needed"
    with pytest.raises(BadInput):
        waived(desk, stay_id, reason="friends")
    waived(desk, stay_id, reason="other", note="Mrs Lind's mother is ill")
    entry = next(one for one in desk.about("stay", stay_id) if one.kind == "stay.paid")
    assert entry.personal == {"note": "Mrs Lind's mother is ill"}
    assert "Lind" not in str({name: value for name, value in entry.payload.items() if name != "personal"})


def test_a_price_that_moved_on_is_not_waived_unseen(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    with pytest.raises(Refused) as refused:
        waived(desk, stay_id, shown_minor=100)
    assert refused.value.code == "payment.price_changed"


def test_where_nothing_is_due_nothing_is_waived(desk: Desk) -> None:
    stay_id = desk.park("AB1", minutes=5)
    with pytest.raises(Refused) as refused:
        waived(desk, stay_id, shown_minor=0)
    assert refused.value.code == "payment.nothing_due"


def test_a_receipt_is_asked_for(desk: Desk) -> None:
    payment = waived(desk, desk.park("AB1"))
    assert [task["payment_id"] for task in desk.tasks("receipt")] == [payment.payment_id]
