"""Closes an order whose money is all in: one payment, one permit, one receipt."""

from __future__ import annotations

from core.domain.journal import Subject
from core.domain.orders import Order
from core.domain.payments import Part, Payment, Tender
from core.domain.permits import permit_end
from core.services.open_order import order_subjects
from core.services.print_receipt import ask_for_receipt
from core.services.unit_of_work import UnitOfWork


def close_order(unit: UnitOfWork, order: Order, *, owed: Part | None = None) -> Payment:
    """Pay the stay with what came in for the order; the permit begins now.

    ``owed`` is the rest of the price where the driver goes without paying it.
    """
    cash = order.kept_cash
    came_in = (*(charge.part for charge in order.kept_charges), *(one.part for one in cash))
    parts = came_in if owed is None else (*came_in, owed)
    tenders = {part.tender for part in parts}
    shift_id = _shift_id(unit, order)
    payment = Payment(
        payment_id=order.order_id,
        stay_id=order.stay_id,
        tender=tenders.pop() if len(tenders) == 1 else Tender.SPLIT,
        amount_minor=order.amount_minor,
        tendered_minor=sum(one.tendered_minor for one in cash),
        change_minor=sum(one.change_minor for one in cash),
        currency=order.currency,
        paid_at=unit.now,
        permit_until=permit_end(unit.now, unit.lot().exit_window_minutes),
        shift_id=shift_id,
        cashier_id=order.who,
        receipt_number=unit.next_receipt_number(),
        plan_id=order.plan_id,
        plan_version=order.plan_version,
        lines=order.lines,
        basis=order.basis,
        tax_minor=order.tax_minor,
        console_number=unit.console_number(),
        parts=parts,
        order_id=order.order_id,
        reason=owed.tender.value if owed is not None else "",
    )
    shift = [Subject("shift", shift_id)] if shift_id else []
    unit.record(
        "stay.paid",
        {"payment": payment.to_document()},
        who=order.who,
        subjects=[*order_subjects(order), *shift],
    )
    ask_for_receipt(unit, payment_id=payment.payment_id, copy_number=0, who=order.who)
    return payment


def _shift_id(unit: UnitOfWork, order: Order) -> str:
    """The shift that the money belongs to: the one open on the order's drawer, as a closed one is sealed."""
    if not order.drawer:
        return ""
    shift = unit.open_shift(order.drawer)
    return shift.shift_id if shift is not None else ""
