"""A panel that lies over the window for a moment, and gives the keyboard back when it goes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QWidget

from console.theme import set_state
from console.theme.space import HUGE, LARGE
from console.theme.type import text_scale

_SHADOW_BLUR: Final = 48
_SHADOW: Final = QColor(0, 0, 0, 110)


class Overlay(QFrame):
    """Opens over its parent window, in the upper middle; Esc and a loss of the keyboard close it.

    It is the only thing with a shadow, because it is the only thing that lies above another.
    """

    closed = Signal()

    def __init__(self, window: QWidget, *, width: int, height: int) -> None:
        super().__init__(window)
        self._width = width
        self._height = height
        self._pixels_high = 0
        self._before: QWidget | None = None
        set_state(self, "quiet")
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(_SHADOW_BLUR)
        shadow.setOffset(QPoint(0, 12).toPointF())
        shadow.setColor(_SHADOW)
        self.setGraphicsEffect(shadow)
        self.hide()
        window.installEventFilter(self)

    def open(self) -> None:
        """Show it, and remember who had the keyboard."""
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()

    def want_height(self, pixels: int) -> None:
        """Be that high from the next opening on, whatever the scale, where the window has the room."""
        self._pixels_high = pixels

    def dismiss(self) -> None:
        """Close it; the keyboard goes back to where it was."""
        if self.isVisible():
            self.hide()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        scale = text_scale()
        width = min(round(self._width * scale), window.width() - 2 * LARGE)
        height = min(self._pixels_high or round(self._height * scale), window.height() - 2 * HUGE)
        self.setGeometry(
            (window.width() - width) // 2, max(HUGE, (window.height() - height) // 5), width, height
        )

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.spontaneous():
            return
        before, self._before = self._before, None
        try:
            if before is not None and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
        except RuntimeError:
            # The widget was deleted on the C++ side while the overlay was open.
            pass
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            event.accept()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
