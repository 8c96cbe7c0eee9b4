"""The cells of a week as blocks of one rule and one price, with their words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from console.formats import format_money
from console.widgets.week_map import WeekBlock
from console.words.rate_windows import clock_words, day_word
from core.domain.rates.week_map import WeekCell
from core.domain.rates.windows import WEEK

tr = QCoreApplication.translate
_MINUTE_S = 60


def week_days() -> list[str]:
    """The names of the columns."""
    return [day_word(kind) for kind in WEEK]


def week_blocks(cells: Sequence[WeekCell], cell_minutes: int, currency: str) -> list[WeekBlock]:
    """Neighbouring cells that say the same are one block; darker where an hour is dearer."""
    dearest = max((cell.hour_minor or 0 for cell in cells), default=0)
    blocks = []
    for _same, group in groupby(
        cells, key=lambda cell: (cell.weekday, cell.charge, cell.rate, cell.hour_minor)
    ):
        run = list(group)
        first = run[0]
        start_s = first.start_minute * _MINUTE_S
        end_s = (run[-1].start_minute + cell_minutes) * _MINUTE_S
        blocks.append(
            WeekBlock(
                day=first.weekday,
                start_s=start_s,
                end_s=end_s,
                figure=_figure(first, currency),
                rule=first.charge or first.rate,
                words=_words(first, start_s, end_s, currency),
                level=(first.hour_minor or 0) / dearest if dearest else 0.0,
                is_gap=not first.charge,
            )
        )
    return blocks


def _figure(cell: WeekCell, currency: str) -> str:
    if cell.hour_minor is None:
        return tr("Rates", "no price")
    return format_money(cell.hour_minor, currency) if cell.hour_minor else tr("Rates", "free")


def _words(cell: WeekCell, start_s: int, end_s: int, currency: str) -> str:
    pattern = (
        tr("Rates", "{day} {start}–{end}, {rule}: an hour from here {amount}")
        if cell.charge
        else tr("Rates", "{day} {start}–{end}, no rule takes this time: an hour from here {amount}")
    )
    return pattern.format(
        day=day_word(WEEK[cell.weekday]),
        start=clock_words(start_s),
        end=clock_words(end_s),
        rule=cell.charge,
        amount=_figure(cell, currency),
    )
