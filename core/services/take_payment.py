"""Takes cash: for a stay at once (one payment, one permit, one receipt), or for a part of an order."""

from __future__ import annotations

from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.orders import CASH_TAKEN, Order
from core.domain.payments import Payment, Tender, change_due
from core.domain.people import Actor, Right
from core.domain.permits import permit_end
from core.services.ask_for_money import check_part, payable_order
from core.services.close_order import close_order
from core.services.open_drawer import open_drawer_for
from core.services.open_order import PAID_OTHERWISE, give_up_idle_orders, order_subjects, own_shift_id
from core.services.order_book import load_order
from core.services.print_receipt import ask_for_receipt
from core.services.quote_stay import quote_stay
from core.services.unit_of_work import UnitOfWork


def take_cash(
    unit: UnitOfWork,
    *,
    actor: Actor,
    stay_id: str,
    shown_minor: int,
    tendered_minor: int,
    drawer: str,
    opens_drawer: bool = False,
) -> Payment:
    """Take cash for what the stay owes now; ``opens_drawer`` where one can be opened by the printer.

    ``shown_minor`` is the total the driver was told: where the price has moved on since, nothing is
    taken (Refused ``payment.price_changed``). Refused too: nothing due, too little handed over, no shift
    open on the drawer, a fee so high that nobody confirmed it yet (``payment.fee_unusual``), and money that
    was asked for in another way and may come in yet, or did in part (``payment.in_progress``,
    ``payment.not_known``, ``order.part_paid``).
    """
    actor.require(Right.TAKE_CASH)
    shift_id = own_shift_id(unit, actor, drawer)
    due = quote_stay(unit, actor=actor, stay_id=stay_id)
    amount = due.quote.total_minor
    if amount == 0:
        raise Refused("payment.nothing_due")
    if amount != shown_minor:
        raise Refused("payment.price_changed", shown_minor=shown_minor, due_minor=amount)
    if due.unusual is not None:
        ceiling_minor = due.unusual.ceiling.highest_minor
        raise Refused("payment.fee_unusual", due_minor=amount, ceiling_minor=ceiling_minor)
    change_minor = change_due(amount, tendered_minor)
    give_up_idle_orders(unit, stay_id=stay_id, who=actor.person_id, cause=PAID_OTHERWISE)
    lot = unit.lot()
    payment = Payment(
        payment_id=unit.new_id(),
        stay_id=stay_id,
        tender=Tender.CASH,
        amount_minor=amount,
        tendered_minor=tendered_minor,
        change_minor=change_minor,
        currency=due.quote.currency,
        paid_at=unit.now,
        permit_until=permit_end(unit.now, lot.exit_window_minutes),
        shift_id=shift_id,
        cashier_id=actor.person_id,
        receipt_number=unit.next_receipt_number(),
        plan_id=due.quote.plan_id,
        plan_version=due.quote.plan_version,
        lines=due.quote.lines,
        basis=due.basis,
        tax_minor=due.quote.tax_minor,
        console_number=unit.console_number(),
    )
    unit.record(
        "stay.paid",
        {"payment": payment.to_document()},
        who=actor.person_id,
        subjects=[Subject("stay", stay_id), Subject("shift", shift_id)],
    )
    if opens_drawer:
        open_drawer_for(unit, money_id=payment.payment_id, drawer=drawer, who=actor.person_id)
    ask_for_receipt(unit, payment_id=payment.payment_id, copy_number=0, who=actor.person_id)
    return payment


def take_cash_part(
    unit: UnitOfWork,
    *,
    actor: Actor,
    order_id: str,
    amount_minor: int,
    tendered_minor: int,
    drawer: str,
    opens_drawer: bool = False,
) -> Order | Payment:
    """Take cash for a part of an open order; the payment where that makes it full, else the order.

    It lies in the drawer from now on, and is handed back where the order is given up. Refused as for a
    charge, for too little handed over, and without an own shift on the drawer.
    """
    actor.require(Right.TAKE_CASH)
    shift_id = own_shift_id(unit, actor, drawer)
    order = payable_order(unit, order_id)
    check_part(order, amount_minor)
    cash_id = unit.new_id()
    unit.record(
        CASH_TAKEN,
        {
            "order_id": order_id,
            "cash_id": cash_id,
            "amount_minor": amount_minor,
            "tendered_minor": tendered_minor,
            "change_minor": change_due(amount_minor, tendered_minor),
            "shift_id": shift_id,
            "drawer": drawer,
        },
        who=actor.person_id,
        subjects=[*order_subjects(order), Subject("shift", shift_id)],
    )
    if opens_drawer:
        open_drawer_for(unit, money_id=cash_id, drawer=drawer, who=actor.person_id)
    order = load_order(unit, order_id)
    return close_order(unit, order) if order.is_paid_in_full else order
