"""What something begins anew with: the stay, a day, every 24 hours from the entry."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.rates.forms.choice_field import ChoiceField
from console.screens.rates.forms.duration_field import DurationField
from console.screens.rates.forms.flow import Flow
from console.screens.rates.forms.lengths import DAY_S
from console.screens.rates.forms.piece import Piece, Words, show_if
from core.domain.rates.plan import LEAST_PERIOD_S, Per, Period


class PeriodChoice(Piece[Period]):
    """A list, and for a period that rolls from the entry a field for its length."""

    def __init__(
        self, stay: Words | None = None, *, windows: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.choice = ChoiceField[Per]([one for one in _options(stay) if windows or one[0] is not Per.WINDOW])
        self.length = DurationField(DAY_S)
        self.length.show_value(DAY_S)
        row = Flow()
        row.add(self.choice, self.length)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self.setFocusProxy(self.choice)
        self.choice.edited.connect(self._on_chosen)
        self.length.edited.connect(self._on_edited)
        self._show_length()
        self.speak()

    def speak(self) -> None:
        self.length.call(self.tr("Length of the period"))

    def call(self, words: str) -> None:
        self.setAccessibleName(words)
        self.choice.call(words)
        self.choice.box.setAccessibleName(words)

    def value(self) -> Period:
        per = self.choice.value()
        return Period(per, self.length.seconds if per is Per.ROLLING else 0)

    def show_value(self, value: Period) -> None:
        self.choice.show_value(value.per)
        if value.length_s:
            self.length.show_value(value.length_s)
        self._show_length()

    def wrong(self) -> str:
        if self.choice.value() is not Per.ROLLING:
            return ""
        return self.length.wrong() or too_short(self.length.seconds)

    def explained(self) -> str:
        """The line on what is chosen."""
        return self.choice.explained()

    def _show_length(self) -> None:
        show_if(self.length, self.choice.value() is Per.ROLLING)

    def _on_chosen(self) -> None:
        self._show_length()
        self._on_edited()

    def _on_edited(self) -> None:
        self.edited.emit()


def too_short(length_s: int) -> str:
    """What is wrong with a period of that length, if anything."""
    if length_s >= LEAST_PERIOD_S:
        return ""
    words = QCoreApplication.translate(
        "RateForms", "Take at least {minutes} min; shorter ones are units of a step."
    )
    return words.format(minutes=LEAST_PERIOD_S // 60)


def _options(stay: Words | None) -> list[tuple[Per, Words, Words]]:
    tr = QCoreApplication.translate
    return [
        (
            Per.STAY,
            stay or (lambda: tr("RateForms", "the stay")),
            lambda: tr("RateForms", "Once, from entry to exit."),
        ),
        (
            Per.ROLLING,
            lambda: tr("RateForms", "so long from the entry"),
            lambda: tr("RateForms", "Counted from the minute of the entry, again and again."),
        ),
        (
            Per.HOUR,
            lambda: tr("RateForms", "the hour of the clock"),
            lambda: tr("RateForms", "Begins anew with each full hour that the clock shows."),
        ),
        (
            Per.DAY,
            lambda: tr("RateForms", "the parking day"),
            lambda: tr("RateForms", "Begins anew when the parking day begins (see the plan's settings)."),
        ),
        (
            Per.WEEK,
            lambda: tr("RateForms", "the week"),
            lambda: tr("RateForms", "Begins anew with each Monday."),
        ),
        (
            Per.MONTH,
            lambda: tr("RateForms", "the month"),
            lambda: tr("RateForms", "Begins anew with the first of each month."),
        ),
        (
            Per.WINDOW,
            lambda: tr("RateForms", "each time window"),
            lambda: tr("RateForms", "Begins anew with each window: one night is one, over two dates."),
        ),
    ]
