"""Orders and charges as screens read them: what a stay is being paid by, and what is not known yet."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select

from core.domain.orders import Charge, ChargeState, Order
from core.services.order_book import find_order, orders_of
from core.store.money_tables import charges
from core.store.orders import open_orders, orders_with_unsettled_charges
from core.store.unit_of_work import SqlUnitOfWork

MOST_SHOWN = 200


def order_of(view: SqlUnitOfWork, stay_id: str) -> Order | None:
    """The order by which the stay is being paid: the newest that is open, before it one that is in doubt."""
    orders = orders_of(view, stay_id)
    in_doubt = [order for order in orders if order.unsettled]
    found = in_doubt or [order for order in orders if order.is_open]
    return found[-1] if found else None


def open_charges(view: SqlUnitOfWork, *, most: int = MOST_SHOWN) -> list[Charge]:
    """The charges that may come in yet, of all consoles, the oldest first."""
    return _charges(view, {ChargeState.INTENT, ChargeState.UNKNOWN}, most)


def unknown_charges(view: SqlUnitOfWork, *, most: int = MOST_SHOWN) -> list[Charge]:
    """The charges of which nobody knows whether they came in, of all consoles, the oldest first."""
    return _charges(view, {ChargeState.UNKNOWN}, most)


def part_paid_orders(view: SqlUnitOfWork, *, most: int = MOST_SHOWN) -> list[Order]:
    """The orders that a part came in for and nothing more is under way for, the oldest first.

    The rest is paid, owed, or the order is given up: by itself nothing becomes of them.
    """
    order_ids = open_orders(view.connection, view.lot_id, most=most)
    found = (find_order(view, order_id) for order_id in order_ids)
    return [order for order in found if order is not None and order.confirmed_minor and not order.unsettled]


def count_unknown_charges(view: SqlUnitOfWork, *, console_id: str) -> int:
    """How many charges of that console nobody knows the end of."""
    return view.connection.execute(
        select(func.count())
        .select_from(charges)
        .where(
            charges.c.lot_id == view.lot_id,
            charges.c.state == ChargeState.UNKNOWN.value,
            charges.c.console_id == console_id,
        )
    ).scalar_one()


def _charges(view: SqlUnitOfWork, states: Iterable[ChargeState], most: int) -> list[Charge]:
    wanted = set(states)
    order_ids = orders_with_unsettled_charges(
        view.connection, view.lot_id, states=[state.value for state in wanted], most=most
    )
    orders = (find_order(view, order_id) for order_id in order_ids)
    return [
        charge for order in orders if order is not None for charge in order.charges if charge.state in wanted
    ]
