"""Hands out receipts: a task writes the files and prints; a reprint says COPY."""

from __future__ import annotations

from core.domain.journal import Subject
from core.domain.people import Actor, Right
from core.services.tasks import Task, TaskOutcome, TaskState
from core.services.unit_of_work import UnitOfWork

RECEIPT_TASK = "receipt"
_RESULTS = {TaskState.DONE: "receipt.printed", TaskState.UNKNOWN: "receipt.unknown"}


def ask_for_receipt(unit: UnitOfWork, *, payment_id: str, copy_number: int, who: str) -> None:
    """Add the task that makes and prints the receipt; it never expires and never touches the money."""
    unit.add_task(RECEIPT_TASK, {"payment_id": payment_id, "copy_number": copy_number, "who": who})


def reprint(unit: UnitOfWork, *, actor: Actor, payment_id: str) -> int:
    """Print a receipt again, marked COPY; returns the number of the copy (P13)."""
    actor.require(Right.PRINT_RECEIPT)
    payment = unit.payment(payment_id)
    entry = unit.record(
        "receipt.reprinted",
        {"payment_id": payment_id, "receipt_number": payment.receipt_number},
        who=actor.person_id,
        subjects=[Subject("receipt", payment_id)],
    )
    copy_number = unit.count_entries(Subject("receipt", payment_id), "receipt.reprinted")
    ask_for_receipt(unit, payment_id=payment_id, copy_number=copy_number, who=entry.who)
    return copy_number


def record_receipt_outcome(unit: UnitOfWork, task: Task, outcome: TaskOutcome) -> None:
    """Journal what became of a receipt; the payment stands whatever the printer did."""
    unit.record(
        _RESULTS.get(outcome.state, "receipt.failed"),
        {
            "payment_id": task.payload["payment_id"],
            "copy_number": task.payload["copy_number"],
            "cause": outcome.cause,
        },
        who="system",
        subjects=[Subject("receipt", task.payload["payment_id"])],
    )
