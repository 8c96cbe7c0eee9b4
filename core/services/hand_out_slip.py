"""Hands out the slips of shifts: a task writes the file and prints; a second one says COPY."""

from __future__ import annotations

from typing import Final

from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Right
from core.domain.shift_report import ShiftReport
from core.services.shift_report import x_report
from core.services.tasks import Task, TaskOutcome, TaskState
from core.services.unit_of_work import UnitOfWork

SLIP_TASK: Final = "slip.print"
_RESULTS: Final = {TaskState.DONE: "slip.printed", TaskState.UNKNOWN: "slip.unknown"}


def ask_for_slip(unit: UnitOfWork, *, shift_id: str, copy_number: int, who: str) -> None:
    """Add the task that makes and prints the slip of a closed shift; it never touches the money."""
    unit.add_task(SLIP_TASK, {"shift_id": shift_id, "copy": copy_number, "who": who})


def reprint_slip(unit: UnitOfWork, *, actor: Actor, shift_id: str) -> int:
    """Print a shift's slip again, marked COPY; returns the number of the copy.

    For its own person, or who may see totals. Refused ``shift.no_report`` where there is nothing to print.
    """
    shift = unit.shift(shift_id)
    actor.require(Right.RUN_SHIFT if shift.person_id == actor.person_id else Right.SEE_TOTALS)
    if shift.report is None:
        raise Refused("shift.no_report")
    subject = Subject("slip", shift_id)
    unit.record("slip.reprinted", {"shift_id": shift_id}, who=actor.person_id, subjects=[subject])
    copy_number = unit.count_entries(subject, "slip.reprinted")
    ask_for_slip(unit, shift_id=shift_id, copy_number=copy_number, who=actor.person_id)
    return copy_number


def print_x(unit: UnitOfWork, *, actor: Actor, drawer: str) -> ShiftReport:
    """Print how the drawer's shift stands now: the figures of this moment, whenever the printer takes them.

    Refused ``shift.none_open``.
    """
    report = x_report(unit, actor=actor, drawer=drawer)
    unit.record(
        "slip.x_printed",
        {"shift_id": report.shift_id},
        who=actor.person_id,
        subjects=[Subject("slip", report.shift_id)],
    )
    unit.add_task(
        SLIP_TASK,
        {"shift_id": report.shift_id, "copy": 0, "who": actor.person_id, "report": report.to_document()},
    )
    return report


def record_slip_outcome(unit: UnitOfWork, task: Task, outcome: TaskOutcome) -> None:
    """Journal what became of a slip; the report stands whatever the printer did."""
    shift_id = task.payload["shift_id"]
    unit.record(
        _RESULTS.get(outcome.state, "slip.failed"),
        {"shift_id": shift_id, "copy_number": task.payload["copy"], "cause": outcome.cause},
        who="system",
        subjects=[Subject("slip", shift_id)],
    )
