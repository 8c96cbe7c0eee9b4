"""Makes an order from its journal entries, in whatever order they arrived."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from core.domain.journal import Entry, from_micros, in_order
from core.domain.orders import (
    ACCEPTED,
    CANCEL_ASKED,
    CASH_RETURNED,
    CASH_TAKEN,
    CONFIRMED,
    DECLINED,
    GIVEN_UP,
    INTENDED,
    OPENED,
    REFUNDED,
    UNKNOWN,
    CashPart,
    Charge,
    ChargeState,
    Order,
)
from core.domain.payments import Tender, line_from_document
from core.domain.rates.basis import Basis


def fold_order(entries: Iterable[Entry]) -> Order | None:
    """The order its entries describe, None where none of them opens one."""
    ordered = in_order(entries)
    opening = next((entry for entry in ordered if entry.kind == OPENED), None)
    if opening is None:
        return None
    order = _opened(opening)
    for entry in ordered:
        step = _STEPS.get(entry.kind)
        if step is not None:
            order = step(order, entry)
    return order


def _opened(entry: Entry) -> Order:
    document: Mapping[str, Any] = entry.payload["order"]
    return Order(
        order_id=document["order_id"],
        stay_id=document["stay_id"],
        amount_minor=document["amount_minor"],
        currency=document["currency"],
        plan_id=document["plan_id"],
        plan_version=document["plan_version"],
        lines=tuple(line_from_document(line) for line in document["lines"]),
        basis=Basis.from_document(document["basis"]),
        tax_minor=document["tax_minor"],
        opened_at=from_micros(document["opened_at"]),
        expires_at=from_micros(document["expires_at"]),
        shift_id=document["shift_id"],
        drawer=document["drawer"],
        who=entry.who,
        console_id=entry.console_id,
    )


def _intended(order: Order, entry: Entry) -> Order:
    payload = entry.payload
    if order.charge(payload["charge_id"]) is not None:
        return order
    until = payload.get("expires_at")
    charge = Charge(
        charge_id=payload["charge_id"],
        order_id=order.order_id,
        stay_id=payload["stay_id"],
        tender=Tender(payload["tender"]),
        account=payload["account"],
        key=payload["key"],
        amount_minor=payload["amount_minor"],
        currency=payload["currency"],
        intended_at=entry.at,
        who=entry.who,
        console_id=entry.console_id,
        shift_id=payload.get("shift_id", ""),
        expires_at=None if until is None else from_micros(until),
    )
    return replace(order, charges=(*order.charges, charge))


def _charge_told(order: Order, entry: Entry) -> Order:
    charge = order.charge(entry.payload["charge_id"])
    if charge is None:
        return order
    after = _after(charge, entry)
    charges = tuple(after if one is charge else one for one in order.charges)
    return replace(order, charges=charges)


def _after(charge: Charge, entry: Entry) -> Charge:
    """What an entry makes of the charge: a confirmed one is never declined any more, whatever comes later."""
    payload = entry.payload
    if entry.kind == REFUNDED:
        total = max(charge.refunded_minor, payload["refunded_minor"])
        state = ChargeState.REFUNDED if total >= charge.amount_minor else charge.state
        return replace(charge, refunded_minor=total, state=state)
    if charge.state in {ChargeState.CONFIRMED, ChargeState.REFUNDED}:
        return charge
    if entry.kind == CANCEL_ASKED:
        return replace(charge, cancel_asked=True)
    known = replace(
        charge,
        reference=payload.get("reference") or charge.reference,
        shown=payload.get("shown") or charge.shown,
    )
    if entry.kind == ACCEPTED:
        # The far side waits for the driver, so nothing is in doubt any more.
        in_doubt = charge.state is ChargeState.UNKNOWN
        return replace(known, state=ChargeState.INTENT, cause="", settled_at=None) if in_doubt else known
    if entry.kind == UNKNOWN and charge.state is ChargeState.DECLINED:
        return known
    state = _STATES[entry.kind]
    return replace(
        known,
        state=state,
        cause=payload.get("cause", ""),
        settled_at=entry.at if state.is_settled else None,
        resolved_by=payload.get("resolved_by", ""),
    )


def _cash_taken(order: Order, entry: Entry) -> Order:
    payload = entry.payload
    names = ("cash_id", "amount_minor", "tendered_minor", "change_minor", "shift_id", "drawer")
    part = CashPart(*(payload[name] for name in names))
    if any(one.cash_id == part.cash_id for one in order.cash):
        return order
    return replace(order, cash=(*order.cash, part))


def _cash_returned(order: Order, entry: Entry) -> Order:
    returned = entry.payload["cash_id"]
    cash = tuple(replace(one, is_returned=True) if one.cash_id == returned else one for one in order.cash)
    return replace(order, cash=cash)


def _due_back(order: Order, entry: Entry) -> Order:
    about = entry.payload.get("charge_id", "")
    charges = tuple(replace(one, due_back=True) if one.charge_id == about else one for one in order.charges)
    return replace(order, charges=charges)


def _given_up(order: Order, _entry: Entry) -> Order:
    return order if order.closed_by else replace(order, is_given_up=True)


def _paid(order: Order, entry: Entry) -> Order:
    if order.closed_by:
        return order
    return replace(order, closed_by=entry.payload["payment"]["payment_id"], is_given_up=False)


_STATES: Final = {
    CONFIRMED: ChargeState.CONFIRMED,
    DECLINED: ChargeState.DECLINED,
    UNKNOWN: ChargeState.UNKNOWN,
}
_STEPS: Final[Mapping[str, Callable[[Order, Entry], Order]]] = {
    INTENDED: _intended,
    **dict.fromkeys((ACCEPTED, CANCEL_ASKED, CONFIRMED, DECLINED, UNKNOWN, REFUNDED), _charge_told),
    CASH_TAKEN: _cash_taken,
    CASH_RETURNED: _cash_returned,
    GIVEN_UP: _given_up,
    "refund.due": _due_back,
    "stay.paid": _paid,
}
