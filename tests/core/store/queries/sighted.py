"""Vehicles at the lanes of a lot, written down as the lanes write them, for tests of what is read back."""

from __future__ import annotations

from core.domain.admission import Action
from core.domain.people import LANE_ITSELF, Actor
from core.domain.reads import Box, Vote
from core.services.record_sighting import record_sighting
from core.services.unit_of_work import UnitOfWork

BOX = Box(380, 370, 210, 60)


def sight(
    unit: UnitOfWork,
    sighting_id: str,
    lane_id: str,
    plate: str | None,
    *,
    confidence: float = 0.97,
    photo: str = "",
    action: Action = Action.OPEN,
    reason: str = "entry.space_free",
    stay_id: str | None = None,
    actor: Actor = LANE_ITSELF,
    box: Box = BOX,
) -> None:
    """One decision about a vehicle; ``plate`` None where no plate was seen."""
    vote = None if plate is None else Vote(plate, plate, confidence, 3, 3, (), box, 7)
    record_sighting(
        unit,
        sighting_id=sighting_id,
        lane_id=lane_id,
        vote=vote,
        photo=photo,
        action=action,
        reason=reason,
        stay_id=stay_id,
        actor=actor,
    )


def ask_and_type(
    unit: UnitOfWork,
    sighting_id: str,
    lane_id: str,
    read: str | None,
    typed: str,
    *,
    actor: Actor,
    photo: str = "",
) -> None:
    """The lane asks about what it read, and a person types the plate."""
    reason = "entry.unsure_plate" if read else "entry.no_plate"
    sight(unit, sighting_id, lane_id, read, confidence=0.5, photo=photo, action=Action.ASK, reason=reason)
    sight(unit, sighting_id, lane_id, typed, confidence=1.0, photo=photo, actor=actor, box=Box(0, 0, 0, 0))
