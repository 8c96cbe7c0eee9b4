"""Writes down that a charge's money is due back by the way it came: it pays for nothing."""

from __future__ import annotations

from core.domain.journal import Subject
from core.domain.orders import Charge
from core.domain.refunds import DUE, LATE_CONFIRMATION, ORDER_GIVEN_UP, refund_id_of
from core.services.give_back import ask_back, known_refund
from core.services.unit_of_work import UnitOfWork

__all__ = ["LATE_CONFIRMATION", "ORDER_GIVEN_UP", "refund_charge", "refund_of_charge"]


def refund_of_charge(charge: Charge) -> str:
    """The id of the refund of a charge: the same at every console that asked for the same money."""
    return refund_id_of(f"charge:{charge.key}")


def refund_charge(unit: UnitOfWork, charge: Charge, *, cause: str = ORDER_GIVEN_UP) -> str | None:
    """Have the charge's money given back, once; returns the refund's id, None where it is due already.

    Without the far side's reference a person gives it back: nobody could say there what it is about.
    """
    refund_id = refund_of_charge(charge)
    if unit.refund(refund_id) is not None:
        return None
    unit.record(
        DUE,
        {
            "refund_id": refund_id,
            "stay_id": charge.stay_id,
            "payment_id": "",
            "amount_minor": charge.amount_minor - charge.refunded_minor,
            "currency": charge.currency,
            "cause": cause,
            "tender": charge.tender.value,
            "charge_id": charge.charge_id,
            "account": charge.account,
            "reference": charge.reference,
            "order_id": charge.order_id,
        },
        who="system",
        subjects=[
            Subject("refund", refund_id),
            Subject("order", charge.order_id),
            Subject("stay", charge.stay_id),
        ],
    )
    refund = known_refund(unit, refund_id)
    if refund.reference:
        ask_back(unit, refund, who="system")
    return refund_id
