"""Takes the lot up again after the console was stopped or cut off from power (O7).

A vehicle whose gate was opened but whose crossing nobody saw, because the console was down, is held: it
keeps its space and a person is asked whether it came in.
"""

from __future__ import annotations

from core.domain.journal import Subject
from core.domain.people import LANE_ITSELF, Actor, Right
from core.domain.stays import StayState
from core.services.unit_of_work import UnitOfWork


def resume_lot(unit: UnitOfWork, *, actor: Actor = LANE_ITSELF) -> int:
    """Write down as held what was under way when the console stopped; returns how many stays that are."""
    actor.require(Right.ADMIT)
    interrupted = unit.stays_in_state(StayState.PENDING)
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
    ]
    for stay in released:
        unit.record(
            "stay.exit_held",
            {"lane_id": stay.exit_lane, "interrupted": True},
            who=actor.person_id,
            subjects=[Subject("stay", stay.stay_id)],
        )
    return len(interrupted) + len(released)
