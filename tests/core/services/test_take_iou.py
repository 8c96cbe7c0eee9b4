"""A driver who cannot pay goes against a promise: the debt is on record, who owes it can be purged."""

from __future__ import annotations

import pytest

from core.domain.debts import DebtKind, Debtor
from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.orders import INTENDED, UNKNOWN
from core.domain.payments import Tender
from core.domain.people import Actor, Role
from core.services.open_order import open_order, order_subjects
from core.services.take_iou import take_iou
from core.services.unit_of_work import UnitOfWork
from core.services.waive import waive
from tests.core.services.money_desk import DRAWER, Desk


def test_the_car_may_leave_and_owes(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    payment = desk.iou(stay_id)
    assert (payment.tender, payment.received_minor) == (Tender.IOU, 0)
    [row] = desk.debts()
    assert (row.debt.kind, row.debt.owed_minor, row.receipt_name) == (
        DebtKind.IOU,
        200,
        payment.receipt_name,
    )
    assert row.debt.debtor == Debtor("Max Muster", "0170 1234", "AB1")
    desk.leave("AB1", stay_id)
    assert desk.findings() == []


def test_who_owes_stands_in_personal_fields_alone(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    desk.iou(stay_id)
    [row] = desk.debts()
    entry = desk.about("debt", row.debt.debt_id)[0]
    said = {name: value for name, value in entry.payload.items() if name != "personal"}
    assert "Max" not in str(said)
    assert "AB1" not in str(said)


def test_somebody_must_be_named(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    hostile = (Debtor("x" * 81), Debtor("Max\x00"), Debtor(phone="1" * 41))
    for debtor in hostile:
        with pytest.raises(BadInput) as bad:
            desk.iou(stay_id, debtor)
        assert bad.value.code == "debt.bad_debtor"
    assert desk.debts() == []
    desk.iou(stay_id, Debtor())
    assert desk.debts()[0].debt.debtor.plate == "AB1"


def test_a_cards_number_is_no_name_and_stands_in_no_note(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    for debtor in (Debtor("4242 4242 4242 4242"), Debtor("Max", note="card 4242424242424242")):
        with pytest.raises(BadInput) as bad:
            desk.iou(stay_id, debtor)
        assert bad.value.code == "charge.looks_like_card"
    assert desk.debts() == []


def test_a_kiosk_promises_nothing(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    with pytest.raises(NotAllowed):
        desk.do(
            take_iou,
            actor=Actor("k", "Kiosk", Role.KIOSK),
            stay_id=stay_id,
            shown_minor=200,
            debtor=Debtor("Max"),
        )


def unknown_charge(desk: Desk, stay_id: str) -> None:
    """Nobody knows whether the card paid."""
    order = desk.do(open_order, actor=desk.ada, stay_id=stay_id, shown_minor=200, drawer=DRAWER)

    def charge(unit: UnitOfWork) -> None:
        payload = {
            "charge_id": "c1",
            "stay_id": stay_id,
            "tender": "card",
            "account": "booth",
            "key": "k",
            "amount_minor": 200,
            "currency": "EUR",
        }
        unit.record(INTENDED, payload, who=desk.ada.person_id, subjects=order_subjects(order))
        unit.record(UNKNOWN, {**payload, "cause": "x"}, who="system", subjects=order_subjects(order))

    desk.store.write(charge)


def test_with_a_charge_of_which_nobody_knows_a_driver_may_owe_but_nothing_is_waived(desk: Desk) -> None:
    stay_id = desk.park("AB1")
    unknown_charge(desk, stay_id)
    with pytest.raises(Refused) as refused:
        desk.do(waive, actor=desk.bo, stay_id=stay_id, shown_minor=200, reason="complaint")
    assert refused.value.code == "payment.not_known"
    assert desk.iou(stay_id).tender is Tender.IOU
