"""A square code for a phone's camera: dark on white in every theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reports.receipt_code import code_modules

SIDE, LARGEST_SIDE = 264, 360
# A phone held over the counter wants modules of about a millimetre.
WANTED_MODULE = 4
QUIET_MODULES = 4
# Cameras want the contrast, whatever the theme.
_DARK, _LIGHT = QColor(0, 0, 0), QColor(255, 255, 255)


class SquareCode(QWidget):
    """Shows a text as a QR code, each module a whole number of pixels; nothing where there is no text."""

    def __init__(self, parent: QWidget | None = None, *, side: int = SIDE) -> None:
        super().__init__(parent)
        self._text = ""
        self._side = side
        self._modules: list[list[bool]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What the code says."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show this text; the code is made anew only where it is another one."""
        if text != self._text:
            self._text = text
            self._modules = code_modules(text) if text else []
            self.updateGeometry()
            self.update()
        self.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        wanted = (len(self._modules) + 2 * QUIET_MODULES) * WANTED_MODULE
        side = min(max(self._side, wanted), max(self._side, LARGEST_SIDE))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        count = len(self._modules)
        if not count:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), _LIGHT)
        ratio = self.devicePixelRatioF()
        side = min(self.width(), self.height())
        module = max(1, int(side * ratio / (count + 2 * QUIET_MODULES))) / ratio
        left, top = (self.width() - module * count) / 2, (self.height() - module * count) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for y, row in enumerate(self._modules):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(QRectF(left + x * module, top + y * module, module, module), _DARK)
        painter.end()
