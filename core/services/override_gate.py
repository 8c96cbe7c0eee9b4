"""Opens a gate by hand: a named person, a reason, and the stay it is about where there is one (X11, V6)."""

from __future__ import annotations

from core.domain.errors import BadInput
from core.domain.lots import Direction
from core.domain.people import Actor, Right
from core.domain.reads import Vote
from core.services.admit import admit_by_hand
from core.services.command_gate import command_gate
from core.services.confirm_crossing import backed_out
from core.services.release import open_for
from core.services.unit_of_work import UnitOfWork

REASONS = (
    "plate_unreadable",
    "plate_misread",
    "no_entry_record",
    "paid_elsewhere",
    "gate_fault",
    "emergency",
    "staff_or_delivery",
    "device_test",
    "other",
    "paid",
)


def open_gate(
    unit: UnitOfWork,
    *,
    actor: Actor,
    lane_id: str,
    reason: str,
    note: str = "",
    vehicle_present: bool,
    vote: Vote | None = None,
    photo: str = "",
    stay_id: str | None = None,
    own_stay_id: str | None = None,
) -> tuple[str, str | None]:
    """Command the gate; returns the command's id and the stay it concerns.

    With a vehicle at an entry a stay is opened, so that it is not lost; at an exit the given stay is
    released. ``own_stay_id`` is the stay for which the gate was commanded before, for the vehicle that
    is still there: it is not opened twice, nor forgotten. "other" needs a note.
    """
    actor.require(Right.OPEN_GATE)
    if reason not in REASONS:
        raise BadInput("gate.bad_reason", reason=reason)
    if reason == "other" and not note.strip():
        raise BadInput("gate.note_needed")
    direction = unit.lot().lane(lane_id).direction
    if direction is Direction.ENTRY and own_stay_id is None and vehicle_present:
        decision = admit_by_hand(
            unit, lane_id=lane_id, vote=vote, photo=photo, reason=reason, note=note, actor=actor
        )
        return decision.command_id or "", decision.stay_id
    leaving_id = (stay_id or own_stay_id) if direction is Direction.EXIT else None
    if leaving_id is not None:
        unit.stay(leaving_id)
        if own_stay_id is not None and own_stay_id != leaving_id:
            backed_out(unit, lane_id=lane_id, direction=direction, stay_id=own_stay_id, actor=actor)
        command_id = open_for(
            unit,
            lane_id=lane_id,
            stay_id=leaving_id,
            photo=photo,
            why="gate.by_hand",
            actor=actor,
            reason=reason,
            note=note,
        )
        return command_id, leaving_id
    command_id = command_gate(
        unit,
        lane_id=lane_id,
        why="gate.by_hand",
        actor=actor,
        stay_id=own_stay_id,
        reason=reason,
        note=note,
        photo=photo,
    )
    return command_id, own_stay_id
