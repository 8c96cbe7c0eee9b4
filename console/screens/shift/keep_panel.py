"""After the count: what stays in the drawer as the next float; the rest is taken out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.formats import format_money
from console.screens.form.amount_field import AmountField
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.theme import Role
from console.widgets.key_button import KeyButton


class KeepPanel(Spoken):
    """``kept`` carries what stays in minor units; ``given_up`` goes back to the count, not sealed yet."""

    kept = Signal(int)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counted = 0
        self._currency = ""
        self._title, self._label = line("title", wraps=True), line()
        self._taken_out, self._told = line("quiet", wraps=True), line(wraps=True, tone=Role.ALARM)
        self._left = AmountField("EUR")
        self._seal, self._back = KeyButton(key="Return", primary=True), KeyButton(key="Esc")
        row, keys = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(12)
        keys.setSpacing(12)
        for widget in (self._label, self._left):
            row.addWidget(widget)
        for button in (self._seal, self._back):
            keys.addWidget(button)
        row.addStretch(1)
        keys.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self._taken_out)
        column.addWidget(self._told)
        column.addLayout(keys)
        column.addStretch(1)
        self.setFocusProxy(self._left)
        self._left.textChanged.connect(self._show_taken_out)
        self._seal.clicked.connect(self._on_seal)
        self._back.clicked.connect(self.given_up)
        self.speak()

    def speak(self) -> None:
        self._title.setText(
            self.tr("{amount} counted. What stays for the next shift?").format(
                amount=format_money(self._counted, self._currency) if self._currency else "…"
            )
        )
        self._label.setText(self.tr("Stays in the drawer"))
        self._left.setAccessibleName(self.tr("Stays in the drawer"))
        self._seal.setText(self.tr("Seal and close"))
        self._back.setText(self.tr("Count again"))
        self._show_taken_out()

    def begin(self, counted_minor: int, currency: str) -> None:
        """Ask, with all of it as the proposal."""
        self._counted, self._currency = counted_minor, currency
        self._left.set_currency(currency)
        self._left.set_minor(counted_minor)
        self._left.selectAll()
        self.tell("")
        self.speak()

    def tell(self, words: str) -> None:
        """Say why it could not be closed."""
        self._told.setText(words)

    def _show_taken_out(self) -> None:
        left = self._left.minor()
        if left is None or left > self._counted or not self._currency:
            self._taken_out.setText("")
        elif left == self._counted:
            self._taken_out.setText(self.tr("Nothing is taken out."))
        else:
            self._taken_out.setText(
                self.tr("{amount} are taken out.").format(
                    amount=format_money(self._counted - left, self._currency)
                )
            )

    def _on_seal(self) -> None:
        left = self._left.minor()
        if left is None or left > self._counted:
            self.tell(self.tr("Type what stays: at most what was counted."))
            self._left.setFocus()
            return
        self.tell("")
        self.kept.emit(left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._back.hasFocus():
                self.given_up.emit()
            else:
                self._on_seal()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
