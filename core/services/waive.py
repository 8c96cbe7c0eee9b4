"""Lets a driver go without paying, with an explanation (P10): staff, an emergency, a complaint."""

from __future__ import annotations

from typing import Final

from core.domain.payments import Payment, Tender
from core.domain.people import Actor, Approval, Right, require_or_approved
from core.services.given_reason import given_reason
from core.services.settle_unpaid import price_to_settle, settle_unpaid
from core.services.unit_of_work import UnitOfWork

REASONS: Final = ("staff", "emergency", "complaint", "system_fault", "other")


def waive(
    unit: UnitOfWork,
    *,
    actor: Actor,
    stay_id: str,
    shown_minor: int,
    reason: str,
    note: str = "",
    approval: Approval | None = None,
) -> Payment:
    """Settle what the stay owes as a nil payment; the actor may waive, or somebody else who may approved.

    BadInput ``waive.bad_reason``, ``gate.note_needed``; Refused as of taking cash.
    """
    require_or_approved(actor, approval, Right.WAIVE)
    personal = given_reason(reason, note, REASONS, code="waive.bad_reason")
    due = price_to_settle(unit, actor=actor, stay_id=stay_id, shown_minor=shown_minor)
    return settle_unpaid(
        unit, due, actor=actor, tender=Tender.NIL, reason=reason, approval=approval, personal=personal
    )
