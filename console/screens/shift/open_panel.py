"""Opening a shift: what lies in the drawer to begin with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.formats import format_local_time, format_money
from console.screens.form.amount_field import AmountField
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.widgets.key_button import KeyButton
from core.domain.lots import Lot
from core.domain.shifts import Shift


class OpenPanel(Spoken):
    """``asked`` carries the float in minor units; the last close's count is suggested."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last: Shift | None = None
        self._lot: Lot | None = None
        self._lead, self._hint, self._told = line(wraps=True), line("quiet", wraps=True), line(wraps=True)
        self._label = line()
        self._float = AmountField("EUR")
        self._open = KeyButton(key="Return", primary=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._label)
        row.addWidget(self._float)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._lead)
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addWidget(self._told)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setFocusProxy(self._float)
        self._open.clicked.connect(self._on_open)
        self.speak()

    def speak(self) -> None:
        self._lead.setText(self.tr("No shift is open on this drawer. Count the float and open one."))
        self._label.setText(self.tr("Float in the drawer"))
        self._float.setAccessibleName(self.tr("Float in the drawer"))
        self._open.setText(self.tr("Open the shift"))
        self._hint.setText(self._words_on_last())

    def show_last(self, last: Shift | None, lot: Lot) -> None:
        """Suggest what was counted when the drawer was closed last."""
        self._last, self._lot = last, lot
        self._float.set_currency(lot.currency)
        self._float.set_minor(last.counted_minor or 0 if last is not None else 0)
        self._float.selectAll()
        self._told.setText("")
        self.speak()

    def tell(self, words: str) -> None:
        """Say why the shift could not be opened."""
        self._told.setText(words)

    def _words_on_last(self) -> str:
        if self._lot is None or self._last is None or self._last.counted_minor is None:
            return self.tr("This is the drawer's first shift.")
        closed_at = self._last.closed_at or self._last.opened_at
        return self.tr("When it was closed last, at {time}, {amount} were counted.").format(
            time=format_local_time(closed_at, self._lot.zone),
            amount=format_money(self._last.counted_minor, self._last.currency),
        )

    def _on_open(self) -> None:
        minor = self._float.minor()
        if minor is None:
            self._told.setText(self.tr("Type the float as an amount, 0 if the drawer is empty."))
            self._float.setFocus()
            return
        self._told.setText("")
        self.asked.emit(minor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_open()
        else:
            super().keyPressEvent(event)
