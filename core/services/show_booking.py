"""Lets a booked car in by the code of its booking, also where the booking never came to this console (K9)."""

from __future__ import annotations

from core.domain.errors import Refused
from core.domain.journal import Subject, to_micros
from core.domain.lots import Direction
from core.domain.people import Actor, Right
from core.domain.reads import Vote
from core.domain.signed_codes import KnownKey
from core.domain.signed_permits import SignedBooking, check_booking, check_plate
from core.services.admit import begin_stay
from core.services.close_lane import refuse_where_closed
from core.services.command_gate import command_gate
from core.services.read_code import read_genuine
from core.services.show_permit import plates_seen
from core.services.signing import Signer, Trust
from core.services.unit_of_work import UnitOfWork

WHY = "entry.booking_shown"


def booking_code(lot_id: str, booking: SignedBooking, signer: Signer) -> str:
    """What the booking's guest shows at the entry."""
    return booking.text(lot_id=lot_id, public_key=signer.public_key, sign=signer.sign)


def read_booking(
    unit: UnitOfWork, *, actor: Actor, code: str, trust: Trust
) -> tuple[SignedBooking, KnownKey]:
    """The booking of a scanned code, checked with what this console knows, and who signed it."""
    actor.require(Right.ADMIT)
    signed, signed_by = read_genuine(unit, code=code, trust=trust)
    booking = SignedBooking.from_code(signed)
    check_booking(booking, unit.entries_about(Subject("booking", booking.booking_id)), unit.now)
    return booking, signed_by


def show_booking(
    unit: UnitOfWork,
    *,
    actor: Actor,
    lane_id: str,
    code: str,
    trust: Trust,
    vote: Vote | None,
    photo: str,
    own_stay_id: str | None = None,
) -> tuple[str, str]:
    """Begin the stay of the booking and command the gate; returns the ids of command and stay.

    A booked space is the guest's own: the lot may be full for everybody else. Refused
    ``lane.not_waiting`` where the gate was commanded for this vehicle before (``own_stay_id``).
    """
    if unit.lot().lane(lane_id).direction is not Direction.ENTRY:
        raise Refused("booking.not_an_entry")
    refuse_where_closed(unit, lane_id, actor)
    if own_stay_id is not None:
        raise Refused("lane.not_waiting")
    booking, signed_by = read_booking(unit, actor=actor, code=code, trust=trust)
    check_plate(booking.plate, plates_seen(vote))
    stay_id = begin_stay(unit, lane_id=lane_id, vote=vote, photo=photo, actor=actor, notes=["booked"])
    unit.record(
        "booking.arrived",
        {
            "lane_id": lane_id,
            "stay_id": stay_id,
            "until": to_micros(booking.until_at),
            "signed_by": signed_by.console_id,
        },
        who=actor.person_id,
        subjects=[Subject("booking", booking.booking_id), Subject("stay", stay_id)],
        personal={"plate": booking.plate},
    )
    return command_gate(unit, lane_id=lane_id, why=WHY, actor=actor, stay_id=stay_id), stay_id
