"""Asks for a reason: digits choose, Enter does it; a note where the reason needs one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.panel import Panel
from console.theme import Role, TypeRole
from console.widgets.key_button import KeyButton
from console.words import say

NOTE_LONGEST = 200
NEEDS_NOTE = "other"


class ReasonPanel(Panel):
    """A question with a numbered list of reasons; ``answered`` carries reason and note.

    Nothing is chosen at first, so Enter alone does nothing.
    """

    answered = Signal(str, str)
    given_up = Signal()

    def __init__(self, prefix: str, reasons: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prefix, self._reasons = prefix, tuple(reasons)
        self._title: Callable[[], str] = str
        self._act: Callable[[], str] = str
        self._about: Callable[[], str] = str
        self._chosen = ""
        self._question = label(TypeRole.TITLE, wrap=True)
        self._effect = label(TypeRole.STRONG, wrap=True)
        self._hint = label(TypeRole.QUIET, Role.TEXT_QUIET, wrap=True)
        # The tenth is chosen with 0.
        self._buttons = {
            reason: KeyButton("", str(number % 10)) for number, reason in enumerate(reasons, start=1)
        }
        self._note = QLineEdit(maxLength=NOTE_LONGEST)
        self._enter = KeyButton("", "Enter")
        self._back = KeyButton("", "Esc")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        for reason, button in self._buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, reason=reason: self.choose(reason))
        self._enter.clicked.connect(self._on_enter)
        self._back.clicked.connect(self.given_up)
        self._note.textChanged.connect(self._show_choice)

    def ask(self, title: Callable[[], str], act: Callable[[], str], about: Callable[[], str] = str) -> None:
        """Begin anew: ``title`` is the question, ``act`` the button of Enter, ``about`` what comes of it."""
        self._title, self._act, self._about = title, act, about
        self._chosen = ""
        self._note.clear()
        self.retranslate()
        self._show_choice()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def effect(self) -> str:
        """What comes of it, as it stands on the panel."""
        return self._effect.text()

    def follow(self) -> None:
        """What comes of it may be another now."""
        say_in(self._effect, self._about())

    def choose(self, reason: str) -> None:
        """Take this reason; the answer follows with Enter."""
        self._chosen = reason
        self._show_choice()
        (self._note if reason == NEEDS_NOTE else self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self._question.setText(self._title())
        self.follow()
        self._hint.setText(self.tr("A digit chooses the reason, Enter does it."))
        for reason, button in self._buttons.items():
            button.setText(say(f"{self._prefix}.{reason}").text)
        self._note.setPlaceholderText(self.tr("Note"))
        spoken(self._note, self.tr("Note"))
        self._enter.setText(self._act())
        self._back.setText(self.tr("Back"))
        spoken(self, self._title(), self._about())

    @Slot()
    def _show_choice(self) -> None:
        for reason, button in self._buttons.items():
            button.setChecked(reason == self._chosen)
        self._enter.setEnabled(self._is_complete)

    @property
    def _is_complete(self) -> bool:
        return bool(self._chosen) and (self._chosen != NEEDS_NOTE or bool(self._note.text().strip()))

    @Slot()
    def _on_enter(self) -> None:
        if self._is_complete:
            self.answered.emit(self._chosen, self._note.text().strip())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, button in enumerate(self._buttons.values()):
            grid.addWidget(button, place // 2, place % 2)
        keys = QHBoxLayout()
        keys.addWidget(self._enter)
        keys.addWidget(self._back)
        keys.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addWidget(self._effect)
        column.addWidget(self._hint)
        column.addLayout(grid)
        column.addWidget(self._note)
        column.addLayout(keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = (event.key() - Qt.Key.Key_1) if event.key() != Qt.Key.Key_0 else 9
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif 0 <= place < len(self._reasons) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.choose(self._reasons[place])
        elif event.text().isalpha() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._note.insert(event.text())
        else:
            super().keyPressEvent(event)
