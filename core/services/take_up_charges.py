"""Takes up, when a console starts, the charges that nobody would ask about any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from core.domain.orders import Charge
from core.services.ask_for_money import add_money_task
from core.services.settle_charge import note_unknown
from core.services.tasks import money_task_kind
from core.services.unit_of_work import UnitOfWork

ACCOUNT_GONE = "charge.account_gone"


def take_up_charges(unit: UnitOfWork, *, unsettled: Iterable[Charge], accounts: Collection[str]) -> int:
    """Have every unsettled charge of this console asked about, whatever became of its task.

    One whose account is not configured any more cannot be: it is unknown until a person resolves it.
    Returns how many were taken up.
    """
    taken_up = 0
    for charge in unsettled:
        if charge.console_id != unit.console_id:
            continue
        if charge.account not in accounts:
            note_unknown(unit, order_id=charge.order_id, charge_id=charge.charge_id, cause=ACCOUNT_GONE)
        elif not _is_asked_about(unit, charge):
            add_money_task(
                unit, account_id=charge.account, order_id=charge.order_id, charge_id=charge.charge_id
            )
            taken_up += 1
    return taken_up


def _is_asked_about(unit: UnitOfWork, charge: Charge) -> bool:
    waiting = unit.waiting_tasks(money_task_kind(charge.account))
    return any(task.payload.get("charge_id") == charge.charge_id for task in waiting)
