"""Writes down what became of a charge; money that makes an order full pays its stay, in one transaction.

Money that comes in for nothing (the order was given up, the stay was paid otherwise meanwhile) is due back.
What another console wrote of the very same money is no second payment.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from core.domain.card_numbers import mask_card_numbers
from core.domain.journal import Subject
from core.domain.orders import (
    ACCEPTED,
    CONFIRMED,
    DECLINED,
    OPENED,
    UNKNOWN,
    Charge,
    ChargeState,
    Order,
)
from core.services.close_order import close_order
from core.services.open_order import PAID_OTHERWISE, order_subjects, record_given_up
from core.services.order_book import load_order
from core.services.payment_ports import Answer, ChargeAnswer
from core.services.refund_charge import LATE_CONFIRMATION, refund_charge
from core.services.unit_of_work import UnitOfWork

OTHER_AMOUNT: Final = "charge.other_amount"
CONTRADICTED: Final = "charge.contradicted"
"""The far side says that nothing was paid of what a person said was: a supervisor looks into it."""
LONGEST_REFERENCE: Final = 200
LONGEST_SHOWN: Final = 2000
LONGEST_CAUSE: Final = 60
HIGHEST_MINOR: Final = 10**15
"""What is told to be more is no amount of any currency, and is not kept."""
SYSTEM: Final = "system"


def settle_charge(unit: UnitOfWork, *, order_id: str, charge_id: str, answer: ChargeAnswer) -> Charge:
    """Write down what the far side says, as far as it is new; returns the charge as it stands then.

    A confirmation of another amount or currency than was asked for is none: nobody knows what was paid.
    """
    order, charge = _find(unit, order_id, charge_id)
    if answer.answer is Answer.WAITING:
        _accept(unit, order, charge, answer)
    elif answer.answer is Answer.CONFIRMED and not _is_as_asked(charge, answer):
        note_unknown(unit, order_id=order_id, charge_id=charge_id, cause=OTHER_AMOUNT, answer=answer)
    elif answer.answer is Answer.CONFIRMED:
        _confirm(unit, order, charge, _told(charge, answer), who=SYSTEM)
    else:
        _decline(unit, order, charge, _told(charge, answer), who=SYSTEM)
    return _find(unit, order_id, charge_id)[1]


def settle_by_hand(
    unit: UnitOfWork,
    order: Order,
    charge: Charge,
    answer: ChargeAnswer,
    *,
    who: str,
    said: Mapping[str, Any],
    note: str = "",
) -> None:
    """Write down what a person says of a charge; ``said`` is why."""
    settle = _confirm if answer.answer is Answer.CONFIRMED else _decline
    settle(unit, order, charge, {**_told(charge, answer), **said}, who=who, note=note)


def note_unknown(
    unit: UnitOfWork, *, order_id: str, charge_id: str, cause: str, answer: ChargeAnswer | None = None
) -> None:
    """Write down that nobody knows whether the money was taken; once for each cause."""
    order, charge = _find(unit, order_id, charge_id)
    if charge.state.is_settled or (charge.state is ChargeState.UNKNOWN and charge.cause == cause):
        return
    told = _told(charge, answer) if answer is not None else {"charge_id": charge_id}
    if answer is not None and answer.amount_minor is not None and abs(answer.amount_minor) <= HIGHEST_MINOR:
        told |= {"far_amount_minor": answer.amount_minor, "far_currency": _kept(answer.currency, 3)}
    unit.record(UNKNOWN, {**told, "cause": cause[:LONGEST_CAUSE]}, who=SYSTEM, subjects=order_subjects(order))


def _accept(unit: UnitOfWork, order: Order, charge: Charge, answer: ChargeAnswer) -> None:
    told = _told(charge, answer)
    is_news = (told.get("reference"), told.get("shown")) != (charge.reference, charge.shown)
    if charge.state.is_settled or not (is_news or charge.state is ChargeState.UNKNOWN):
        return
    told.pop("cause", None)
    unit.record(ACCEPTED, told, who=SYSTEM, subjects=order_subjects(order))


def _decline(
    unit: UnitOfWork, order: Order, charge: Charge, told: dict[str, Any], *, who: str, note: str = ""
) -> None:
    if charge.state is ChargeState.CONFIRMED and charge.resolved_by and who == SYSTEM:
        unit.record(CONTRADICTED, told, who=who, subjects=order_subjects(order))
    if charge.state.is_settled:
        return
    personal = {"note": note} if note else None
    unit.record(DECLINED, told, who=who, subjects=order_subjects(order), personal=personal)


def _confirm(
    unit: UnitOfWork, order: Order, charge: Charge, told: dict[str, Any], *, who: str, note: str = ""
) -> None:
    if charge.state in {ChargeState.CONFIRMED, ChargeState.REFUNDED}:
        return
    personal = {"note": note} if note else None
    unit.record(CONFIRMED, told, who=who, subjects=order_subjects(order), personal=personal)
    order, charge = _find(unit, order.order_id, charge.charge_id)
    if _is_paid_with_it(unit, charge):
        _end(unit, order)
    elif not order.is_open or _was_paid_since(unit, order):
        for each in (charge,) if not order.is_open else order.kept_charges:
            refund_charge(unit, each, cause=LATE_CONFIRMATION)
        _end(unit, order)
    elif order.confirmed_minor > order.amount_minor:
        # What was declined came in after all, and meanwhile something else was paid in its place.
        refund_charge(unit, charge, cause=LATE_CONFIRMATION)
    elif order.is_paid_in_full:
        close_order(unit, order)


def _end(unit: UnitOfWork, order: Order) -> None:
    if order.is_open and not order.cash_minor:
        record_given_up(unit, order, who=SYSTEM, cause=PAID_OTHERWISE)


def _is_paid_with_it(unit: UnitOfWork, charge: Charge) -> bool:
    """Whether the stay was paid with this very money, by another console that asked with the same key.

    Also where that was taken back since: then it went back already.
    """
    stay = unit.stay(charge.stay_id)
    paid = (*stay.payments, *(one.payment for one in stay.voided))
    return bool(charge.reference) and any(
        (part.account, part.reference) == (charge.account, charge.reference)
        for payment in paid
        for part in payment.shares
    )


def _was_paid_since(unit: UnitOfWork, order: Order) -> bool:
    """Whether somebody else paid the stay after the order was opened, so that its price is not due any more.

    A car that has left unpaid meanwhile still owed it: its money is kept.
    """
    seen_opening = False
    for entry in unit.entries_about(Subject("stay", order.stay_id)):
        if entry.kind == OPENED and entry.payload["order"]["order_id"] == order.order_id:
            seen_opening = True
        elif entry.kind == "stay.paid" and seen_opening:
            return True
    return False


def _is_as_asked(charge: Charge, answer: ChargeAnswer) -> bool:
    same_amount = answer.amount_minor is None or answer.amount_minor == charge.amount_minor
    return same_amount and (not answer.currency or answer.currency.upper() == charge.currency.upper())


def _told(charge: Charge, answer: ChargeAnswer) -> dict[str, Any]:
    """What the far side said, bounded, and without any card's number that it should never have sent."""
    told: dict[str, Any] = {
        "charge_id": charge.charge_id,
        "reference": _kept(answer.reference, LONGEST_REFERENCE) or charge.reference,
        "shown": _kept(answer.shown, LONGEST_SHOWN) or charge.shown,
    }
    if answer.cause:
        told["cause"] = _kept(answer.cause, LONGEST_CAUSE)
    return told


def _kept(text: str, longest: int) -> str:
    """The text as every database and every console can keep it."""
    printable = "".join(one if one.isprintable() else "?" for one in text[: 2 * longest])
    return mask_card_numbers(printable)[:longest]


def _find(unit: UnitOfWork, order_id: str, charge_id: str) -> tuple[Order, Charge]:
    order = load_order(unit, order_id)
    charge = order.charge(charge_id)
    if charge is None:
        raise LookupError(f"charge {charge_id} is none of order {order_id}")
    return order, charge
