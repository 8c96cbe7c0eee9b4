"""What each kind of entry about a shift does to the cash in its drawer; a table, one line a kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from core.domain.journal import Entry
from core.domain.orders import CASH_RETURNED, CASH_TAKEN
from core.domain.payments import Tender

DROPPED: Final = "cash.dropped"
PAID_OUT: Final = "cash.paid_out"
PAID_IN: Final = "cash.paid_in"


@dataclass(frozen=True, slots=True)
class CashFlow:
    """Cash that one entry moved, in minor units; what went out is positive in its own field.

    ``taken_minor`` came from a driver (less what was paid back to one); ``payments`` is 1 where it paid a
    stay.
    """

    taken_minor: int = 0
    payments: int = 0
    dropped_minor: int = 0
    paid_out_minor: int = 0
    paid_in_minor: int = 0


NO_FLOW: Final = CashFlow()


def cash_flow(entry: Entry) -> CashFlow:
    """What the entry did to the drawer; nothing where it is not about cash."""
    flow = _FLOWS.get(entry.kind)
    return NO_FLOW if flow is None else flow(entry.payload)


def _paid(payload: Mapping[str, Any]) -> CashFlow:
    cash_minor = cash_of_document(payload["payment"])
    return CashFlow(taken_minor=cash_minor, payments=1) if cash_minor else NO_FLOW


def cash_of_document(document: Mapping[str, Any]) -> int:
    """The cash in a payment that is still plain values: nobody needs its lines for that.

    Cash that was taken for an order before it was full counted when it was taken: it has a name of its own.
    """
    parts = document.get("parts")
    if parts:
        return sum(
            part["amount_minor"]
            for part in parts
            if part["tender"] == Tender.CASH.value and not part["charge_id"]
        )
    return int(document["amount_minor"]) if document["tender"] == Tender.CASH.value else 0


def _refunded(payload: Mapping[str, Any]) -> CashFlow:
    is_cash = payload.get("tender") in {None, "", Tender.CASH.value}
    if payload["outcome"] != "paid_back" or not is_cash:
        return NO_FLOW
    return CashFlow(taken_minor=-payload["amount_minor"])


def _collected(payload: Mapping[str, Any]) -> CashFlow:
    """Money for a debt or an article: from a driver, for no stay that is priced now."""
    if payload.get("tender", Tender.CASH.value) != Tender.CASH.value:
        return NO_FLOW
    return CashFlow(taken_minor=payload["amount_minor"])


_FLOWS: Final[Mapping[str, Callable[[Mapping[str, Any]], CashFlow]]] = {
    "stay.paid": _paid,
    CASH_TAKEN: lambda payload: CashFlow(taken_minor=payload["amount_minor"]),
    CASH_RETURNED: lambda payload: CashFlow(taken_minor=-payload["amount_minor"]),
    "refund.settled": _refunded,
    "debt.collected": _collected,
    "article.sold": _collected,
    DROPPED: lambda payload: CashFlow(dropped_minor=payload["amount_minor"]),
    PAID_OUT: lambda payload: CashFlow(paid_out_minor=payload["amount_minor"]),
    PAID_IN: lambda payload: CashFlow(paid_in_minor=payload["amount_minor"]),
}
