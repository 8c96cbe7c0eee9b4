"""What the pages of the payments have in common: a title, their rows, and what came of an act."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.widgets.key_button import KeyButton
from console.widgets.quiet_table import QuietTable, TableFoot
from core.domain.errors import LotkeeperError
from core.domain.people import Right

SIDE_WIDTH = 376
SPACE = 12


class Page(Spoken):
    """A table to the left, what can be done with the chosen row to the right; ``right`` to see it at all."""

    right: Right | None = None

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.table, self.foot = QuietTable(self), TableFoot()
        self.side = QWidget()
        self.side.setFixedWidth(SIDE_WIDTH)
        self.told = line(wraps=True)
        self.head = QHBoxLayout()
        self.head.setSpacing(SPACE)
        self.column = QVBoxLayout(self.side)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE)
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        left.addLayout(self.head)
        left.addWidget(self.table, 1)
        left.addWidget(self.foot)
        # What is asked about the chosen row stands below the rows, where there is room for it.
        self.below = QVBoxLayout()
        left.addLayout(self.below)
        self.table.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addLayout(left, 1)
        row.addWidget(self.side)

    def title(self) -> str:
        """The page's name."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read the rows again."""

    def take_focus(self) -> None:
        """Give the keyboard to the rows."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> bool:
        """One step back; False where there is none on this page."""
        return False

    def filter_by(self, text: str) -> bool:
        """Take typed text for the filter; False where the page has none."""
        del text
        return False

    def bind(self, button: KeyButton, act: Callable[[], object]) -> None:
        """Let the button and its key do it."""
        button.clicked.connect(act)
        self.bind_key(button.key, button.click)

    def bind_key(self, key: str, act: Callable[[], object]) -> None:
        """Let the key do it as long as the keyboard is on this page."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Text that is typed into the rows goes on to the screen; it is no search in the table."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text, held = event.text().strip(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if text and text.isprintable() and not held:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    @Slot(object)
    def tell_error(self, error: LotkeeperError) -> None:
        """Say why it could not be done."""
        self.told.setText(sentence_of(error, self.ctx.state.lot))
