"""A week as a calendar of prices: a column a day, a block for each span of one rule, darker where dearer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
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
from console.theme.space import MEDIUM, SMALL, TIGHT
from console.widgets.following import Following
from console.widgets.painting import elided, paint_focus, paint_hatch

_DAY_S: Final = 24 * 3600
_HOURS_MARKED: Final = (0, 6, 12, 18, 24)
_LEAST_WIDTH: Final = 280
_LEAST_LINES: Final = 12
# The dearest hour of the week; lighter ones in proportion. Text stays readable on it in each theme.
_DARKEST: Final = 0.42
_LIGHTEST: Final = 0.10


@dataclass(frozen=True, slots=True)
class WeekBlock:
    """A span of one day under one rule.

    ``day`` is the column from 0, ``start_s`` to ``end_s`` seconds of it; ``figure`` is what an hour costs,
    ``level`` from 0 (free) to 1 (dearest); ``rule`` its name and ``words`` the whole sentence. ``is_gap``:
    no rule takes this time.
    """

    day: int
    start_s: int
    end_s: int
    figure: str
    rule: str
    words: str
    level: float = 0.0
    is_gap: bool = False


class WeekMap(Following):
    """Arrow keys go from block to block; ``read`` carries the sentence of the chosen one."""

    read = Signal(str)
    rule_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[str, ...] = ()
        self._blocks: tuple[WeekBlock, ...] = ()
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def block(self) -> WeekBlock | None:
        """The block that is looked at."""
        return self._blocks[self._at] if self._at < len(self._blocks) else None

    def show_week(self, days: Sequence[str], blocks: Sequence[WeekBlock]) -> None:
        """Show these blocks in columns of these names; the place that is looked at stays."""
        seen = self.block
        self._days, self._blocks = tuple(days), tuple(blocks)
        self._at = self._block_at(seen.day, seen.start_s) if seen is not None else 0
        self._say()

    def choose(self, at: int) -> None:
        """Look at that block."""
        if self._blocks:
            self._at = min(max(0, at), len(self._blocks) - 1)
            self._say()

    def renew(self) -> None:
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(400, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, int(_LEAST_LINES * QFontMetricsF(font_for(TypeRole.QUIET)).height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        block = self.block
        if block is None:
            super().keyPressEvent(event)
            return
        middle = (block.start_s + block.end_s) // 2
        match Qt.Key(event.key()):
            case Qt.Key.Key_Down:
                self.choose(self._at + 1)
            case Qt.Key.Key_Up:
                self.choose(self._at - 1)
            case Qt.Key.Key_Left:
                self.choose(self._block_at(max(block.day - 1, 0), middle))
            case Qt.Key.Key_Right:
                self.choose(self._block_at(min(block.day + 1, len(self._days) - 1), middle))
            case Qt.Key.Key_Home:
                self.choose(0)
            case Qt.Key.Key_End:
                self.choose(len(self._blocks) - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.rule_asked.emit(self._at)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for at, block in enumerate(self._blocks):
            if self._area_of(block).contains(event.position()):
                self.choose(at)
                return

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)
        if self._blocks:
            self.rule_asked.emit(self._at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_scales(painter)
        for block in self._blocks:
            self._paint_block(painter, block)
        self._paint_legend(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.block is not None:
            ink = Role.ACCENT if self.hasFocus() else Role.LINE_STRONG
            painter.setPen(QPen(current_theme().colour(ink), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._area_of(self.block).adjusted(1, 1, -1, -1))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))
        painter.end()

    def _paint_scales(self, painter: QPainter) -> None:
        theme, area, font = current_theme(), self._plot(), font_for(TypeRole.QUIET)
        height = QFontMetricsF(font).height()
        painter.setFont(font)
        painter.setPen(theme.colour(Role.TEXT_QUIET))
        for at, name in enumerate(self._days):
            place = QRectF(self._left(at), area.top() - height - TIGHT, self._day_width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, elided(name, font, place.width()))
        for hour in _HOURS_MARKED:
            y = area.top() + area.height() * hour / 24
            place = QRectF(0, y - height / 2, area.left() - SMALL, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, f"{hour:02d}")

    def _paint_block(self, painter: QPainter, block: WeekBlock) -> None:
        theme, area = current_theme(), self._area_of(block)
        if block.is_gap:
            paint_hatch(painter, area)
        else:
            painter.fillRect(area, self._ground_of(block))
        painter.setPen(QPen(theme.colour(Role.SURFACE_RAISED), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        font = font_for(TypeRole.QUIET)
        height = QFontMetricsF(font).height()
        if area.height() < height:
            return
        inside = area.adjusted(2, 0, -2, 0)
        lines = [block.figure] if block.figure else []
        if block.rule and area.height() >= 2 * height:
            lines.append(block.rule)
        painter.setFont(font)
        painter.setPen(theme.colour(Role.TEXT))
        top = inside.center().y() - height * len(lines) / 2
        for at, words in enumerate(lines):
            place = QRectF(inside.left(), top + at * height, inside.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, elided(words, font, inside.width()))

    def _paint_legend(self, painter: QPainter) -> None:
        """Below the days: each ground with its price and its rule, as far as there is room."""
        font = font_for(TypeRole.QUIET)
        metrics = QFontMetricsF(font)
        left, top = self._plot().left(), self.height() - metrics.height() - 1
        side = metrics.height() - TIGHT
        painter.setFont(font)
        for words, block in self._legend().items():
            needed = side + TIGHT + metrics.horizontalAdvance(words)
            if left + needed > self.width():
                return
            swatch = QRectF(left, top + TIGHT / 2, side, side)
            if block.is_gap:
                paint_hatch(painter, swatch)
            else:
                painter.fillRect(swatch, self._ground_of(block))
            painter.setPen(QPen(current_theme().colour(Role.LINE_STRONG), 1.0))
            painter.drawRect(swatch)
            painter.setPen(current_theme().colour(Role.TEXT_QUIET))
            place = QRectF(left + side + TIGHT, top, needed, metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, words)
            left += needed + MEDIUM

    def _legend(self) -> dict[str, WeekBlock]:
        """Each price with its rule, once, in the order in which they come in the week."""
        found: dict[str, WeekBlock] = {}
        for block in self._blocks:
            rule = self.tr("no rule") if block.is_gap else block.rule
            found.setdefault(f"{block.figure} {rule}".strip(), block)
        return found

    def _ground_of(self, block: WeekBlock) -> QColor:
        theme = current_theme()
        if block.level <= 0:
            return theme.colour(Role.SURFACE)
        colour = theme.colour(Role.ACCENT)
        colour.setAlphaF(_LIGHTEST + (_DARKEST - _LIGHTEST) * min(block.level, 1.0))
        return colour

    def _say(self) -> None:
        words = self.block.words if self.block is not None else ""
        self.setAccessibleDescription(words)
        self.read.emit(words)
        self.update()

    def _block_at(self, day: int, second: int) -> int:
        found = 0
        for at, block in enumerate(self._blocks):
            if (block.day, block.start_s) <= (day, second):
                found = at
        return found

    def _plot(self) -> QRectF:
        metrics = QFontMetricsF(font_for(TypeRole.QUIET))
        left = metrics.horizontalAdvance("00") + 2 * SMALL
        top = metrics.height() + SMALL
        bottom = self.height() - metrics.height() * 3 / 2 - SMALL
        return QRectF(left, top, max(self.width() - left - SMALL, 1.0), max(bottom - top, 1.0))

    def _day_width(self) -> float:
        return self._plot().width() / max(len(self._days), 1)

    def _left(self, day: int) -> float:
        return self._plot().left() + day * self._day_width()

    def _area_of(self, block: WeekBlock) -> QRectF:
        area = self._plot()
        top = area.top() + area.height() * block.start_s / _DAY_S
        bottom = area.top() + area.height() * block.end_s / _DAY_S
        corner = QPointF(self._left(block.day), top)
        return QRectF(corner.x(), corner.y(), self._day_width(), bottom - top)
