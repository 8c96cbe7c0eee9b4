"""A debt: what a driver was let out with and owes, or what is owed for a car that was towed.

open ──► collected          in one go or in parts
  └────► written_off        by a person, with a reason; by a void of the payment that it stands for
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from core.domain.card_numbers import holds_card_number
from core.domain.errors import BadInput
from core.domain.journal import Entry, in_order

MADE, COLLECTED, WRITTEN_OFF = "debt.made", "debt.collected", "debt.written_off"
LONGEST_NAME: Final = 80
LONGEST_PHONE: Final = 40
LONGEST_NOTE: Final = 500


class DebtKind(StrEnum):
    """Why it is owed."""

    IOU = "iou"
    TOWED = "towed"


class DebtState(StrEnum):
    """Where it stands."""

    OPEN = "open"
    COLLECTED = "collected"
    WRITTEN_OFF = "written_off"


@dataclass(frozen=True, slots=True)
class Debtor:
    """Who owes, as far as they said; all of it is personal, and goes when it is purged."""

    name: str = ""
    phone: str = ""
    plate: str = ""
    note: str = ""
    photo: str = ""

    def checked(self) -> Debtor:
        """The debtor without spaces around what was said.

        BadInput where that is too long, no text, or holds a card's number.
        """
        cleaned = Debtor(*(" ".join(text.split()) for text in (self.name, self.phone, self.plate, self.note)))
        longest = (
            (cleaned.name, LONGEST_NAME),
            (cleaned.phone, LONGEST_PHONE),
            (cleaned.plate, LONGEST_NAME),
            (cleaned.note, LONGEST_NOTE),
        )
        for text, most in longest:
            if len(text) > most or not text.isprintable():
                raise BadInput("debt.bad_debtor", longest=most)
        # A telephone's number may look like one, and is none.
        if holds_card_number(cleaned.name) or holds_card_number(cleaned.note):
            raise BadInput("charge.looks_like_card")
        return replace(cleaned, photo=self.photo)

    def to_personal(self) -> dict[str, str]:
        """What was said, as personal fields of an entry."""
        said = {name: getattr(self, name) for name in ("name", "phone", "plate", "note", "photo")}
        return {name: value for name, value in said.items() if value}

    @classmethod
    def from_personal(cls, personal: Mapping[str, Any] | None) -> Debtor:
        """The debtor as far as the fields are still kept."""
        kept = personal or {}
        return cls(*(str(kept.get(name, "")) for name in ("name", "phone", "plate", "note", "photo")))


@dataclass(frozen=True, slots=True)
class Debt:
    """What is owed of one payment; ``paid_minor`` is what was collected of it. Amounts in minor units."""

    debt_id: str
    stay_id: str
    payment_id: str
    kind: DebtKind
    amount_minor: int
    currency: str
    made_at: datetime
    made_by: str
    debtor: Debtor = Debtor()
    paid_minor: int = 0
    is_written_off: bool = False

    @property
    def state(self) -> DebtState:
        """Where it stands; what was collected in full is collected, whatever was written off."""
        if self.paid_minor >= self.amount_minor:
            return DebtState.COLLECTED
        return DebtState.WRITTEN_OFF if self.is_written_off else DebtState.OPEN

    @property
    def owed_minor(self) -> int:
        """What is still to be collected."""
        return self.amount_minor - self.paid_minor if self.state is DebtState.OPEN else 0


def fold_debt(entries: Iterable[Entry]) -> Debt | None:
    """The debt its entries describe, None where none of them makes one."""
    ordered = in_order(entries)
    made = next((entry for entry in ordered if entry.kind == MADE), None)
    if made is None:
        return None
    payload = made.payload
    debt = Debt(
        debt_id=payload["debt_id"],
        stay_id=payload["stay_id"],
        payment_id=payload["payment_id"],
        kind=DebtKind(payload["kind"]),
        amount_minor=payload["amount_minor"],
        currency=payload["currency"],
        made_at=made.at,
        made_by=made.who,
        debtor=Debtor.from_personal(made.personal),
    )
    for entry in ordered:
        if entry.kind == COLLECTED:
            debt = replace(debt, paid_minor=debt.paid_minor + entry.payload["amount_minor"])
        elif entry.kind == WRITTEN_OFF:
            debt = replace(debt, is_written_off=True)
    return debt
