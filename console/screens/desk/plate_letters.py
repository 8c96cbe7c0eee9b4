"""A plate written large, with the letters underlined that another text does not have there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.screens.desk.plate_difference import Letter, compare
from console.theme.type import TypeRole, font_for

_GAP = 2
_BAR = 4


class PlateLetters(QWidget):
    """Letters in a row; a differing one stands on a bar, so that no colour is needed to see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters: tuple[Letter, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_letters(self, text: str, other: str) -> None:
        """Show the text, marked where the other one differs."""
        self._letters = compare(text, other)[0]
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font_for(TypeRole.PLATE))
        width = sum(metrics.horizontalAdvance(letter.text) + _GAP for letter in self._letters)
        return QSize(max(width, metrics.horizontalAdvance("0") * 7), metrics.height() + _BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = font_for(TypeRole.PLATE)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        palette = self.palette()
        left = 0
        for letter in self._letters:
            width = metrics.horizontalAdvance(letter.text)
            painter.setPen(QPen(palette.windowText().color()))
            painter.drawText(
                QRect(left, 0, width + 1, metrics.height()), Qt.AlignmentFlag.AlignLeft, letter.text
            )
            if letter.differs:
                painter.fillRect(QRect(left, metrics.height(), width, _BAR), palette.highlight())
            left += width + _GAP
