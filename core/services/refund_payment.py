"""Gives money of a payment back, all of it or a part; what the driver bought stays bought (P14)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from core.domain.payments import Tender
from core.domain.people import Actor, Approval, Right, require_second
from core.domain.refunds import GIVEN, Refund
from core.services.given_reason import given_reason
from core.services.own_shift import own_shift
from core.services.part_refunds import parts_left, refund_of, share_to_give_back, start_refund
from core.services.unit_of_work import UnitOfWork

REASONS: Final = ("overcharged", "complaint", "service_failed", "paid_otherwise", "other")


def refund_payment(
    unit: UnitOfWork,
    *,
    actor: Actor,
    payment_id: str,
    amount_minor: int,
    tender: Tender,
    reason: str,
    note: str,
    approval: Approval | None,
    opens_drawer: bool = False,
    accounts: Collection[str] | None = None,
) -> Refund:
    """Give so much back with a second person's word: in cash at once, or by the account that took it.

    Cash needs the actor's own open shift; what none of the ``accounts`` that this console can ask took (None:
    any) stays due. BadInput ``refund.bad_reason``, ``refund.bad_amount``,
    ``refund.too_much``, ``refund.bad_tender``; Refused ``payment.unknown``, ``refund.drawer_too_low``.
    """
    actor.require(Right.REFUND)
    require_second(actor, approval, Right.APPROVE_REFUND)
    personal = given_reason(reason, note, REASONS, code="refund.bad_reason")
    payment = unit.payment(payment_id)
    part = share_to_give_back(parts_left(unit, payment), tender, amount_minor)
    shift = own_shift(unit, actor) if tender is Tender.CASH else None
    refund = refund_of(
        unit,
        payment,
        part,
        refund_id=unit.new_id(),
        cause=GIVEN,
        reason=reason,
        actor=actor,
        approval=approval,
    )
    return start_refund(
        unit,
        refund,
        actor=actor,
        approval=approval,
        shift=shift,
        opens_drawer=opens_drawer,
        personal=personal,
        accounts=accounts,
    )
