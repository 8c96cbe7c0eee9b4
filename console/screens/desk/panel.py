"""A raised surface on the desk; its edge says how much it wants a person."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QWidget

from console.theme import set_state


class Panel(QFrame):
    """A frame in a state of the theme; ``selected``, or the keyboard's focus, gives it a strong line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = "quiet"
        self._selected = False
        set_state(self, "quiet")

    def mark(self, state: str, *, selected: bool = False) -> None:
        """Say how much it wants a person, and whether the keys act on it."""
        self._state, self._selected = state, selected
        set_state(self, state, selected=selected or self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        set_state(self, self._state, selected=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        set_state(self, self._state, selected=self._selected)
