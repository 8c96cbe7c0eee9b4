"""Takes the lot up again after the console was stopped or cut off from power (O7).

A vehicle whose gate was opened but whose crossing nobody saw, because the console was down, is held: it
keeps its space and a person is asked whether it came in. Cars under the gates of other consoles are theirs
to see to: what this one knows of them may be long past.
"""

from __future__ import annotations

from collections.abc import Collection

from core.domain.journal import Subject
from core.domain.people import LANE_ITSELF, Actor, Right
from core.domain.stays import StayState
from core.services.unit_of_work import UnitOfWork


def resume_lot(unit: UnitOfWork, *, lane_ids: Collection[str] = (), actor: Actor = LANE_ITSELF) -> int:
    """Write down as held what was under way when the console stopped; returns how many stays that are.

    ``lane_ids`` are the lanes that this console runs; where it is the lot's only one, all lanes are its.
    """
    actor.require(Right.ADMIT)
    all_lanes = unit.console_number() == 0
    interrupted = [
        stay for stay in unit.stays_in_state(StayState.PENDING) if all_lanes or stay.entry_lane in lane_ids
    ]
    for stay in interrupted:
        unit.record(
            "stay.held",
            {"lane_id": stay.entry_lane, "interrupted": True},
            who=actor.person_id,
            subjects=[Subject("stay", stay.stay_id)],
        )
    released = [
        stay
        for state in (StayState.INSIDE, StayState.PAID)
        for stay in unit.stays_in_state(state, leaving=True)
        if all_lanes or stay.exit_lane in lane_ids
    ]
    for stay in released:
        unit.record(
            "stay.exit_held",
            {"lane_id": stay.exit_lane, "interrupted": True},
            who=actor.person_id,
            subjects=[Subject("stay", stay.stay_id)],
        )
    return len(interrupted) + len(released)
