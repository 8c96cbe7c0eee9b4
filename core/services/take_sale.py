"""Takes money that is for no stay: the receipt's number, the change, the drawer, the paper."""

from __future__ import annotations

from typing import Final

from core.domain.card_numbers import holds_card_number
from core.domain.errors import BadInput
from core.domain.payments import Tender, change_due
from core.domain.people import Actor
from core.domain.sales import Sale, SaleKind
from core.domain.shifts import Shift
from core.services.open_drawer import open_drawer_for
from core.services.print_receipt import SALE_PAPER, ask_for_receipt
from core.services.unit_of_work import UnitOfWork

LONGEST_SLIP: Final = 40
HIGHEST_MINOR: Final = 100_000_000


def sale_of(
    unit: UnitOfWork,
    *,
    actor: Actor,
    shift: Shift,
    kind: SaleKind,
    of_id: str,
    name: str,
    unit_minor: int,
    quantity: int = 1,
    tender: Tender = Tender.CASH,
    tendered_minor: int = 0,
    slip: str = "",
    stay_id: str = "",
) -> Sale:
    """The sale as it is to be written down; by card it is the terminal that took it, with a slip of its own.

    BadInput ``sale.bad_tender``, ``sale.slip_needed``, ``charge.looks_like_card``, ``payment.bad_amount``;
    Refused ``payment.too_little``.
    """
    amount = unit_minor * quantity
    if not (0 < amount <= HIGHEST_MINOR and quantity >= 1 and unit_minor >= 0):
        raise BadInput("payment.bad_amount")
    if tender not in {Tender.CASH, Tender.CARD}:
        raise BadInput("sale.bad_tender", tender=tender.value)
    is_cash = tender is Tender.CASH
    number = " ".join(slip.split())
    if not is_cash and not (0 < len(number) <= LONGEST_SLIP and number.isprintable()):
        raise BadInput("sale.slip_needed", longest=LONGEST_SLIP)
    if holds_card_number(number):
        raise BadInput("charge.looks_like_card")
    return Sale(
        sale_id=unit.new_id(),
        kind=kind,
        of_id=of_id,
        name=name,
        quantity=quantity,
        unit_minor=unit_minor,
        amount_minor=amount,
        tender=tender,
        tendered_minor=tendered_minor if is_cash else 0,
        change_minor=change_due(amount, tendered_minor) if is_cash else 0,
        currency=shift.currency,
        sold_at=unit.now,
        shift_id=shift.shift_id,
        cashier_id=actor.person_id,
        receipt_number=unit.next_receipt_number(),
        console_number=unit.console_number(),
        slip="" if is_cash else number,
        stay_id=stay_id,
    )


def hand_out(unit: UnitOfWork, sale: Sale, *, drawer: str, opens_drawer: bool) -> None:
    """Open the drawer where cash goes into it, and print the receipt."""
    if opens_drawer and sale.cash_minor:
        open_drawer_for(unit, money_id=sale.sale_id, drawer=drawer, who=sale.cashier_id)
    ask_for_receipt(unit, payment_id=sale.sale_id, copy_number=0, who=sale.cashier_id, paper=SALE_PAPER)
