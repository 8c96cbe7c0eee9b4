"""Ends the stay of a car that was towed away: what it owed becomes a debt of its owner."""

from __future__ import annotations

from typing import Final

from core.domain.debts import DebtKind, Debtor
from core.domain.journal import Subject
from core.domain.payments import Payment, Tender
from core.domain.people import Actor, Approval, Right, require_or_approved
from core.services.given_reason import given_reason
from core.services.settle_unpaid import approved_by, price_to_settle, refuse_unusual, settle_unpaid
from core.services.take_iou import make_debt
from core.services.unit_of_work import UnitOfWork

REASONS: Final = ("abandoned", "blocked_the_way", "broken_down", "police", "other")
TOWED: Final = "towed"


def tow(
    unit: UnitOfWork,
    *,
    actor: Actor,
    stay_id: str,
    shown_minor: int,
    reason: str,
    note: str,
    approval: Approval | None = None,
) -> Payment:
    """Settle what the stay owes as a debt and end the stay without a crossing.

    The actor may write stays off, or somebody else who may approved. BadInput ``tow.bad_reason``,
    ``gate.note_needed``; Refused as of taking cash.
    """
    require_or_approved(actor, approval, Right.WRITE_OFF)
    personal = given_reason(reason, note, REASONS, code="tow.bad_reason")
    stay = unit.stay(stay_id)
    due = price_to_settle(unit, actor=actor, stay_id=stay_id, shown_minor=shown_minor)
    refuse_unusual(due)
    payment = settle_unpaid(unit, due, actor=actor, tender=Tender.TOWED, reason=reason, approval=approval)
    debtor = Debtor(plate=stay.plate, note=personal.get("note", ""), photo=stay.photo).checked()
    make_debt(unit, payment, kind=DebtKind.TOWED, debtor=debtor, actor=actor)
    unit.record(
        "stay.written_off",
        {"reason": TOWED, "why": reason, **approved_by(approval)},
        who=actor.person_id,
        subjects=[Subject("stay", stay_id)],
        personal=personal,
    )
    return payment
