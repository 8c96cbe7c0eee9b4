"""What is wrong with the chosen console: a card each, with the button that mends it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.screens.consoles.repair_words import repair_words
from console.screens.form.lines import line
from console.screens.form.sentences import in_sequence
from console.theme import set_state
from console.theme.space import LARGE, MEDIUM, SMALL
from console.widgets.key_button import KeyButton
from console.widgets.status import State, StatusLamp
from core.services.malfunctions import FROM_ANYWHERE, Malfunction, Repair

FIRST_KEY = "Alt+R"


class MalfunctionList(QWidget):
    """``repair_asked`` carries the malfunction whose button was pressed."""

    repair_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._mendable: list[Malfunction] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)
        self._column.addStretch(1)

    @property
    def mendable(self) -> Sequence[Malfunction]:
        """What can be mended from here, in the order of its buttons."""
        return tuple(self._mendable)

    def show_malfunctions(
        self, found: Sequence[tuple[Malfunction, str, str]], *, is_own: bool, elsewhere: str
    ) -> None:
        """Show these, each with its sentence and next step.

        What only the console itself can mend has ``elsewhere`` in place of a button. The same as before
        leaves everything as it is, the focus too.
        """
        shown = (tuple((text, step, one.repair, one.target) for one, text, step in found), is_own, elsewhere)
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        for place, (one, text, step) in enumerate(found):
            can_mend = one.repair is not Repair.NONE and (is_own or one.repair in FROM_ANYWHERE)
            remark = elsewhere if one.repair is not Repair.NONE and not can_mend else ""
            self._column.insertWidget(place, self._card(one, text, in_sequence(step, remark), can_mend))

    def mend_first(self) -> None:
        """Press the topmost button."""
        if self._mendable:
            self.repair_asked.emit(self._mendable[0])

    def _card(self, found: Malfunction, text: str, step: str, can_mend: bool) -> QFrame:
        card, lamp = QFrame(), StatusLamp()
        set_state(card, "alarm" if found.is_alarm else "attention")
        lamp.show_state(State.ALARM if found.is_alarm else State.ATTENTION)
        sentence, next_step = line("strong", wraps=True), line("quiet", wraps=True)
        sentence.setText(text)
        next_step.setText(step)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(sentence)
        if step:
            words.addWidget(next_step)
        row = QHBoxLayout(card)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(LARGE)
        row.addWidget(lamp, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if can_mend:
            row.addWidget(self._button(found, text), 0, Qt.AlignmentFlag.AlignVCenter)
        return card

    def _button(self, found: Malfunction, text: str) -> KeyButton:
        is_first = not self._mendable
        button = KeyButton(repair_words(found.repair), FIRST_KEY if is_first else "", primary=is_first)
        button.setAccessibleDescription(text)
        button.clicked.connect(partial(self.repair_asked.emit, found))
        self._mendable.append(found)
        return button

    def _clear(self) -> None:
        self._mendable.clear()
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
