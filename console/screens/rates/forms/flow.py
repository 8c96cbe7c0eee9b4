"""A row of widgets that begins a new line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from console.theme.space import SMALL, TIGHT


class Flow(QWidget):
    """Sentences with fields stay readable in a narrow column; what is hidden takes no room.

    It sets its children itself: a layout of our own would have to own Qt's layout items from Python.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = SMALL) -> None:
        super().__init__(parent)
        self._gap = gap
        self._row: list[QWidget] = []
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the end."""
        for widget in widgets:
            self._row.append(widget)
            if widget.parentWidget() is not self:
                widget.setParent(self)
            widget.show()
        self.updateGeometry()
        self._arrange()

    def clear(self) -> None:
        """Forget the order; the widgets stay children, for whoever puts them back or deletes them."""
        self._row.clear()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        lines = self._lines(width)
        return sum(map(_height, lines)) + TIGHT * max(0, len(lines) - 1)

    def minimumSizeHint(self) -> QSize:
        shown = self._shown()
        widest = max((_least_width(widget) for widget in shown), default=0)
        return QSize(widest, max((widget.sizeHint().height() for widget in shown), default=0))

    def sizeHint(self) -> QSize:
        sizes = [widget.sizeHint() for widget in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.updateGeometry()
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._row if not widget.isHidden()]

    def _arrange(self) -> None:
        top = 0
        for line in self._lines(self.width()):
            tall, left = _height(line), 0
            for widget, size in line:
                widget.setGeometry(
                    QRect(left, top + (tall - size.height()) // 2, size.width(), size.height())
                )
                left += size.width() + self._gap
            top += tall + TIGHT

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        lines: list[list[tuple[QWidget, QSize]]] = []
        used = 0
        for widget in self._shown():
            hint = widget.sizeHint()
            size = QSize(min(hint.width(), max(width, _least_width(widget))), hint.height())
            if not lines or used + self._gap + size.width() > width:
                lines.append([])
                used = size.width()
            else:
                used += self._gap + size.width()
            lines[-1].append((widget, size))
        return lines


def _least_width(widget: QWidget) -> int:
    return widget.minimumWidth() or widget.minimumSizeHint().width()


def _height(line: list[tuple[QWidget, QSize]]) -> int:
    return max((size.height() for _widget, size in line), default=0)
