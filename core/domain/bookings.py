"""Bookings: a space of the lot held for a plate from one time to another, as another program asked for it.

    waiting request ──► booked ──► arrived          a refused request leaves no booking
                           └─────► cancelled

A booked space is held by quarters of an hour: two bookings of one space share none. ``fold_booking`` makes
the booking from its journal entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID, uuid5

from core.domain.errors import Refused
from core.domain.journal import Entry, Subject, from_micros, in_order, to_micros
from core.domain.lots import Lot
from core.domain.plates import is_plausible, normalise

SLOT: Final = timedelta(minutes=15)
LONGEST: Final = timedelta(days=31)
FARTHEST: Final = timedelta(days=400)
LATEST_START: Final = timedelta(minutes=15)
HIGHEST_MINOR: Final = 100_000_000
_NAMES: Final = UUID("8d4f2b0c-6c5e-5a52-9d0b-2f7d5f0a6f11")


class BookingState(StrEnum):
    """Where a booking is in its life."""

    BOOKED = "booked"
    CANCELLED = "cancelled"
    ARRIVED = "arrived"


@dataclass(frozen=True, slots=True)
class BookingRequest:
    """What another program asked for: a space, or its booking cancelled.

    ``external_id`` is the booking's name in that program, the same each time it asks for the same thing
    (K8). An empty ``space_id`` leaves the choice to the lot. ``paid_minor`` was paid there in advance.
    """

    request_id: str
    external_id: str
    action: str
    plate: str
    space_id: str
    from_at: datetime
    until_at: datetime
    paid_minor: int
    requested_by: str

    def booking_id(self, lot_id: str) -> str:
        """The booking's id: the same for the same thing of the same program, wherever it is answered."""
        return str(uuid5(_NAMES, f"{lot_id}/{self.requested_by}/{self.external_id}"))


@dataclass(frozen=True, slots=True)
class Booking:
    """A space held for a plate; ``plate`` is normalised, empty once purged."""

    booking_id: str
    external_id: str
    plate: str
    space_id: str
    from_at: datetime
    until_at: datetime
    paid_minor: int
    state: BookingState = BookingState.BOOKED

    def is_what(self, request: BookingRequest) -> bool:
        """Whether the request asks for this very booking; a plate that was purged is not compared."""
        return (
            (request.from_at, request.until_at, request.paid_minor)
            == (self.from_at, self.until_at, self.paid_minor)
            and request.space_id in {"", self.space_id}
            and (not self.plate or normalise(request.plate) == self.plate)
        )


def subject_of(booking_id: str) -> Subject:
    """What the booking's entries are about."""
    return Subject("booking", booking_id)


def slots_of(from_at: datetime, until_at: datetime) -> range:
    """The quarters of an hour since 1970 that the time touches; a quarter begun is a quarter held."""
    length = SLOT // timedelta(microseconds=1)
    return range(to_micros(from_at) // length, -(-to_micros(until_at) // length))


def check_request(request: BookingRequest, lot: Lot, now: datetime) -> None:
    """Refused with the reason why the lot cannot take this booking, whoever else has booked there."""
    if not request.external_id.strip():
        raise Refused("booking.no_id")
    if not is_plausible(normalise(request.plate)):
        raise Refused("booking.bad_plate")
    if not 0 <= request.paid_minor <= HIGHEST_MINOR:
        raise Refused("booking.bad_amount")
    if not timedelta() < request.until_at - request.from_at <= LONGEST:
        raise Refused("booking.bad_time")
    if request.from_at < now - LATEST_START:
        raise Refused("booking.begun_already")
    if request.from_at > now + FARTHEST:
        raise Refused("booking.too_far_ahead")
    if not lot.bookable_spaces:
        raise Refused("booking.none_bookable")
    if request.space_id and request.space_id not in lot.bookable_spaces:
        raise Refused("booking.no_such_space")


def fold_booking(entries: Iterable[Entry]) -> Booking | None:
    """The booking its entries describe, None where it was never accepted."""
    ordered = in_order(entries)
    first = next((entry for entry in ordered if entry.kind == "booking.accepted"), None)
    if first is None:
        return None
    payload = first.payload
    booking = Booking(
        booking_id=next(each.subject_id for each in first.subjects if each.kind == "booking"),
        external_id=payload["external_id"],
        plate=(first.personal or {}).get("plate", ""),
        space_id=payload["space_id"],
        from_at=from_micros(payload["from_at"]),
        until_at=from_micros(payload["until_at"]),
        paid_minor=payload["paid_minor"],
    )
    for entry in ordered:
        step = _STEPS.get(entry.kind)
        if step is not None:
            booking = step(booking)
    return booking


def _cancelled(booking: Booking) -> Booking:
    if booking.state is BookingState.ARRIVED:
        return booking
    return replace(booking, state=BookingState.CANCELLED)


def _arrived(booking: Booking) -> Booking:
    return replace(booking, state=BookingState.ARRIVED)


_STEPS: dict[str, Callable[[Booking], Booking]] = {
    "booking.cancelled": _cancelled,
    "booking.arrived": _arrived,
}
