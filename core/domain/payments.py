"""Payments: what was taken, for which lines, with which tender; and the arithmetic of cash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from core.domain.errors import Refused
from core.domain.journal import from_micros, to_micros
from core.domain.rates.basis import Basis
from core.domain.rates.quote import QuoteLine


class Tender(StrEnum):
    """What was paid with; SPLIT stands for several together, NIL, IOU and TOWED for no money at all (yet)."""

    CASH = "cash"
    CARD = "card"
    STRIPE = "stripe"
    LINE_PAY = "line_pay"
    NIL = "nil"
    IOU = "iou"
    TOWED = "towed"
    SPLIT = "split"

    @property
    def is_charged(self) -> bool:
        """Whether a far side takes it: a terminal or a platform, by a charge of its own."""
        return self in CHARGED

    @property
    def is_money(self) -> bool:
        """Whether money came in with it."""
        return self is Tender.CASH or self in CHARGED


CHARGED = frozenset({Tender.CARD, Tender.STRIPE, Tender.LINE_PAY})


@dataclass(frozen=True, slots=True)
class Part:
    """One tender's share of a payment, in minor units.

    ``charge_id`` is the charge behind it, ``account`` through which terminal or platform it went,
    ``reference`` what the far side calls it; all empty where there is none.
    """

    tender: Tender
    amount_minor: int
    charge_id: str = ""
    account: str = ""
    reference: str = ""

    def to_document(self) -> dict[str, Any]:
        """The part as plain values."""
        return {
            "tender": self.tender.value,
            "amount_minor": self.amount_minor,
            "charge_id": self.charge_id,
            "account": self.account,
            "reference": self.reference,
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Part:
        """The part from plain values."""
        names = ("amount_minor", "charge_id", "account", "reference")
        return cls(Tender(document["tender"]), *(document[name] for name in names))


@dataclass(frozen=True, slots=True)
class Payment:
    """Money taken for a stay, with the price frozen as it was: lines, plan and inputs (D6).

    Amounts in minor units; ``permit_until`` is the right to leave that it bought; ``receipt_number`` is
    the console's own running number, ``console_number`` which console of the lot that is (0: the only one).
    ``basis`` is what the price was made from, None in payments from before it was kept; ``tax_minor`` the
    tax inside the amount. ``parts`` are the tenders where it was not all cash: their sum is the amount, which
    is the price that was settled, also where no money came in (NIL, IOU, TOWED: ``reason`` says why).
    ``tendered_minor`` and ``change_minor`` are those of the cash in it. ``order_id`` is the order that it
    closes, empty for cash at once.
    """

    payment_id: str
    stay_id: str
    tender: Tender
    amount_minor: int
    tendered_minor: int
    change_minor: int
    currency: str
    paid_at: datetime
    permit_until: datetime
    shift_id: str
    cashier_id: str
    receipt_number: int
    plan_id: str
    plan_version: int
    lines: tuple[QuoteLine, ...]
    basis: Basis | None = None
    tax_minor: int = 0
    console_number: int = 0
    parts: tuple[Part, ...] = ()
    reason: str = ""
    order_id: str = ""

    @property
    def shares(self) -> tuple[Part, ...]:
        """What each tender paid; one of the whole amount where there is but one."""
        return self.parts or (Part(self.tender, self.amount_minor),)

    @property
    def cash_minor(self) -> int:
        """The cash in it."""
        return sum(part.amount_minor for part in self.shares if part.tender is Tender.CASH)

    @property
    def received_minor(self) -> int:
        """The money that came in with it, whatever the tender."""
        return sum(part.amount_minor for part in self.shares if part.tender.is_money)

    @property
    def receipt_name(self) -> str:
        """The receipt's number as people read it: 17, or 2-17 where several consoles number their own."""
        return receipt_name(self.console_number, self.receipt_number)

    @property
    def charged_spans(self) -> tuple[tuple[datetime, datetime], ...]:
        """The time that it paid for; from the lines where it was taken before inputs were kept."""
        if self.basis is not None:
            return tuple((part.span.entry, part.span.exit) for part in self.basis.parts)
        if not self.lines:
            return ()
        return ((min(line.start for line in self.lines), max(line.end for line in self.lines)),)

    def to_document(self) -> dict[str, Any]:
        """The payment as plain values."""
        document: dict[str, Any] = {
            "payment_id": self.payment_id,
            "stay_id": self.stay_id,
            "tender": self.tender.value,
            "amount_minor": self.amount_minor,
            "tendered_minor": self.tendered_minor,
            "change_minor": self.change_minor,
            "currency": self.currency,
            "paid_at": to_micros(self.paid_at),
            "permit_until": to_micros(self.permit_until),
            "shift_id": self.shift_id,
            "cashier_id": self.cashier_id,
            "receipt_number": self.receipt_number,
            "plan_id": self.plan_id,
            "plan_version": self.plan_version,
            "lines": [line_document(line) for line in self.lines],
        }
        # As it was written before these were kept: old payments fold to the very same rows.
        if self.basis is not None:
            document |= {"basis": self.basis.to_document(), "tax_minor": self.tax_minor}
        if self.console_number:
            document["console_number"] = self.console_number
        if self.parts:
            document["parts"] = [part.to_document() for part in self.parts]
        if self.reason:
            document["reason"] = self.reason
        if self.order_id:
            document["order_id"] = self.order_id
        return document

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Payment:
        """The payment from plain values; what a newer program says besides is left out."""
        values = {name: value for name, value in document.items() if name in _NAMES}
        values["tender"] = Tender(values["tender"])
        values["paid_at"] = from_micros(values["paid_at"])
        values["permit_until"] = from_micros(values["permit_until"])
        values["lines"] = tuple(line_from_document(line) for line in values["lines"])
        if "basis" in values:
            values["basis"] = Basis.from_document(values["basis"])
        values["parts"] = tuple(Part.from_document(part) for part in values.get("parts", ()))
        return cls(**values)


def receipt_name(console_number: int, receipt_number: int) -> str:
    """A receipt's number with its console's, where that is not the only one of the lot."""
    return f"{console_number}-{receipt_number}" if console_number else str(receipt_number)


def change_due(amount_minor: int, tendered_minor: int) -> int:
    """What goes back to the driver; Refused where too little was handed over (P4)."""
    if tendered_minor < amount_minor:
        raise Refused("payment.too_little", missing_minor=amount_minor - tendered_minor)
    return tendered_minor - amount_minor


def line_document(line: QuoteLine) -> dict[str, Any]:
    """A price line as plain values; what only some lines have is left out of the others."""
    document = {
        "rule": line.rule,
        "start": to_micros(line.start),
        "end": to_micros(line.end),
        "amount_minor": line.amount_minor,
        "units": line.units,
        "unit_minutes": line.unit_minutes,
        "unit_minor": line.unit_minor,
    }
    for name, usual in _ONLY_SOME.items():
        value = getattr(line, name)
        if value != usual:
            document[name] = value
    return document


def line_from_document(document: Mapping[str, Any]) -> QuoteLine:
    """A price line from plain values."""
    values = dict(document)
    values["start"], values["end"] = from_micros(values["start"]), from_micros(values["end"])
    return QuoteLine(**values)


_NAMES = frozenset(part.name for part in fields(Payment))
_ALWAYS = ("rule", "start", "end", "amount_minor", "units", "unit_minutes", "unit_minor")
_ONLY_SOME = {part.name: part.default for part in fields(QuoteLine) if part.name not in _ALWAYS}
