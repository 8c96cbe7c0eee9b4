"""How something is, as a shape and a word; never as a colour alone."""

from __future__ import annotations

from enum import StrEnum
from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.theme import Role, TypeRole, current_theme, font_for
from console.theme.space import TIGHT
from console.widgets.following import Following
from console.widgets.painting import elided


class State(StrEnum):
    """How a thing is; QUIET says that nothing is to be said."""

    OK = "ok"
    ATTENTION = "attention"
    ALARM = "alarm"
    UNKNOWN = "unknown"
    QUIET = "quiet"


_INK: Final = {
    State.OK: Role.OK,
    State.ATTENTION: Role.ATTENTION,
    State.ALARM: Role.ALARM,
    State.UNKNOWN: Role.UNKNOWN,
    State.QUIET: Role.TEXT_QUIET,
}


def ink_of(state: State | str) -> Role:
    """The colour that words of a state are written in."""
    return _INK[State(state)]


def paint_shape(painter: QPainter, state: State, area: QRectF) -> None:
    """The shape of a state: a disc with a tick, a triangle, an octagon, a hatched ring, a small dot."""
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.colour(_INK[state])
    size = min(area.width(), area.height())
    box = QRectF(area.center().x() - size / 2, area.center().y() - size / 2, size, size).adjusted(
        1, 1, -1, -1
    )
    painter.setPen(QPen(ink, max(1.5, size / 9)))
    match state:
        case State.OK:
            painter.drawPolyline(_points(box, (0.08, 0.55), (0.38, 0.85), (0.95, 0.18)))
        case State.ATTENTION:
            painter.setBrush(theme.colour(Role.ATTENTION_FILL))
            painter.drawPolygon(_points(box, (0.5, 0.02), (1.0, 0.95), (0.0, 0.95)))
            _paint_mark(painter, box.adjusted(0, size * 0.22, 0, 0), Role.TEXT_ON_ATTENTION)
        case State.ALARM:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Role.ALARM_FILL))
            painter.drawPolygon(_octagon(box))
            _paint_mark(painter, box, Role.TEXT_ON_ALARM)
        case State.UNKNOWN:
            painter.setBrush(Qt.BrushStyle.BDiagPattern)
            painter.setPen(QPen(ink, 1.2, Qt.PenStyle.DashLine))
            brush = painter.brush()
            brush.setColor(ink)
            painter.setBrush(brush)
            painter.drawEllipse(box)
        case State.QUIET:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(box.center(), size / 6, size / 6)
    painter.restore()


class StatusLamp(Following):
    """A state's shape alone, for where its word stands beside it; the name is read out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = State.UNKNOWN
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def state(self) -> State:
        """The state shown."""
        return self._state

    def show_state(self, state: State | str, name: str = "") -> None:
        """Show the state; ``name`` is what a screen reader and the tool tip say."""
        self._state = State(state)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        side = round(QFontMetricsF(font_for(TypeRole.BODY)).height())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_shape(painter, self._state, QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.end()


class StatusWord(Following):
    """A state's shape and its word; the word is cut where there is no room, whole in the tool tip."""

    def __init__(self, parent: QWidget | None = None, *, type_role: TypeRole = TypeRole.QUIET) -> None:
        super().__init__(parent)
        self._state = State.UNKNOWN
        self._text = ""
        self._type = type_role
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def state(self) -> State:
        """The state shown."""
        return self._state

    def text(self) -> str:
        """The word shown."""
        return self._text

    def show_state(self, state: State | str, text: str) -> None:
        """Show the state with its word."""
        if (State(state), text) == (self._state, self._text):
            return
        self._state, self._text = State(state), text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font_for(self._type))
        width = metrics.height() + TIGHT + metrics.horizontalAdvance(self._text[:64]) + 2
        return QSize(int(width + 1), int(metrics.height() + TIGHT + 1))

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetricsF(font_for(self._type))
        least = (
            metrics.height()
            + TIGHT
            + min(metrics.horizontalAdvance(self._text[:64]), metrics.averageCharWidth() * 7)
        )
        return QSize(int(least + 1), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = font_for(self._type)
        side = QFontMetricsF(font).height() * 0.86
        paint_shape(painter, self._state, QRectF(0, (self.height() - side) / 2, side, side))
        left = side + TIGHT + 1
        painter.setFont(font)
        quiet = self._state in {State.OK, State.QUIET}
        painter.setPen(current_theme().colour(Role.TEXT_QUIET if quiet else _INK[self._state]))
        area = QRectF(left, 0, self.width() - left, self.height())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags, elided(self._text, font, area.width()))
        painter.end()


def _points(box: QRectF, *places: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in places])


def _octagon(box: QRectF) -> QPolygonF:
    centre, radius = box.center(), box.width() / 2 * 1.04
    turns = [pi / 8 + step * pi / 4 for step in range(8)]
    return QPolygonF(
        [QPointF(centre.x() + radius * cos(turn), centre.y() + radius * sin(turn)) for turn in turns]
    )


def _paint_mark(painter: QPainter, box: QRectF, role: Role) -> None:
    """An exclamation mark, as two lines, so that it stays sharp in every size."""
    ink, width = current_theme().colour(role), max(1.3, box.width() / 8)
    painter.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    centre, height = box.center(), box.height()
    painter.drawLine(
        QPointF(centre.x(), centre.y() - height * 0.24), QPointF(centre.x(), centre.y() + height * 0.06)
    )
    painter.drawPoint(QPointF(centre.x(), centre.y() + height * 0.27))
