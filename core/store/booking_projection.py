"""The table of bookings, as it follows from the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, select

from core.domain.bookings import LONGEST, SLOT, Booking, BookingState, fold_booking
from core.domain.journal import Entry, to_micros
from core.domain.plates import fold
from core.store.sharing_tables import bookings
from core.store.upserts import upsert


def project_bookings(connection: Connection, lot_id: str, by_booking: Mapping[str, Sequence[Entry]]) -> None:
    """Fold the bookings again; one that was refused has no row."""
    for entries in by_booking.values():
        booking = fold_booking(entries)
        if booking is not None:
            upsert(connection, bookings, ("lot_id", "booking_id"), booking_row(lot_id, booking))


def spaces_booked(connection: Connection, lot_id: str, slots: range) -> set[str]:
    """The spaces that are booked in any of these quarters of an hour, whether the guest came yet or not."""
    length = SLOT // timedelta(microseconds=1)
    # A quarter begun is a quarter held, at both ends.
    found = connection.execute(
        select(bookings.c.space_id).where(
            bookings.c.lot_id == lot_id,
            bookings.c.state != BookingState.CANCELLED.value,
            # No booking is longer: so the years behind it need not be looked through.
            bookings.c.from_at >= slots.start * length - LONGEST // timedelta(microseconds=1),
            bookings.c.from_at < slots.stop * length,
            bookings.c.until_at > slots.start * length,
        )
    )
    return set(found.scalars())


def booking_row(lot_id: str, booking: Booking) -> dict[str, Any]:
    """The row of ``bookings`` for a booking."""
    return {
        "lot_id": lot_id,
        "booking_id": booking.booking_id,
        "external_id": booking.external_id[:80],
        "plate": booking.plate,
        "plate_fold": fold(booking.plate),
        "space_id": booking.space_id[:40],
        "from_at": to_micros(booking.from_at),
        "until_at": to_micros(booking.until_at),
        "state": booking.state.value,
        "paid_minor": booking.paid_minor,
    }
