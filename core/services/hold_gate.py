"""Holds a gate open and lets it go again: a named person, a reason, and a picture (F6, F7).

As with every command the intention is journalled first, and done after the commit by a task that is worth
nothing after 3 s. ``core.domain.gate_holds`` says what follows from the entries.
"""

from __future__ import annotations

from typing import Final

from core.domain import gate_holds
from core.domain.errors import BadInput, Refused
from core.domain.gate_holds import Hold, HoldState, fold_hold
from core.domain.people import LANE_ITSELF, Actor, Right
from core.services.device_journal import hold_subject
from core.services.shift_rules import note_of
from core.services.tasks import GATE_WORTH_FOR, Task, TaskOutcome, TaskState, hold_task_kind
from core.services.unit_of_work import UnitOfWork

REASONS: Final = ("fire", "evacuation", "queue", "maintenance", "gate_fault", "delivery", "other")
# Enough for a whole evening of failed tries to let it go.
LOOKED_BACK: Final = 500

_RESULTS: Final = {
    TaskState.DONE: gate_holds.DONE,
    TaskState.FAILED: gate_holds.FAILED,
    TaskState.UNKNOWN: gate_holds.UNKNOWN,
    TaskState.EXPIRED: gate_holds.TOO_LATE,
}


def hold_gate(
    unit: UnitOfWork, *, actor: Actor, lane_id: str, reason: str, note: str = "", photo: str = ""
) -> Hold:
    """Have the gate held open until somebody lets it go; "other" needs a note.

    Refused ``gate.is_held`` where it is held already, by whomever.
    """
    actor.require(Right.HOLD_GATE)
    if reason not in REASONS:
        raise BadInput("gate.bad_reason", reason=reason)
    if reason == "other" and not note.strip():
        raise BadInput("gate.note_needed")
    unit.lot().lane(lane_id)
    hold = holding(unit, lane_id)
    # What is not known to be held may be asked for again.
    if hold is not None and hold.state is not HoldState.UNKNOWN:
        raise Refused("gate.is_held")
    command_id = unit.new_id()
    entry = unit.record(
        gate_holds.HELD,
        {"lane_id": lane_id, "command_id": command_id, "reason": reason},
        who=actor.person_id,
        subjects=[hold_subject(lane_id)],
        personal=_seen_and_said(photo, note),
    )
    _add_task(unit, lane_id, command_id, "hold")
    return gate_holds.asked(entry)


def let_go(unit: UnitOfWork, *, actor: Actor, lane_id: str, note: str = "", photo: str = "") -> str:
    """Have the gate let go, also where nothing is known of its being held; returns the command's id.

    Closing then is the barrier's own affair.
    """
    actor.require(Right.HOLD_GATE)
    unit.lot().lane(lane_id)
    command_id = unit.new_id()
    unit.record(
        gate_holds.LET_GO,
        {"lane_id": lane_id, "command_id": command_id},
        who=actor.person_id,
        subjects=[hold_subject(lane_id)],
        personal=_seen_and_said(photo, note),
    )
    _add_task(unit, lane_id, command_id, "let_go")
    return command_id


def record_hold_outcome(unit: UnitOfWork, task: Task, outcome: TaskOutcome) -> str:
    """Journal what became of a command to hold or to let go; returns the entry's kind."""
    kind = _RESULTS[outcome.state]
    unit.record(
        kind,
        {
            "lane_id": task.payload["lane_id"],
            "command_id": task.payload["command_id"],
            "act": task.payload["act"],
            "cause": outcome.cause,
        },
        who=LANE_ITSELF.person_id,
        subjects=[hold_subject(task.payload["lane_id"])],
    )
    return kind


def lost_hold(unit: UnitOfWork, *, lane_id: str, command_id: str, photo: str = "") -> None:
    """The barrier was held open and is no more, though nobody let it go: its board lost power, or a fault."""
    unit.record(
        gate_holds.LOST,
        {"lane_id": lane_id, "command_id": command_id},
        who=LANE_ITSELF.person_id,
        subjects=[hold_subject(lane_id)],
        personal={"photo": photo} if photo else None,
    )


def held_unasked(unit: UnitOfWork, *, lane_id: str, photo: str = "") -> None:
    """The barrier's holding contact was found closed, and nobody here asked for it: an incident."""
    unit.record(
        "gate.held_unasked",
        {"lane_id": lane_id},
        who=LANE_ITSELF.person_id,
        subjects=[hold_subject(lane_id)],
        personal={"photo": photo} if photo else None,
    )


def holding(unit: UnitOfWork, lane_id: str) -> Hold | None:
    """How the lane's gate is held, as the journal says; None where it is not."""
    return fold_hold(reversed(unit.latest_about(hold_subject(lane_id), most=LOOKED_BACK)))


def holder_name(unit: UnitOfWork, hold: Hold) -> str:
    """The name of who held it open; the id of a person who is not known here."""
    try:
        return unit.person(hold.person_id).name
    except Refused:
        return hold.person_id


def _seen_and_said(photo: str, note: str) -> dict[str, str] | None:
    return {**({"photo": photo} if photo else {}), **(note_of(note) or {})} or None


def _add_task(unit: UnitOfWork, lane_id: str, command_id: str, act: str) -> None:
    unit.add_task(
        hold_task_kind(lane_id),
        {"lane_id": lane_id, "command_id": command_id, "act": act},
        worth_for=GATE_WORTH_FOR,
    )
