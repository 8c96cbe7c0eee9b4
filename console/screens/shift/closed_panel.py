"""The result of a count: what was counted, what was expected, and the difference in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.formats import format_money
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.shift.figures import Figure
from console.widgets.key_button import KeyButton
from core.domain.shifts import Shift


class ClosedPanel(Spoken):
    """``done`` once the result was read."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shift: Shift | None = None
        self._verdict = line("title", wraps=True)
        self._counted, self._expected, self._cash = Figure(), Figure("title"), Figure("title")
        self._done = KeyButton(key="Return", primary=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in (self._verdict, self._counted, self._expected, self._cash):
            column.addWidget(widget)
        column.addWidget(self._done, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setFocusProxy(self._done)
        self._done.clicked.connect(self._on_done)
        self.speak()

    def speak(self) -> None:
        self._done.setText(self.tr("Done"))
        shift = self._shift
        if shift is None or shift.counted_minor is None or shift.difference_minor is None:
            return
        currency = shift.currency
        self._verdict.setText(self._difference(shift.difference_minor, currency))
        self._counted.show_figure(format_money(shift.counted_minor, currency), self.tr("counted"))
        self._expected.show_figure(
            format_money(shift.expected_minor, currency), self.tr("expected: float and cash taken")
        )
        self._cash.show_figure(
            format_money(shift.cash_minor, currency),
            self.tr("cash taken; payments: {count}").format(count=shift.payments),
        )

    def show_result(self, shift: Shift) -> None:
        """Show the closed shift."""
        self._shift = shift
        self.speak()

    def _difference(self, minor: int, currency: str) -> str:
        if minor == 0:
            return self.tr("✓ The shift is closed. The drawer is exact.")
        amount = format_money(abs(minor), currency)
        if minor < 0:
            return self.tr("▲ The shift is closed. {amount} are missing.").format(amount=amount)
        return self.tr("▲ The shift is closed. {amount} are too much.").format(amount=amount)

    def _on_done(self) -> None:
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self._on_done()
        else:
            super().keyPressEvent(event)
