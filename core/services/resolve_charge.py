"""A person says what became of a charge of which the far side says nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from core.domain.card_numbers import holds_card_number
from core.domain.errors import BadInput, Refused
from core.domain.orders import Charge, ChargeState, Order
from core.domain.people import Actor, Approval, Right, require_or_approved
from core.services.ask_for_money import find_charge
from core.services.order_book import load_order
from core.services.payment_ports import Answer, ChargeAnswer
from core.services.settle_charge import settle_by_hand
from core.services.unit_of_work import UnitOfWork

LONGEST_NOTE: Final = 500
LONGEST_SLIP: Final = 60
OVERDUE_AFTER: Final = timedelta(minutes=5)
"""A charge that nobody settled so long after the driver's time: its console is gone, or cannot be heard."""

RESOLVE_REASONS: Final = ("terminal_slip", "terminal_screen", "platform_page", "driver_shows", "other")


def resolve_charge(
    unit: UnitOfWork,
    *,
    actor: Actor,
    charge_id: str,
    taken: bool,
    slip: str = "",
    reason: str,
    note: str = "",
    approval: Approval | None = None,
) -> Order:
    """Say what became of a charge of which nobody knows: the terminal or the platform's own page says so.

    ``slip`` is the number on the terminal's slip, needed where money was taken; "other" needs a note. What
    the far side says later still counts: money that comes in after all is given back. Needs APPROVE_REFUND
    or somebody's approval with it. Refused ``charge.settled`` and ``charge.still_asked``.
    """
    actor.require(Right.TAKE_PAYMENT)
    require_or_approved(actor, approval, Right.APPROVE_REFUND)
    number = " ".join(slip.split())
    if holds_card_number(number) or holds_card_number(note):
        raise BadInput("charge.looks_like_card")
    if reason not in RESOLVE_REASONS:
        raise BadInput("charge.bad_reason", reason=reason)
    if reason == "other" and not note.strip():
        raise BadInput("gate.note_needed")
    if (taken and not number) or len(number) > LONGEST_SLIP or not number.isprintable():
        raise BadInput("charge.slip_needed", longest=LONGEST_SLIP)
    order, charge = find_charge(unit, charge_id)
    if charge.state.is_settled:
        raise Refused("charge.settled", state=charge.state.value)
    if charge.state is ChargeState.INTENT and not _is_overdue(unit, charge):
        raise Refused("charge.still_asked")
    said: dict[str, Any] = {
        "resolved_by": actor.person_id,
        "approval_id": approval.approval_id if approval is not None else "",
        "reason": reason,
        "slip": number,
    }
    answer = ChargeAnswer(
        Answer.CONFIRMED if taken else Answer.DECLINED, charge.reference or number, cause="charge.by_hand"
    )
    settle_by_hand(
        unit, order, charge, answer, who=actor.person_id, said=said, note=note.strip()[:LONGEST_NOTE]
    )
    return load_order(unit, order.order_id)


def _is_overdue(unit: UnitOfWork, charge: Charge) -> bool:
    """Whether nobody asks any more: its console is gone, or cannot be heard."""
    return unit.now > (charge.expires_at or charge.intended_at) + OVERDUE_AFTER
