"""The 24 hours of a day as bars: how many vehicles, and how many of them a person had to help with."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.theme import Role, TypeRole, current_theme, font_for
from console.theme.space import SMALL, TIGHT
from console.widgets.following import Following
from console.widgets.painting import paint_focus
from core.domain.lane_reading import ReadCounts

HOURS: Final = 24
_LEAST_HEIGHT: Final = 120
_MOST_HEIGHT: Final = 300
_LEAST_WIDTH: Final = 24 * 14
_BAR_SHARE: Final = 0.72
_LABEL_EVERY: Final = 3
# The smallest share of a bar that is still seen.
_LEAST_PART: Final = 3.0


class HourStrip(Following):
    """Left and right choose an hour, ``chosen`` carries it; dark hours stand on a darker ground.

    Help is hatched as well as coloured, so that it shows without colours too.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[int, ReadCounts] = {}
        self._dark: AbstractSet[int] = frozenset()
        self._hour = 12
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(_MOST_HEIGHT)

    @property
    def hour(self) -> int:
        """The chosen hour, 0…23."""
        return self._hour

    def show_hours(self, counts: Mapping[int, ReadCounts], dark: AbstractSet[int]) -> None:
        """Show these counts by hour."""
        self._counts, self._dark = dict(counts), dark
        self.update()

    def choose(self, hour: int) -> None:
        """Choose an hour; before the first comes the last."""
        self._hour = hour % HOURS
        self.update()
        self.chosen.emit(self._hour)

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.choose(self._hour + steps[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.choose(0 if key == Qt.Key.Key_Home else HOURS - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        area = self._bars_area()
        if area.width() > 0:
            self.choose(min(HOURS - 1, max(0, int((event.position().x() - area.left()) / self._step()))))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, theme = self._bars_area(), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for hour in self._dark:
            painter.fillRect(self._column(hour).toAlignedRect(), theme.colour(Role.UNKNOWN_SOFT))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((counts.vehicles for counts in self._counts.values()), default=0)
        for hour, counts in self._counts.items():
            if most and counts.vehicles:
                self._paint_bar(painter, hour, counts, area.height() / most)
        painter.setPen(QPen(theme.colour(Role.LINE_STRONG), 1.0))
        painter.drawLine(QPointF(area.left(), area.bottom()), QPointF(area.right(), area.bottom()))
        self._paint_words(painter, most)
        self._paint_choice(painter)
        painter.end()

    def _paint_bar(self, painter: QPainter, hour: int, counts: ReadCounts, pixels_each: float) -> None:
        theme, column = current_theme(), self._column(hour)
        width = column.width() * _BAR_SHARE
        left = column.center().x() - width / 2
        height = max(counts.vehicles * pixels_each, _LEAST_PART)
        asked = max(counts.asked * pixels_each, _LEAST_PART) if counts.asked else 0.0
        whole = QRectF(left, column.bottom() - height, width, height)
        painter.fillRect(whole, theme.colour(Role.LINE_STRONG))
        if asked:
            helped = QRectF(left, whole.top(), width, min(asked, height))
            painter.fillRect(helped, theme.colour(Role.ATTENTION_FILL))
            painter.fillRect(helped, QBrush(theme.colour(Role.SURFACE), Qt.BrushStyle.BDiagPattern))

    def _paint_words(self, painter: QPainter, most: int) -> None:
        font = font_for(TypeRole.QUIET)
        painter.setFont(font)
        painter.setPen(current_theme().colour(Role.TEXT_QUIET))
        area, height = self._bars_area(), QFontMetricsF(font).height()
        for hour in range(0, HOURS, _LABEL_EVERY):
            column = self._column(hour)
            place = QRectF(column.left() - SMALL, area.bottom() + TIGHT, column.width() + 2 * SMALL, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, f"{hour:02d}")
        if most:
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            painter.drawText(QRectF(0, area.top(), area.left() - TIGHT, height), side, str(most))

    def _paint_choice(self, painter: QPainter) -> None:
        """The chosen hour is framed; the whole strip has the ring while it has the keyboard."""
        column = self._column(self._hour)
        ink = Role.ACCENT if self.hasFocus() else Role.LINE_STRONG
        painter.setPen(QPen(current_theme().colour(ink), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(column.adjusted(1, 0, -1, 0))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))

    def _bars_area(self) -> QRectF:
        metrics = QFontMetricsF(font_for(TypeRole.QUIET))
        left = SMALL + metrics.horizontalAdvance("0000") + TIGHT
        bottom = self.height() - metrics.height() - SMALL - TIGHT
        return QRectF(left, SMALL, self.width() - left - SMALL, max(bottom - SMALL, 1.0))

    def _step(self) -> float:
        return self._bars_area().width() / HOURS

    def _column(self, hour: int) -> QRectF:
        area = self._bars_area()
        return QRectF(area.left() + hour * self._step(), area.top(), self._step(), area.height())
