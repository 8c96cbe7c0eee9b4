"""What a line of a price is for, in a sentence an attendant can read aloud."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.formats import MINUS, format_local_time
from console.words.rate_windows import capital, length_words, price_words
from core.domain.lots import Lot
from core.domain.rates.line_groups import LineGroup
from core.domain.rates.line_parts import LineParts, parts_of

MINUTE_S: Final = 60
SENTENCES: Final = {
    code: str(sentence)
    for code, sentence in (
        ("free", QT_TRANSLATE_NOOP("Desk", "Free, up to {unit}")),
        ("free_stay", QT_TRANSLATE_NOOP("Desk", "Free")),
        ("taken_off", QT_TRANSLATE_NOOP("Desk", "First {unit} free")),
        ("first_block", QT_TRANSLATE_NOOP("Desk", "First {unit}")),
        ("first_blocks", QT_TRANSLATE_NOOP("Desk", "{units} × first {unit} at {price}")),
        ("unit", QT_TRANSLATE_NOOP("Desk", "{unit} at {price}")),
        ("units", QT_TRANSLATE_NOOP("Desk", "{units} × {unit} at {price}")),
        ("in_proportion", QT_TRANSLATE_NOOP("Desk", "{unit} at {price} per {per}")),
        ("time", QT_TRANSLATE_NOOP("Desk", "{unit}")),
        ("none_finished", QT_TRANSLATE_NOOP("Desk", "no unit finished")),
        ("band", QT_TRANSLATE_NOOP("Desk", "up to {unit} in all {price}")),
        ("beyond", QT_TRANSLATE_NOOP("Desk", "longer stay, in all {price}")),
        ("once", QT_TRANSLATE_NOOP("Desk", "once")),
        ("times", QT_TRANSLATE_NOOP("Desk", "{units} × {price}")),
        ("not_charged", QT_TRANSLATE_NOOP("Desk", "not charged")),
        ("day", QT_TRANSLATE_NOOP("Desk", "1 day at {price}")),
        ("days", QT_TRANSLATE_NOOP("Desk", "{units} days at {price}")),
        ("cap", QT_TRANSLATE_NOOP("Desk", "Not more than {price}")),
        ("minimum", QT_TRANSLATE_NOOP("Desk", "Not less than {price}")),
        ("limit", QT_TRANSLATE_NOOP("Desk", "{name} {price}")),
        ("floor", QT_TRANSLATE_NOOP("Desk", "{name} {price}")),
        ("extra", QT_TRANSLATE_NOOP("Desk", "{name}")),
        ("factor", QT_TRANSLATE_NOOP("Desk", "{name} ×{factor}")),
        ("percent", QT_TRANSLATE_NOOP("Desk", "{name} {factor} %")),
        ("visits", QT_TRANSLATE_NOOP("Desk", "Charged on an earlier visit")),
        ("time_credit", QT_TRANSLATE_NOOP("Desk", "Time credit")),
        ("percent_credit", QT_TRANSLATE_NOOP("Desk", "Discount")),
        ("amount_credit", QT_TRANSLATE_NOOP("Desk", "Voucher")),
        ("prepaid", QT_TRANSLATE_NOOP("Desk", "Prepaid")),
        ("already_paid", QT_TRANSLATE_NOOP("Desk", "Less what was paid before")),
        ("rounding", QT_TRANSLATE_NOOP("Desk", "Rounding to {price}")),
        ("tax", QT_TRANSLATE_NOOP("Desk", "Tax {factor} %")),
        ("permit", QT_TRANSLATE_NOOP("Desk", "Paid: right to leave")),
        ("other", QT_TRANSLATE_NOOP("Desk", "Other ({rule})")),
    )
}
# A limit is about the amount; which of the stay's days it was is seen from the lines before it.
_WITHOUT_SPAN: Final = frozenset({"cap", "limit", "minimum", "floor", "already_paid"})


def line_words(group: LineGroup, lot: Lot, now: datetime) -> str:
    """What a line, or lines alike, charge for: span, the landlord's name, units and price."""
    line, parts = group.line, parts_of(group.line)
    said = _sentence(parts, lot.currency)
    if group.count > 1 or not parts.has_span or parts.code in _WITHOUT_SPAN:
        return said
    start = format_local_time(line.start, lot.zone, now=now)
    # The day is said again only where it is another.
    end = format_local_time(line.end, lot.zone, now=line.start)
    pattern = QCoreApplication.translate("Desk", "{start} – {end}  {words}")
    return pattern.format(start=start, end=end, words=said)


def _sentence(parts: LineParts, currency: str) -> str:
    tr: Callable[[str, str], str] = QCoreApplication.translate
    said = tr("Desk", SENTENCES[parts.code]).format(
        rule=parts.rule,
        name=parts.name,
        units=parts.units,
        unit=length_words(parts.length_minutes * MINUTE_S),
        price=price_words(parts.price_minor, currency),
        per=length_words(parts.per_minutes * MINUTE_S),
        factor=parts.factor.replace("-", MINUS),
    )
    if parts.times > 1:
        said = f"{parts.times} × {said}"
    if parts.name and not parts.names_itself:
        said = tr("Desk", "{name} · {words}").format(name=parts.name, words=said)
    return said.strip() if parts.name else capital(said.strip())
