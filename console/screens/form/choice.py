"""A list to choose one value from, with words that follow the language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QComboBox, QWidget

Value = TypeVar("Value")


class Choice(QComboBox, Generic[Value]):
    """Holds values beside their words; ``options`` gives words for the language of the moment."""

    def __init__(
        self, options: Sequence[tuple[Value, Callable[[], str]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # Wide enough in each language, not only in the one it was first shown in.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._options = tuple(options)
        for _value, words in self._options:
            self.addItem(words())

    def speak(self) -> None:
        """Set the words anew."""
        for place, (_value, words) in enumerate(self._options):
            self.setItemText(place, words())

    def value(self) -> Value:
        """What is chosen."""
        return self._options[max(0, self.currentIndex())][0]

    def choose(self, value: Value) -> None:
        """Choose this value; nothing happens where it is not offered."""
        for place, (offered, _words) in enumerate(self._options):
            if offered == value:
                self.setCurrentIndex(place)
