"""What a signed code says: that a stay was paid and may leave until a time, or that a space is booked.

The plate stands in it as it does on the receipt, so that an exit without any record can compare it with
the vehicle, and tell the attendant which one it is for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from core.domain.errors import BadInput, Refused
from core.domain.journal import Entry, from_micros, to_micros
from core.domain.payments import Payment
from core.domain.plates import GAP_COST, distance, normalise
from core.domain.signed_codes import CodeKind, Sign, SignedCode, code_text
from core.domain.stays import Stay

EARLY_FOR_BOOKING: Final = timedelta(minutes=30)
_SECOND: Final = 1_000_000
_ID, _INSTANT = 16, 5
_MOST_PLATE_BYTES: Final = 100


@dataclass(frozen=True, slots=True)
class SignedPermit:
    """A stay was paid by that payment and may leave until that second; ids are UUIDs."""

    stay_id: str
    payment_id: str
    plate: str
    until: datetime

    @classmethod
    def of(cls, stay: Stay, payment: Payment) -> SignedPermit:
        """The permit that the payment bought; BadInput ``permit.no_plate`` where the stay has no plate."""
        if not stay.plate:
            raise BadInput("permit.no_plate")
        return cls(stay.stay_id, payment.payment_id, stay.plate, payment.permit_until)

    def text(self, *, lot_id: str, public_key: str, sign: Sign) -> str:
        """The permit as a signed text."""
        body = _id(self.stay_id) + _id(self.payment_id) + _instant(self.until) + _plate(self.plate)
        return code_text(CodeKind.PERMIT, lot_id=lot_id, public_key=public_key, body=body, sign=sign)

    @classmethod
    def from_code(cls, code: SignedCode) -> SignedPermit:
        """The permit in a code; BadInput ``permit.too_new`` or ``permit.unreadable`` where it holds none."""
        body = _body(code, CodeKind.PERMIT, at_least=2 * _ID + _INSTANT)
        stay_id, payment_id, until, plate = body[:16], body[16:32], body[32:37], body[37:]
        return cls(_read_id(stay_id), _read_id(payment_id), _read_plate(plate), _read_instant(until))


@dataclass(frozen=True, slots=True)
class SignedBooking:
    """A space is booked for that plate from one second until the other."""

    booking_id: str
    plate: str
    from_at: datetime
    until_at: datetime

    def text(self, *, lot_id: str, public_key: str, sign: Sign) -> str:
        """The booking as a signed text."""
        body = _id(self.booking_id) + _instant(self.from_at) + _instant(self.until_at) + _plate(self.plate)
        return code_text(CodeKind.BOOKING, lot_id=lot_id, public_key=public_key, body=body, sign=sign)

    @classmethod
    def from_code(cls, code: SignedCode) -> SignedBooking:
        """The booking in a code; BadInput as for a permit."""
        body = _body(code, CodeKind.BOOKING, at_least=_ID + 2 * _INSTANT)
        booking_id, from_at, until_at, plate = body[:16], body[16:21], body[21:26], body[26:]
        return cls(_read_id(booking_id), _read_plate(plate), _read_instant(from_at), _read_instant(until_at))


def check_permit(permit: SignedPermit, about_stay: Iterable[Entry], now: datetime) -> None:
    """Whether the permit still lets its car leave.

    ``about_stay`` are the entries about its stay that this console has. Refused ``permit.used`` where it
    left already, ``permit.expired``.
    """
    for entry in about_stay:
        if entry.kind in {"stay.left", "stay.written_off"}:
            raise Refused("permit.used", plate=permit.plate, at=entry.at)
    if now > permit.until:
        raise Refused("permit.expired", plate=permit.plate, until=permit.until)


def check_booking(booking: SignedBooking, about_booking: Iterable[Entry], now: datetime) -> None:
    """Whether the booking lets its car in now: from half an hour before it begins until it ends.

    Refused ``booking.too_early``, ``booking.over``, ``booking.cancelled``, ``booking.used``.
    """
    kinds = {entry.kind for entry in about_booking}
    if "booking.cancelled" in kinds:
        raise Refused("booking.cancelled", plate=booking.plate)
    if "booking.arrived" in kinds:
        raise Refused("booking.used", plate=booking.plate)
    if now < booking.from_at - EARLY_FOR_BOOKING:
        raise Refused("booking.too_early", plate=booking.plate, from_at=booking.from_at)
    if now > booking.until_at:
        raise Refused("booking.over", plate=booking.plate, until=booking.until_at)


def check_plate(named: str, seen: Iterable[str], also: Iterable[str] = ()) -> None:
    """Whether the vehicle that was seen may be the one the code names.

    ``seen`` are what its plate may be, none where nothing could be read: then a person looks. ``also`` are
    other plates its stay is known by. Up to three characters may be such that cameras take for one another.
    Refused ``permit.other_plate``.
    """
    read = [plate for plate in seen if plate]
    wanted = [plate for plate in (named, *also) if plate]
    if read and all(distance(one, other) >= GAP_COST for one in wanted for other in read):
        raise Refused("permit.other_plate", plate=named, seen=read[0])


def _body(code: SignedCode, kind: CodeKind, *, at_least: int) -> bytes:
    if code.kind != kind:
        raise BadInput("permit.too_new")
    if len(code.body) < at_least:
        raise BadInput("permit.unreadable")
    return code.body


def _id(text: str) -> bytes:
    return UUID(text).bytes


def _read_id(content: bytes) -> str:
    return str(UUID(bytes=content))


def _instant(instant: datetime) -> bytes:
    """Whole seconds since 1970, never earlier than the instant itself."""
    return (-(-to_micros(instant) // _SECOND)).to_bytes(_INSTANT, "big")


def _read_instant(content: bytes) -> datetime:
    try:
        return from_micros(int.from_bytes(content, "big") * _SECOND)
    except OverflowError as error:
        raise BadInput("permit.unreadable") from error


def _plate(plate: str) -> bytes:
    return normalise(plate).encode()[:_MOST_PLATE_BYTES]


def _read_plate(content: bytes) -> str:
    return normalise(content.decode(errors="ignore"))
