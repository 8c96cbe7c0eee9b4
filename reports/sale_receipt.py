"""The receipt of money that is for no stay: an article that was sold, a debt that was collected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.domain.lots import Lot
from core.domain.payments import Tender
from core.domain.sales import Sale, SaleKind
from reports.phrases import LocalTimes, amount, printable
from reports.receipt import NO_FACT, NO_LEAVE, Fact, PriceRow, ReceiptContent, tendered
from reports.words import words_for


@dataclass(frozen=True, slots=True)
class SaleReceipt:
    """One printing of a sale's receipt; of a debt with its car, its day and the number of its first paper."""

    lot: Lot
    sale: Sale
    cashier_name: str
    copy_number: int = 0
    plate: str = ""
    owed_since: datetime | None = None
    owed_receipt: str = ""


def sale_content(receipt: SaleReceipt, language: str) -> ReceiptContent:
    """The receipt in words; BadInput ``language.unknown`` where there are none in that language."""
    table = words_for(language)
    lot, sale = receipt.lot, receipt.sale
    times = LocalTimes(lot.zone, language)
    total = amount(sale.amount_minor, sale.currency)
    is_cash = sale.tender is Tender.CASH
    phone = printable(lot.help_phone)
    slip = table["sale.card_slip"].format(slip=printable(sale.slip))
    owed = Fact(table["sale.debt_receipt"], receipt.owed_receipt)
    return ReceiptContent(
        language=language,
        copy_mark=table["receipt.copy"].format(number=receipt.copy_number) if receipt.copy_number else "",
        lot_name=printable(lot.name),
        lot_address=printable(lot.address),
        title=table["sale.title"],
        number=Fact(table["receipt.number"], sale.receipt_name),
        plate=Fact(table["receipt.plate"], printable(receipt.plate)),
        entry=owed if receipt.owed_receipt else NO_FACT,
        entry_lane=NO_FACT,
        entry_note="",
        paid_at=Fact(table["receipt.paid_at"], times.date_and_time(sale.sold_at)),
        prices=(PriceRow(_what_for(receipt, times), "", total),),
        total=Fact(table["receipt.total"], total),
        tax=NO_FACT,
        rounding="",
        tendered=tendered(sale.tendered_minor, sale.currency, language) if is_cash else NO_FACT,
        change=Fact(table["receipt.change"], amount(sale.change_minor, sale.currency))
        if is_cash
        else NO_FACT,
        leave_by=NO_LEAVE,
        cashier=Fact(table["receipt.cashier"], printable(receipt.cashier_name)),
        help=Fact(table["receipt.help"], phone) if phone else Fact(table["receipt.help_without_phone"], ""),
        parts=() if is_cash else (Fact(slip, total),),
        has_code=False,
    )


def _what_for(receipt: SaleReceipt, times: LocalTimes) -> str:
    table, sale = words_for(times.language), receipt.sale
    if sale.kind is SaleKind.ARTICLE:
        return table["sale.article"].format(quantity=sale.quantity, name=printable(sale.name))
    since = receipt.owed_since if receipt.owed_since is not None else sale.sold_at
    return table["sale.debt"].format(date=times.date_in_words(since))
