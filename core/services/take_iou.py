"""Lets a driver go who cannot pay now, against a promise (P11): the debt is recorded and collected later."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.domain.debts import MADE, DebtKind, Debtor
from core.domain.errors import BadInput
from core.domain.journal import Subject
from core.domain.payments import Payment, Tender
from core.domain.people import Actor, Right
from core.services.settle_unpaid import price_to_settle, refuse_unusual, settle_unpaid
from core.services.unit_of_work import UnitOfWork

_OWED: Final = frozenset({Tender.IOU, Tender.TOWED})


def take_iou(
    unit: UnitOfWork, *, actor: Actor, stay_id: str, shown_minor: int, debtor: Debtor, note: str = ""
) -> Payment:
    """Settle what the stay owes as a debt of the driver.

    BadInput ``debt.bad_debtor``, and ``debt.nobody_named`` where neither a name nor a telephone was said and
    no plate is known; Refused as of taking cash.
    """
    actor.require(Right.TAKE_IOU)
    stay = unit.stay(stay_id)
    said = replace(debtor, plate=debtor.plate or stay.plate, photo=debtor.photo or stay.photo)
    said = replace(said, note=said.note or note).checked()
    if not (said.name or said.phone or said.plate):
        raise BadInput("debt.nobody_named")
    due = price_to_settle(unit, actor=actor, stay_id=stay_id, shown_minor=shown_minor)
    refuse_unusual(due)
    payment = settle_unpaid(unit, due, actor=actor, tender=Tender.IOU, reason=DebtKind.IOU.value)
    make_debt(unit, payment, kind=DebtKind.IOU, debtor=said, actor=actor)
    return payment


def make_debt(unit: UnitOfWork, payment: Payment, *, kind: DebtKind, debtor: Debtor, actor: Actor) -> str:
    """Write down what of a payment is owed; the debt's id."""
    debt_id = unit.new_id()
    unit.record(
        MADE,
        {
            "debt_id": debt_id,
            "kind": kind.value,
            "stay_id": payment.stay_id,
            "payment_id": payment.payment_id,
            "amount_minor": sum(part.amount_minor for part in payment.shares if part.tender in _OWED),
            "currency": payment.currency,
        },
        who=actor.person_id,
        subjects=[Subject("debt", debt_id), Subject("stay", payment.stay_id)],
        personal=debtor.to_personal(),
    )
    return debt_id
