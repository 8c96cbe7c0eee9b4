"""Bookings: what can be booked, which quarters it holds, and what becomes of it."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.domain.bookings import (
    BookingRequest,
    BookingState,
    check_request,
    fold_booking,
    slots_of,
    subject_of,
)
from core.domain.errors import Refused
from core.domain.journal import Entry, to_micros
from core.domain.lots import Lot

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
LOT = Lot("lot", "Market Street", 50, "Asia/Taipei", "TWD", (), bookable_spaces=("A1", "A2"))
REQUEST = BookingRequest(
    request_id="r1",
    external_id="b-77",
    action="book",
    plate="ABC-1234",
    space_id="A1",
    from_at=NOON + timedelta(hours=1),
    until_at=NOON + timedelta(hours=3),
    paid_minor=9000,
    requested_by="city-app",
)


def entry(seq: int, kind: str, payload: dict[str, Any] | None = None) -> Entry:
    return Entry(
        entry_id=f"e{seq}",
        console_id="c1",
        seq=seq,
        hlc=seq,
        at=NOON,
        lot_id="lot",
        kind=kind,
        version=1,
        payload=payload or {},
        who="system",
        subjects=(subject_of("b1"),),
        personal={"plate": "ABC1234"} if kind == "booking.accepted" else None,
    )


ACCEPTED = entry(
    1,
    "booking.accepted",
    {
        "external_id": "b-77",
        "space_id": "A1",
        "from_at": to_micros(REQUEST.from_at),
        "until_at": to_micros(REQUEST.until_at),
        "paid_minor": 9000,
    },
)


def test_two_hours_hold_eight_quarters() -> None:
    assert len(slots_of(REQUEST.from_at, REQUEST.until_at)) == 8


def test_a_quarter_begun_is_a_quarter_held() -> None:
    begun = slots_of(NOON + timedelta(minutes=14), NOON + timedelta(minutes=16))
    assert len(begun) == 2
    assert not set(slots_of(NOON, NOON + timedelta(minutes=15))) & set(
        slots_of(NOON + timedelta(minutes=15), NOON + timedelta(minutes=30))
    )


def test_what_the_lot_can_take_is_taken() -> None:
    check_request(REQUEST, LOT, NOON)
    check_request(replace(REQUEST, space_id=""), LOT, NOON)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"external_id": " "}, "booking.no_id"),
        ({"plate": "'; DROP TABLE stays"}, "booking.bad_plate"),
        ({"plate": ""}, "booking.bad_plate"),
        ({"space_id": "Z9"}, "booking.no_such_space"),
        ({"until_at": REQUEST.from_at}, "booking.bad_time"),
        ({"until_at": REQUEST.from_at + timedelta(days=32)}, "booking.bad_time"),
        ({"from_at": NOON - timedelta(minutes=16)}, "booking.begun_already"),
        (
            {"from_at": NOON + timedelta(days=500), "until_at": NOON + timedelta(days=501)},
            "booking.too_far_ahead",
        ),
        ({"paid_minor": -1}, "booking.bad_amount"),
        ({"paid_minor": 10**12}, "booking.bad_amount"),
    ],
)
def test_what_it_cannot_take_is_refused_with_the_reason(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(Refused) as told:
        check_request(replace(REQUEST, **change), LOT, NOON)
    assert told.value.code == reason


def test_a_lot_without_bookable_spaces_takes_no_booking() -> None:
    with pytest.raises(Refused, match=r"booking\.none_bookable"):
        check_request(REQUEST, replace(LOT, bookable_spaces=()), NOON)


def test_the_same_thing_of_the_same_program_is_the_same_booking() -> None:
    again = replace(REQUEST, request_id="r2")
    assert again.booking_id("lot") == REQUEST.booking_id("lot")
    others = {
        replace(REQUEST, external_id="b-78").booking_id("lot"),
        replace(REQUEST, requested_by="other-app").booking_id("lot"),
        REQUEST.booking_id("harbour"),
    }
    assert REQUEST.booking_id("lot") not in others
    assert len(others) == 3


def test_a_booking_is_folded_alike_in_whatever_order_its_entries_come() -> None:
    entries = [ACCEPTED, entry(2, "booking.refused"), entry(3, "booking.arrived")]
    folded = {fold_booking(order) for order in itertools.permutations(entries)}
    assert {booking.state for booking in folded if booking} == {BookingState.ARRIVED}
    assert len(folded) == 1


def test_a_request_that_was_refused_leaves_no_booking() -> None:
    assert fold_booking([entry(1, "booking.refused"), entry(2, "booking.cancelled")]) is None


def test_a_cancelled_booking_stays_cancelled_and_one_that_arrived_cannot_be_cancelled() -> None:
    cancelled = fold_booking([ACCEPTED, entry(2, "booking.cancelled")])
    arrived = fold_booking([ACCEPTED, entry(2, "booking.arrived"), entry(3, "booking.cancelled")])
    assert cancelled is not None
    assert arrived is not None
    assert (cancelled.state, arrived.state) == (BookingState.CANCELLED, BookingState.ARRIVED)


def test_a_booking_knows_whether_it_is_what_is_asked_for() -> None:
    booking = fold_booking([ACCEPTED])
    assert booking is not None
    assert booking.is_what(REQUEST)
    assert booking.is_what(replace(REQUEST, space_id="", plate="abc 1234"))
    for change in ({"plate": "XYZ1"}, {"space_id": "A2"}, {"paid_minor": 1}, {"until_at": NOON}):
        assert not booking.is_what(replace(REQUEST, **change))  # type: ignore[arg-type]
