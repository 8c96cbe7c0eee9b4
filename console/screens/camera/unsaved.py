"""Asks, on the screen itself, what becomes of a drawing that is not saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.theme import set_state
from console.theme.space import SMALL
from console.widgets.key_button import KeyButton


class UnsavedQuestion(Spoken):
    """Save, discard, or go on drawing; what it stood in the way of is done after the first two.

    ``settled`` once it is answered, whichever way.
    """

    saved = Signal()
    discarded = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._then: Callable[[], None] | None = None
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
        self._go_on.clicked.connect(self.go_on)
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

    def ask(self, then: Callable[[], None]) -> None:
        """Come up before that is done, with the keyboard on the answer that loses nothing."""
        self._then = then
        self.show()
        self._go_on.setFocus()

    def finish(self) -> None:
        """Nothing is unsaved any more: do what it stood in the way of; nothing where nobody was asked."""
        if self.isVisible():
            self._settle(self._then)

    @Slot()
    def go_on(self) -> None:
        """Leave everything as it is."""
        self._settle(None)

    def _settle(self, then: Callable[[], None] | None) -> None:
        self._then = None
        self.hide()
        self.settled.emit()
        if then is not None:
            then()
