"""A numbered list: a digit does it at once, what cannot be done now says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.panel import Panel
from console.screens.form.key_row import KeyRow
from console.theme import Role, TypeRole, text_scale
from console.widgets.key_button import KeyButton

MOST_LISTED = 10
LARGE_TEXT = 1.2
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class Listed:
    """One line: its words, what stands beside them, and why it cannot be chosen now; "" where it can."""

    item_id: str
    title: str
    remark: str = ""
    why_not: str = ""


class DigitList(Panel):
    """``chosen`` carries the id of what was chosen; ``all_wanted``: the way to everything else (F12)."""

    chosen = Signal(str)
    all_wanted = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None, *, more_key: str = "") -> None:
        super().__init__(parent)
        self._title: Callable[[], str] = str
        self._items: Callable[[], Sequence[Listed]] = tuple
        self._shown: tuple[Listed, ...] = ()
        self._question = label(TypeRole.TITLE, wrap=True)
        self._about = label(TypeRole.BODY, Role.TEXT_QUIET, wrap=True)
        self._buttons = [KeyButton("", str(place % 10)) for place in range(1, MOST_LISTED + 1)]
        self._remarks: list[QLabel] = [
            label(TypeRole.QUIET, Role.TEXT_QUIET, wrap=True) for _ in self._buttons
        ]
        self._more, self._back = KeyButton("", more_key), KeyButton("", "Esc")
        self._grid = QGridLayout()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        if not more_key:
            self._more.hide()
        for place, button in enumerate(self._buttons):
            button.clicked.connect(lambda _checked=False, place=place: self._choose(place))
        self._more.clicked.connect(self.all_wanted)
        self._back.clicked.connect(self.given_up)

    @property
    def shown(self) -> tuple[Listed, ...]:
        """What is listed, from 1."""
        return self._shown

    def ask(self, title: Callable[[], str], items: Callable[[], Sequence[Listed]]) -> None:
        """Begin anew: ``items`` gives at most ten lines in the language of the moment."""
        self._title, self._items = title, items
        self.mark("quiet", selected=True)
        self._place()
        self.retranslate()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment, and whether it can be done now."""
        self._question.setText(self._title())
        self._shown = tuple(self._items())[:MOST_LISTED]
        for place, (button, remark) in enumerate(zip(self._buttons, self._remarks, strict=True)):
            is_there = place < len(self._shown)
            button.setVisible(is_there)
            remark.setVisible(is_there)
            if is_there:
                line = self._shown[place]
                button.setText(line.title)
                button.setEnabled(not line.why_not)
                say_in(remark, line.why_not or line.remark)
                spoken(button, line.title, line.why_not or line.remark)
        say_in(self._about, "" if self._shown else self.tr("There is nothing to choose from."))
        self._more.setText(self.tr("Everything else …"))
        self._back.setText(self.tr("Back"))
        spoken(self, self._question.text())

    def _choose(self, place: int) -> None:
        if place < len(self._shown) and not self._shown[place].why_not:
            self.chosen.emit(self._shown[place].item_id)

    def _lay_out(self) -> None:
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._place()
        keys = KeyRow(self._more, self._back)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addWidget(self._about)
        column.addLayout(self._grid)
        column.addWidget(keys)

    def _place(self) -> None:
        """Remarks stand beside their lines, below them where the text is large."""
        is_large = text_scale() > LARGE_TEXT
        for place, (button, remark) in enumerate(zip(self._buttons, self._remarks, strict=True)):
            self._grid.addWidget(button, 2 * place, 0, 1, 2 if is_large else 1)
            self._grid.addWidget(remark, 2 * place + (1 if is_large else 0), 0 if is_large else 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & _HELD
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9 and not held:
            self._choose((event.key() - Qt.Key.Key_1) % 10)
        else:
            # Letters belong to no plate while something is to be chosen.
            event.setAccepted(bool(event.text().strip()) and not held)
