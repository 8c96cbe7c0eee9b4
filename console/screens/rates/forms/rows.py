"""A list of like pieces that grows and shrinks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from console.screens.rates.forms.piece import Piece, Words, first_wrong
from console.screens.rates.forms.setting import Setting
from console.theme import set_icon
from console.theme.space import SMALL

Value = TypeVar("Value")


class Rows(Piece[tuple[Value, ...]]):
    """Makes a piece for each value, with a button that takes it away, and one below that adds another."""

    def __init__(
        self,
        make: Callable[[], Piece[Value]],
        fresh: Callable[[], Value],
        add: Words,
        remove: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._fresh, self._add_words, self._remove_words = make, fresh, add, remove
        self._rows: list[_Row[Value]] = []
        self.add_button = QPushButton()
        self.add_button.setAutoDefault(False)
        set_icon(self.add_button, "plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add_button)
        self.add_button.clicked.connect(self._on_add)
        self.speak()

    @property
    def says_itself(self) -> bool:
        return True

    @property
    def pieces(self) -> list[Piece[Value]]:
        """The pieces, in order."""
        return [row.piece for row in self._rows]

    def remove_button(self, place: int) -> QToolButton:
        """The button that takes one away."""
        return self._rows[place].remove

    def speak(self) -> None:
        self.add_button.setText(self._add_words())
        for number, row in enumerate(self._rows, start=1):
            words = f"{self._remove_words()} {number}"
            row.remove.setAccessibleName(words)
            row.remove.setToolTip(words)

    def call(self, words: str) -> None:
        self.setAccessibleName(words)

    def value(self) -> tuple[Value, ...]:
        return tuple(row.piece.value() for row in self._rows)

    def show_value(self, value: tuple[Value, ...]) -> None:
        while self._rows:
            self._drop(self._rows[-1])
        for one in value:
            self._append(one)
        self.speak()

    def wrong(self) -> str:
        return first_wrong(self.pieces)

    def _append(self, value: Value) -> _Row[Value]:
        row = _Row(self._make())
        row.piece.show_value(value)
        row.setting.refresh()
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        row.piece.edited.connect(self._on_edited)
        row.remove.clicked.connect(self._on_remove)
        return row

    def _drop(self, row: _Row[Value]) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_add(self) -> None:
        row = self._append(self._fresh())
        self.speak()
        row.piece.setFocus()
        self.edited.emit()

    def _on_remove(self) -> None:
        button = self.sender()
        self._drop(next(row for row in self._rows if row.remove is button))
        self.speak()
        self.add_button.setFocus()
        self.edited.emit()

    def _on_edited(self) -> None:
        self.edited.emit()


class _Row(QFrame, Generic[Value]):
    def __init__(self, piece: Piece[Value]) -> None:
        super().__init__()
        self.piece = piece
        self.setting = Setting(piece)
        self.remove = QToolButton()
        set_icon(self.remove, "delete")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.setting, 1)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
