"""Payments: what was taken, for which lines, with which tender; and the arithmetic of cash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from core.domain.errors import Refused
from core.domain.journal import from_micros, to_micros
from core.domain.rates.quote import QuoteLine


class Tender(StrEnum):
    """What was paid with."""

    CASH = "cash"


@dataclass(frozen=True, slots=True)
class Payment:
    """Money taken for a stay, with the price frozen as it was: lines, plan and inputs (D6).

    Amounts in minor units; ``permit_until`` is the right to leave that it bought; ``receipt_number`` is
    the console's own running number.
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

    def to_document(self) -> dict[str, Any]:
        """The payment as plain values."""
        return {
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

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Payment:
        """The payment from plain values."""
        values = dict(document)
        values["tender"] = Tender(values["tender"])
        values["paid_at"] = from_micros(values["paid_at"])
        values["permit_until"] = from_micros(values["permit_until"])
        values["lines"] = tuple(line_from_document(line) for line in values["lines"])
        return cls(**values)


def change_due(amount_minor: int, tendered_minor: int) -> int:
    """What goes back to the driver; Refused where too little was handed over (P4)."""
    if tendered_minor < amount_minor:
        raise Refused("payment.too_little", missing_minor=amount_minor - tendered_minor)
    return tendered_minor - amount_minor


def line_document(line: QuoteLine) -> dict[str, Any]:
    """A price line as plain values."""
    return {
        "rule": line.rule,
        "start": to_micros(line.start),
        "end": to_micros(line.end),
        "amount_minor": line.amount_minor,
        "units": line.units,
        "unit_minutes": line.unit_minutes,
        "unit_minor": line.unit_minor,
    }


def line_from_document(document: Mapping[str, Any]) -> QuoteLine:
    """A price line from plain values."""
    values = dict(document)
    values["start"], values["end"] = from_micros(values["start"]), from_micros(values["end"])
    return QuoteLine(**values)
