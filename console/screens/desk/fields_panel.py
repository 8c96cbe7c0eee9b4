"""Asks for a few lines of text: a name and a phone, a code that is scanned, the number on a slip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.panel import Panel
from console.screens.form.field_grid import FieldGrid
from console.screens.form.key_row import KeyRow
from console.theme import Role, TypeRole
from console.widgets.key_button import KeyButton
from console.words import Words

LABEL_WIDTH = 120


@dataclass(frozen=True, slots=True)
class Asked:
    """One line: what it is called, how long it may be, whether it must be there, whether it is hidden."""

    title: Callable[[], str]
    longest: int = 60
    is_needed: bool = False
    is_secret: bool = False


class FieldsPanel(Panel):
    """``answered`` carries the texts in order; Enter goes to the next line, and from the last it answers."""

    answered = Signal(tuple)
    given_up = Signal()

    def __init__(self, asked: Sequence[Asked], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = tuple(asked)
        self._title: Callable[[], str] = str
        self._act: Callable[[], str] = str
        self._about: Callable[[], str] = str
        self._is_sent = False
        self._question = label(TypeRole.TITLE, wrap=True)
        self._effect = label(TypeRole.BODY, wrap=True)
        self._fields = [QLineEdit(maxLength=one.longest) for one in self._asked]
        self._labels: list[QLabel] = []
        self._trouble = label(TypeRole.BODY, Role.ALARM, wrap=True)
        self._enter, self._back = KeyButton("", "Enter", primary=True), KeyButton("", "Esc")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._enter.clicked.connect(self._on_enter)
        self._back.clicked.connect(self.given_up)

    def ask(self, title: Callable[[], str], act: Callable[[], str], about: Callable[[], str] = str) -> None:
        """Begin anew: ``title`` is the question, ``act`` the button of Enter, ``about`` what comes of it."""
        self._title, self._act, self._about = title, act, about
        self._is_sent = False
        for field in self._fields:
            field.clear()
        say_in(self._trouble, "")
        self.mark("quiet", selected=True)
        self.retranslate()
        self._show_complete()
        self._fields[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def texts(self) -> tuple[str, ...]:
        """What was typed, in order."""
        return tuple(field.text().strip() for field in self._fields)

    @property
    def trouble(self) -> str:
        """Why it was not done, as it stands on the panel."""
        return self._trouble.text()

    def show_trouble(self, trouble: Words) -> None:
        """Say why it was not done; what was typed stays."""
        self._is_sent = False
        say_in(self._trouble, f"{trouble.text} {trouble.step}".strip())
        self._show_complete()
        self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._fields[0].selectAll()

    def fill(self, place: int, text: str) -> None:
        """Put a text that was scanned into the line at that place, from 0."""
        self._fields[place].setText(text)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self._question.setText(self._title())
        say_in(self._effect, self._about())
        for shown, field, one in zip(self._labels, self._fields, self._asked, strict=True):
            shown.setText(one.title())
            spoken(field, one.title(), self._title())
        self._enter.setText(self._act())
        self._back.setText(self.tr("Back"))
        spoken(self, self._title(), self._about())

    @Slot()
    def _show_complete(self) -> None:
        self._enter.setEnabled(self._is_complete and not self._is_sent)

    @property
    def _is_complete(self) -> bool:
        return all(text or not one.is_needed for text, one in zip(self.texts, self._asked, strict=True))

    @Slot()
    def _on_enter(self) -> None:
        if self._is_complete and not self._is_sent:
            self._is_sent = True
            self._show_complete()
            self.answered.emit(self.texts)

    def _lay_out(self) -> None:
        grid = FieldGrid(LABEL_WIDTH)
        for one, field in zip(self._asked, self._fields, strict=True):
            self._labels.append(grid.add(field))
            field.setMinimumWidth(300)
            field.textChanged.connect(self._show_complete)
            if one.is_secret:
                field.setEchoMode(QLineEdit.EchoMode.Password)
                field.setInputMethodHints(
                    Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
                )
        keys = KeyRow(self._enter, self._back)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addWidget(self._effect)
        column.addLayout(grid)
        column.addWidget(self._trouble)
        column.addWidget(keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_next()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            # Letters belong to no plate while something is asked.
            event.setAccepted(bool(event.text().strip()) and not held)

    def _on_next(self) -> None:
        """Enter: the next line, or the answer from the last one, or as soon as nothing needed is missing."""
        focused = next((place for place, field in enumerate(self._fields) if field.hasFocus()), -1)
        if 0 <= focused < len(self._fields) - 1:
            self._fields[focused + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._on_enter()
