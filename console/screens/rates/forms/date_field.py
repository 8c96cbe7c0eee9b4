"""Fields for dates: one, with or without its year, and many."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from console.screens.rates.forms.piece import Piece
from console.screens.rates.forms.typed_field import TypedField, Unreadable, quoted
from core.domain.rates.document_times import FIRST_YEAR, LAST_YEAR, YEARLY_YEAR

_YEAR_FIRST: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?")
_YEAR_LAST: Final = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_NO_YEAR: Final = re.compile(r"(\d{1,2})\s*[-/月]\s*(\d{1,2})日?")
LINES_SHOWN = 5


def parse_date(text: str) -> date | None:
    """A date: ``2026-12-24``, ``2026/12/24``, ``24.12.2026``; None where it is none."""
    cleaned = text.strip()
    if found := _YEAR_FIRST.fullmatch(cleaned):
        year, month, day = map(int, found.groups())
    elif found := _YEAR_LAST.fullmatch(cleaned):
        day, month, year = map(int, found.groups())
    else:
        return None
    return _made(year, month, day)


class DateField(TypedField[date]):
    """A date; without its year (``12-24``) where it comes every year."""

    def __init__(self, start: date, parent: QWidget | None = None) -> None:
        super().__init__(start, "0000-00-00", parent)
        self._yearly = False
        self.show_value(start)

    def set_yearly(self, yearly: bool) -> None:
        """Read and write month and day only, or the year too."""
        self._yearly = yearly
        self.show_value(self.value())

    def read(self, text: str) -> date:
        tr = QCoreApplication.translate
        found = _NO_YEAR.fullmatch(text.strip()) if self._yearly else None
        if found is not None:
            month, day = int(found[1]), int(found[2])
            shown = self.value()
            # The year says nothing here: the one that stands in the plan is kept while the day is the same.
            read = shown if (shown.month, shown.day) == (month, day) else _made(YEARLY_YEAR, month, day)
        else:
            read = parse_date(text)
        if read is not None:
            return read
        words = (
            tr("RateForms", "{text} is no day of the year. Write month and day: 12-24.")
            if self._yearly
            else tr("RateForms", "{text} is no date. Write year, month and day: 2026-12-24.")
        )
        raise Unreadable(words.format(text=quoted(text)))

    def said(self, value: date) -> str:
        return f"{value.month:02}-{value.day:02}" if self._yearly else value.isoformat()


class DatesField(Piece[frozenset[date]]):
    """Dates, one a line or behind commas: a list that can be pasted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._good: frozenset[date] = frozenset()
        self._filling = False
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        self.setFocusProxy(self.text)
        self.text.textChanged.connect(self._on_changed)
        self.speak()

    def speak(self) -> None:
        self.text.setPlaceholderText(self.tr("One date a line: 2026-12-24"))
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * LINES_SHOWN + 20)

    def value(self) -> frozenset[date]:
        return self._good

    def show_value(self, value: frozenset[date]) -> None:
        self._good = value
        self._filling = True
        self.text.setPlainText("\n".join(day.isoformat() for day in sorted(value)))
        self._filling = False

    def wrong(self) -> str:
        for written in self._written():
            if parse_date(written) is None:
                words = QCoreApplication.translate(
                    "RateForms", "{text} is no date. Write year, month and day: 2026-12-24."
                )
                return words.format(text=quoted(written))
        return ""

    def _written(self) -> list[str]:
        return [one for one in re.split(r"[\n,;，；、]", self.text.toPlainText()) if one.strip()]

    def _on_changed(self) -> None:
        if self._filling:
            return
        read = [parse_date(one) for one in self._written()]
        if None not in read:
            self._good = frozenset(filter(None, read))
        self.edited.emit()


def _made(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
