"""The hub answers bookings that other programs asked for: once, however often they were asked (K8).

The order is: hold the slots in the shared database, whose primary key keeps two bookings apart; journal the
booking; answer. A hub that dies between two of these finds the request waiting, and comes to the same answer.
A shared database that was set back to an older state has forgotten slots: so the journal is asked as well.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from core.domain.bookings import (
    Booking,
    BookingRequest,
    BookingState,
    check_request,
    fold_booking,
    slots_of,
    subject_of,
)
from core.domain.errors import Refused
from core.domain.journal import to_micros
from core.domain.lots import Lot
from core.domain.plates import normalise
from core.domain.signed_permits import SignedBooking
from core.services.requests import Answer, RequestBook
from core.services.show_booking import booking_code
from core.services.signing import Signer
from core.services.unit_of_work import Transactions, UnitOfWork

AT_ONCE: Final = 100
SYSTEM: Final = "system"


def answer_bookings(store: Transactions, book: RequestBook, signer: Signer | None = None) -> int:
    """Answer what waits, at most a hundred; how many were answered. To be called again and again.

    With this console's key each accepted booking gets a code that lets its car in (K9). The code stands in
    the answer alone and never in the journal: it holds the plate, and can be made again from the booking.
    """
    waiting = book.waiting_bookings(AT_ONCE)
    for request in waiting:
        answer = _answer(store, book, request)
        if signer is not None and answer.accepted and request.action != "cancel":
            answer = replace(answer, code=_code(store, answer.outcome, signer))
        book.answer_booking(answer)
    return len(waiting)


def _answer(store: Transactions, book: RequestBook, request: BookingRequest) -> Answer:
    lot = store.read(lambda view: view.lot())
    booking_id = request.booking_id(lot.lot_id)
    step = _cancel if request.action == "cancel" else _book
    try:
        step(store, book, request, lot, booking_id)
    except Refused as error:
        reason = error.code
        at = store.write(lambda unit: _note_refusal(unit, request, booking_id, reason))
        return Answer(request.request_id, accepted=False, at=at, reason=reason)
    at = store.read(lambda view: view.now)
    return Answer(request.request_id, accepted=True, at=at, outcome=booking_id)


def _code(store: Transactions, booking_id: str, signer: Signer) -> str:
    """The signed code of the booking; empty where its plate was purged."""
    lot_id, booking = store.read(lambda view: (view.lot_id, _booking(view, booking_id)))
    if booking is None or not booking.plate:
        return ""
    signed = SignedBooking(booking_id, booking.plate, booking.from_at, booking.until_at)
    return booking_code(lot_id, signed, signer)


def _book(store: Transactions, book: RequestBook, request: BookingRequest, lot: Lot, booking_id: str) -> None:
    slots = slots_of(request.from_at, request.until_at)
    known = store.read(lambda view: _booking(view, booking_id))
    if known is not None:
        _require_same(known, request)
        book.claim(booking_id, [known.space_id], slots)
        return
    now, booked = store.read(lambda view: (view.now, view.booked_spaces(slots)))
    check_request(request, lot, now)
    named = [request.space_id] if request.space_id else list(lot.bookable_spaces)
    space_id = book.claim(booking_id, [space for space in named if space not in booked], slots)
    if space_id is None:
        raise Refused("booking.space_taken")
    store.write(lambda unit: _accept(unit, request, booking_id, space_id))


def _cancel(
    store: Transactions, book: RequestBook, request: BookingRequest, _lot: Lot, booking_id: str
) -> None:
    known = store.read(lambda view: _booking(view, booking_id))
    if known is None:
        raise Refused("booking.unknown")
    if known.state is BookingState.ARRIVED:
        raise Refused("booking.used")
    if known.state is not BookingState.CANCELLED:
        store.write(lambda unit: _note_cancellation(unit, request, booking_id))
    book.release(booking_id)


def _require_same(known: Booking, request: BookingRequest) -> None:
    """Asked again, a booking stays what it is; another under the same name is no answer to anything."""
    if known.state is BookingState.CANCELLED:
        raise Refused("booking.cancelled")
    if not known.is_what(request):
        raise Refused("booking.other_content")


def _accept(unit: UnitOfWork, request: BookingRequest, booking_id: str, space_id: str) -> None:
    unit.record(
        "booking.accepted",
        {
            "external_id": request.external_id,
            "space_id": space_id,
            "from_at": to_micros(request.from_at),
            "until_at": to_micros(request.until_at),
            "paid_minor": request.paid_minor,
            "request_id": request.request_id,
            "requested_by": request.requested_by,
        },
        who=SYSTEM,
        subjects=[subject_of(booking_id)],
        personal={"plate": normalise(request.plate)},
    )


def _note_cancellation(unit: UnitOfWork, request: BookingRequest, booking_id: str) -> None:
    unit.record(
        "booking.cancelled",
        {"request_id": request.request_id, "requested_by": request.requested_by},
        who=SYSTEM,
        subjects=[subject_of(booking_id)],
    )


def _booking(view: UnitOfWork, booking_id: str) -> Booking | None:
    return fold_booking(view.entries_about(subject_of(booking_id)))


def _note_refusal(unit: UnitOfWork, request: BookingRequest, booking_id: str, reason: str) -> datetime:
    unit.record(
        "booking.refused",
        {"request_id": request.request_id, "requested_by": request.requested_by, "reason": reason},
        who=SYSTEM,
        subjects=[subject_of(booking_id)],
    )
    return unit.now
