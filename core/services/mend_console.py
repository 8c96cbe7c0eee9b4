"""What the administrator mends at a console: refused items that were seen, tasks that are tried again."""

from __future__ import annotations

from core.domain.errors import Refused
from core.domain.people import Actor, Right
from core.services.tasks import GATE_TASKS, HOLD_TASKS
from core.services.unit_of_work import UnitOfWork


def settle_refused(unit: UnitOfWork, *, actor: Actor, refusal_id: str) -> None:
    """Write down that somebody saw a refused item and wants it shown no more; nothing is thrown away."""
    actor.require(Right.MANAGE_CONSOLES)
    if not unit.settle_refusal(refusal_id):
        raise Refused("refusal.unknown")
    unit.record("refusal.settled", {"refusal_id": refusal_id}, who=actor.person_id)


def retry_task(unit: UnitOfWork, *, actor: Actor, task_id: str) -> None:
    """Have a task that failed done again; Refused ``task.not_failed``, and ``task.gate`` for gates.

    A gate is never opened afterwards, and a task of which nobody knows what became is not done twice.
    """
    actor.require(Right.MANAGE_CONSOLES)
    kind = unit.renew_task(task_id)
    if kind is None:
        raise Refused("task.not_failed")
    if kind.startswith((GATE_TASKS, HOLD_TASKS)):
        raise Refused("task.gate")
    unit.record("task.retried", {"task_id": task_id, "kind": kind}, who=actor.person_id)
