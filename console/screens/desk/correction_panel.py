"""Corrects a plate: the old and the new text side by side, with the letters marked that differ (E7)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.screens.desk.labels import label, spoken
from console.screens.desk.panel import Panel
from console.screens.desk.plate_letters import PlateLetters
from console.theme import Role, TypeRole
from console.widgets.key_button import KeyButton
from console.widgets.plate_field import PlateField
from console.words import Words
from core.domain.plates import normalise


class CorrectionPanel(Panel):
    """Asks for the right plate; ``answered`` carries what was typed."""

    answered = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._old = ""
        self._title: Callable[[], str] = str
        self._question = label(TypeRole.TITLE, wrap=True)
        self._old_title = label(TypeRole.QUIET, Role.TEXT_QUIET)
        self._new_title = label(TypeRole.QUIET, Role.TEXT_QUIET)
        self._old_letters = PlateLetters()
        self._new_letters = PlateLetters()
        self._field = PlateField()
        self._trouble = label(TypeRole.BODY, Role.ALARM, wrap=True)
        self._enter = KeyButton("", "Enter", primary=True)
        self._back = KeyButton("", "Esc")
        self._lay_out()
        self._field.textChanged.connect(self._on_typed)
        self._enter.clicked.connect(self._on_enter)
        self._back.clicked.connect(self.given_up)

    def ask(self, old: str, title: Callable[[], str], proposal: str = "") -> None:
        """Begin with the plate as it stands, and a proposal where there is one."""
        self._old, self._title = old, title
        self._trouble.clear()
        self._field.setText(proposal or old)
        self.retranslate()
        self._on_typed()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def show_trouble(self, trouble: Words) -> None:
        """Say why the plate was not taken."""
        self._trouble.setText(f"{trouble.text} {trouble.step}".strip())
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self._question.setText(self._title())
        self._old_title.setText(self.tr("As read"))
        self._new_title.setText(self.tr("As it should be"))
        spoken(self._field, self.tr("As it should be"), self._title())
        self._enter.setText(self.tr("Correct"))
        self._back.setText(self.tr("Back"))

    @Slot()
    def _on_typed(self) -> None:
        new = normalise(self._field.text())
        self._old_letters.show_letters(self._old, new)
        self._new_letters.show_letters(new, self._old)

    @Slot()
    def _on_enter(self) -> None:
        self._trouble.clear()
        self.answered.emit(self._field.text())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.addWidget(self._old_title, 0, 0)
        grid.addWidget(self._old_letters, 1, 0)
        grid.addWidget(self._new_title, 0, 1)
        grid.addWidget(self._new_letters, 1, 1)
        grid.setColumnStretch(2, 1)
        keys = QHBoxLayout()
        keys.addWidget(self._enter)
        keys.addWidget(self._back)
        keys.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addLayout(grid)
        column.addWidget(self._field)
        column.addWidget(self._trouble)
        column.addLayout(keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
