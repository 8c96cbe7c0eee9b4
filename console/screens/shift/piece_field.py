"""A field for how many pieces of a note or coin were counted."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSpinBox, QWidget

MOST_PIECES = 99_999


class PieceField(QSpinBox):
    """Typing replaces what stands in it, however the focus came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximum(MOST_PIECES)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
