"""Cash that moves without a payment: the amount, the reason by its digit, Enter (B4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.screens.desk.reason_panel import ReasonPanel
from console.screens.form.amount_field import AmountField
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.shift.drawer_view import Act
from console.theme import Role
from console.widgets.key_button import KeyButton
from core.services.move_cash import DROP_REASONS, PAY_IN_REASONS, PAY_OUT_REASONS
from core.services.open_drawer import BY_HAND

_REASONS: Final[Mapping[Act, tuple[str, tuple[str, ...]]]] = {
    Act.DROP: ("move_cash", DROP_REASONS),
    Act.PAY_OUT: ("move_cash", PAY_OUT_REASONS),
    Act.PAY_IN: ("move_cash", PAY_IN_REASONS),
    Act.NO_SALE: ("drawer", BY_HAND),
}


class MovePanel(Spoken):
    """``answered`` carries Act, minor units (0 for the drawer alone), reason and note."""

    answered = Signal(object, int, str, str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act = Act.DROP
        self._title, self._label = line("title", wraps=True), line()
        self._amount = AmountField("EUR")
        self._on = KeyButton(key="Return")
        self._told = line(wraps=True, tone=Role.ALARM)
        self._panels = {act: ReasonPanel(prefix, reasons) for act, (prefix, reasons) in _REASONS.items()}
        self._pages = QStackedWidget()
        self._lay_out()
        self._on.clicked.connect(self._on_amount_given)
        self._amount.returnPressed.connect(self._on_amount_given)
        for panel in self._panels.values():
            panel.answered.connect(self._on_answered)
            panel.given_up.connect(self._on_back)
        self.speak()

    def speak(self) -> None:
        self._title.setText(self._titles()[self._act]())
        self._label.setText(self.tr("Amount"))
        self._amount.setAccessibleName(self.tr("Amount"))
        self._on.setText(self.tr("Why"))
        for panel in self._panels.values():
            panel.retranslate()

    @property
    def told(self) -> str:
        """Why nothing was moved."""
        return self._told.text()

    def begin(self, act: Act, currency: str) -> None:
        """Ask about this act."""
        self._act = act
        self._amount.set_currency(currency)
        self._amount.clear()
        self.tell("")
        self._pages.setCurrentWidget(self._panels[act])
        self._panels[act].ask(self._questions()[act], self._acts()[act], self._words_on_what_comes)
        self._panels[act].setEnabled(act is Act.NO_SALE)
        for widget in (self._title, self._label, self._amount, self._on):
            widget.setVisible(act is not Act.NO_SALE)
        self.speak()
        (self._panels[act] if act is Act.NO_SALE else self._amount).setFocus()

    def tell(self, words: str) -> None:
        """Say why nothing was moved."""
        self._told.setText(words)

    def _titles(self) -> dict[Act, Callable[[], str]]:
        return {
            Act.DROP: lambda: self.tr("Cash goes from the drawer into the safe"),
            Act.PAY_OUT: lambda: self.tr("Cash is paid out of the drawer"),
            Act.PAY_IN: lambda: self.tr("Cash is put into the drawer"),
            Act.NO_SALE: lambda: self.tr("Why is the cash drawer opened?"),
        }

    def _questions(self) -> dict[Act, Callable[[], str]]:
        return {
            Act.DROP: lambda: self.tr("Where does it go?"),
            Act.PAY_OUT: lambda: self.tr("What for?"),
            Act.PAY_IN: lambda: self.tr("Where does it come from?"),
            Act.NO_SALE: self._titles()[Act.NO_SALE],
        }

    def _acts(self) -> dict[Act, Callable[[], str]]:
        return {
            Act.DROP: lambda: self.tr("It is in the safe"),
            Act.PAY_OUT: lambda: self.tr("Paid out"),
            Act.PAY_IN: lambda: self.tr("Put in"),
            Act.NO_SALE: lambda: self.tr("Open the drawer"),
        }

    def _words_on_what_comes(self) -> str:
        return self.tr("It is written down with your name.")

    def _on_amount_given(self) -> None:
        if not self._amount.minor():
            self.tell(self.tr("Type the amount first."))
            self._amount.setFocus()
            return
        self.tell("")
        panel = self._panels[self._act]
        panel.setEnabled(True)
        panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_answered(self, reason: str, note: str) -> None:
        minor = 0 if self._act is Act.NO_SALE else self._amount.minor()
        if minor is None:
            self._on_amount_given()
        else:
            self.answered.emit(self._act, minor, reason, note)

    def _on_back(self) -> None:
        """One step back: from the reason to the amount, from there to the shift."""
        panel = self._panels[self._act]
        if self._act is not Act.NO_SALE and panel.isEnabled():
            panel.setEnabled(False)
            self._amount.setFocus()
            self._amount.selectAll()
        else:
            self.given_up.emit()

    def _lay_out(self) -> None:
        for panel in self._panels.values():
            self._pages.addWidget(panel)
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in (self._title, self._label, self._amount, self._on):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self._told)
        column.addWidget(self._pages)
        column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)
