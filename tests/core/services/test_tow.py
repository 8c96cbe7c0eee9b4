"""A car that was towed is gone: its stay ends and its price is owed."""

from __future__ import annotations

import pytest

from core.domain.debts import DebtKind
from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.payments import Payment, Tender
from core.domain.people import Right
from core.domain.stays import StayState
from core.services.tow import tow
from tests.core.services.money_desk import Desk


def towed(desk: Desk, stay_id: str, **arguments: object) -> Payment:
    given = {"actor": desk.bo, "reason": "abandoned", "note": "", "shown_minor": 200, **arguments}
    return desk.do(tow, stay_id=stay_id, **given)


def test_the_stay_ends_without_a_crossing_and_its_price_is_owed(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    before = desk.see(lambda view: view.occupancy()).inside
    payment = towed(desk, stay_id, note="Tow truck of Lehmann")
    assert (payment.tender, payment.received_minor) == (Tender.TOWED, 0)
    assert desk.stay(stay_id).state is StayState.WRITTEN_OFF
    assert desk.see(lambda view: view.occupancy()).inside == before - 1
    [row] = desk.debts()
    assert (row.debt.kind, row.debt.owed_minor) == (DebtKind.TOWED, 200)
    assert row.debt.debtor.plate == "AB1"
    assert desk.findings() == []


def test_an_attendant_needs_a_second_person(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    with pytest.raises(NotAllowed):
        towed(desk, stay_id, actor=desk.ada)
    towed(desk, stay_id, actor=desk.ada, approval=desk.word(Right.WRITE_OFF))


def test_it_is_towed_once_and_for_a_reason(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    with pytest.raises(BadInput):
        towed(desk, stay_id, reason="ugly")
    towed(desk, stay_id)
    with pytest.raises(Refused) as refused:
        towed(desk, stay_id)
    assert refused.value.code == "stay.ended"
    assert len(desk.debts()) == 1
