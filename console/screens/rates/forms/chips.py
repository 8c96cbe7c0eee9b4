"""Things to choose any number of, each a button that stays down."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from console.screens.rates.forms.flow import Flow
from console.screens.rates.forms.piece import Piece, Words
from console.theme.space import TIGHT

Item = TypeVar("Item", bound=Hashable)


class Chips(Piece[frozenset[Item]]):
    """A set; the arrow keys go from one to the next, Space chooses.

    What a shown value holds beyond the choices is kept, and given a button of its own.
    """

    def __init__(self, options: Sequence[tuple[Item, Words]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[tuple[Item, Words], ...] = ()
        self._buttons: dict[Item, _Chip] = {}
        self._name = ""
        self._flow = Flow(gap=TIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[Item, Words]]) -> None:
        """Offer these from now on; what was chosen stays chosen."""
        if tuple(item for item, _words in options) == tuple(self._buttons):
            self._options = tuple(options)
            return
        chosen = self.value()
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._flow.clear()
        self._options, self._buttons = tuple(options), {}
        for item, _words in self._options:
            self._buttons[item] = button = _Chip(self._flow)
            self._flow.add(button)
            button.setChecked(item in chosen)
            button.clicked.connect(self._on_clicked)
        for first in list(self._buttons.values())[:1]:
            self.setFocusProxy(first)
        self.speak()

    def button(self, item: Item) -> QPushButton:
        """The button of a choice."""
        return self._buttons[item]

    def speak(self) -> None:
        for item, words in self._options:
            self._buttons[item].setText(words())
        self.call(self._name)

    def call(self, words: str) -> None:
        self._name = words
        self.setAccessibleName(words)
        for button in self._buttons.values():
            button.setAccessibleName(f"{words}: {button.text()}" if words else button.text())

    def value(self) -> frozenset[Item]:
        return frozenset(item for item, button in self._buttons.items() if button.isChecked())

    def show_value(self, value: frozenset[Item]) -> None:
        unknown = [item for item in value if item not in self._buttons]
        if unknown:
            more = [(item, partial(str, item)) for item in sorted(unknown, key=str)]
            self.set_options((*self._options, *more))
        for item, button in self._buttons.items():
            button.setChecked(item in value)

    def _on_clicked(self) -> None:
        self.edited.emit()


class _Chip(QPushButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}
        if event.key() in steps:
            self.focusNextPrevChild(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)
