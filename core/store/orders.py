"""Orders and their charges in the store: the rows that follow from what the journal says of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select

from core.domain.journal import Entry, to_micros
from core.domain.order_fold import fold_order
from core.domain.orders import Charge, ChargeState, Order
from core.store.money_tables import charges, orders
from core.store.upserts import upsert_all

_KNOWN_ORDERS = select(orders.c.order_id).where(
    orders.c.lot_id == bindparam("lot"), orders.c.order_id.in_(bindparam("orders", expanding=True))
)
_KNOWN_CHARGES = select(charges.c.charge_id).where(
    charges.c.lot_id == bindparam("lot"), charges.c.order_id.in_(bindparam("orders", expanding=True))
)
_UNSETTLED = [state.value for state in ChargeState if not state.is_settled]


def project_orders(connection: Connection, lot_id: str, by_order: Mapping[str, Sequence[Entry]]) -> None:
    """Fold the orders again and replace their rows and those of their charges."""
    folded = [order for entries in by_order.values() if (order := fold_order(entries)) is not None]
    if not folded:
        return
    asked = {"lot": lot_id, "orders": [order.order_id for order in folded]}
    upsert_all(
        connection,
        orders,
        ("lot_id", "order_id"),
        [order_row(lot_id, order) for order in folded],
        known={(lot_id, known) for known in connection.execute(_KNOWN_ORDERS, asked).scalars()},
    )
    upsert_all(
        connection,
        charges,
        ("lot_id", "charge_id"),
        [charge_row(lot_id, charge) for order in folded for charge in order.charges],
        known={(lot_id, known) for known in connection.execute(_KNOWN_CHARGES, asked).scalars()},
    )


def order_row(lot_id: str, order: Order) -> dict[str, Any]:
    """The row of ``orders`` for an order."""
    return {
        "lot_id": lot_id,
        "order_id": order.order_id,
        "stay_id": order.stay_id,
        "state": _state(order),
        "amount_minor": order.amount_minor,
        "opened_at": to_micros(order.opened_at),
        "expires_at": to_micros(order.expires_at),
        "console_id": order.console_id,
        "document": {
            **order.to_document(),
            "who": order.who,
            "closed_by": order.closed_by,
            "cash_minor": order.cash_minor,
            "confirmed_minor": order.confirmed_minor,
        },
    }


def charge_row(lot_id: str, charge: Charge) -> dict[str, Any]:
    """The row of ``charges`` for a charge."""
    return {
        "lot_id": lot_id,
        "charge_id": charge.charge_id,
        "order_id": charge.order_id,
        "stay_id": charge.stay_id,
        "tender": charge.tender.value,
        "account": charge.account,
        "key": charge.key,
        "state": charge.state.value,
        "amount_minor": charge.amount_minor,
        "refunded_minor": charge.refunded_minor,
        "currency": charge.currency,
        "reference": charge.reference,
        "shown": charge.shown,
        "cause": charge.cause,
        "intended_at": to_micros(charge.intended_at),
        "settled_at": None if charge.settled_at is None else to_micros(charge.settled_at),
        "shift_id": charge.shift_id,
        "console_id": charge.console_id,
        "who": charge.who,
    }


def orders_with_unsettled_charges(
    connection: Connection, lot_id: str, *, states: Iterable[str] = _UNSETTLED, most: int
) -> list[str]:
    """The ids of orders with charges in those states, the oldest first."""
    rows = connection.execute(
        select(charges.c.order_id, charges.c.intended_at)
        .where(charges.c.lot_id == lot_id, charges.c.state.in_(list(states)))
        .order_by(charges.c.intended_at, charges.c.charge_id)
        .limit(most)
    )
    return list(dict.fromkeys(row.order_id for row in rows))


def open_orders(connection: Connection, lot_id: str, *, most: int) -> list[str]:
    """The ids of the orders that are neither paid nor given up, the oldest first."""
    rows = connection.execute(
        select(orders.c.order_id)
        .where(orders.c.lot_id == lot_id, orders.c.state == "open")
        .order_by(orders.c.opened_at, orders.c.order_id)
        .limit(most)
    )
    return list(rows.scalars())


def _state(order: Order) -> str:
    if order.closed_by:
        return "paid"
    return "given_up" if order.is_given_up else "open"
