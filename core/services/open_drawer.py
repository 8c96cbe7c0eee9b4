"""Opens the cash drawer: by itself when cash changes hands, by hand for a reason; each opening is journalled.

The intention is written down first, the pulse follows as a task. What is not known to have failed is never
tried a second time: a drawer that springs open later, while nobody looks, is worse than a key.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from core.domain.errors import BadInput
from core.domain.journal import Subject
from core.domain.people import Actor, Right
from core.services.shift_rules import note_of
from core.services.tasks import Task, TaskOutcome, TaskState
from core.services.unit_of_work import UnitOfWork

DRAWER_TASK: Final = "drawer.kick"
WORTH_FOR: Final = timedelta(seconds=10)
BY_HAND: Final = ("change", "count", "float", "other")
REASONS: Final = (*BY_HAND, "test")

_RESULTS: Final = {TaskState.UNKNOWN: "drawer.unknown"}


def open_drawer(unit: UnitOfWork, *, actor: Actor, drawer: str, reason: str, note: str = "") -> str:
    """Open it by hand; "other" needs a note. Returns the command's id."""
    actor.require(Right.TAKE_CASH)
    if reason not in REASONS:
        raise BadInput("drawer.bad_reason", reason=reason)
    if reason == "other" and not note.strip():
        raise BadInput("gate.note_needed")
    return _open(unit, drawer=drawer, reason=reason, who=actor.person_id, note=note)


def open_drawer_for(unit: UnitOfWork, *, money_id: str, drawer: str, who: str) -> str:
    """Open it because a payment puts cash in or a refund takes it out: ``money_id`` is that of either."""
    return _open(unit, drawer=drawer, reason="money", who=who, money_id=money_id)


def record_drawer_outcome(unit: UnitOfWork, task: Task, outcome: TaskOutcome) -> None:
    """Journal a pulse that failed, or of which nobody knows; one that was taken says nothing more."""
    if outcome.state is TaskState.DONE:
        return
    command_id = task.payload["command_id"]
    unit.record(
        _RESULTS.get(outcome.state, "drawer.not_opened"),
        {"command_id": command_id, "drawer": task.payload["drawer"], "cause": outcome.cause},
        who="system",
        subjects=[Subject("drawer", command_id)],
    )


def _open(unit: UnitOfWork, *, drawer: str, reason: str, who: str, note: str = "", money_id: str = "") -> str:
    command_id = unit.new_id()
    shift = unit.open_shift(drawer)
    unit.record(
        "drawer.opened",
        {
            "command_id": command_id,
            "drawer": drawer,
            "reason": reason,
            "money_id": money_id,
            "shift_id": shift.shift_id if shift is not None else "",
        },
        who=who,
        subjects=[Subject("drawer", command_id)],
        personal=note_of(note),
    )
    unit.add_task(DRAWER_TASK, {"command_id": command_id, "drawer": drawer}, worth_for=WORTH_FOR)
    return command_id
