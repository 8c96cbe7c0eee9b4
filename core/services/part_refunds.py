"""What of a payment has not gone back yet, tender by tender, and how a share of it goes back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject
from core.domain.payments import Part, Payment, Tender
from core.domain.people import Actor, Approval
from core.domain.refunds import SETTLED, Refund, RefundState, refunds_among
from core.domain.shifts import Shift
from core.services.give_back import ask_back, known_refund, note_due, refund_subjects
from core.services.open_drawer import open_drawer_for
from core.services.print_receipt import REFUND_PAPER, ask_for_receipt
from core.services.settle_unpaid import approved_by
from core.services.unit_of_work import UnitOfWork


def parts_left(unit: UnitOfWork, payment: Payment) -> list[Part]:
    """The money that came in with the payment, less what went back or is about to."""
    about = unit.entries_about(Subject("stay", payment.stay_id))
    # The very same money may have gone back as the payment that another console told it as.
    charged = {(part.account, part.reference) for part in payment.shares if part.reference}
    given = [
        one
        for one in refunds_among(about)
        if one.state is not RefundState.KEPT
        and (one.payment_id == payment.payment_id or (one.account, one.reference) in charged)
    ]
    charges = {part.charge_id for part in payment.shares if part.tender.is_charged}
    matched = [one for one in given if one.charge_id in charges]
    other_minor = sum(one.amount_minor for one in given if one.charge_id not in charges)
    left: list[Part] = []
    # Cash that went back was first the cash that came in.
    for part in sorted(payment.shares, key=lambda one: one.tender is not Tender.CASH):
        if not part.tender.is_money:
            continue
        back = sum(one.amount_minor for one in matched if one.charge_id == part.charge_id)
        amount = max(part.amount_minor - back, 0)
        other = min(other_minor, amount)
        other_minor -= other
        left.append(replace(part, amount_minor=amount - other))
    return left


def share_to_give_back(left: list[Part], tender: Tender, amount_minor: int) -> Part:
    """The part that so much goes back of by that tender; cash may go back for any.

    BadInput ``refund.bad_amount``, ``refund.too_much`` with what is left, ``refund.bad_tender``.
    """
    if amount_minor <= 0:
        raise BadInput("refund.bad_amount")
    total = sum(part.amount_minor for part in left)
    if amount_minor > total:
        raise BadInput("refund.too_much", left_minor=total)
    if tender is Tender.CASH:
        return Part(Tender.CASH, amount_minor)
    of_tender = [part for part in left if part.tender is tender]
    if not tender.is_charged or not of_tender:
        raise BadInput("refund.bad_tender", tender=tender.value)
    part = max(of_tender, key=lambda one: one.amount_minor)
    if amount_minor > part.amount_minor:
        raise BadInput("refund.too_much", left_minor=part.amount_minor)
    return replace(part, amount_minor=amount_minor)


def refund_of(
    unit: UnitOfWork,
    payment: Payment,
    part: Part,
    *,
    refund_id: str,
    cause: str,
    reason: str,
    actor: Actor,
    approval: Approval | None,
) -> Refund:
    """The refund of that share of the payment, not written down yet."""
    is_charged = part.tender.is_charged
    return Refund(
        refund_id=refund_id,
        stay_id=payment.stay_id,
        payment_id=payment.payment_id,
        amount_minor=part.amount_minor,
        currency=payment.currency,
        cause=cause,
        due_at=unit.now,
        tender=part.tender,
        charge_id=part.charge_id if is_charged else "",
        account=part.account,
        reference=part.reference,
        order_id=payment.order_id,
        reason=reason,
        asked_by=actor.person_id,
        approved_by=approved_by(approval).get("approved_by", ""),
    )


def start_refund(
    unit: UnitOfWork,
    refund: Refund,
    *,
    actor: Actor,
    approval: Approval | None,
    shift: Shift | None,
    opens_drawer: bool,
    personal: dict[str, str] | None = None,
    accounts: Collection[str] | None = None,
) -> Refund:
    """Write the refund down; cash goes back at once out of the shift's drawer, all else by its account.

    ``accounts`` are those that this console can ask (None: any): what another one's terminal took stays due
    until it is asked for there, or paid out in cash.
    """
    approval_id = approval.approval_id if approval is not None else ""
    note_due(unit, refund, who=actor.person_id, more={"approval_id": approval_id}, personal=personal or None)
    if refund.tender is not Tender.CASH:
        if accounts is not None and refund.account not in accounts:
            return known_refund(unit, refund.refund_id)
        return ask_back(unit, refund, who=actor.person_id)
    if shift is None:
        raise Refused("shift.none_open", drawer="")
    return pay_out(unit, refund, shift=shift, who=actor.person_id, opens_drawer=opens_drawer)


def pay_out(unit: UnitOfWork, refund: Refund, *, shift: Shift, who: str, opens_drawer: bool) -> Refund:
    """Hand the money out of the shift's drawer; Refused ``refund.drawer_too_low`` where it cannot hold it."""
    if shift.expected_minor < refund.amount_minor:
        # Not how much there should be: whoever counts the drawer counts it blind.
        raise Refused("refund.drawer_too_low", amount_minor=refund.amount_minor)
    unit.record(
        SETTLED,
        {
            "refund_id": refund.refund_id,
            "outcome": RefundState.PAID_BACK.value,
            "amount_minor": refund.amount_minor,
            "currency": refund.currency,
        },
        who=who,
        subjects=[*refund_subjects(refund), Subject("shift", shift.shift_id)],
    )
    if opens_drawer:
        open_drawer_for(unit, money_id=refund.refund_id, drawer=shift.drawer, who=who)
    ask_for_receipt(unit, payment_id=refund.refund_id, copy_number=0, who=who, paper=REFUND_PAPER)
    return known_refund(unit, refund.refund_id)
