"""Ends what a person knows to be over: a held entry that never came in, a car that is gone."""

from __future__ import annotations

from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Right
from core.domain.stays import StayState
from core.services.shift_rules import note_of
from core.services.unit_of_work import UnitOfWork

REASONS = ("not_in_the_lot", "counted_twice", "left_unseen", "test", "other")


def confirm_inside(unit: UnitOfWork, *, actor: Actor, stay_id: str) -> None:
    """Say that a held vehicle did come in."""
    actor.require(Right.RESOLVE_STAY)
    if unit.stay(stay_id).state is not StayState.HELD:
        raise Refused("stay.not_held")
    unit.record("stay.entered", {"by_hand": True}, who=actor.person_id, subjects=[Subject("stay", stay_id)])


def write_off(unit: UnitOfWork, *, actor: Actor, stay_id: str, reason: str, note: str = "") -> None:
    """End an open stay without a crossing, with a reason; nothing recorded is deleted."""
    actor.require(Right.WRITE_OFF)
    if reason not in REASONS:
        raise BadInput("stay.bad_reason", reason=reason)
    if reason == "other" and not note.strip():
        raise BadInput("gate.note_needed")
    if not unit.stay(stay_id).state.is_open:
        raise Refused("stay.ended")
    unit.record(
        "stay.written_off",
        {"reason": reason},
        who=actor.person_id,
        subjects=[Subject("stay", stay_id)],
        personal=note_of(note),
    )
