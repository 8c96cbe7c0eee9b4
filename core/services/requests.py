"""What other programs ask of a lot, as the hub meets it in the shared database (``RequestBook``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from core.domain.bookings import BookingRequest


@dataclass(frozen=True, slots=True)
class RatePlanRequest:
    """A rate plan that another program wants in force; ``document`` is its text, TOML or JSON."""

    request_id: str
    document: str
    effective_at: datetime
    requested_by: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request is told: accepted, or refused with a reason code.

    ``outcome`` is the booking's id, or the plan's id and version with a slash between them. ``code`` lets
    the booked car in also where the booking never came to; it holds the plate.
    """

    request_id: str
    accepted: bool
    at: datetime
    reason: str = ""
    outcome: str = ""
    code: str = field(default="", repr=False)


class RequestBook(Protocol):
    """The lot's requests in the shared database, and the slots of its spaces.

    Each call is a transaction with an end of its own; LinkError where it cannot be done.
    """

    def waiting_bookings(self, most: int) -> Sequence[BookingRequest]:
        """Bookings asked for and not yet answered, the oldest first."""

    def claim(self, booking_id: str, spaces: Sequence[str], slots: range) -> str | None:
        """Hold all slots of the first of the spaces that has them free, and say which; None for none.

        A booking that holds slots already keeps them: asked twice, it gets the same space.
        """

    def release(self, booking_id: str) -> None:
        """Let go of the slots that the booking holds."""

    def answer_booking(self, answer: Answer) -> None:
        """Write the answer, unless one stands there already."""

    def waiting_plans(self, most: int) -> Sequence[RatePlanRequest]:
        """Rate plans asked for and not yet answered, the oldest first."""

    def answer_plan(self, answer: Answer) -> None:
        """Write the answer, unless one stands there already."""
