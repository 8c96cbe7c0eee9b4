"""Asks for the number on a card terminal's slip, where the amount was typed into the terminal itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.panel import Panel
from console.theme import Role, TypeRole
from console.widgets.key_button import KeyButton
from console.words import Words
from core.services.take_sale import LONGEST_SLIP


class CardSlipPanel(Panel):
    """``typed`` carries the slip's number; without one nothing is said to be paid."""

    typed = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title: Callable[[], str] = str
        self._is_taking = False
        self._question = label(TypeRole.TITLE, wrap=True)
        self._hint = label(TypeRole.BODY, wrap=True)
        self._slip_title, self._slip = label(TypeRole.BODY), QLineEdit(maxLength=LONGEST_SLIP)
        self._trouble = label(TypeRole.BODY, Role.ALARM, wrap=True)
        self._take, self._back = KeyButton("", "Enter", primary=True), KeyButton("", "Esc")
        field, keys, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        field.addWidget(self._slip_title)
        field.addWidget(self._slip, stretch=1)
        for button in (self._take, self._back):
            keys.addWidget(button)
        keys.addStretch(1)
        column.addWidget(self._question)
        column.addWidget(self._hint)
        column.addLayout(field)
        column.addWidget(self._trouble)
        column.addLayout(keys)
        self.setFocusProxy(self._slip)
        self._slip.returnPressed.connect(self._on_take)
        self._take.clicked.connect(self._on_take)
        self._back.clicked.connect(self.given_up)
        self.retranslate()

    @property
    def trouble(self) -> str:
        """Why it was not taken, as it stands on the panel."""
        return self._trouble.text()

    def ask(self, title: Callable[[], str]) -> None:
        """Begin anew; ``title`` says how much of what."""
        self._title, self._is_taking = title, False
        self._slip.clear()
        say_in(self._trouble, "")
        self.retranslate()
        self._slip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_trouble(self, trouble: Words) -> None:
        """Say why it was not taken."""
        self._is_taking = False
        say_in(self._trouble, f"{trouble.text} {trouble.step}".strip())
        self._slip.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self._question.setText(self._title())
        self._hint.setText(
            self.tr("Type the amount into the terminal. Once it is paid there, type the number on its slip.")
        )
        self._slip_title.setText(self.tr("Number on the slip"))
        spoken(self._slip, self._slip_title.text())
        self._take.setText(self.tr("It was paid"))
        self._back.setText(self.tr("Back"))

    @Slot()
    def _on_take(self) -> None:
        slip = self._slip.text().strip()
        if slip and not self._is_taking:
            self._is_taking = True
            self.typed.emit(slip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            # Letters belong to no plate while money is asked for.
            event.setAccepted(bool(event.text().strip()))
