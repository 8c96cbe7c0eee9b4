"""A kept photo, as large as there is room for it, with its caption; honest where there is none."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

USUAL_PROPORTION = 16 / 9


class StillView(QWidget):
    """Paints the picture; says where it has none, or none yet because another console took it."""

    def __init__(self, parent: QWidget | None = None, *, least: QSize | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._is_on_its_way = False
        self._least = least or QSize(160, 60)
        self.setMinimumSize(self._least)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def show_picture(self, image: QImage | None, *, is_on_its_way: bool = False) -> None:
        """Show this picture, or that there is none, or none yet."""
        self._image, self._is_on_its_way = image, is_on_its_way
        self.update()

    @property
    def proportion(self) -> float:
        """Width by height of the picture; that of most cameras where there is none."""
        if self._image is None or self._image.isNull():
            return USUAL_PROPORTION
        return self._image.width() / self._image.height()

    def minimumSizeHint(self) -> QSize:
        return self._least

    def sizeHint(self) -> QSize:
        # As small as may be: a layout takes it for what is needed, and the photo takes what is left.
        return self._least

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        if self._image is None or self._image.isNull():
            painter.fillRect(self.rect(), palette.alternateBase())
            painter.setPen(palette.placeholderText().color())
            words = self.tr("Photo on its way") if self._is_on_its_way else self.tr("No picture")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._place(self._image.size()), self._image)

    def _place(self, size: QSize) -> QRect:
        """At the top: words stand beside it there."""
        scaled = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(0, 0, scaled.width(), scaled.height())
