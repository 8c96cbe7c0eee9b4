"""What a line of a price is for, in a sentence an attendant can read aloud."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from console.formats import format_duration, format_local_time, format_money
from core.domain.lots import Lot
from core.domain.rates.quote import QuoteLine


def line_words(line: QuoteLine, lot: Lot, now: datetime) -> str:
    """The line's rule with its span and its figures."""
    tr = QCoreApplication.translate
    unit = format_duration(timedelta(minutes=line.unit_minutes))
    price = format_money(line.unit_minor, lot.currency)
    words = {
        "free": tr("Desk", "Free, up to {unit}"),
        "first_block": tr("Desk", "First {unit}"),
        "steps": tr("Desk", "{units} × {unit} at {price}"),
        "cap": tr("Desk", "Not more than {price} in 24 h"),
        "permit": tr("Desk", "Paid: right to leave"),
        "already_paid": tr("Desk", "Less what was paid before"),
    }.get(line.rule, line.rule)
    said = words.format(unit=unit, price=price, units=line.units)
    if line.rule in {"cap", "already_paid"}:
        return said
    start = format_local_time(line.start, lot.zone, now=now)
    end = format_local_time(line.end, lot.zone, now=now)
    return tr("Desk", "{start} – {end}  {words}").format(start=start, end=end, words=said)
