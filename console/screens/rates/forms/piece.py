"""What every part of a form can do: hold a value, say that it was edited, say what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.screens.form.spoken import Spoken

Value = TypeVar("Value")
Words = Callable[[], str]


class Piece(Spoken, Generic[Value]):
    """Shows and gives a value; ``edited`` after each change by a person, never after ``show_value``."""

    edited = Signal()

    @property
    def says_itself(self) -> bool:
        """Whether it shows what is wrong at the very place, so that nobody around it has to."""
        return False

    def value(self) -> Value:
        """What it holds: the last usable value where something else stands there now."""
        raise NotImplementedError

    def show_value(self, value: Value) -> None:
        """Show a value."""
        raise NotImplementedError

    def wrong(self) -> str:
        """Why what stands there cannot be used, as a sentence; empty where it can."""
        return ""

    def call(self, words: str) -> None:
        """Give it the name that a screen reader says."""
        self.setAccessibleName(words)
        proxy = self.focusProxy()
        if proxy is not None:
            proxy.setAccessibleName(words)


def first_wrong(pieces: Iterable[Piece[Any]]) -> str:
    """The sentence of the first piece that cannot be used; empty where all can."""
    return next(filter(None, (piece.wrong() for piece in pieces)), "")


def show_if(widget: QWidget, wanted: bool) -> None:
    """Show a widget of a layout or take it away; without touching what stands that way already."""
    if widget.isHidden() is wanted:
        widget.setVisible(wanted)
