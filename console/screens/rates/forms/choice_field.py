"""One of few meanings, each with a line that explains it; and yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from console.screens.form.choice import Choice
from console.screens.rates.forms.piece import Piece, Words
from console.theme.space import HUGE

Value = TypeVar("Value")
NARROW = 3 * HUGE


class ChoiceField(Piece[Value]):
    """A list of values; ``explained`` is the line on the one that is chosen."""

    def __init__(self, options: Sequence[tuple[Value, Words, Words]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explanations = tuple((value, why) for value, _words, why in options)
        self.box = Choice[Value](tuple((value, words) for value, words, _why in options))
        # A long meaning is cut in a narrow column; the line below says all of it.
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.setMinimumContentsLength(6)
        self.box.setMinimumWidth(NARROW)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addStretch(1)
        self.setFocusProxy(self.box)
        self.box.activated.connect(self._on_chosen)

    def speak(self) -> None:
        self.box.speak()

    def value(self) -> Value:
        return self.box.value()

    def show_value(self, value: Value) -> None:
        self.box.choose(value)

    def explained(self) -> str:
        """The line on what is chosen."""
        chosen = self.value()
        return next((why() for value, why in self._explanations if value == chosen), "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A wheel that scrolls the form must not turn a price plan's meaning on its way.
        if watched is self.box and event.type() == QEvent.Type.Wheel and not self.box.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _on_chosen(self) -> None:
        self.edited.emit()


class Tick(Piece[bool]):
    """Yes or no."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.box = QCheckBox()
        self.box.setMinimumWidth(NARROW)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.box)
        self.box.clicked.connect(self._on_clicked)
        self.speak()

    def speak(self) -> None:
        self.box.setText(self._words())

    def value(self) -> bool:
        return self.box.isChecked()

    def show_value(self, value: bool) -> None:
        self.box.setChecked(value)

    def _on_clicked(self) -> None:
        self.edited.emit()
