"""Asks, on the screen itself, what becomes of a drawing that is not saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.theme import set_state
from console.theme.space import SMALL
from console.widgets.key_button import KeyButton


class UnsavedQuestion(Spoken):
    """Save, discard, or go on drawing; nothing happens until one is chosen."""

    saved = Signal()
    discarded = Signal()
    went_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = QFrame()
        set_state(self._frame, "attention")
        self._question = line("strong", wraps=True)
        self._save = KeyButton(key="Ctrl+S", primary=True)
        self._discard = KeyButton(key="Ctrl+D")
        self._go_on = KeyButton(key="Esc")
        inside = QVBoxLayout(self._frame)
        inside.setSpacing(SMALL)
        for widget in (self._question, self._save, self._discard, self._go_on):
            inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self._save.clicked.connect(self.saved)
        self._discard.clicked.connect(self.discarded)
        self._go_on.clicked.connect(self.went_on)
        self.speak()
        self.hide()

    def speak(self) -> None:
        self._question.setText(self.tr("What you have drawn is not saved."))
        self._save.setText(self.tr("Save it"))
        self._discard.setText(self.tr("Discard it"))
        self._go_on.setText(self.tr("Go on drawing"))

    def allow_saving(self, *, allowed: bool) -> None:
        """Whether it can be kept as it is."""
        self._save.setEnabled(allowed)

    def ask(self) -> None:
        """Come up, with the keyboard on the answer that loses nothing."""
        self.show()
        self._go_on.setFocus()
