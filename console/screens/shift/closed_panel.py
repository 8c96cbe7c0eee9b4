"""The result of a sealed count: what was counted, what was expected, the difference, and what stays."""

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
        self._counted, self._expected = Figure(), Figure("title")
        self._cash, self._left = Figure("title"), Figure("title")
        self._slip = line("quiet", wraps=True)
        self._done = KeyButton(key="Return", primary=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in (self._verdict, self._counted, self._expected, self._cash, self._left, self._slip):
            column.addWidget(widget)
        column.addWidget(self._done, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setFocusProxy(self._done)
        self._done.clicked.connect(self._on_done)
        self.speak()

    def speak(self) -> None:
        self._done.setText(self.tr("Done"))
        shift = self._shift
        if shift is None:
            return
        currency = shift.currency
        self._verdict.setText(self._words_on(shift))
        for figure in (self._counted, self._left):
            figure.setVisible(shift.counted_minor is not None)
        self._left.setVisible(shift.left_minor is not None and not shift.is_relief)
        # Of a relief that nobody counted it is what the main shift, still to be counted, has to have.
        self._expected.setVisible(shift.counted_minor is not None or not shift.is_relief)
        self._counted.show_figure(format_money(shift.counted_minor or 0, currency), self.tr("counted"))
        self._expected.show_figure(format_money(shift.expected_minor, currency), self.tr("had to be there"))
        self._cash.show_figure(
            format_money(shift.cash_minor, currency),
            self.tr("cash taken; payments: {count}").format(count=shift.payments),
        )
        self._left.show_figure(
            format_money(shift.left_minor or 0, currency), self.tr("stays for the next shift")
        )
        self._slip.setText(self._words_on_slip(shift))

    @property
    def shift(self) -> Shift | None:
        """The shift whose result is shown."""
        return self._shift

    def show_result(self, shift: Shift) -> None:
        """Show the closed shift."""
        self._shift = shift
        self.speak()

    def _words_on(self, shift: Shift) -> str:
        minor = shift.difference_minor
        if minor is None:
            if shift.is_relief:
                return self.tr("✓ The drawer is handed back. Nobody counted it.")
            return self.tr("▲ The shift is closed. Nobody counted the drawer.")
        if minor == 0:
            if shift.is_relief:
                return self.tr("✓ The drawer is handed back. It is exact.")
            return self.tr("✓ The shift is closed. The drawer is exact.")
        amount = format_money(abs(minor), shift.currency)
        if shift.is_relief:
            words = (
                self.tr("▲ The drawer is handed back. {amount} are missing.")
                if minor < 0
                else self.tr("▲ The drawer is handed back. {amount} are too much.")
            )
        elif minor < 0:
            words = self.tr("▲ The shift is closed. {amount} are missing.")
        else:
            words = self.tr("▲ The shift is closed. {amount} are too much.")
        return words.format(amount=amount)

    def _words_on_slip(self, shift: Shift) -> str:
        if shift.z_number is None:
            return self.tr("Check code {code}. The slip is being printed; both sign it.").format(
                code=shift.check_code
            )
        return self.tr("Z {number} · check code {code}. The slip is being printed.").format(
            number=shift.z_number, code=shift.check_code
        )

    def _on_done(self) -> None:
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self._on_done()
        else:
            super().keyPressEvent(event)
