"""A charge in words: by which tender, what is known of it, since when, how long it is waited for."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.formats import format_local_time, format_money
from console.words import say
from core.domain.lots import Lot
from core.domain.orders import Charge, ChargeState, Order
from core.domain.payments import Part, Tender


def tender_name(tender: Tender) -> str:
    """A tender's name in the language of the moment."""
    return say(f"tender.{tender.value}").text


def part_line(part: Part, currency: str) -> str:
    """One share of a payment: amount, tender, and what the far side calls it."""
    amount = format_money(part.amount_minor, currency)
    reference = f" · {tail(part.reference)}" if part.reference else ""
    return f"{amount}  {tender_name(part.tender)}{reference}"


def tail(reference: str, length: int = 8) -> str:
    """The end of a long reference: what a slip or a platform's page is compared with."""
    return reference if len(reference) <= length else f"…{reference[-length:]}"


def state_line(charge: Charge, lot: Lot, now: datetime) -> str:
    """What is known of it, in a sentence."""
    since = format_local_time(charge.intended_at, lot.zone, now=now)
    figures: dict[str, object] = {"since": since, "tender": tender_name(charge.tender)}
    code = f"charge_state.{charge.state.value}"
    if charge.state is ChargeState.INTENT:
        code = f"charge_waits.{charge.tender.value}"
    elif charge.state is ChargeState.DECLINED and charge.cancel_asked:
        code = "charge_state.cancelled"
    elif charge.state is ChargeState.REFUNDED:
        figures["amount"] = format_money(charge.refunded_minor, charge.currency)
    return say(code, figures, lot, now=now).text


def time_left(until: datetime, now: datetime) -> str:
    """How long it is still waited for; empty where that time is over."""
    seconds = int((until - now).total_seconds())
    if seconds <= 0:
        return ""
    minutes, rest = divmod(seconds, 60)
    words = QCoreApplication.translate("Desk", "{minutes}:{seconds} left")
    return words.format(minutes=minutes, seconds=f"{rest:02d}")


def being_paid_line(order: Order | None, lot: Lot, now: datetime) -> str:
    """What is under way for a car: empty where nothing is asked for that is not settled."""
    if order is None:
        return ""
    asked = (
        f"{format_money(one.amount_minor, one.currency)}: {state_line(one, lot, now)}"
        for one in order.unsettled
    )
    return "\n".join(asked)


def came_in_lines(order: Order) -> list[str]:
    """The shares of an order that came in."""
    parts = [*(one.part for one in order.kept_cash), *(one.part for one in order.kept_charges)]
    return [part_line(part, order.currency) for part in parts]
