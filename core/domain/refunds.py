"""A refund: money that was taken twice and is due back, until somebody paid it out or decided to keep it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from core.domain.journal import Entry, in_order

DUE, SETTLED = "refund.due", "refund.settled"
PAID_TWICE = "refund.paid_twice"


class RefundState(StrEnum):
    """What became of it."""

    DUE = "due"
    PAID_BACK = "paid_back"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Refund:
    """Money due back of one payment; ``cause`` is a reason code."""

    refund_id: str
    stay_id: str
    payment_id: str
    amount_minor: int
    currency: str
    cause: str
    due_at: datetime
    state: RefundState = RefundState.DUE


def refund_id_of(payment_id: str) -> str:
    """The id of a payment's refund: the same at every console, so that it is due once whoever finds it."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"refund:{payment_id}"))


def fold_refund(entries: Iterable[Entry]) -> Refund | None:
    """The refund its entries describe; found or settled by two, the first holds."""
    refund: Refund | None = None
    for entry in in_order(entries):
        payload = entry.payload
        if entry.kind == DUE and refund is None:
            refund = Refund(
                refund_id=payload["refund_id"],
                stay_id=payload["stay_id"],
                payment_id=payload["payment_id"],
                amount_minor=payload["amount_minor"],
                currency=payload["currency"],
                cause=payload["cause"],
                due_at=entry.at,
            )
        elif entry.kind == SETTLED and refund is not None and refund.state is RefundState.DUE:
            refund = replace(refund, state=RefundState(payload["outcome"]))
    return refund


def due_back_minor(entries: Iterable[Entry]) -> int:
    """What of a stay's payments is due back or was paid back, by the entries about it; each refund once."""
    by_refund: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind in {DUE, SETTLED}:
            by_refund.setdefault(entry.payload["refund_id"], []).append(entry)
    refunds = [fold_refund(about) for about in by_refund.values()]
    return sum(one.amount_minor for one in refunds if one is not None and one.state is not RefundState.KEPT)
