"""Receipts of payments that were not all cash, slips of refunds, and receipts of sales, for the tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.domain.lots import Lot
from core.domain.payments import Part, Tender
from core.domain.refunds import GIVEN, Refund, RefundState
from core.domain.sales import Sale, SaleKind
from reports.receipt import Receipt
from reports.refund_slip import RefundSlip
from reports.sale_receipt import SaleReceipt
from tests.reports.samples import ENGLISH_LOT, PAID_AT, receipt_of


def split_receipt(lot: Lot = ENGLISH_LOT, *, cash_minor: int = 50) -> Receipt:
    """Paid with a card, with LINE Pay, and the rest in cash."""
    receipt = receipt_of(lot)
    amount = receipt.payment.amount_minor
    card = (amount - cash_minor) // 2
    parts = (
        Part(Tender.CARD, card, "c1", "booth", "pi_3PqTz8aB41XyZ9"),
        Part(Tender.LINE_PAY, amount - cash_minor - card, "c2", "line", "2026112100000001234"),
        Part(Tender.CASH, cash_minor, "cash1"),
    )
    payment = replace(
        receipt.payment,
        tender=Tender.SPLIT,
        parts=parts,
        tendered_minor=cash_minor + 50,
        change_minor=50,
        order_id="order-1",
    )
    return replace(receipt, payment=payment)


def unpaid_receipt(tender: Tender, lot: Lot = ENGLISH_LOT, *, reason: str = "") -> Receipt:
    """A nil payment, an IOU, a car that was towed."""
    receipt = receipt_of(lot)
    payment = replace(
        receipt.payment,
        tender=tender,
        parts=(Part(tender, receipt.payment.amount_minor),),
        tendered_minor=0,
        change_minor=0,
        reason=reason,
    )
    return replace(receipt, payment=payment)


def refund_slip(lot: Lot = ENGLISH_LOT, *, tender: Tender = Tender.CASH) -> RefundSlip:
    """A part of a payment, given back after a complaint."""
    is_cash = tender is Tender.CASH
    refund = Refund(
        refund_id="r1",
        stay_id="stay-1",
        payment_id="payment-1",
        amount_minor=150,
        currency=lot.currency,
        cause=GIVEN,
        due_at=PAID_AT + timedelta(minutes=5),
        state=RefundState.PAID_BACK,
        tender=tender,
        reference="" if is_cash else "pi_3PqTz8aB41XyZ9",
        reason="complaint",
        asked_by="person-1",
        approved_by="person-2",
    )
    return RefundSlip(
        lot, refund, PAID_AT + timedelta(minutes=6), "HHKR4711", "100482", "Anna Weber", "Bo Lind"
    )


def sale_receipt(
    lot: Lot = ENGLISH_LOT, *, kind: SaleKind = SaleKind.ARTICLE, tender: Tender = Tender.CASH
) -> SaleReceipt:
    """Two pass cards, or a debt of the day before."""
    is_cash, is_debt = tender is Tender.CASH, kind is SaleKind.DEBT
    quantity = 1 if is_debt else 2
    sale = Sale(
        sale_id="sale-1",
        kind=kind,
        of_id="of-1",
        name="" if is_debt else "Pass card",
        quantity=quantity,
        unit_minor=500,
        amount_minor=500 * quantity,
        tender=tender,
        tendered_minor=2000 if is_cash else 0,
        change_minor=2000 - 500 * quantity if is_cash else 0,
        currency=lot.currency,
        sold_at=PAID_AT,
        shift_id="shift-1",
        cashier_id="person-1",
        receipt_number=100_483,
        slip="" if is_cash else "004711",
        stay_id="stay-1" if is_debt else "",
    )
    if not is_debt:
        return SaleReceipt(lot, sale, "Anna Weber")
    since = PAID_AT - timedelta(days=1)
    return SaleReceipt(lot, sale, "Anna Weber", plate="HHKR4711", owed_since=since, owed_receipt="100401")
