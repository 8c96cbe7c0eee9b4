"""Lets a car out by the code on its receipt, also where this console has no record of it at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.domain.errors import OperatorError, Refused
from core.domain.journal import Subject, to_micros
from core.domain.lots import Direction
from core.domain.payments import Payment
from core.domain.people import Actor, Right
from core.domain.reads import Vote
from core.domain.signed_codes import KnownKey
from core.domain.signed_permits import SignedPermit, check_permit, check_plate
from core.domain.stays import Stay
from core.services.close_lane import refuse_where_closed
from core.services.confirm_crossing import backed_out
from core.services.read_code import read_genuine
from core.services.release import open_for
from core.services.signing import Signer, Trust
from core.services.unit_of_work import UnitOfWork

WHY = "exit.permit_shown"
LEAST_CHANCE = 0.05


@dataclass(frozen=True, slots=True)
class ShownPermit:
    """A permit that is genuine and in time, and the console that gave it."""

    permit: SignedPermit
    signed_by: KnownKey


def permit_code(lot_id: str, stay: Stay, payment: Payment, signer: Signer) -> str:
    """What stands in the square code of a receipt; BadInput ``permit.no_plate`` where no plate is known."""
    permit = SignedPermit.of(stay, payment)
    return permit.text(lot_id=lot_id, public_key=signer.public_key, sign=signer.sign)


def read_permit(unit: UnitOfWork, *, actor: Actor, code: str, trust: Trust) -> ShownPermit:
    """The permit of a scanned code, checked with what this console knows."""
    actor.require(Right.RELEASE)
    signed, signed_by = read_genuine(unit, code=code, trust=trust)
    permit = SignedPermit.from_code(signed)
    check_permit(permit, unit.entries_about(Subject("stay", permit.stay_id)), unit.now)
    return ShownPermit(permit, signed_by)


def show_permit(
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
    """Release the stay of the permit and command the gate; returns the ids of command and stay.

    Raises what ``read_genuine`` and ``core.domain.signed_permits`` refuse, and ``lane.closed`` where a driver
    shows it to a closed lane and no person is asked: then nothing was written. ``vote`` is what was read of
    the vehicle that stands there; ``own_stay_id`` the stay for which the gate was commanded before, for this
    same vehicle. The entry of the stay may come to this console later.
    """
    if unit.lot().lane(lane_id).direction is not Direction.EXIT:
        raise Refused("permit.not_an_exit")
    refuse_where_closed(unit, lane_id, actor)
    shown = read_permit(unit, actor=actor, code=code, trust=trust)
    permit = shown.permit
    check_plate(permit.plate, plates_seen(vote), also=_known_plates(unit, permit.stay_id))
    if own_stay_id is not None and own_stay_id != permit.stay_id:
        backed_out(unit, lane_id=lane_id, direction=Direction.EXIT, stay_id=own_stay_id, actor=actor)
    unit.record(
        "permit.shown",
        {
            "lane_id": lane_id,
            "payment_id": permit.payment_id,
            "until": to_micros(permit.until),
            "signed_by": shown.signed_by.console_id,
            "plate_was_read": vote is not None,
        },
        who=actor.person_id,
        subjects=[Subject("stay", permit.stay_id)],
        personal={"plate": permit.plate},
    )
    command_id = open_for(unit, lane_id=lane_id, stay_id=permit.stay_id, photo=photo, why=WHY, actor=actor)
    return command_id, permit.stay_id


def plates_seen(vote: Vote | None) -> Iterable[str]:
    """What the vehicle's plate may be, as far as it was read."""
    if vote is None:
        return ()
    return (vote.plate, *(plate for plate, chance in vote.alternatives if chance >= LEAST_CHANCE))


def _known_plates(unit: UnitOfWork, stay_id: str) -> Iterable[str]:
    """The plates that the stay is known by here, which a person may have corrected since it was paid."""
    try:
        stay = unit.stay(stay_id)
    except OperatorError:
        return ()
    return (stay.plate, *stay.former_plates)
