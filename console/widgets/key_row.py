"""Buttons side by side, and below each other where they find no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 8


class KeyRow(QWidget):
    """A row of widgets as wide as they want to be; what does not fit begins the next line.

    Hidden ones take no room. Its height follows from its width.
    """

    def __init__(self, *widgets: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets = widgets
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            widget.setParent(self)
            widget.installEventFilter(self)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's own name
        """How high it is on so much width."""
        places = self._places(width)
        return max((place.bottom() + 1 for _widget, place in places), default=0)

    def sizeHint(self) -> QSize:
        sizes = [widget.sizeHint() for widget in self._shown()]
        width = sum(size.width() for size in sizes) + GAP * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        widest = max((widget.sizeHint().width() for widget in self._shown()), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        places, x, y, line = [], 0, 0, 0
        for widget in self._shown():
            size = widget.sizeHint()
            if x and x + size.width() > width:
                x, y, line = 0, y + line + GAP, 0
            places.append((widget, QRect(x, y, min(size.width(), max(width, 1)), size.height())))
            x += size.width() + GAP
            line = max(line, size.height())
        return places

    def _place(self) -> None:
        for widget, place in self._places(self.width()):
            widget.setGeometry(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.updateGeometry()
            self._place()
        return super().eventFilter(watched, event)
