"""Dates from one to another, of one year or of every year."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.rates.forms.choice_field import Tick
from console.screens.rates.forms.date_field import DateField
from console.screens.rates.forms.piece import Piece, first_wrong
from console.screens.rates.forms.rows import Rows
from console.screens.rates.forms.sentence import Sentence
from console.theme.space import TIGHT
from core.domain.rates.windows import DateRange


class SeasonField(Piece[DateRange]):
    """``from … to …``, both days included, and whether it comes every year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        start = summer()
        self.first, self.last = DateField(start.first), DateField(start.last)
        self.yearly = Tick(lambda: self.tr("Every year"))
        self._sentence = Sentence(
            lambda: self.tr("{first} to {last}, both days included"), {"first": self.first, "last": self.last}
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self._sentence)
        column.addWidget(self.yearly)
        self.setFocusProxy(self.first)
        self.yearly.edited.connect(self._on_yearly)
        for field in (self.first, self.last, self.yearly):
            field.edited.connect(self.edited)

    def value(self) -> DateRange:
        return DateRange(self.first.value(), self.last.value(), self.yearly.value())

    def show_value(self, value: DateRange) -> None:
        self.yearly.show_value(value.yearly)
        self._on_yearly()
        self.first.show_value(value.first)
        self.last.show_value(value.last)

    def wrong(self) -> str:
        wrong = first_wrong((self.first, self.last))
        if not wrong and not self.yearly.value() and self.last.value() < self.first.value():
            return self.tr("The last day lies before the first.")
        return wrong

    def _on_yearly(self) -> None:
        for field in (self.first, self.last):
            field.set_yearly(self.yearly.value())


class SeasonsField(Rows[DateRange]):
    """Several seasons; none is every date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            SeasonField,
            summer,
            lambda: self.tr("Add dates"),
            lambda: self.tr("Remove dates"),
            parent,
        )


def summer() -> DateRange:
    """What stands in new dates before anyone types."""
    return DateRange(date(2000, 6, 1), date(2000, 8, 31), yearly=True)
