"""Makes the price of any past payment again, for whoever doubts it."""

from __future__ import annotations

from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.lots import Lot, OverstayRule
from core.domain.payments import Payment
from core.domain.people import Actor, Right
from core.domain.recomputation import Recomputed, earlier_basis, recompute
from core.services.unit_of_work import UnitOfWork


def recompute_quote(unit: UnitOfWork, *, actor: Actor, payment_id: str) -> Recomputed:
    """The payment beside its price as made today from the journal: the same lines and the same total.

    Refused ``payment.unknown``, ``rates.unknown_plan``, and ``price.no_inputs`` where the journal holds too
    little of it.
    """
    actor.require(Right.SEARCH_STAYS)
    payment = unit.payment(payment_id)
    basis = payment.basis
    if basis is None:
        history = unit.entries_about(Subject("stay", payment.stay_id))
        basis = earlier_basis(payment, history, _rule_when(unit, payment))
    if basis is None:
        raise Refused("price.no_inputs", payment=payment_id)
    return recompute(payment, unit.plan, basis)


def _rule_when(unit: UnitOfWork, payment: Payment) -> OverstayRule:
    """The lot's rule at the time, not the one of today."""
    lot = unit.lot()
    entries = unit.entries_about(Subject("lot", lot.lot_id))
    past = [Lot.from_document(entry.payload["lot"]) for entry in entries if entry.at <= payment.paid_at]
    return past[-1].overstay_rule if past else lot.overstay_rule
