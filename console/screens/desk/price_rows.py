"""The lines of a price as rows at the desk: all of them, or a long price made short."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from console.screens.desk.price_words import line_words
from console.widgets.price_lines import PriceLine
from core.domain.lots import Lot
from core.domain.rates.line_groups import each_line, short_bill
from core.domain.rates.quote import QuoteLine

MOST_ROWS: Final = 7
ALL_LINES_KEY: Final = "Alt+L"


def price_rows(
    lines: Sequence[QuoteLine], lot: Lot, now: datetime, *, shows_all: bool = False
) -> list[PriceLine]:
    """A row for each line; of a long price alike lines added up, then the largest, and the rest as one.

    The last row of a long price says with which key each line is shown, or the short form again.
    """
    if shows_all or len(lines) <= MOST_ROWS:
        rows = [PriceLine(line_words(one, lot, now), one.line.amount_minor) for one in each_line(lines)]
    else:
        bill = short_bill(lines, MOST_ROWS)
        rows = [PriceLine(line_words(one, lot, now), one.line.amount_minor) for one in bill.shown]
        if bill.left_count:
            more = QCoreApplication.translate("Desk", "… {count} more").format(count=bill.left_count)
            rows.append(PriceLine(more, bill.left_minor))
    if len(lines) > MOST_ROWS:
        rows.append(PriceLine(_key_line(len(lines), shows_all=shows_all), None))
    return rows


def _key_line(count: int, *, shows_all: bool) -> str:
    pattern = (
        QCoreApplication.translate("Desk", "{count} lines. {key} makes it short again.")
        if shows_all
        else QCoreApplication.translate("Desk", "{count} lines in all. {key} shows each.")
    )
    return pattern.format(count=count, key=ALL_LINES_KEY)
