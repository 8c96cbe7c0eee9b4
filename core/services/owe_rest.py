"""Closes an order of which a part came in and the rest does not: the driver owes it."""

from __future__ import annotations

from dataclasses import replace

from core.domain.debts import DebtKind, Debtor
from core.domain.errors import BadInput, Refused
from core.domain.payments import Part, Payment, Tender
from core.domain.people import Actor, Right
from core.services.close_order import close_order
from core.services.order_book import load_order, refuse_in_progress
from core.services.take_iou import make_debt
from core.services.unit_of_work import UnitOfWork


def owe_rest(unit: UnitOfWork, *, actor: Actor, order_id: str, debtor: Debtor, note: str = "") -> Payment:
    """Settle the order with what came in for it and a debt of the rest; also for a car that has left.

    Refused ``order.closed``, ``order.nothing_came_in``, and while a charge of it may come in yet; BadInput as
    of an IOU.
    """
    actor.require(Right.TAKE_IOU)
    order = load_order(unit, order_id)
    if not order.is_open:
        raise Refused("order.closed")
    refuse_in_progress(unit, [order])
    if not order.confirmed_minor:
        raise Refused("order.nothing_came_in")
    stay = unit.stay(order.stay_id)
    said = replace(debtor, plate=debtor.plate or stay.plate, photo=debtor.photo or stay.photo)
    said = replace(said, note=said.note or note).checked()
    if not (said.name or said.phone or said.plate):
        raise BadInput("debt.nobody_named")
    payment = close_order(unit, order, owed=Part(Tender.IOU, order.missing_minor))
    make_debt(unit, payment, kind=DebtKind.IOU, debtor=said, actor=actor)
    return payment
