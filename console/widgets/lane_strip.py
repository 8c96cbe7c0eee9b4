"""A lane drawn in one line: the loop before the boom, the boom, the loop behind it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.theme import Role, current_theme
from console.theme.space import SMALL, TIGHT
from console.theme.type import text_scale
from console.widgets.following import Following
from core.services.ports import Boom

_LOOP_WIDTH: Final = 44.0
_HEIGHT: Final = 28.0
_BOOM_LENGTH: Final = 34.0
# It is a drawing, not text: it grows a little with it, and leaves the room to the words.
_MOST_SCALE: Final = 1.2


class LaneStrip(Following):
    """Boom and loops as they were measured; what was not is hatched. Words stand beside it, not in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boom = Boom.UNKNOWN
        self._arming: bool | None = None
        self._closing: bool | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    def show_lane(self, boom: Boom, *, arming: bool | None, closing: bool | None) -> None:
        """Show where the boom is and which loops are occupied; None is not measured."""
        if (boom, arming, closing) != (self._boom, self._arming, self._closing):
            self._boom, self._arming, self._closing = boom, arming, closing
            self._describe()
            self.update()

    def renew(self) -> None:
        self._describe()

    def _describe(self) -> None:
        booms = {
            Boom.UP: self.tr("Boom up"),
            Boom.DOWN: self.tr("Boom down"),
            Boom.MOVING: self.tr("Boom moving"),
            Boom.UNKNOWN: self.tr("Boom not measured"),
        }
        before = {
            True: self.tr("car before it"),
            False: self.tr("free before it"),
            None: self.tr("loop before it not measured"),
        }
        behind = {
            True: self.tr("car behind it"),
            False: self.tr("free behind it"),
            None: self.tr("loop behind it not measured"),
        }
        words = ", ".join((booms[self._boom], before[self._arming], behind[self._closing]))
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        scale = _scale()
        return QSize(int((2 * _LOOP_WIDTH + _BOOM_LENGTH + 3 * SMALL + 8) * scale), int(_HEIGHT * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = _scale()
        painter.scale(scale, scale)
        loop = QRectF(1, 6, _LOOP_WIDTH, _HEIGHT - 10)
        self._paint_loop(painter, loop, self._arming)
        self._paint_boom(painter, loop.right() + SMALL + TIGHT)
        self._paint_loop(
            painter, loop.translated(loop.width() + _BOOM_LENGTH + 2 * SMALL + 8, 0), self._closing
        )
        painter.end()

    def _paint_loop(self, painter: QPainter, area: QRectF, occupied: bool | None) -> None:
        theme = current_theme()
        if occupied is None:
            painter.setPen(QPen(theme.colour(Role.UNKNOWN), 1.2, Qt.PenStyle.DashLine))
            painter.setBrush(QBrush(theme.colour(Role.UNKNOWN), Qt.BrushStyle.BDiagPattern))
        elif occupied:
            painter.setPen(QPen(theme.colour(Role.TEXT), 1.5))
            painter.setBrush(theme.colour(Role.TEXT))
        else:
            painter.setPen(QPen(theme.colour(Role.LINE_STRONG), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, TIGHT, TIGHT)

    def _paint_boom(self, painter: QPainter, left: float) -> None:
        theme = current_theme()
        ink = theme.colour(Role.UNKNOWN if self._boom is Boom.UNKNOWN else Role.TEXT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(left, 12, 7, 13), 1.5, 1.5)
        pivot = QPointF(left + 3.5, 15)
        pen = QPen(ink, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        if self._boom is Boom.UNKNOWN:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        angle = {Boom.UP: 62.0, Boom.MOVING: 32.0, Boom.DOWN: 0.0, Boom.UNKNOWN: 0.0}[self._boom]
        length = _BOOM_LENGTH - 6 if self._boom is not Boom.UP else _BOOM_LENGTH / 2.4
        arm = QLineF.fromPolar(length, angle)
        painter.drawLine(arm.translated(pivot))


def _scale() -> float:
    return min(text_scale(), _MOST_SCALE)
