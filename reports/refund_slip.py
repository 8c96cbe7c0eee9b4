"""The slip of money that went back: what for, how, who approved, and a line to sign where it was cash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from core.domain.lots import Lot
from core.domain.payments import Tender
from core.domain.refunds import Refund
from reports.phrases import LocalTimes, amount, printable
from reports.receipt import NO_FACT, NO_LEAVE, Fact, PriceRow, ReceiptContent, part_name
from reports.words import words_for


@dataclass(frozen=True, slots=True)
class RefundSlip:
    """One printing of a refund's slip; ``receipt_name`` is that of the payment, empty where it is of none."""

    lot: Lot
    refund: Refund
    at: datetime
    plate: str
    receipt_name: str
    cashier_name: str
    approver_name: str = ""
    copy_number: int = 0


def refund_content(slip: RefundSlip, language: str) -> ReceiptContent:
    """The slip in words; BadInput ``language.unknown`` where there are none in that language."""
    table = words_for(language)
    lot, refund = slip.lot, slip.refund
    times = LocalTimes(lot.zone, language)
    back = amount(refund.amount_minor, refund.currency)
    phone = printable(lot.help_phone)
    is_cash = refund.tender is Tender.CASH
    approved = table["refund.approved_by"].format(name=printable(slip.approver_name))
    return ReceiptContent(
        language=language,
        copy_mark=table["receipt.copy"].format(number=slip.copy_number) if slip.copy_number else "",
        lot_name=printable(lot.name),
        lot_address=printable(lot.address),
        title=table["refund.title"],
        number=Fact(table["refund.of_receipt"], slip.receipt_name) if slip.receipt_name else NO_FACT,
        plate=Fact(table["receipt.plate"], printable(slip.plate)),
        entry=NO_FACT,
        entry_lane=NO_FACT,
        entry_note="",
        paid_at=Fact(table["refund.at"], times.date_and_time(slip.at)),
        prices=(PriceRow(_what_for(refund, table), "", back),),
        total=Fact(table["refund.total"], back),
        tax=NO_FACT,
        rounding="",
        tendered=NO_FACT,
        change=NO_FACT,
        leave_by=NO_LEAVE,
        cashier=Fact(table["receipt.cashier"], printable(slip.cashier_name))
        if slip.cashier_name
        else NO_FACT,
        help=Fact(table["receipt.help"], phone) if phone else Fact(table["receipt.help_without_phone"], ""),
        parts=(Fact(table["refund.by"], part_name(refund.tender, refund.reference, language)),),
        remarks=(approved,) if slip.approver_name else (),
        signature=table["refund.signature"] if is_cash else "",
        has_code=False,
    )


def _what_for(refund: Refund, table: Mapping[str, str]) -> str:
    """Why money goes back: its cause, and the reason a person gave."""
    cause = table.get(refund.cause, table["refund.given"])
    reason = table.get(f"back.{refund.reason}", printable(refund.reason))
    return f"{cause} · {reason}" if reason else cause
