"""Asks before a gate held open is let go: Enter or F7 does it, closing is the barrier's own affair."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.screens.desk.labels import label
from console.screens.desk.panel import Panel
from console.theme import TypeRole
from console.widgets.key_button import KeyButton


class LetGoPanel(Panel):
    """``answered`` when the gate is to be let go."""

    answered = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title: Callable[[], str] = str
        self._about: Callable[[], str] = str
        self._question = label(TypeRole.TITLE, wrap=True)
        self._effect = label(TypeRole.BODY, wrap=True)
        self._enter, self._back = KeyButton("", "Enter", primary=True), KeyButton("", "Esc")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        keys = QHBoxLayout()
        keys.addWidget(self._enter)
        keys.addWidget(self._back)
        keys.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addWidget(self._effect)
        column.addLayout(keys)
        self._enter.clicked.connect(self.answered)
        self._back.clicked.connect(self.given_up)

    @property
    def question(self) -> str:
        """What is asked, and what comes of it."""
        return f"{self._question.text()} {self._effect.text()}".strip()

    def ask(self, title: Callable[[], str], about: Callable[[], str]) -> None:
        """Begin anew: ``title`` is the question, ``about`` what comes of it."""
        self._title, self._about = title, about
        self.retranslate()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self._question.setText(self._title())
        self._effect.setText(self._about())
        self._enter.setText(self.tr("Let it go"))
        self._back.setText(self.tr("Back"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.answered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
