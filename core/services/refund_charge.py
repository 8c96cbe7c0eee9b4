"""Writes down that a charge's money is due back by the way it came: it pays for nothing."""

from __future__ import annotations

from typing import Final

from core.domain.journal import Subject
from core.domain.orders import Charge
from core.domain.refunds import DUE, refund_id_of
from core.services.unit_of_work import UnitOfWork

LATE_CONFIRMATION: Final = "refund.late_confirmation"
ORDER_GIVEN_UP: Final = "refund.order_given_up"


def refund_of_charge(charge: Charge) -> str:
    """The id of the refund of a charge: the same at every console that asked for the same money."""
    return refund_id_of(f"charge:{charge.key}")


def refund_charge(unit: UnitOfWork, charge: Charge, *, cause: str = ORDER_GIVEN_UP) -> str | None:
    """Have the charge's money given back, once; returns the refund's id, None where it is due already."""
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
    return refund_id
