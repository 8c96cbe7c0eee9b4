"""The days that a rule speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from console.screens.rates.forms.chips import Chips
from console.screens.rates.forms.flow import Flow
from console.screens.rates.forms.piece import Piece, Words
from console.theme.space import TIGHT
from core.domain.rates.windows import WEEK, DayKind

_WORKDAYS: Final = frozenset(WEEK[:5])
_WEEKEND: Final = frozenset(WEEK[5:])


def day_words(kind: DayKind) -> str:
    """The kind of day, short, in the language of the moment."""
    tr = QCoreApplication.translate
    words: Mapping[DayKind, str] = {
        DayKind.MON: tr("RateForms", "Mon"),
        DayKind.TUE: tr("RateForms", "Tue"),
        DayKind.WED: tr("RateForms", "Wed"),
        DayKind.THU: tr("RateForms", "Thu"),
        DayKind.FRI: tr("RateForms", "Fri"),
        DayKind.SAT: tr("RateForms", "Sat"),
        DayKind.SUN: tr("RateForms", "Sun"),
        DayKind.HOLIDAY: tr("RateForms", "Holiday"),
        DayKind.EVE: tr("RateForms", "Eve of a holiday"),
    }
    return words[kind]


def day_options() -> tuple[tuple[DayKind, Words], ...]:
    """All kinds of days with their words."""
    return tuple((kind, partial(day_words, kind)) for kind in DayKind)


class DayChips(Piece[frozenset[DayKind]]):
    """Days as buttons, and three that choose several at once; none chosen is every day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = Chips[DayKind](day_options())
        self.workdays, self.weekend, self.every = QToolButton(), QToolButton(), QToolButton()
        several = Flow(gap=TIGHT)
        for button, days in (
            (self.every, frozenset[DayKind]()), (self.workdays, _WORKDAYS), (self.weekend, _WEEKEND),
        ):  # fmt: skip
            several.add(button)
            button.setProperty("days", sorted(days))
            button.clicked.connect(self._on_several)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.chips)
        column.addWidget(several)
        self.setFocusProxy(self.chips)
        self.chips.edited.connect(self._on_edited)
        self.speak()

    def speak(self) -> None:
        self.every.setText(self.tr("Every day"))
        self.workdays.setText(self.tr("Mon to Fri"))
        self.weekend.setText(self.tr("Sat and Sun"))
        self._show_every()

    def call(self, words: str) -> None:
        self.setAccessibleName(words)
        self.chips.call(words)

    def value(self) -> frozenset[DayKind]:
        return self.chips.value()

    def show_value(self, value: frozenset[DayKind]) -> None:
        self.chips.show_value(value)
        self._show_every()

    def _show_every(self) -> None:
        days = self.value()
        for button, meant in (
            (self.every, frozenset()),
            (self.workdays, _WORKDAYS),
            (self.weekend, _WEEKEND),
        ):
            button.setCheckable(True)
            button.setChecked(days == meant)

    def _on_edited(self) -> None:
        self._show_every()
        self.edited.emit()

    def _on_several(self) -> None:
        button = self.sender()
        days = frozenset(DayKind(one) for one in button.property("days") or ())
        self.show_value(days)
        self.edited.emit()
