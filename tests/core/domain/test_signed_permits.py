from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from core.domain.errors import BadInput, Refused
from core.domain.journal import Entry, Subject
from core.domain.signed_codes import SignedCode, read_code
from core.domain.signed_permits import (
    SignedBooking,
    SignedPermit,
    check_booking,
    check_permit,
    check_plate,
)

KEY = Ed25519PrivateKey.from_private_bytes(b"b" * 32)
PUBLIC = KEY.public_key().public_bytes_raw().hex()
STAY, PAYMENT = "0197f2d0-0000-7000-8000-000000000001", "0197f2d0-0000-7000-8000-000000000002"
NOW = datetime(2026, 5, 4, 14, 0, tzinfo=UTC)
PERMIT = SignedPermit(STAY, PAYMENT, "ABC1234", NOW + timedelta(minutes=15))
BOOKING = SignedBooking(STAY, "京A12345", NOW, NOW + timedelta(hours=3))


def entry(kind: str) -> Entry:
    return Entry("e", "c", 1, 0, NOW, "lot", kind, 1, {}, "system", (Subject("stay", STAY),))


def text_of(what: SignedPermit | SignedBooking) -> str:
    return what.text(lot_id="riverside", public_key=PUBLIC, sign=KEY.sign)


def refusal(check, *args) -> str:
    with pytest.raises((Refused, BadInput)) as refused:
        check(*args)
    return refused.value.code


def test_a_permit_fits_a_code_of_49_modules() -> None:
    assert len(text_of(PERMIT)) <= 221  # what version 8 holds of letters and digits at level M


@given(st.text(max_size=80), st.integers(0, 4_000_000_000_000_000))
def test_what_was_signed_is_what_is_read(plate: str, micros: int) -> None:
    until = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micros)
    read = SignedPermit.from_code(read_code(text_of(SignedPermit(STAY, PAYMENT, plate, until))))
    assert (read.stay_id, read.payment_id) == (STAY, PAYMENT)
    assert timedelta(0) <= read.until - until < timedelta(seconds=1)


def test_a_plate_of_any_script_is_kept() -> None:
    assert SignedBooking.from_code(read_code(text_of(BOOKING))) == BOOKING


def test_the_last_second_of_a_permit_still_counts() -> None:
    check_permit(PERMIT, [], PERMIT.until)
    assert refusal(check_permit, PERMIT, [], PERMIT.until + timedelta(seconds=1)) == "permit.expired"


@pytest.mark.parametrize("kind", ["stay.left", "stay.written_off"])
def test_a_car_leaves_once_with_its_permit(kind: str) -> None:
    assert refusal(check_permit, PERMIT, [entry(kind)], NOW) == "permit.used"


@pytest.mark.parametrize("kind", ["permit.shown", "stay.released", "stay.exit_reversed", "stay.exit_held"])
def test_a_car_that_came_back_to_the_gate_may_show_it_again(kind: str) -> None:
    check_permit(PERMIT, [entry(kind)], NOW)


@pytest.mark.parametrize("seen", ["ABC1234", "A8C1234", "ABCI234", ""])
def test_a_plate_that_a_camera_may_read_so_is_the_same(seen: str) -> None:
    check_plate("ABC1234", [seen])


@pytest.mark.parametrize("seen", ["ABC1235", "ABC123", "XYZ9999", "ABC12345"])
def test_another_plate_is_refused(seen: str) -> None:
    assert refusal(check_plate, "ABC1234", [seen]) == "permit.other_plate"


def test_a_corrected_plate_of_the_stay_counts_too() -> None:
    check_plate("ABC1234", ["XYZ9999"], ["XYZ9999"])


@pytest.mark.parametrize(
    ("at", "kinds", "reason"),
    [
        (NOW - timedelta(minutes=31), (), "booking.too_early"),
        (NOW + timedelta(hours=3, seconds=1), (), "booking.over"),
        (NOW, ("booking.accepted", "booking.cancelled"), "booking.cancelled"),
        (NOW, ("booking.accepted", "booking.arrived"), "booking.used"),
    ],
)
def test_a_booking_lets_in_once_in_its_time(at: datetime, kinds: tuple[str, ...], reason: str) -> None:
    assert refusal(check_booking, BOOKING, [entry(kind) for kind in kinds], at) == reason


@pytest.mark.parametrize("minutes", [-30, 0, 180])
def test_a_booking_holds_from_half_an_hour_before(minutes: int) -> None:
    check_booking(BOOKING, [entry("booking.accepted")], NOW + timedelta(minutes=minutes))


@pytest.mark.parametrize("read", [SignedPermit.from_code, SignedBooking.from_code])
@given(body=st.binary(max_size=120), kind=st.integers(0, 255))
def test_a_body_of_anything_is_read_or_refused(read, body: bytes, kind: int) -> None:
    with suppress(BadInput):
        assert read(SignedCode(kind, b"", b"", body, b"")).plate in body.decode(errors="ignore").upper()
