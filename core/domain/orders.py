"""An order: a frozen price that is being paid, by one charge or several, until it is paid or given up.

    charge   intent ──► confirmed ──► refunded
               │  └───► declined
               └──────► unknown ──► confirmed, declined

A charge is money asked for from a terminal or a platform. It is written down before it is asked for, and has
one ``key`` at the far side for good: asking again with it never takes the money twice. UNKNOWN is only ever
asked about, never charged again. Cash for a part of the price is written down when it is taken, and again
when it is handed back because the order was given up.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from core.domain.journal import to_micros
from core.domain.payments import Part, Tender, line_document
from core.domain.rates.basis import Basis
from core.domain.rates.quote import QuoteLine

KEY_WORTH_FOR: Final = timedelta(hours=20)
"""How long a far side surely knows a key again (Stripe: at least 24 h); an older one is only asked about."""

ORDER_WORTH_FOR: Final = timedelta(minutes=10)
"""How long a price is frozen while it is paid."""

PART_PAID_WORTH_FOR: Final = timedelta(minutes=20)
"""How much longer the rest may be paid once money is in: giving a part back is worse than a late minute."""

OPENED, GIVEN_UP = "order.opened", "order.given_up"
CASH_TAKEN, CASH_RETURNED = "order.cash_taken", "order.cash_returned"
INTENDED, ACCEPTED, CANCEL_ASKED = "charge.intended", "charge.accepted", "charge.cancel_asked"
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
    that asks for the same money. ``expires_at`` is until when the driver may pay it, ``cancel_asked`` whether
    somebody does not want to wait for it any longer, ``resolved_by`` who said what became of it where the far
    side did not. ``refunded_minor`` is what went back of it, ``due_back`` that it came in for nothing.
    Amounts in minor units.
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
    expires_at: datetime | None = None
    cancel_asked: bool = False
    resolved_by: str = ""
    due_back: bool = False

    @property
    def part(self) -> Part:
        """Its share of the payment that it is for."""
        return Part(self.tender, self.amount_minor, self.charge_id, self.account, self.reference)


@dataclass(frozen=True, slots=True)
class CashPart:
    """Cash taken for a part of an order, in minor units; ``is_returned`` once it was handed back."""

    cash_id: str
    amount_minor: int
    tendered_minor: int
    change_minor: int
    shift_id: str
    drawer: str
    is_returned: bool = False

    @property
    def part(self) -> Part:
        """Its share of the payment; ``charge_id`` names it, as the drawer has counted it already."""
        return Part(Tender.CASH, self.amount_minor, self.cash_id)


@dataclass(frozen=True, slots=True)
class Order:
    """A price frozen until ``expires_at`` while it is paid; ``closed_by`` is the payment that closed it.

    ``cash`` is what was taken in cash for it beside its charges.
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
    cash: tuple[CashPart, ...] = field(default=())
    closed_by: str = ""
    is_given_up: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it may still be paid."""
        return not self.closed_by and not self.is_given_up

    @property
    def kept_charges(self) -> tuple[Charge, ...]:
        """The charges that brought in money that is not due back."""
        return tuple(
            one
            for one in self.charges
            if one.state is ChargeState.CONFIRMED and not one.refunded_minor and not one.due_back
        )

    @property
    def kept_cash(self) -> tuple[CashPart, ...]:
        """The cash that was taken for it and not handed back."""
        return tuple(one for one in self.cash if not one.is_returned)

    @property
    def cash_minor(self) -> int:
        """What lies in a drawer for it."""
        return sum(one.amount_minor for one in self.kept_cash)

    @property
    def confirmed_minor(self) -> int:
        """What came in for it, by its charges and in cash."""
        return sum(one.amount_minor for one in self.kept_charges) + self.cash_minor

    @property
    def unsettled(self) -> tuple[Charge, ...]:
        """The charges that were asked for and may come in yet."""
        return tuple(one for one in self.charges if not one.state.is_settled)

    @property
    def asked_minor(self) -> int:
        """What was asked for and is not settled: it may come in yet."""
        return sum(one.amount_minor for one in self.unsettled)

    @property
    def missing_minor(self) -> int:
        """What nobody was asked for yet."""
        return max(self.amount_minor - self.confirmed_minor - self.asked_minor, 0)

    @property
    def is_paid_in_full(self) -> bool:
        """Whether what came in is the price."""
        return self.confirmed_minor >= self.amount_minor

    @property
    def payable_until(self) -> datetime:
        """Until when more may be asked for."""
        return self.expires_at + PART_PAID_WORTH_FOR if self.confirmed_minor else self.expires_at

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


def charge_key(*, stay_id: str, payments: int, account: str, attempt: int, amount_minor: int) -> str:
    """A charge's key at its far side, at most 40 characters.

    ``payments`` is how often the stay was paid before, ``attempt`` how many charges of this account for it
    have ended without having paid it. So consoles that ask for the same money ask with the same key.
    """
    text = "\n".join((stay_id, str(payments), account, str(attempt), str(amount_minor)))
    return f"lk-{hashlib.sha256(text.encode()).hexdigest()[:32]}"
