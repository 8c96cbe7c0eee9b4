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
    """What was paid with."""

    CASH = "cash"


@dataclass(frozen=True, slots=True)
class Payment:
    """Money taken for a stay, with the price frozen as it was: lines, plan and inputs (D6).

    Amounts in minor units; ``permit_until`` is the right to leave that it bought; ``receipt_number`` is
    the console's own running number, ``console_number`` which console of the lot that is (0: the only one).
    ``basis`` is what the price was made from, None in payments from before it was kept; ``tax_minor`` the
    tax inside the amount.
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
