"""Payments in words: how they were paid, what became of them, why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.formats import format_local_date_time, format_local_time, format_money
from console.screens.desk.charge_words import part_line, tender_name
from console.words import is_known, say
from core.domain.lots import Lot
from core.domain.payments import Payment, Tender
from core.domain.refunds import Refund
from core.store.queries.payments import PaymentRow, PaymentState

_REASONS = {Tender.NIL: "waive", Tender.TOWED: "tow"}


def tenders_in_words(payment: Payment) -> str:
    """By which tenders it was paid."""
    return " + ".join(dict.fromkeys(tender_name(part.tender) for part in payment.shares))


def state_in_words(row: PaymentRow) -> str:
    """What became of it; empty where it stands."""
    tr = QCoreApplication.translate
    currency = row.payment.currency
    match row.state:
        case PaymentState.VOIDED:
            return tr("Payments", "× taken back")
        case PaymentState.REFUNDED:
            amount = format_money(row.refunded_minor, currency)
            return tr("Payments", "← {amount} given back").format(amount=amount)
        case PaymentState.OWED:
            return tr("Payments", "● owed")
        case PaymentState.STANDS:
            return ""


def facts_of(row: PaymentRow, lot: Lot) -> list[str]:
    """All that is known of a payment, a line each."""
    tr, payment = QCoreApplication.translate, row.payment
    lines = [
        tr("Payments", "{time}, taken by {name}").format(
            time=format_local_date_time(payment.paid_at, lot.zone), name=row.cashier or "–"
        ),
        *(part_line(part, payment.currency) for part in payment.shares),
    ]
    if payment.tendered_minor:
        lines.append(
            tr("Payments", "{given} given, {change} change").format(
                given=format_money(payment.tendered_minor, payment.currency),
                change=format_money(payment.change_minor, payment.currency),
            )
        )
    why = _why(payment)
    if why:
        lines.append(why)
    if row.voided_at is None:
        until = format_local_time(payment.permit_until, lot.zone, now=payment.paid_at)
        lines.append(tr("Payments", "Leave by {time}").format(time=until))
    else:
        at = format_local_date_time(row.voided_at, lot.zone)
        lines.append(tr("Payments", "Taken back {time}").format(time=at))
    return lines


def refund_line(refund: Refund) -> str:
    """How much goes back, which way, and how far that is."""
    amount = format_money(refund.amount_minor, refund.currency)
    return f"← {amount} · {tender_name(refund.tender)} · {refund_state(refund)}"


def refund_state(refund: Refund) -> str:
    """How far a refund is."""
    return say(f"refund_state.{refund.state.value}").text


def refund_cause(refund: Refund) -> str:
    """Why money goes back."""
    reason = f"{'void' if refund.cause == 'refund.voided' else 'give_back'}.{refund.reason}"
    said = say(refund.cause).text if is_known(refund.cause) else ""
    return said if not refund.reason else say(reason).text if is_known(reason) else said


def _why(payment: Payment) -> str:
    code = f"{_REASONS[payment.tender]}.{payment.reason}" if payment.tender in _REASONS else ""
    return say(code).text if code and is_known(code) else ""
