"""Asks for a gate to be opened: the command is journalled first, and done after the commit."""

from __future__ import annotations

from core.domain.journal import Subject
from core.domain.people import Actor
from core.services.shift_rules import note_of
from core.services.tasks import GATE_WORTH_FOR, Task, TaskOutcome, TaskState, gate_task_kind
from core.services.unit_of_work import UnitOfWork

_RESULTS = {
    TaskState.DONE: "gate.acknowledged",
    TaskState.FAILED: "gate.failed",
    TaskState.UNKNOWN: "gate.unknown",
    TaskState.EXPIRED: "gate.too_late",
}


def command_gate(
    unit: UnitOfWork,
    *,
    lane_id: str,
    why: str,
    actor: Actor,
    stay_id: str | None = None,
    reason: str = "",
    note: str = "",
    photo: str = "",
) -> str:
    """Journal the command and add its task, worth nothing after 3 s; returns the command's id.

    ``photo`` is the evidence of a command by hand (D9); the note may name people, and is forgotten with them.
    """
    command_id = unit.new_id()
    subjects = [Subject("gate", command_id)] + ([Subject("stay", stay_id)] if stay_id else [])
    payload = {
        "lane_id": lane_id,
        "command_id": command_id,
        "why": why,
        "stay_id": stay_id,
        "reason": reason,
    }
    personal = {**({"photo": photo} if photo else {}), **(note_of(note) or {})} or None
    unit.record("gate.commanded", payload, who=actor.person_id, subjects=subjects, personal=personal)
    unit.add_task(
        gate_task_kind(lane_id),
        {"lane_id": lane_id, "command_id": command_id, "stay_id": stay_id},
        worth_for=GATE_WORTH_FOR,
    )
    return command_id


def record_gate_outcome(unit: UnitOfWork, task: Task, outcome: TaskOutcome) -> None:
    """Journal what became of a command; ``gate.acknowledged`` says no more than that the board heard it."""
    payload = {
        "lane_id": task.payload["lane_id"],
        "command_id": task.payload["command_id"],
        "cause": outcome.cause,
    }
    unit.record(
        _RESULTS[outcome.state],
        payload,
        who="system",
        subjects=[Subject("gate", task.payload["command_id"])],
    )
