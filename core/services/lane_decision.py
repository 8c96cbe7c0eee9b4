"""Decides about the vehicle at a lane, inwards or outwards, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from core.domain.admission import Action
from core.domain.lots import Direction, Lane
from core.domain.people import LANE_ITSELF, Actor
from core.domain.reads import Vote, VotePolicy
from core.services.admit import decide_entry
from core.services.release import decide_exit
from core.services.unit_of_work import Transactions


@dataclass(frozen=True, slots=True)
class LaneDecision:
    """What was decided: ``stay_id`` is the stay it is about, ``command_id`` the gate command, if any.

    ``known_stay_id`` is the stay that is inside already under the plate that wants to come in.
    """

    action: Action
    reason: str
    stay_id: str | None
    command_id: str | None
    known_stay_id: str | None = None
    due_minor: int = 0


def decide(
    store: Transactions,
    lane: Lane,
    *,
    vote: Vote | None,
    sighting_id: str,
    photo: str,
    policy: VotePolicy,
    actor: Actor = LANE_ITSELF,
) -> LaneDecision:
    """Decide and commit; whoever typed the plate is the actor."""
    if lane.direction is Direction.ENTRY:
        entry = store.write(
            lambda unit: decide_entry(
                unit,
                lane_id=lane.lane_id,
                sighting_id=sighting_id,
                vote=vote,
                photo=photo,
                policy=policy,
                actor=actor,
            )
        )
        known = entry.known_stay.stay_id if entry.known_stay is not None else None
        admission = entry.admission
        return LaneDecision(admission.action, admission.reason, entry.stay_id, entry.command_id, known)
    leaving = store.write(
        lambda unit: decide_exit(
            unit,
            lane_id=lane.lane_id,
            sighting_id=sighting_id,
            vote=vote,
            photo=photo,
            policy=policy,
            actor=actor,
        )
    )
    departure = leaving.departure
    stay_id = departure.stay.stay_id if departure.stay is not None else None
    return LaneDecision(
        departure.action, departure.reason, stay_id, leaving.command_id, due_minor=departure.due_minor
    )
