"""What the sections of the settings have in common."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError
from core.domain.people import Right

SPACE = 16


class Section(Spoken):
    """One section: a title, a sentence, its fields in ``column``, and below what came of saving."""

    right: Right | None = None

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._title, self._lead = line("title"), line("quiet", wraps=True)
        self._told = line(wraps=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE)
        self.column.addWidget(self._title)
        self.column.addWidget(self._lead)

    def title(self) -> str:
        """The section's name."""
        raise NotImplementedError

    def lead(self) -> str:
        """One sentence on it."""
        return ""

    def open(self) -> None:
        """Show what holds now: called each time the section is opened."""

    def save(self) -> None:
        """Keep what was typed, where there is anything to keep."""

    def speak(self) -> None:
        self._title.setText(self.title())
        self._lead.setText(self.lead())
        self._lead.setVisible(bool(self.lead()))

    def bind(self, button: KeyButton, act: Callable[[], object]) -> None:
        """Let the button and its key do it, as long as the keyboard is in this section."""
        button.clicked.connect(act)
        shortcut = QShortcut(QKeySequence(button.key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.click)

    def finish_column(self) -> None:
        """Put the line for results below the fields, and let the rest stay empty."""
        self.column.addWidget(self._told)
        self.column.addStretch(1)

    @property
    def told(self) -> str:
        """What came of it."""
        return self._told.text()

    def tell(self, words: str) -> None:
        """Say what came of it."""
        self._told.setText(words)

    def tell_error(self, error: LotkeeperError) -> None:
        """Say why it could not be kept."""
        self._told.setText(sentence_of(error, self.ctx.state.lot))
