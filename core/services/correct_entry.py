"""Corrects the time at which a car came in, with a reason; what was recorded before is kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject, to_micros
from core.domain.people import Actor, Right
from core.domain.stays import Stay
from core.services.shift_rules import note_of
from core.services.unit_of_work import UnitOfWork

REASONS: Final = ("came_back_unseen", "clock_was_wrong", "driver_can_prove", "other")
_LONGEST: Final = timedelta(days=366)


def correct_entry(
    unit: UnitOfWork, *, actor: Actor, stay_id: str, entry_at: datetime, reason: str, note: str = ""
) -> Stay:
    """Let the stay begin at that instant, priced by the rates that were in force then.

    BadInput ``entry.in_the_future``, ``entry.too_long_ago``, ``entry.bad_reason``; Refused
    ``stay.ended``, ``entry.unchanged``, and ``entry.paid_already``: what was paid was paid for the time as
    it stood.
    """
    actor.require(Right.CORRECT_ENTRY)
    if reason not in REASONS:
        raise BadInput("entry.bad_reason", reason=reason)
    if reason == "other" and not note.strip():
        raise BadInput("gate.note_needed")
    stay = unit.stay(stay_id)
    if not stay.state.is_open:
        raise Refused("stay.ended", state=stay.state.value)
    if stay.payments:
        raise Refused("entry.paid_already")
    if entry_at > unit.now:
        raise BadInput("entry.in_the_future")
    if entry_at < unit.now - _LONGEST:
        raise BadInput("entry.too_long_ago")
    if entry_at == stay.entry_at:
        raise Refused("entry.unchanged")
    plan_id, plan_version = unit.version_in_force(entry_at)
    unit.record(
        "stay.entry_corrected",
        {
            "entry_at": to_micros(entry_at),
            "before": to_micros(stay.entry_at),
            "plan_id": plan_id,
            "plan_version": plan_version,
            "reason": reason,
        },
        who=actor.person_id,
        subjects=[Subject("stay", stay_id)],
        personal=note_of(note),
    )
    return unit.stay(stay_id)
