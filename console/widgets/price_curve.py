"""What a stay costs by its length, as a step line to be read with the pointer or the keys."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.formats import format_duration
from console.theme import Role, TypeRole, current_theme, font_for
from console.theme.space import MEDIUM, SMALL, TIGHT
from console.widgets.chart_scale import length_ticks, value_ticks
from console.widgets.following import Following
from console.widgets.painting import elided, paint_focus

_LEAST_WIDTH: Final = 240
_LEAST_LINES: Final = 9
_MINUTE_S: Final = 60
_DOT: Final = 4.0
_STEPS_ACROSS: Final = 96
_SAMPLE: Final = 24.0


@dataclass(frozen=True, slots=True)
class CurveLine:
    """A line: ``edges_s`` are the lengths of stay from which ``amounts_minor`` (one each) are due.

    The first edge is 0; None: stays of this length have no price. ``is_quiet`` marks what another line
    is compared with: it is dashed.
    """

    name: str
    edges_s: tuple[int, ...]
    amounts_minor: tuple[int | None, ...]
    is_quiet: bool = False

    @property
    def most_minor(self) -> int:
        """The highest amount of the line."""
        return max((amount for amount in self.amounts_minor if amount is not None), default=0)

    def amount_at(self, length_s: int) -> int | None:
        """What a stay of that length costs, in minor units; None where it has no price."""
        return self.amounts_minor[max(0, bisect_right(self.edges_s, length_s) - 1)]


class PriceCurve(Following):
    """Left and right move along by minutes, Page Up and Page Down from one change of price to the next.

    ``read`` carries the sentence for the length that is looked at.
    """

    read = Signal(str)

    def __init__(self, money: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._money = money
        self._lines: tuple[CurveLine, ...] = ()
        self._longest_s = 24 * 3600
        self._at_s = 3600
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def length_s(self) -> int:
        """The length of stay that is looked at, in seconds."""
        return self._at_s

    def show_lines(self, lines: Sequence[CurveLine], longest_s: int) -> None:
        """Show these lines up to that length of stay."""
        self._lines, self._longest_s = tuple(lines), max(longest_s, _MINUTE_S)
        self._at_s = min(self._at_s, self._longest_s)
        self._say()

    def look_at(self, length_s: int) -> None:
        """Read the price of a stay of that length."""
        self._at_s = min(max(0, length_s), self._longest_s)
        self._say()

    def sentence(self) -> str:
        """What is read: the length and its price, one price a line where several are compared."""
        if not self._lines:
            return ""
        length = format_duration(timedelta(seconds=self._at_s))
        amounts = [self._amount_of(line) for line in self._lines]
        return self.tr("{length}: {amounts}").format(length=length, amounts=self.tr(", ").join(amounts))

    def _amount_of(self, line: CurveLine) -> str:
        minor = line.amount_at(self._at_s)
        amount = self._money(minor) if minor is not None else self.tr("no price")
        if len(self._lines) == 1:
            return amount
        return self.tr("{name} {amount}").format(name=line.name, amount=amount)

    def renew(self) -> None:
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(400, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, int(_LEAST_LINES * QFontMetricsF(font_for(TypeRole.QUIET)).height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = max(_MINUTE_S, self._longest_s // _STEPS_ACROSS // _MINUTE_S * _MINUTE_S)
        match Qt.Key(event.key()):
            case Qt.Key.Key_Left:
                self.look_at(self._at_s - step)
            case Qt.Key.Key_Right:
                self.look_at(self._at_s + step)
            case Qt.Key.Key_Home:
                self.look_at(0)
            case Qt.Key.Key_End:
                self.look_at(self._longest_s)
            case Qt.Key.Key_PageDown:
                self.look_at(self._next_edge())
            case Qt.Key.Key_PageUp:
                self.look_at(self._edge_before())
            case _:
                super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        area = self._plot()
        share = (event.position().x() - area.left()) / max(area.width(), 1.0)
        self.look_at(round(share * self._longest_s / _MINUTE_S) * _MINUTE_S)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._lines:
            ticks = value_ticks(self._most_minor())
            self._paint_grid(painter, ticks)
            for line in sorted(self._lines, key=lambda one: not one.is_quiet):
                self._paint_line(painter, line, ticks[-1])
            self._paint_reading(painter, ticks[-1])
            if len(self._lines) > 1:
                self._paint_legend(painter)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))
        painter.end()

    def _paint_grid(self, painter: QPainter, ticks: Sequence[int]) -> None:
        theme, area, font = current_theme(), self._plot(), font_for(TypeRole.QUIET)
        height = QFontMetricsF(font).height()
        painter.setFont(font)
        for tick in ticks:
            y = self._y(tick, ticks[-1])
            painter.setPen(QPen(theme.colour(Role.LINE if tick else Role.LINE_STRONG), 1.0))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme.colour(Role.TEXT_QUIET))
            place = QRectF(0, y - height / 2, area.left() - SMALL, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, self._money(tick))
        for length_s in length_ticks(self._longest_s, most=max(2, int(area.width() / (height * 4)))):
            x = self._x(length_s)
            painter.setPen(QPen(theme.colour(Role.LINE), 1.0))
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + TIGHT))
            painter.setPen(theme.colour(Role.TEXT_QUIET))
            words = format_duration(timedelta(seconds=length_s))
            place = QRectF(x - 60, area.bottom() + TIGHT, 120, height)
            if x + QFontMetricsF(font).horizontalAdvance(words) / 2 > self.width():
                place.moveRight(self.width() - 1)
                painter.drawText(place, Qt.AlignmentFlag.AlignRight, words)
            else:
                painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, words)

    def _paint_line(self, painter: QPainter, line: CurveLine, top: int) -> None:
        path, y = QPainterPath(), None
        for edge, amount in zip(line.edges_s, line.amounts_minor, strict=True):
            if edge > self._longest_s:
                break
            if y is not None:
                path.lineTo(self._x(edge), y)
            if amount is None:
                y = None
                continue
            begins, y = y is None, self._y(amount, top)
            if begins:
                path.moveTo(self._x(edge), y)
            else:
                path.lineTo(self._x(edge), y)
        if y is not None:
            path.lineTo(self._x(self._longest_s), y)
        painter.setPen(_pen_of(line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_reading(self, painter: QPainter, top: int) -> None:
        theme, area = current_theme(), self._plot()
        x = self._x(self._at_s)
        painter.setPen(QPen(theme.colour(Role.LINE_STRONG), 1.0, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(QPen(theme.colour(Role.SURFACE_RAISED), 1.5))
        painter.setBrush(theme.colour(Role.MONEY))
        for line in self._lines:
            minor = line.amount_at(self._at_s)
            if minor is not None:
                painter.drawEllipse(QPointF(x, self._y(minor, top)), _DOT, _DOT)
        font = font_for(TypeRole.STRONG)
        painter.setFont(font)
        painter.setPen(theme.colour(Role.MONEY))
        words = elided(self.sentence(), font, self.width() - 2 * SMALL)
        place = QRectF(SMALL, TIGHT, self.width() - 2 * SMALL, QFontMetricsF(font).height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, words)

    def _paint_legend(self, painter: QPainter) -> None:
        """Below the reading, where lines that begin at nothing leave room: how each line is drawn."""
        font = font_for(TypeRole.QUIET)
        metrics, area = QFontMetricsF(font), self._plot()
        left, middle = area.left() + SMALL, area.top() + metrics.height() / 2
        painter.setFont(font)
        for line in self._lines:
            painter.setPen(_pen_of(line))
            painter.drawLine(QPointF(left, middle), QPointF(left + _SAMPLE, middle))
            left += _SAMPLE + TIGHT
            painter.setPen(current_theme().colour(Role.TEXT))
            place = QRectF(left, middle - metrics.height() / 2, area.right() - left, metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, elided(line.name, font, place.width()))
            left += metrics.horizontalAdvance(line.name) + 2 * MEDIUM

    def _say(self) -> None:
        words = self.sentence()
        self.setAccessibleDescription(words)
        self.read.emit(words)
        self.update()

    def _most_minor(self) -> int:
        return max((line.most_minor for line in self._lines), default=0)

    def _next_edge(self) -> int:
        later = [edge for line in self._lines for edge in line.edges_s if edge > self._at_s]
        return min(later, default=self._longest_s)

    def _edge_before(self) -> int:
        earlier = [edge for line in self._lines for edge in line.edges_s if edge < self._at_s]
        return max(earlier, default=0)

    def _plot(self) -> QRectF:
        small, strong = QFontMetricsF(font_for(TypeRole.QUIET)), QFontMetricsF(font_for(TypeRole.STRONG))
        dearest = self._money(value_ticks(self._most_minor())[-1])
        left = small.horizontalAdvance(dearest) + SMALL + TIGHT
        top = strong.height() + MEDIUM
        bottom = self.height() - small.height() - 2 * TIGHT
        return QRectF(left, top, max(self.width() - left - MEDIUM, 1.0), max(bottom - top, 1.0))

    def _x(self, length_s: int) -> float:
        area = self._plot()
        return area.left() + area.width() * min(length_s, self._longest_s) / self._longest_s

    def _y(self, minor: int, top: int) -> float:
        area = self._plot()
        return area.bottom() - area.height() * minor / max(top, 1)


def _pen_of(line: CurveLine) -> QPen:
    """Dashed and quiet for what is compared with, so that the lines are told apart without colours."""
    pen = QPen(current_theme().colour(Role.TEXT_QUIET if line.is_quiet else Role.ACCENT), 2.0)
    if line.is_quiet:
        pen.setStyle(Qt.PenStyle.DashLine)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen
