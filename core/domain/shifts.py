"""A shift: one person answers for one drawer; its cash total follows from the journal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from core.domain.journal import Entry, in_order


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift on a drawer; amounts in minor units.

    ``cash_minor`` is cash taken less what was paid back, ``expected_minor`` what must lie in the drawer: that
    and the float. ``counted_minor`` is what was counted at close, None while the shift is open;
    ``console_id`` is where it was opened.
    """

    shift_id: str
    drawer: str
    person_id: str
    opened_at: datetime
    currency: str
    float_minor: int
    cash_minor: int = 0
    payments: int = 0
    closed_at: datetime | None = None
    counted_minor: int | None = None
    console_id: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the shift still takes money."""
        return self.closed_at is None

    @property
    def expected_minor(self) -> int:
        """What must lie in the drawer."""
        return self.float_minor + self.cash_minor

    @property
    def difference_minor(self) -> int | None:
        """Counted less expected; None while open."""
        return None if self.counted_minor is None else self.counted_minor - self.expected_minor


def fold_shift(entries: Iterable[Entry]) -> Shift | None:
    """The shift its entries describe, None where none of them opens one."""
    ordered = in_order(entries)
    opening = next((entry for entry in ordered if entry.kind == "shift.opened"), None)
    if opening is None:
        return None
    shift = Shift(
        shift_id=next(subject.subject_id for subject in opening.subjects if subject.kind == "shift"),
        drawer=opening.payload["drawer"],
        person_id=opening.who,
        opened_at=opening.at,
        currency=opening.payload["currency"],
        float_minor=opening.payload["float_minor"],
        console_id=opening.console_id,
    )
    for entry in ordered:
        if entry.kind == "stay.paid" and entry.payload["payment"]["tender"] == "cash":
            amount = entry.payload["payment"]["amount_minor"]
            shift = replace(shift, cash_minor=shift.cash_minor + amount, payments=shift.payments + 1)
        elif entry.kind == "refund.settled" and entry.payload["outcome"] == "paid_back":
            shift = replace(shift, cash_minor=shift.cash_minor - entry.payload["amount_minor"])
        elif entry.kind == "shift.closed" and shift.is_open:
            shift = replace(shift, closed_at=entry.at, counted_minor=entry.payload["counted_minor"])
    return shift
