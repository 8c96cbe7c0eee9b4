"""Takes cash for a stay: one payment, one permit, one receipt, in one transaction."""

from __future__ import annotations

from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.payments import Payment, Tender, change_due
from core.domain.people import Actor, Right
from core.domain.permits import permit_end
from core.services.open_drawer import open_drawer_for
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
    open on the drawer, and a fee so high that nobody confirmed it yet (``payment.fee_unusual``).
    """
    actor.require(Right.TAKE_CASH)
    shift = unit.open_shift(drawer)
    if shift is None:
        raise Refused("shift.none_open", drawer=drawer)
    if shift.person_id != actor.person_id:
        raise Refused("shift.of_someone_else", drawer=drawer)
    due = quote_stay(unit, actor=actor, stay_id=stay_id)
    amount = due.quote.total_minor
    if amount == 0:
        raise Refused("payment.nothing_due")
    if amount != shown_minor:
        raise Refused("payment.price_changed", shown_minor=shown_minor, due_minor=amount)
    if due.unusual is not None:
        ceiling_minor = due.unusual.ceiling.highest_minor
        raise Refused("payment.fee_unusual", due_minor=amount, ceiling_minor=ceiling_minor)
    lot = unit.lot()
    payment = Payment(
        payment_id=unit.new_id(),
        stay_id=stay_id,
        tender=Tender.CASH,
        amount_minor=amount,
        tendered_minor=tendered_minor,
        change_minor=change_due(amount, tendered_minor),
        currency=due.quote.currency,
        paid_at=unit.now,
        permit_until=permit_end(unit.now, lot.exit_window_minutes),
        shift_id=shift.shift_id,
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
        subjects=[Subject("stay", stay_id), Subject("shift", shift.shift_id)],
    )
    if opens_drawer:
        open_drawer_for(unit, money_id=payment.payment_id, drawer=drawer, who=actor.person_id)
    ask_for_receipt(unit, payment_id=payment.payment_id, copy_number=0, who=actor.person_id)
    return payment
