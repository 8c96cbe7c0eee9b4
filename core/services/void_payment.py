"""Takes a payment back while the car has not left (X9, P14): its permit goes, its money goes back."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from core.domain.debts import DebtState
from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.payments import Part, Payment, Tender
from core.domain.people import Actor, Approval, Right, require_second
from core.domain.refunds import VOIDED, Refund, refund_id_of
from core.domain.stays import Stay
from core.services.collect_debt import debts_of_stay, let_go_of_debt
from core.services.given_reason import given_reason
from core.services.own_shift import own_shift
from core.services.part_refunds import parts_left, refund_of, start_refund
from core.services.settle_unpaid import approved_by
from core.services.unit_of_work import UnitOfWork

REASONS: Final = ("wrong_car", "wrong_amount", "driver_stays", "paid_otherwise", "other")


def void_payment(
    unit: UnitOfWork,
    *,
    actor: Actor,
    payment_id: str,
    reason: str,
    note: str,
    approval: Approval | None,
    opens_drawer: bool = False,
    accounts: Collection[str] | None = None,
) -> tuple[Refund, ...]:
    """Take the payment back with a second person's word; the refunds that follow, one a tender.

    Cash goes back at once, for which the actor needs their own open shift; what a terminal or platform took
    goes back by it, where it is one of the ``accounts`` that this console can ask (None: any), else it stays
    due. BadInput ``void.bad_reason``; Refused ``payment.unknown``, ``payment.voided_already``,
    ``payment.car_has_left``, ``payment.debt_collected``, ``refund.drawer_too_low``.
    """
    actor.require(Right.REFUND)
    require_second(actor, approval, Right.APPROVE_REFUND)
    personal = given_reason(reason, note, REASONS, code="void.bad_reason")
    payment = unit.payment(payment_id)
    stay = unit.stay(payment.stay_id)
    _check(stay, payment)
    left = [part for part in parts_left(unit, payment) if part.amount_minor]
    has_cash = any(part.tender is Tender.CASH for part in left)
    shift = own_shift(unit, actor) if has_cash else unit.open_shift_of(actor.person_id)
    _let_go_of_debts(unit, payment, actor)
    refunds = [
        refund_of(
            unit,
            payment,
            part,
            refund_id=refund_id_of(payment_id, f"void {_name(part)}"),
            cause=VOIDED,
            reason=reason,
            actor=actor,
            approval=approval,
        )
        for part in left
    ]
    unit.record(
        "payment.voided",
        {
            "payment_id": payment_id,
            "refund_ids": [refund.refund_id for refund in refunds],
            "reason": reason,
            "amount_minor": payment.amount_minor,
            "received_minor": payment.received_minor,
            "tender": payment.tender.value,
            "charged": [[part.account, part.reference] for part in payment.shares if part.reference],
            **approved_by(approval),
        },
        who=actor.person_id,
        subjects=[
            Subject("stay", stay.stay_id),
            *([Subject("shift", shift.shift_id)] if shift is not None else []),
        ],
        personal=personal or None,
    )
    return tuple(
        start_refund(
            unit,
            refund,
            actor=actor,
            approval=approval,
            shift=shift,
            opens_drawer=opens_drawer,
            accounts=accounts,
        )
        for refund in refunds
    )


def _check(stay: Stay, payment: Payment) -> None:
    if all(one.payment_id != payment.payment_id for one in stay.payments):
        raise Refused("payment.voided_already")
    if not stay.state.is_open:
        raise Refused("payment.car_has_left")


def _let_go_of_debts(unit: UnitOfWork, payment: Payment, actor: Actor) -> None:
    """What was owed instead of this payment is owed no longer; the price itself is due again."""
    debts = [one for one in debts_of_stay(unit, payment.stay_id) if one.payment_id == payment.payment_id]
    if any(debt.paid_minor for debt in debts):
        raise Refused("payment.debt_collected")
    for debt in debts:
        if debt.state is DebtState.OPEN:
            let_go_of_debt(unit, debt, who=actor.person_id, reason="voided")


def _name(part: Part) -> str:
    return part.charge_id or part.tender.value
