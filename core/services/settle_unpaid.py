"""Settles a price without money: one payment whose parts say how, with its permit and its receipt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.payments import Part, Payment, Tender
from core.domain.people import Actor, Approval
from core.domain.permits import permit_end
from core.services.open_order import PAID_OTHERWISE, give_up_idle_orders
from core.services.print_receipt import ask_for_receipt
from core.services.quote_stay import StayQuote, quote_stay
from core.services.unit_of_work import UnitOfWork


def price_to_settle(unit: UnitOfWork, *, actor: Actor, stay_id: str, shown_minor: int) -> StayQuote:
    """What the stay owes now.

    Refused ``payment.nothing_due``, and ``payment.price_changed`` where that is not what was shown.
    """
    due = quote_stay(unit, actor=actor, stay_id=stay_id)
    amount = due.quote.total_minor
    if amount == 0:
        raise Refused("payment.nothing_due")
    if amount != shown_minor:
        raise Refused("payment.price_changed", shown_minor=shown_minor, due_minor=amount)
    return due


def refuse_unusual(due: StayQuote) -> None:
    """Refused ``payment.fee_unusual``: nobody may owe so high a fee before a person confirmed it."""
    if due.unusual is not None:
        ceiling_minor = due.unusual.ceiling.highest_minor
        raise Refused("payment.fee_unusual", due_minor=due.quote.total_minor, ceiling_minor=ceiling_minor)


def settle_unpaid(
    unit: UnitOfWork,
    due: StayQuote,
    *,
    actor: Actor,
    tender: Tender,
    reason: str = "",
    approval: Approval | None = None,
    personal: Mapping[str, Any] | None = None,
) -> Payment:
    """Write the payment of what is due, by a tender that brings no money in; in the actor's own shift if any.

    Refused ``payment.in_progress`` and ``order.part_paid`` as of cash. Where nobody knows what became of
    money that was asked for, a driver may owe it (what comes in then goes back), but nothing is waived.
    """
    _give_up_orders(unit, due.stay.stay_id, actor, may_owe=tender is not Tender.NIL)
    shift = unit.open_shift_of(actor.person_id)
    amount, quote = due.quote.total_minor, due.quote
    payment = Payment(
        payment_id=unit.new_id(),
        stay_id=due.stay.stay_id,
        tender=tender,
        amount_minor=amount,
        tendered_minor=0,
        change_minor=0,
        currency=quote.currency,
        paid_at=unit.now,
        permit_until=permit_end(unit.now, unit.lot().exit_window_minutes),
        shift_id=shift.shift_id if shift is not None else "",
        cashier_id=actor.person_id,
        receipt_number=unit.next_receipt_number(),
        plan_id=quote.plan_id,
        plan_version=quote.plan_version,
        lines=quote.lines,
        basis=due.basis,
        tax_minor=quote.tax_minor,
        console_number=unit.console_number(),
        parts=(Part(tender, amount),),
        reason=reason,
    )
    subjects: Sequence[Subject] = [
        Subject("stay", payment.stay_id),
        *([Subject("shift", shift.shift_id)] if shift is not None else []),
    ]
    unit.record(
        "stay.paid",
        {"payment": payment.to_document(), **approved_by(approval)},
        who=actor.person_id,
        subjects=subjects,
        personal=personal,
    )
    ask_for_receipt(unit, payment_id=payment.payment_id, copy_number=0, who=actor.person_id)
    return payment


def _give_up_orders(unit: UnitOfWork, stay_id: str, actor: Actor, *, may_owe: bool) -> None:
    try:
        give_up_idle_orders(unit, stay_id=stay_id, who=actor.person_id, cause=PAID_OTHERWISE)
    except Refused as refused:
        if not (may_owe and refused.code == "payment.not_known"):
            raise


def approved_by(approval: Approval | None) -> dict[str, str]:
    """Who approved, as it stands in an entry; nothing where nobody had to."""
    if approval is None:
        return {}
    return {"approved_by": approval.approver.person_id, "approval_id": approval.approval_id}
