"""A field for an amount: takes digits and the decimal mark, and leaves all other keys to its panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.theme.type import TypeRole, set_type

LONGEST = 12


class DigitsField(QLineEdit):
    """One line, right-aligned, in the size of a heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        set_type(self, TypeRole.PLATE_SMALL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.isprintable() and text and text not in "0123456789.,":
            event.ignore()
            return
        super().keyPressEvent(event)
