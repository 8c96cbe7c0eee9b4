"""Gives a console another name: the old one stands there to be written over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.screens.consoles.gathering import ConsoleRow
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.theme.space import MEDIUM
from console.widgets.key_button import KeyButton
from core.domain.people import MAX_NAME

FIELD_WIDTH = 320


class RenamePanel(Spoken):
    """``wanted`` carries the console's id and its new name; ``left`` to go back without."""

    wanted = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: ConsoleRow | None = None
        self._title, self._lead = line("title"), line(wraps=True)
        self._label, self._told = line(), line(wraps=True)
        self._name = QLineEdit(maxLength=MAX_NAME)
        self._name.setMaximumWidth(FIELD_WIDTH)
        self._label.setBuddy(self._name)
        self._do, self._back = KeyButton(key="Return", primary=True), KeyButton(key="Esc")
        buttons = QHBoxLayout()
        buttons.setSpacing(MEDIUM)
        for button in (self._do, self._back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for widget in (self._title, self._lead, self._label, self._name, self._told):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(1)
        self._do.clicked.connect(self._on_do)
        self._back.clicked.connect(self.left)
        self.speak()

    @property
    def told(self) -> str:
        """Why it was not done."""
        return self._told.text()

    def begin(self, row: ConsoleRow) -> None:
        """Ask for the new name of this console."""
        self._row = row
        self._name.setText(row.name)
        self._name.selectAll()
        self.tell("")
        self.speak()
        self._name.setFocus()

    def tell(self, words: str) -> None:
        """Say why it was not done; it may be tried again."""
        self._told.setText(words)
        self._told.setVisible(bool(words))
        self._do.setEnabled(True)

    def speak(self) -> None:
        self._title.setText(self.tr("Rename {name}").format(name=self._row.name if self._row else ""))
        self._lead.setText(
            self.tr("The new name holds on all consoles of the lot and on receipts. What was recorded stays.")
        )
        self._label.setText(self.tr("What is it called?"))
        self._do.setText(self.tr("Rename"))
        self._back.setText(self.tr("Back"))

    def _on_do(self) -> None:
        name = self._name.text().strip()
        if self._row is None or not self._do.isEnabled():
            return
        if name == self._row.name:
            self.left.emit()
            return
        self._do.setEnabled(False)
        self.wanted.emit(self._row.console_id, name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.left.emit if self._back.hasFocus() else self._on_do)()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
