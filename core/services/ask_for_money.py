"""Asks a terminal or platform for money: written down first, asked for by a task that outlives everything."""

from __future__ import annotations

from typing import Final

from core.domain.card_numbers import holds_card_number
from core.domain.errors import BadInput, Refused
from core.domain.journal import Subject, to_micros
from core.domain.orders import CANCEL_ASKED, INTENDED, Charge, Order, charge_key
from core.domain.people import Actor, Right
from core.services.open_order import order_subjects
from core.services.order_book import load_order, orders_of, refuse_in_progress
from core.services.payment_ports import PayAccount
from core.services.tasks import money_task_kind
from core.services.unit_of_work import UnitOfWork

LONGEST_CODE: Final = 64


def charge_order(
    unit: UnitOfWork,
    *,
    actor: Actor,
    order_id: str,
    account: PayAccount,
    amount_minor: int | None = None,
    scanned: str = "",
) -> Charge:
    """Ask for the order's money, or a part of it, by that account; ``scanned`` is the driver's one-time code.

    Refused ``order.closed``, ``order.expired``, ``charge.too_much`` (with ``missing_minor``), and
    ``payment.in_progress`` or ``payment.not_known`` while another charge for the stay may come in yet:
    unknown is asked about, never charged again.
    """
    actor.require(Right.TAKE_PAYMENT)
    order = payable_order(unit, order_id)
    orders = orders_of(unit, order.stay_id)
    refuse_in_progress(unit, orders)
    amount = order.missing_minor if amount_minor is None else amount_minor
    check_part(order, amount)
    code = _checked_code(account, scanned)
    charge_id = unit.new_id()
    unit.record(
        INTENDED,
        {
            "charge_id": charge_id,
            "order_id": order.order_id,
            "stay_id": order.stay_id,
            "tender": account.tender.value,
            "account": account.id,
            "key": _key(unit, orders, order, account, amount),
            "amount_minor": amount,
            "currency": order.currency,
            "shift_id": order.shift_id,
            "expires_at": to_micros(min(order.payable_until, unit.now + account.wait)),
        },
        who=actor.person_id,
        subjects=_about_charge(order, charge_id),
    )
    if code:
        account.scanned.hold(charge_id, code)
    add_money_task(unit, account_id=account.id, order_id=order.order_id, charge_id=charge_id)
    return _charge(load_order(unit, order_id), charge_id)


def cancel_charge(unit: UnitOfWork, *, actor: Actor, charge_id: str) -> Order:
    """Do not wait for the driver any longer: the far side is told, and says whether it was too late.

    Refused ``charge.unknown_id`` and ``charge.settled``.
    """
    actor.require(Right.TAKE_PAYMENT)
    order, charge = find_charge(unit, charge_id)
    if charge.state.is_settled:
        raise Refused("charge.settled", state=charge.state.value)
    if charge.console_id != unit.console_id and not _has_task(unit, charge):
        raise Refused("charge.of_another_console")
    if not charge.cancel_asked:
        unit.record(
            CANCEL_ASKED, {"charge_id": charge_id}, who=actor.person_id, subjects=order_subjects(order)
        )
    ask_now(unit, actor=actor, charge_id=charge_id)
    return load_order(unit, order.order_id)


def ask_now(unit: UnitOfWork, *, actor: Actor, charge_id: str) -> None:
    """Ask the far side about the charge at once, in place of when that is due; nothing is taken by it."""
    actor.require(Right.TAKE_PAYMENT)
    order, charge = find_charge(unit, charge_id)
    if charge.state.is_settled:
        return
    if _has_task(unit, charge):
        unit.hasten_tasks(money_task_kind(charge.account))
    elif charge.console_id == unit.console_id:
        add_money_task(unit, account_id=charge.account, order_id=order.order_id, charge_id=charge_id)


def find_charge(unit: UnitOfWork, charge_id: str) -> tuple[Order, Charge]:
    """The charge and its order; Refused ``charge.unknown_id``."""
    for entry in unit.entries_about(Subject("charge", charge_id)):
        order = load_order(unit, entry.payload["order_id"])
        charge = order.charge(charge_id)
        if charge is not None:
            return order, charge
    raise Refused("charge.unknown_id")


def payable_order(unit: UnitOfWork, order_id: str) -> Order:
    """The order, if more may be asked for: Refused ``order.closed``, ``order.expired``."""
    order = load_order(unit, order_id)
    if not order.is_open:
        raise Refused("order.closed")
    if order.payable_until < unit.now:
        raise Refused("order.expired")
    return order


def check_part(order: Order, amount_minor: int) -> None:
    """BadInput ``charge.bad_amount`` for nothing, Refused ``charge.too_much`` for more than is missing."""
    if amount_minor <= 0:
        raise BadInput("charge.bad_amount")
    if amount_minor > order.missing_minor:
        raise Refused("charge.too_much", missing_minor=order.missing_minor)


def add_money_task(unit: UnitOfWork, *, account_id: str, order_id: str, charge_id: str) -> None:
    """Add the task that sees a charge to its end; it is worth something for ever."""
    unit.add_task(money_task_kind(account_id), {"order_id": order_id, "charge_id": charge_id})


def _key(unit: UnitOfWork, orders: list[Order], order: Order, account: PayAccount, amount_minor: int) -> str:
    ended = sum(charge.account == account.id for each in orders for charge in each.charges)
    return charge_key(
        stay_id=order.stay_id,
        payments=unit.count_entries(Subject("stay", order.stay_id), "stay.paid"),
        account=account.id,
        attempt=ended,
        amount_minor=amount_minor,
    )


def _checked_code(account: PayAccount, scanned: str) -> str:
    code = scanned.strip()
    if account.can_scan and not code:
        raise BadInput("charge.code_needed")
    if len(code) > LONGEST_CODE or not code.isascii() or not (code.isalnum() or not code):
        raise BadInput("charge.bad_code")
    if holds_card_number(code) and not account.can_scan:
        raise BadInput("charge.looks_like_card")
    return code


def _has_task(unit: UnitOfWork, charge: Charge) -> bool:
    waiting = unit.waiting_tasks(money_task_kind(charge.account))
    return any(task.payload.get("charge_id") == charge.charge_id for task in waiting)


def _charge(order: Order, charge_id: str) -> Charge:
    charge = order.charge(charge_id)
    if charge is None:
        raise Refused("charge.unknown_id")
    return charge


def _about_charge(order: Order, charge_id: str) -> list[Subject]:
    shift = [Subject("shift", order.shift_id)] if order.shift_id else []
    return [*order_subjects(order), *shift, Subject("charge", charge_id)]
