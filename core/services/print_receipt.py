"""Hands out receipts: a task writes the files and prints; a reprint says COPY."""

from __future__ import annotations

from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Right
from core.domain.sales import fold_sale
from core.services.tasks import Task, TaskOutcome, TaskState
from core.services.unit_of_work import UnitOfWork

RECEIPT_TASK = "receipt"
HANDED_OVER = "receipt.handed_over"
"""What a receipt's task says from the moment before the printer gets it until its outcome is written."""
INTERRUPTED = "task.interrupted"
OF_PRINTER = "printer."
"""How the causes of receipts begin that wait for the printer."""
SALE_PAPER = "sale"
REFUND_PAPER = "refund"
"""What the paper is about where that is no payment: the id that its task and its entries name."""

_RESULTS = {TaskState.DONE: "receipt.printed", TaskState.UNKNOWN: "receipt.unknown"}


def ask_for_receipt(
    unit: UnitOfWork,
    *,
    payment_id: str,
    copy_number: int,
    who: str,
    follows_unknown: bool = False,
    paper: str = "",
) -> None:
    """Add the task that makes and prints the receipt; it never expires and never touches the money.

    ``follows_unknown`` marks a copy that nobody asked for. ``paper`` says what ``payment_id`` names where it
    is no payment.
    """
    payload: dict[str, object] = {"payment_id": payment_id, "copy_number": copy_number, "who": who}
    if paper:
        payload["paper"] = paper
    if follows_unknown:
        payload["follows_unknown"] = True
    unit.add_task(RECEIPT_TASK, payload)


def reprint(unit: UnitOfWork, *, actor: Actor, payment_id: str, paper: str = "") -> int:
    """Print a receipt again, marked COPY; returns the number of the copy (P13).

    ``paper`` says what ``payment_id`` names where it is a sale or a refund.
    """
    actor.require(Right.PRINT_RECEIPT)
    return _ask_for_copy(unit, payment_id=payment_id, who=actor.person_id, paper=paper)


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
        paper = task.payload.get("paper", "")
        _ask_for_copy(unit, payment_id=payment_id, who="system", follows_unknown=True, paper=paper)
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


def _ask_for_copy(
    unit: UnitOfWork, *, payment_id: str, who: str, follows_unknown: bool = False, paper: str = ""
) -> int:
    number = _receipt_number(unit, payment_id, paper)
    unit.record(
        "receipt.reprinted",
        {"payment_id": payment_id, "receipt_number": number, **({"paper": paper} if paper else {})},
        who=who,
        subjects=[Subject("receipt", payment_id)],
    )
    copy_number = unit.count_entries(Subject("receipt", payment_id), "receipt.reprinted")
    ask_for_receipt(
        unit,
        payment_id=payment_id,
        copy_number=copy_number,
        who=who,
        follows_unknown=follows_unknown,
        paper=paper,
    )
    return copy_number


def _receipt_number(unit: UnitOfWork, about_id: str, paper: str) -> int:
    """The number on the first paper; the slip of a refund has that of the payment it refers to, if any."""
    if paper == SALE_PAPER:
        sale = fold_sale(unit.entries_about(Subject("sale", about_id)))
        if sale is None:
            raise Refused("payment.unknown")
        return sale.receipt_number
    if paper == REFUND_PAPER:
        refund = unit.refund(about_id)
        if refund is None:
            raise Refused("refund.unknown")
        return unit.payment(refund.payment_id).receipt_number if refund.payment_id else 0
    return unit.payment(about_id).receipt_number
