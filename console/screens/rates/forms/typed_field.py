"""A field for something typed that is read at each key, and written out properly when it is left."""

from __future__ import annotations

from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from console.screens.rates.forms.piece import Piece
from console.theme import Role, icon

Value = TypeVar("Value")
LONGEST = 400
SHOWN = 24


class Unreadable(ValueError):
    """What was typed means nothing here; its text is the sentence that says why."""


class TypedField(Piece[Value]):
    """One line; ``read`` and ``said`` are what a kind of field has of its own.

    A mark at its end says that it cannot be used; the reason stands where ``wrong`` is shown.
    """

    def __init__(self, start: Value, sample: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._good = self._settled = start
        self._sample = sample
        self.line = _Line(sample, self)
        self.line.setMaxLength(LONGEST)
        self._mark: QAction | None = None
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)
        self.row.addWidget(self.line)
        self.setFocusProxy(self.line)
        if sample:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.line.textEdited.connect(self._on_typed)
        self.line.editingFinished.connect(self._on_left)

    def read(self, text: str) -> Value:
        """The value that a text means; raises ``Unreadable`` with the reason."""
        raise NotImplementedError

    def said(self, value: Value) -> str:
        """The text of a value."""
        raise NotImplementedError

    def speak(self) -> None:
        self._on_left()

    def value(self) -> Value:
        return self._good

    def show_value(self, value: Value) -> None:
        self._good = self._settled = value
        self.line.setText(self.said(value))
        self.line.setCursorPosition(0)
        self._show_mark()

    def clear(self) -> None:
        """Empty the line; the last value stays until another is typed."""
        self.line.clear()
        self._show_mark()

    @property
    def is_being_typed(self) -> bool:
        """Whether something else stood here before one began to type."""
        return bool(self._good != self._settled)

    def swap(self) -> None:
        """Hold what stood here before one began to type; once more, and hold what is typed again."""
        self._good, self._settled = self._settled, self._good

    def wrong(self) -> str:
        try:
            self.read(self.line.text())
        except Unreadable as reason:
            return str(reason)
        return ""

    def _on_typed(self) -> None:
        # The first keys of something that turns out wrong meant something too (2 of 25:00): what stood
        # there before one began to type is what stays.
        self._good = self._settled
        with suppress(Unreadable):
            self._good = self.read(self.line.text())
        self._show_mark()
        self.edited.emit()

    def _on_left(self) -> None:
        if not self.wrong():
            self._settled = self._good
            self.line.setText(self.said(self._good))
        self._show_mark()

    def _show_mark(self) -> None:
        wrong = bool(self.wrong())
        if wrong and self._mark is None:
            self._mark = self.line.addAction(
                icon("warning", Role.ATTENTION), QLineEdit.ActionPosition.TrailingPosition
            )
        elif not wrong and self._mark is not None:
            self.line.removeAction(self._mark)
            self._mark = None


class _Line(QLineEdit):
    """As wide as its sample, in whatever size the text has; as wide as there is room without one."""

    def __init__(self, sample: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sample = sample

    def sizeHint(self) -> QSize:
        usual = super().sizeHint()
        if not self._sample:
            return usual
        # Room for the mark too, so that the line does not cover what is wrong in it.
        return QSize(self.fontMetrics().horizontalAdvance(self._sample) + 44, usual.height())

    def minimumSizeHint(self) -> QSize:
        usual = super().minimumSizeHint()
        return QSize(self.sizeHint().width() if self._sample else 80, usual.height())


def quoted(text: str) -> str:
    """What was typed, as a sentence quotes it: one line of bearable length."""
    shown = " ".join(text.split())
    cut = shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"
    return QCoreApplication.translate("RateForms", "“{text}”").format(text=cut)


RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
