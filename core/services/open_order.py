"""Opens an order: the price of a stay is frozen while it is paid by a terminal, a platform, or in parts."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.orders import (
    CASH_RETURNED,
    GIVEN_UP,
    OPENED,
    ORDER_WORTH_FOR,
    Order,
)
from core.domain.people import Actor, Right
from core.services.open_drawer import open_drawer_for
from core.services.order_book import load_order, orders_of, refuse_in_progress
from core.services.quote_stay import quote_stay
from core.services.refund_charge import refund_charge
from core.services.unit_of_work import UnitOfWork

LEAST_TIME: Final = timedelta(minutes=1)
"""A driver is not asked for money with less time to pay it."""

GIVEN_UP_BY_HAND, REPLACED, PAID_OTHERWISE = "order.by_hand", "order.replaced", "order.paid_otherwise"


def open_order(unit: UnitOfWork, *, actor: Actor, stay_id: str, shown_minor: int, drawer: str = "") -> Order:
    """Freeze what the stay owes now for 10 minutes; the order that is open at that price is used again.

    ``shown_minor`` is the total the driver was told, ``drawer`` the one of the actor's own open shift; empty
    where no person takes the money. Refused as ``take_cash`` is, and ``payment.in_progress`` (with the
    ``console`` and ``since``) or ``payment.not_known`` where money was asked for at another price and may
    come in yet, ``order.part_paid`` where money is in at another price.
    """
    actor.require(Right.TAKE_PAYMENT)
    shift_id = own_shift_id(unit, actor, drawer) if drawer else ""
    current = _in_hand(unit, stay_id, shown_minor)
    if current is not None:
        return current
    due = quote_stay(unit, actor=actor, stay_id=stay_id)
    amount = due.quote.total_minor
    if amount == 0:
        raise Refused("payment.nothing_due")
    if amount != shown_minor:
        raise Refused("payment.price_changed", shown_minor=shown_minor, due_minor=amount)
    if due.unusual is not None:
        ceiling_minor = due.unusual.ceiling.highest_minor
        raise Refused("payment.fee_unusual", due_minor=amount, ceiling_minor=ceiling_minor)
    give_up_idle_orders(unit, stay_id=stay_id, who=actor.person_id)
    order = Order(
        order_id=unit.new_id(),
        stay_id=stay_id,
        amount_minor=amount,
        currency=due.quote.currency,
        plan_id=due.quote.plan_id,
        plan_version=due.quote.plan_version,
        lines=due.quote.lines,
        basis=due.basis,
        tax_minor=due.quote.tax_minor,
        opened_at=unit.now,
        expires_at=unit.now + ORDER_WORTH_FOR,
        shift_id=shift_id,
        drawer=drawer,
        who=actor.person_id,
        console_id=unit.console_id,
    )
    unit.record(OPENED, {"order": order.to_document()}, who=actor.person_id, subjects=order_subjects(order))
    return order


def give_up_order(unit: UnitOfWork, *, actor: Actor, order_id: str, opens_drawer: bool = False) -> Order:
    """Do not wait for the order any longer: what came in for it goes back the way that it came.

    Refused ``order.closed``, and as long as a charge of it may come in yet as ``open_order`` is: that is
    cancelled or resolved first. Cash goes back out of the drawer it lies in, by who has the shift on it.
    """
    actor.require(Right.TAKE_PAYMENT)
    order = load_order(unit, order_id)
    if not order.is_open:
        raise Refused("order.closed")
    refuse_in_progress(unit, [order])
    _return_cash(unit, actor, order, opens_drawer=opens_drawer)
    for charge in order.kept_charges:
        refund_charge(unit, charge)
    record_given_up(unit, order, who=actor.person_id, cause=GIVEN_UP_BY_HAND)
    return load_order(unit, order_id)


def give_up_idle_orders(unit: UnitOfWork, *, stay_id: str, who: str, cause: str = REPLACED) -> None:
    """Give up the stay's orders that nothing came in for: the stay is paid in another way.

    Refused ``payment.in_progress`` or ``payment.not_known`` where something may come in yet, and
    ``order.part_paid`` where a part did: the rest is paid to that order, or it is given up.
    """
    orders = orders_of(unit, stay_id)
    refuse_in_progress(unit, orders)
    still_open = [order for order in orders if order.is_open]
    for order in still_open:
        if order.confirmed_minor:
            raise Refused(
                "order.part_paid",
                order_id=order.order_id,
                paid_minor=order.confirmed_minor,
                missing_minor=order.missing_minor,
            )
    for order in still_open:
        record_given_up(unit, order, who=who, cause=cause)


def record_given_up(unit: UnitOfWork, order: Order, *, who: str, cause: str) -> None:
    """Write down that the order is not waited for any more."""
    unit.record(
        GIVEN_UP, {"order_id": order.order_id, "cause": cause}, who=who, subjects=order_subjects(order)
    )


def order_subjects(order: Order) -> list[Subject]:
    """What every entry of an order is about."""
    return [Subject("order", order.order_id), Subject("stay", order.stay_id)]


def own_shift_id(unit: UnitOfWork, actor: Actor, drawer: str) -> str:
    """The shift that the actor has open on the drawer; Refused where that is none or somebody else's."""
    shift = unit.open_shift(drawer)
    if shift is None:
        raise Refused("shift.none_open", drawer=drawer)
    if shift.person_id != actor.person_id:
        raise Refused("shift.of_someone_else", drawer=drawer)
    return shift.shift_id


def _in_hand(unit: UnitOfWork, stay_id: str, shown_minor: int) -> Order | None:
    """The order that is to be used again: one at that price with time left or with money in it."""
    for order in orders_of(unit, stay_id):
        if not order.is_open or order.amount_minor != shown_minor:
            continue
        has_time = order.payable_until > unit.now + LEAST_TIME
        is_own = order.console_id == unit.console_id
        if is_own and (order.unsettled or order.confirmed_minor or has_time):
            return order
    return None


def _return_cash(unit: UnitOfWork, actor: Actor, order: Order, *, opens_drawer: bool) -> None:
    for part in order.kept_cash:
        shift_id = own_shift_id(unit, actor, part.drawer)
        unit.record(
            CASH_RETURNED,
            {
                "order_id": order.order_id,
                "cash_id": part.cash_id,
                "amount_minor": part.amount_minor,
                "shift_id": shift_id,
            },
            who=actor.person_id,
            subjects=[*order_subjects(order), Subject("shift", shift_id)],
        )
        if opens_drawer:
            open_drawer_for(unit, money_id=part.cash_id, drawer=part.drawer, who=actor.person_id)
