"""Opening a shift: what lies in the drawer to begin with, and why that is not what was left there (B7)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.formats import format_local_time, format_money
from console.screens.form.amount_field import AmountField
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.theme import Role
from console.widgets.key_button import KeyButton
from core.domain.lots import Lot
from core.domain.shifts import Shift
from core.services.shift_rules import LONGEST_NOTE


class OpenPanel(Spoken):
    """``asked`` carries the float in minor units, and the explanation where it is not what was left there."""

    asked = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last: Shift | None = None
        self._lot: Lot | None = None
        self._lead, self._hint, self._told = line(wraps=True), line("quiet", wraps=True), line(wraps=True)
        self._differs = line(wraps=True, tone=Role.ATTENTION)
        self._label = line()
        self._float = AmountField("EUR")
        self._note = QLineEdit(maxLength=LONGEST_NOTE)
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
        for widget in (self._hint, self._differs, self._note, self._told):
            column.addWidget(widget)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setFocusProxy(self._float)
        self._float.textEdited.connect(self._on_float_edited)
        self._open.clicked.connect(self._on_open)
        self._ask_why(asks=False)
        self.speak()

    def speak(self) -> None:
        self._lead.setText(self.tr("No shift is open on this drawer. Count the float and open one."))
        self._label.setText(self.tr("Float in the drawer"))
        self._float.setAccessibleName(self.tr("Float in the drawer"))
        self._note.setPlaceholderText(self.tr("What happened to it, as far as you know"))
        self._note.setAccessibleName(self.tr("What happened to it, as far as you know"))
        self._open.setText(self.tr("Open the shift"))
        self._hint.setText(self._words_on_last())

    def show_last(self, last: Shift | None, lot: Lot) -> None:
        """Suggest what was left in the drawer when it was closed last; what is typed already stays."""
        if last == self._last and lot == self._lot:
            return
        self._last, self._lot = last, lot
        self._float.set_currency(lot.currency)
        self._float.set_minor(self._left() or 0)
        self._float.selectAll()
        self._note.clear()
        self._ask_why(asks=False)
        self.tell("")
        self.speak()

    def forget(self) -> None:
        """A shift is open: the next time everything is suggested anew."""
        self._last, self._lot = None, None

    def tell(self, words: str) -> None:
        """Say why the shift could not be opened."""
        self._told.setText(words)

    def _left(self) -> int | None:
        """What was left there, None where nobody knows."""
        if self._last is None:
            return None
        return self._last.left_minor if self._last.left_minor is not None else self._last.counted_minor

    def _words_on_last(self) -> str:
        if self._lot is None or self._last is None:
            return self.tr("This is the drawer's first shift.")
        left, time = self._left(), self._last.closed_at or self._last.opened_at
        said = format_local_time(time, self._lot.zone)
        if left is None:
            return self.tr("When it was closed last, at {time}, nobody counted.").format(time=said)
        return self.tr("When it was closed last, at {time}, {amount} were left in it.").format(
            time=said, amount=format_money(left, self._last.currency)
        )

    def _ask_why(self, *, asks: bool) -> None:
        for widget in (self._differs, self._note):
            widget.setVisible(asks)

    def _on_float_edited(self) -> None:
        if self._differs.isVisible() and self._difference() == 0:
            self._ask_why(asks=False)

    def _difference(self) -> int:
        """What is typed less what was left; 0 where the last close was from before floats were followed."""
        left, minor = self._last.left_minor if self._last is not None else None, self._float.minor()
        return 0 if left is None or minor is None else minor - left

    def _on_open(self) -> None:
        minor = self._float.minor()
        if minor is None:
            self.tell(self.tr("Type the float as an amount, 0 if the drawer is empty."))
            self._float.setFocus()
            return
        difference, note = self._difference(), self._note.text().strip()
        if difference and not note:
            self._ask(difference)
            return
        self.tell("")
        self.asked.emit(minor, note if difference else "")

    def _ask(self, difference: int) -> None:
        """It is not what was left there: counted again, or told, it is written down as it is."""
        currency = self._last.currency if self._last is not None else ""
        amount = format_money(abs(difference), currency)
        words = (
            self.tr("That is {amount} less than was left. Count again, or say what you know; it is kept.")
            if difference < 0
            else self.tr(
                "That is {amount} more than was left. Count again, or say what you know; it is kept."
            )
        )
        self._differs.setText(words.format(amount=amount))
        self._ask_why(asks=True)
        self._note.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_open()
        elif event.key() == Qt.Key.Key_Escape and self._note.isVisible():
            self._float.setFocus()
            self._float.selectAll()
        else:
            super().keyPressEvent(event)
