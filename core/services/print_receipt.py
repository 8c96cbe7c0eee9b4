"""Hands out receipts: a task writes the files and prints; a reprint says COPY."""

from __future__ import annotations

from core.domain.journal import Subject
from core.domain.people import Actor, Right
from core.services.tasks import Task, TaskOutcome, TaskState
from core.services.unit_of_work import UnitOfWork

RECEIPT_TASK = "receipt"
HANDED_OVER = "receipt.handed_over"
"""What a receipt's task says from the moment before the printer gets it until its outcome is written."""
INTERRUPTED = "task.interrupted"
OF_PRINTER = "printer."
"""How the causes of receipts begin that wait for the printer."""

_RESULTS = {TaskState.DONE: "receipt.printed", TaskState.UNKNOWN: "receipt.unknown"}


def ask_for_receipt(
    unit: UnitOfWork, *, payment_id: str, copy_number: int, who: str, follows_unknown: bool = False
) -> None:
    """Add the task that makes and prints the receipt; it never expires and never touches the money.

    ``follows_unknown`` marks a copy that nobody asked for.
    """
    payload: dict[str, object] = {"payment_id": payment_id, "copy_number": copy_number, "who": who}
    if follows_unknown:
        payload["follows_unknown"] = True
    unit.add_task(RECEIPT_TASK, payload)


def reprint(unit: UnitOfWork, *, actor: Actor, payment_id: str) -> int:
    """Print a receipt again, marked COPY; returns the number of the copy (P13)."""
    actor.require(Right.PRINT_RECEIPT)
    return _ask_for_copy(unit, payment_id=payment_id, who=actor.person_id)


def record_receipt_outcome(unit: UnitOfWork, task: Task, outcome: TaskOutcome) -> None:
    """Journal what became of a receipt; the payment stands whatever the printer did.

    Where nobody knows whether it came out, a copy follows by itself: the driver gets a receipt, and no
    second original is ever made. Those that waited behind one that was printed are tried at once.
    """
    payment_id = task.payload["payment_id"]
    unit.record(
        _RESULTS.get(outcome.state, "receipt.failed"),
        {"payment_id": payment_id, "copy_number": task.payload["copy_number"], "cause": outcome.cause},
        who="system",
        subjects=[Subject("receipt", payment_id)],
    )
    # A printer that is in doubt again and again is not fed for ever; a program that ended is no printer.
    is_interrupted = outcome.cause == INTERRUPTED
    if outcome.state is TaskState.UNKNOWN and (is_interrupted or not task.payload.get("follows_unknown")):
        _ask_for_copy(unit, payment_id=payment_id, who="system", follows_unknown=True)
    if outcome.state is TaskState.DONE:
        unit.hasten_tasks(RECEIPT_TASK)


def record_receipt_waiting(unit: UnitOfWork, task: Task, cause: str) -> None:
    """Journal, once a receipt, that the printer did not take it and that it waits."""
    payment_id = task.payload["payment_id"]
    unit.record(
        "receipt.waits",
        {"payment_id": payment_id, "copy_number": task.payload["copy_number"], "cause": cause},
        who="system",
        subjects=[Subject("receipt", payment_id)],
    )


def waiting_for_printer(unit: UnitOfWork) -> list[Task]:
    """The receipts that the printer did not take yet, oldest first."""
    found = [one for one in unit.waiting_tasks(RECEIPT_TASK) if one.cause.startswith(OF_PRINTER)]
    return sorted(found, key=lambda one: (one.created_at, one.task_id))


def _ask_for_copy(unit: UnitOfWork, *, payment_id: str, who: str, follows_unknown: bool = False) -> int:
    payment = unit.payment(payment_id)
    unit.record(
        "receipt.reprinted",
        {"payment_id": payment_id, "receipt_number": payment.receipt_number},
        who=who,
        subjects=[Subject("receipt", payment_id)],
    )
    copy_number = unit.count_entries(Subject("receipt", payment_id), "receipt.reprinted")
    ask_for_receipt(
        unit, payment_id=payment_id, copy_number=copy_number, who=who, follows_unknown=follows_unknown
    )
    return copy_number
