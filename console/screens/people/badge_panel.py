"""Asks for a badge: it is held to a reader, whether that types like a keyboard or hangs on a serial line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.widgets.key_button import KeyButton
from core.domain.people import Person
from core.domain.secrets import BADGE_ALONE, BADGE_LONGEST
from core.domain.signed_codes import PREFIX


class BadgePanel(Spoken):
    """``badge_read`` carries the code; ``taken_away``: none any more; ``left`` to go back without."""

    badge_read = Signal(str)
    taken_away = Signal()
    left = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person: Person | None = None
        self._has_badge = False
        self._title, self._hint, self._told = line("title"), line(wraps=True), line(wraps=True)
        self._what = line("quiet", wraps=True)
        # A badge is as good as a PIN for some: what is read of it is not left on the screen.
        self._code = QLineEdit(maxLength=BADGE_LONGEST, echoMode=QLineEdit.EchoMode.Password)
        self._away, self._back = KeyButton(key="Alt+X"), KeyButton(key="Esc")
        self._lay_out()
        ctx.state.code_read.connect(self._on_code_read)
        self._code.returnPressed.connect(self._on_typed)
        self._away.clicked.connect(self.taken_away)
        shortcut = QShortcut(QKeySequence(self._away.key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_away_key)
        self._back.clicked.connect(self.left)
        self.speak()

    def speak(self) -> None:
        name = self.person.name if self.person is not None else ""
        self._title.setText(self.tr("The badge of {name}").format(name=name))
        self._hint.setText(self.tr("Hold the badge to the reader."))
        self._code.setAccessibleName(self.tr("Badge"))
        self._code.setPlaceholderText(self.tr("or type its number, then Enter"))
        self._what.setText(self._what_it_does())
        self._away.setText(self.tr("Take the badge away"))
        self._back.setText(self.tr("Back"))

    @property
    def told(self) -> str:
        """Why the badge could not be given."""
        return self._told.text()

    def begin(self, person: Person, *, has_badge: bool) -> None:
        """Ask for this person's badge."""
        self.person, self._has_badge = person, has_badge
        self._away.setVisible(has_badge)
        self.tell("")
        self.speak()
        self._code.setFocus()

    def tell(self, words: str) -> None:
        """Say why it cannot be given; another one is asked for."""
        self._told.setText(words)
        self._code.clear()

    def _what_it_does(self) -> str:
        if self.person is not None and self.person.role in BADGE_ALONE:
            return self.tr("It signs on by itself, unless the lot asks for the PIN as well.")
        return self.tr("It chooses the name; the PIN or password is asked for as well.")

    def _on_code_read(self, code: str) -> None:
        """From a reader on a serial line; a receipt of ours is no badge."""
        if self.isVisible() and not code.startswith(PREFIX):
            self.badge_read.emit(code)

    def _on_away_key(self) -> None:
        if self._has_badge:
            self.taken_away.emit()

    def _on_typed(self) -> None:
        code = self._code.text()
        self._code.clear()
        if code:
            self.badge_read.emit(code)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._away)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._title, self._hint, self._code, self._what, self._told):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
