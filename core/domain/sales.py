"""Money that came in beside parking: an article that was sold (P19), a debt that was collected (P11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from core.domain.debts import COLLECTED
from core.domain.journal import Entry, from_micros, in_order, to_micros
from core.domain.payments import Tender, receipt_name

SOLD: Final = "article.sold"


class SaleKind(StrEnum):
    """What the money was for."""

    ARTICLE = "article"
    DEBT = "debt"


@dataclass(frozen=True, slots=True)
class Sale:
    """One taking of money with a receipt of its own; amounts in minor units.

    ``name`` is the article's name when it was sold, ``of_id`` the article or the debt. ``slip`` is the number
    on the terminal's own slip where it was paid by card there; ``stay_id`` the stay of a debt.
    """

    sale_id: str
    kind: SaleKind
    of_id: str
    name: str
    quantity: int
    unit_minor: int
    amount_minor: int
    tender: Tender
    tendered_minor: int
    change_minor: int
    currency: str
    sold_at: datetime
    shift_id: str
    cashier_id: str
    receipt_number: int
    console_number: int = 0
    slip: str = ""
    stay_id: str = ""

    @property
    def receipt_name(self) -> str:
        """The receipt's number as people read it."""
        return receipt_name(self.console_number, self.receipt_number)

    @property
    def cash_minor(self) -> int:
        """The cash that came into the drawer."""
        return self.amount_minor if self.tender is Tender.CASH else 0

    def to_document(self) -> dict[str, Any]:
        """The sale as plain values."""
        document = {part.name: getattr(self, part.name) for part in fields(self)}
        return document | {
            "kind": self.kind.value,
            "tender": self.tender.value,
            "sold_at": to_micros(self.sold_at),
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Sale:
        """The sale from plain values; what a newer program says besides is left out."""
        values = {name: value for name, value in document.items() if name in _NAMES}
        values["kind"] = SaleKind(values["kind"])
        values["tender"] = Tender(values["tender"])
        values["sold_at"] = from_micros(values["sold_at"])
        return cls(**values)


def fold_sale(entries: Iterable[Entry]) -> Sale | None:
    """The sale its entries describe, None where none of them does."""
    sold = next((entry for entry in in_order(entries) if entry.kind in {SOLD, COLLECTED}), None)
    return None if sold is None else Sale.from_document(sold.payload["sale"])


_NAMES = frozenset(part.name for part in fields(Sale))
