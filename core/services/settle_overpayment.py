"""Finds what was paid twice while consoles were cut off from each other, and settles it with the driver."""

from __future__ import annotations

from dataclasses import replace

from core.domain.debts import Debt, DebtState
from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.overpaid import Overpaid, overpaid
from core.domain.payments import Payment, Tender
from core.domain.people import LANE_ITSELF, Actor, Right
from core.domain.refunds import DUE, PAID_TWICE, SETTLED, Refund, RefundState, refund_id_of
from core.domain.stays import Stay
from core.services.collect_debt import debts_of_stay, let_go_of_debt
from core.services.give_back import refund_subjects
from core.services.given_reason import given_reason
from core.services.own_shift import own_shift
from core.services.part_refunds import parts_left, pay_out
from core.services.unit_of_work import UnitOfWork

_OWED = frozenset({Tender.IOU, Tender.TOWED})
REASONS = ("driver_not_found", "driver_waived", "returned_otherwise", "other")


def found_overpaid(unit: UnitOfWork, stay_id: str) -> list[Overpaid]:
    """What of the stay's payments and debts is due back and was not written down yet; writes nothing.

    Refused or BadInput where the stay cannot be priced.
    """
    stay = unit.stay(stay_id)
    return _collected_twice(unit, stay) + (_paid_twice(unit, stay) if len(stay.payments) > 1 else [])


def _collected_twice(unit: UnitOfWork, stay: Stay) -> list[Overpaid]:
    """What two consoles that were cut off took of one debt beyond what was owed."""
    payments = (*stay.payments, *(one.payment for one in stay.voided))
    if all(part.tender not in _OWED for payment in payments for part in payment.shares):
        return []
    found = [
        Overpaid("", debt.paid_minor - debt.amount_minor, debt.currency, debt_id=debt.debt_id)
        for debt in debts_of_stay(unit, stay.stay_id)
        if debt.paid_minor > debt.amount_minor
    ]
    return [one for one in found if unit.refund(_refund_id(one)) is None]


def _paid_twice(unit: UnitOfWork, stay: Stay) -> list[Overpaid]:
    found = overpaid(
        stay,
        plan_of=unit.plan,
        rule=unit.lot().overstay_rule,
        changes_until=lambda until: unit.plan_changes(stay, until),
    )
    known = {payment.payment_id: payment for payment in stay.payments}
    left = [_not_given_yet(unit, known[one.payment_id], one) for one in found]
    return [one for one in left if _is_news(unit, stay.stay_id, one)]


def _not_given_yet(unit: UnitOfWork, payment: Payment, found: Overpaid) -> Overpaid:
    """Without what a person gave back of that payment before anybody had found it."""
    left_minor = sum(part.amount_minor for part in parts_left(unit, payment))
    return replace(found, amount_minor=min(found.amount_minor, left_minor))


def note_overpayments(unit: UnitOfWork, *, stay_id: str, actor: Actor = LANE_ITSELF) -> list[str]:
    """Write down what is due back, each once; returns the ids of new refunds. For the hub."""
    actor.require(Right.RELEASE)
    noted = []
    for one in found_overpaid(unit, stay_id):
        if one.amount_minor and unit.refund(_refund_id(one)) is None:
            noted.append(_note(unit, stay_id, one, actor))
        if one.owed_minor:
            _let_go_of_debt(unit, stay_id, one, actor)
    return noted


def pay_refund_back(
    unit: UnitOfWork, *, actor: Actor, refund_id: str, drawer: str, opens_drawer: bool = False
) -> Refund:
    """Pay the money back out of the drawer, for which the actor needs their own open shift.

    ``opens_drawer`` where it can be opened by the printer.

    Refused ``refund.unknown``, ``refund.settled_already`` (also while its account is about to give it back),
    and ``refund.drawer_too_low`` where the drawer cannot hold so much.
    """
    actor.require(Right.TAKE_CASH)
    refund = _refund_due(unit, refund_id)
    shift = own_shift(unit, actor, drawer)
    return pay_out(unit, refund, shift=shift, who=actor.person_id, opens_drawer=opens_drawer)


def keep_refund(unit: UnitOfWork, *, actor: Actor, refund_id: str, reason: str, note: str = "") -> Refund:
    """Keep the money for good, with a reason: nobody will pay it out any more.

    Refused ``refund.unknown`` and ``refund.settled_already``; BadInput for a reason that is none.
    """
    actor.require(Right.WRITE_OFF)
    personal = given_reason(reason, note, REASONS)
    refund = _refund_due(unit, refund_id)
    unit.record(
        SETTLED,
        {
            "refund_id": refund.refund_id,
            "outcome": RefundState.KEPT.value,
            "amount_minor": refund.amount_minor,
            "currency": refund.currency,
            "reason": reason,
        },
        who=actor.person_id,
        subjects=refund_subjects(refund),
        personal=personal or None,
    )
    return replace(refund, state=RefundState.KEPT)


def _refund_due(unit: UnitOfWork, refund_id: str) -> Refund:
    refund = unit.refund(refund_id)
    if refund is None:
        raise Refused("refund.unknown")
    if not refund.state.may_be_paid_out:
        raise Refused("refund.settled_already", state=refund.state.value)
    return refund


def _is_news(unit: UnitOfWork, stay_id: str, found: Overpaid) -> bool:
    if found.amount_minor and unit.refund(_refund_id(found)) is None:
        return True
    return bool(found.owed_minor) and any(_is_owed(debt, found) for debt in debts_of_stay(unit, stay_id))


def _refund_id(found: Overpaid) -> str:
    return refund_id_of(f"debt:{found.debt_id}" if found.debt_id else found.payment_id)


def _is_owed(debt: Debt, found: Overpaid) -> bool:
    return debt.payment_id == found.payment_id and debt.state is DebtState.OPEN


def _let_go_of_debt(unit: UnitOfWork, stay_id: str, found: Overpaid, actor: Actor) -> None:
    """What another console was paid for is owed no longer; nothing in part: that a person decides."""
    for debt in debts_of_stay(unit, stay_id):
        if _is_owed(debt, found) and found.owed_minor >= debt.owed_minor:
            let_go_of_debt(unit, debt, who=actor.person_id, reason="paid_elsewhere")


def _note(unit: UnitOfWork, stay_id: str, found: Overpaid, actor: Actor) -> str:
    refund_id = _refund_id(found)
    unit.record(
        DUE,
        {
            "refund_id": refund_id,
            "stay_id": stay_id,
            "payment_id": found.payment_id,
            "amount_minor": found.amount_minor,
            "currency": found.currency,
            "cause": PAID_TWICE,
        },
        who=actor.person_id,
        subjects=[Subject("refund", refund_id), Subject("stay", stay_id)],
    )
    return refund_id
