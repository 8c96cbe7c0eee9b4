"""A refund: money that goes back, from the moment it is due until somebody paid it out or decided to keep it.

    due ──► underway ──► paid_back          in cash: due ──► paid_back
     ▲         ├──► unknown ──► paid_back   decided by a person: due, failed ──► kept
     └─────────┴──► failed ──► underway

Money taken twice, or taken after nobody waited for it any more, pays for nothing and is due by itself. A
void gives back all that a payment brought in; money given back otherwise leaves the driver what was bought.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from core.domain.journal import Entry, in_order
from core.domain.payments import Tender

DUE, SETTLED = "refund.due", "refund.settled"
UNDERWAY, UNKNOWN, FAILED = "refund.underway", "refund.in_doubt", "refund.failed"
PAID_TWICE = "refund.paid_twice"
LATE_CONFIRMATION = "refund.late_confirmation"
ORDER_GIVEN_UP = "refund.order_given_up"
VOIDED, GIVEN = "refund.voided", "refund.given"

PAYS_FOR_NOTHING: Final = frozenset({PAID_TWICE, LATE_CONFIRMATION, ORDER_GIVEN_UP})
KINDS: Final = frozenset({DUE, SETTLED, UNDERWAY, UNKNOWN, FAILED})


class RefundState(StrEnum):
    """What became of it; UNDERWAY is asked of the far side that took the money, FAILED it declined."""

    DUE = "due"
    UNDERWAY = "underway"
    UNKNOWN = "unknown"
    PAID_BACK = "paid_back"
    KEPT = "kept"
    FAILED = "failed"

    @property
    def is_open(self) -> bool:
        """Whether the driver still waits for the money."""
        return self in OPEN_STATES

    @property
    def may_be_paid_out(self) -> bool:
        """Whether a person may settle it now: nobody else is about to."""
        return self in {RefundState.DUE, RefundState.FAILED}


OPEN_STATES: Final = frozenset(
    {RefundState.DUE, RefundState.UNDERWAY, RefundState.UNKNOWN, RefundState.FAILED}
)


@dataclass(frozen=True, slots=True)
class Refund:
    """Money due back of one payment; ``cause`` is a reason code.

    ``tender`` is the way it goes back; where that is a charge, ``charge_id``, ``account`` and ``reference``
    are that charge's and ``order_id`` its order. ``reason`` is why a person gave it back, ``asked_by`` and
    ``approved_by`` who did, empty where it was due by itself. ``trouble`` is why the far side did not.
    """

    refund_id: str
    stay_id: str
    payment_id: str
    amount_minor: int
    currency: str
    cause: str
    due_at: datetime
    state: RefundState = RefundState.DUE
    tender: Tender = Tender.CASH
    charge_id: str = ""
    account: str = ""
    reference: str = ""
    order_id: str = ""
    reason: str = ""
    asked_by: str = ""
    approved_by: str = ""
    trouble: str = ""

    @property
    def key(self) -> str:
        """Its own key at the far side, for good: asking again never gives the money twice."""
        return f"refund-{self.refund_id}"

    def to_document(self) -> dict[str, Any]:
        """What is due as plain values; what only some have is left out of the others."""
        document: dict[str, Any] = {
            "refund_id": self.refund_id,
            "stay_id": self.stay_id,
            "payment_id": self.payment_id,
            "amount_minor": self.amount_minor,
            "currency": self.currency,
            "cause": self.cause,
        }
        if self.tender is not Tender.CASH:
            document["tender"] = self.tender.value
        more = {name: getattr(self, name) for name in _SOME}
        return document | {name: value for name, value in more.items() if value}


_SOME: Final = ("charge_id", "account", "reference", "order_id", "reason", "asked_by", "approved_by")


def refund_id_of(payment_id: str, what: str = "") -> str:
    """The id of a payment's refund: the same at every console, so that it is due once whoever finds it.

    ``what`` tells several of one payment apart: its void gives back part by part.
    """
    name = f"refund:{payment_id}:{what}" if what else f"refund:{payment_id}"
    return str(uuid.uuid5(uuid.NAMESPACE_OID, name))


def fold_refund(entries: Iterable[Entry]) -> Refund | None:
    """The refund its entries describe; found or settled by two, the first holds."""
    refund: Refund | None = None
    for entry in in_order(entries):
        if entry.kind == DUE and refund is None:
            refund = _due(entry)
        elif refund is None or refund.state in {RefundState.PAID_BACK, RefundState.KEPT}:
            continue
        elif entry.kind == SETTLED:
            outcome = RefundState(entry.payload["outcome"])
            tender = Tender(entry.payload.get("tender", Tender.CASH))
            refund = replace(refund, state=outcome, tender=tender, trouble="")
        elif entry.kind in _UNSETTLED:
            trouble = entry.payload.get("cause", "")
            refund = replace(refund, state=_UNSETTLED[entry.kind], trouble=trouble)
    return refund


_UNSETTLED: Final = {
    UNDERWAY: RefundState.UNDERWAY,
    UNKNOWN: RefundState.UNKNOWN,
    FAILED: RefundState.FAILED,
}


def _due(entry: Entry) -> Refund:
    payload = entry.payload
    return Refund(
        refund_id=payload["refund_id"],
        stay_id=payload["stay_id"],
        payment_id=payload["payment_id"],
        amount_minor=payload["amount_minor"],
        currency=payload["currency"],
        cause=payload["cause"],
        due_at=entry.at,
        tender=Tender(payload.get("tender", Tender.CASH)),
        **{name: payload.get(name, "") for name in _SOME},
    )


def refunds_among(entries: Iterable[Entry]) -> list[Refund]:
    """The refunds that the entries about a stay describe, each once."""
    by_refund: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind in KINDS:
            by_refund.setdefault(entry.payload["refund_id"], []).append(entry)
    folded = (fold_refund(about) for about in by_refund.values())
    return [refund for refund in folded if refund is not None]


def due_back_minor(entries: Iterable[Entry], payment_ids: Collection[str]) -> int:
    """What of those payments is due back or was paid back as it paid for nothing; each refund once.

    What a person gave back is not in it: the driver keeps what was bought.
    """
    return sum(
        one.amount_minor
        for one in refunds_among(entries)
        if one.cause in PAYS_FOR_NOTHING
        and one.payment_id in payment_ids
        and one.state is not RefundState.KEPT
    )
