"""The orders of a stay, as its entries tell them; and whether money for it may still be on its way."""

from __future__ import annotations

from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.order_fold import fold_order
from core.domain.orders import OPENED, Charge, ChargeState, Order
from core.services.unit_of_work import UnitOfWork


def find_order(unit: UnitOfWork, order_id: str) -> Order | None:
    """The order of that id, None where its opening is not known here."""
    return fold_order(unit.entries_about(Subject("order", order_id)))


def load_order(unit: UnitOfWork, order_id: str) -> Order:
    """The order of that id; Refused ``order.unknown``."""
    order = find_order(unit, order_id)
    if order is None:
        raise Refused("order.unknown")
    return order


def orders_of(unit: UnitOfWork, stay_id: str) -> list[Order]:
    """All orders of the stay, the oldest first."""
    opened = [entry for entry in unit.entries_about(Subject("stay", stay_id)) if entry.kind == OPENED]
    found = (find_order(unit, entry.payload["order"]["order_id"]) for entry in opened)
    return [order for order in found if order is not None]


def refuse_in_progress(unit: UnitOfWork, orders: list[Order]) -> None:
    """Refused ``payment.in_progress`` or ``payment.not_known`` where a charge of them may come in yet.

    Whoever took money now might take it twice.
    """
    waiting = [charge for order in orders for charge in order.unsettled]
    if waiting:
        first = min(waiting, key=lambda one: one.intended_at)
        is_unknown = any(one.state is ChargeState.UNKNOWN for one in waiting)
        code = "payment.not_known" if is_unknown else "payment.in_progress"
        raise Refused(
            code,
            console=_console_name(unit, first),
            since=first.intended_at,
            order_id=first.order_id,
            charge_id=first.charge_id,
        )


def _console_name(unit: UnitOfWork, charge: Charge) -> str:
    names = {console.console_id: console.name for console in unit.lot_consoles()}
    return names.get(charge.console_id, "")
