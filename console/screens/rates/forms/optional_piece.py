"""A piece that counts only while its tick is set."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.rates.forms.choice_field import Tick
from console.screens.rates.forms.piece import Piece, Words
from console.theme.space import LARGE, TIGHT

Value = TypeVar("Value")


class OptionalPiece(Piece[Value | None]):
    """None while it is not ticked; the piece below the tick is hidden then, and keeps what it held."""

    def __init__(self, words: Words, piece: Piece[Value], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.tick = Tick(words)
        self.piece = piece
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.tick)
        inner = QVBoxLayout()
        inner.setContentsMargins(LARGE, 0, 0, 0)
        inner.addWidget(piece)
        column.addLayout(inner)
        self.setFocusProxy(self.tick)
        self.tick.edited.connect(self._on_ticked)
        piece.edited.connect(self.edited)
        self._arrange()
        self.speak()

    @property
    def says_itself(self) -> bool:
        return self.piece.says_itself

    def speak(self) -> None:
        self.piece.call(self._words())

    def value(self) -> Value | None:
        return self.piece.value() if self.tick.value() else None

    def show_value(self, value: Value | None) -> None:
        self.tick.show_value(value is not None)
        if value is not None:
            self.piece.show_value(value)
        self._arrange()

    def wrong(self) -> str:
        return self.piece.wrong() if self.tick.value() else ""

    def _arrange(self) -> None:
        self.piece.setVisible(self.tick.value())

    def _on_ticked(self) -> None:
        self._arrange()
        if self.tick.value() and self.tick.box.hasFocus():
            self.piece.setFocus()
        self.edited.emit()
