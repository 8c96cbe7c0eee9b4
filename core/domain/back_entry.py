"""A line of the paper book that is kept while no console works, as it is entered afterwards (B13)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from core.domain.errors import BadInput
from core.domain.journal import to_micros

PAPER_BOOK: Final = "paper_book"
"""The reason of a payment whose amount is what the book says, and the rule of its line."""

LONGEST_AGO: Final = timedelta(days=31)
# A minute of the writer's watch.
TOLERANCE: Final = timedelta(minutes=2)
_SLIP: Final = re.compile(r"[0-9A-Z][0-9A-Z./-]{0,19}")


@dataclass(frozen=True, slots=True, kw_only=True)
class BackEntry:
    """One line: ``slip`` is its number, printed in the book and used once in the lot.

    Times are those written down (aware), None where nothing was. ``amount_minor`` is the cash that was taken
    at ``paid_at``, None where none was. ``exit_at`` None: the car is inside.
    """

    slip: str
    plate: str
    entry_at: datetime | None = None
    paid_at: datetime | None = None
    amount_minor: int | None = None
    exit_at: datetime | None = None
    note: str = ""

    def to_document(self) -> dict[str, Any]:
        """All of it but what names a car or a person, as plain values."""
        times = {"entry_at": self.entry_at, "paid_at": self.paid_at, "exit_at": self.exit_at}
        return {
            "slip": self.slip,
            "amount_minor": self.amount_minor,
            **{name: None if at is None else to_micros(at) for name, at in times.items()},
        }


def slip_number(typed: str) -> str:
    """The number of a slip in its one spelling; BadInput ``back_entry.bad_slip``."""
    plain = "".join(typed.split()).upper()
    if not _SLIP.fullmatch(plain):
        raise BadInput("back_entry.bad_slip", slip=typed[:20])
    return plain


def check_times(line: BackEntry, now: datetime) -> None:
    """That the times follow each other and have passed, not too long ago.

    BadInput ``back_entry.nothing_happened``, ``back_entry.in_the_future``, ``back_entry.too_long_ago``,
    ``back_entry.out_of_order``, ``back_entry.when_paid`` for an amount without its time or the reverse.
    """
    times = [at for at in (line.entry_at, line.paid_at, line.exit_at) if at is not None]
    if not times:
        raise BadInput("back_entry.nothing_happened")
    if (line.paid_at is None) != (line.amount_minor is None):
        raise BadInput("back_entry.when_paid")
    if max(times) > now + TOLERANCE:
        raise BadInput("back_entry.in_the_future")
    if min(times) < now - LONGEST_AGO:
        raise BadInput("back_entry.too_long_ago", days=LONGEST_AGO.days)
    if times != sorted(times):
        raise BadInput("back_entry.out_of_order")
