"""The open shift: whose it is, and what was taken so far."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.formats import format_local_time, format_money
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.shift.figures import Figure
from console.widgets.key_button import KeyButton
from core.domain.shifts import Shift


class RunningPanel(Spoken):
    """Shows running totals; what must lie in the drawer is not said before it was counted."""

    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shift: Shift | None = None
        self._holder = ""
        self._zone: ZoneInfo | None = None
        self._own = True
        self._lead, self._note = line(wraps=True), line("quiet", wraps=True)
        self._cash, self._payments, self._float = Figure(), Figure(), Figure("title")
        self._close = KeyButton(key="Return", primary=True)
        figures = QHBoxLayout()
        figures.setSpacing(32)
        figures.addWidget(self._cash)
        figures.addWidget(self._payments)
        figures.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._lead)
        column.addLayout(figures)
        column.addWidget(self._float)
        column.addWidget(self._note)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setFocusProxy(self._close)
        self._close.clicked.connect(self._on_close)
        self.speak()

    def speak(self) -> None:
        self._close.setText(self.tr("Count and close"))
        if self._shift is None or self._zone is None:
            return
        self._lead.setText(
            self.tr("{name} has had this drawer since {time}.").format(
                name=self._holder, time=format_local_time(self._shift.opened_at, self._zone)
            )
        )
        currency = self._shift.currency
        self._cash.show_figure(format_money(self._shift.cash_minor, currency), self.tr("cash taken"))
        self._payments.show_figure(str(self._shift.payments), self.tr("payments"))
        self._float.show_figure(
            format_money(self._shift.float_minor, currency), self.tr("float at the beginning")
        )
        self._note.setText(
            "" if self._own else self.tr("Someone else's shift: closing it needs a supervisor.")
        )

    def show_shift(self, shift: Shift, holder: str, zone: ZoneInfo, *, own: bool) -> None:
        """Show the shift and who holds it."""
        self._shift, self._holder, self._zone, self._own = shift, holder, zone, own
        self.speak()

    def _on_close(self) -> None:
        self.close_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_close()
        else:
            super().keyPressEvent(event)
