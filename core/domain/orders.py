"""An order: a frozen price that is being paid, by one charge or several, until it is paid or given up.

    charge   intent ──► confirmed ──► refunded
               │  └───► declined
               └──────► unknown ──► confirmed, declined

A charge is money asked for from a terminal or a platform. It is written down before it is asked for, and has
one ``key`` at the far side for good: asking again with it never takes the money twice. UNKNOWN is only ever
asked about, never charged again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from core.domain.journal import Entry, from_micros, in_order, to_micros
from core.domain.payments import Tender, line_document, line_from_document
from core.domain.rates.basis import Basis
from core.domain.rates.quote import QuoteLine

KEY_WORTH_FOR: Final = timedelta(hours=20)
"""How long a far side surely knows a key again (Stripe: at least 24 h); an older one is only asked about."""

OPENED, GIVEN_UP = "order.opened", "order.given_up"
INTENDED, ACCEPTED = "charge.intended", "charge.accepted"
CONFIRMED, DECLINED, UNKNOWN = "charge.confirmed", "charge.declined", "charge.unknown"
REFUNDED = "charge.refunded"


class ChargeState(StrEnum):
    """What became of the money that was asked for."""

    INTENT = "intent"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    UNKNOWN = "unknown"
    REFUNDED = "refunded"

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is to be asked."""
        return self in {ChargeState.CONFIRMED, ChargeState.DECLINED, ChargeState.REFUNDED}


@dataclass(frozen=True, slots=True)
class Charge:
    """Money asked for from a far side; ``account`` is the terminal or platform of the configuration.

    ``reference`` is what the far side calls it, ``shown`` what the driver is shown or scans (a URL),
    ``cause`` a reason code of what went wrong. ``key`` is its own at the far side, the same at every console
    that asks for the same money. ``refunded_minor`` is what went back of it. Amounts in minor units.
    """

    charge_id: str
    order_id: str
    stay_id: str
    tender: Tender
    account: str
    key: str
    amount_minor: int
    currency: str
    intended_at: datetime
    who: str
    console_id: str
    shift_id: str = ""
    state: ChargeState = ChargeState.INTENT
    reference: str = ""
    shown: str = ""
    cause: str = ""
    settled_at: datetime | None = None
    refunded_minor: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """A price frozen until ``expires_at`` while it is paid; ``closed_by`` is the payment that closed it.

    ``cash_minor`` is what was taken in cash for it beside its charges.
    """

    order_id: str
    stay_id: str
    amount_minor: int
    currency: str
    plan_id: str
    plan_version: int
    lines: tuple[QuoteLine, ...]
    basis: Basis
    tax_minor: int
    opened_at: datetime
    expires_at: datetime
    shift_id: str
    drawer: str
    who: str
    console_id: str
    charges: tuple[Charge, ...] = field(default=())
    closed_by: str = ""
    is_given_up: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it may still be paid."""
        return not self.closed_by and not self.is_given_up

    @property
    def confirmed_minor(self) -> int:
        """What came in for it."""
        return sum(
            one.amount_minor - one.refunded_minor
            for one in self.charges
            if one.state is ChargeState.CONFIRMED
        )

    @property
    def asked_minor(self) -> int:
        """What was asked for and is not settled: it may come in yet."""
        return sum(one.amount_minor for one in self.charges if not one.state.is_settled)

    @property
    def missing_minor(self) -> int:
        """What nobody was asked for yet."""
        return max(self.amount_minor - self.confirmed_minor - self.asked_minor, 0)

    def charge(self, charge_id: str) -> Charge | None:
        """The charge of that id."""
        return next((one for one in self.charges if one.charge_id == charge_id), None)

    def to_document(self) -> dict[str, Any]:
        """What is frozen, as plain values."""
        return {
            "order_id": self.order_id,
            "stay_id": self.stay_id,
            "amount_minor": self.amount_minor,
            "currency": self.currency,
            "plan_id": self.plan_id,
            "plan_version": self.plan_version,
            "lines": [line_document(line) for line in self.lines],
            "basis": self.basis.to_document(),
            "tax_minor": self.tax_minor,
            "opened_at": to_micros(self.opened_at),
            "expires_at": to_micros(self.expires_at),
            "shift_id": self.shift_id,
            "drawer": self.drawer,
        }


def fold_order(entries: Iterable[Entry]) -> Order | None:
    """The order its entries describe, None where none of them opens one."""
    ordered = in_order(entries)
    opening = next((entry for entry in ordered if entry.kind == OPENED), None)
    if opening is None:
        return None
    order = _opened(opening)
    charges: dict[str, Charge] = {}
    for entry in ordered:
        if entry.kind == INTENDED:
            charge = _intended(entry, order.order_id)
            charges.setdefault(charge.charge_id, charge)
        elif entry.kind in _AFTER and entry.payload["charge_id"] in charges:
            before = charges[entry.payload["charge_id"]]
            charges[before.charge_id] = _after(before, entry)
        elif entry.kind == GIVEN_UP and not order.closed_by:
            order = replace(order, is_given_up=True)
        elif entry.kind == "stay.paid" and not order.closed_by:
            order = replace(order, closed_by=entry.payload["payment"]["payment_id"], is_given_up=False)
    return replace(order, charges=tuple(charges.values()))


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


def _intended(entry: Entry, order_id: str) -> Charge:
    payload = entry.payload
    return Charge(
        charge_id=payload["charge_id"],
        order_id=order_id,
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
    )


def _after(charge: Charge, entry: Entry) -> Charge:
    """What an entry makes of the charge: a confirmed one is never declined any more, whatever comes later."""
    payload = entry.payload
    if entry.kind == REFUNDED:
        total = max(charge.refunded_minor, payload["refunded_minor"])
        state = ChargeState.REFUNDED if total >= charge.amount_minor else charge.state
        return replace(charge, refunded_minor=total, state=state)
    if charge.state in {ChargeState.CONFIRMED, ChargeState.REFUNDED}:
        return charge
    known = replace(
        charge,
        reference=payload.get("reference") or charge.reference,
        shown=payload.get("shown") or charge.shown,
    )
    if entry.kind == ACCEPTED:
        return known
    cause = payload.get("cause", "")
    return replace(known, state=_AFTER[entry.kind], cause=cause, settled_at=entry.at)


_AFTER: Final = {
    ACCEPTED: ChargeState.INTENT,
    CONFIRMED: ChargeState.CONFIRMED,
    DECLINED: ChargeState.DECLINED,
    UNKNOWN: ChargeState.UNKNOWN,
    REFUNDED: ChargeState.REFUNDED,
}
