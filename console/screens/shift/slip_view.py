"""A shift's slip as it comes out of the printer: the same rows, painted on paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from console.theme import TypeRole, font_for
from console.widgets.following import LOOK_CHANGES
from reports.slip_row import RowStyle, SlipRow

WIDTH: Final = 330
EDGE: Final = 16
GAP: Final = 4
# Paper is white and its print black in every theme: that is what lies in the hand.
_PAPER, _INK, _GREY = QColor("#fdfdfb"), QColor("#1b1b1b"), QColor("#5c5c5c")
_FONTS: Final = {
    RowStyle.MARK: TypeRole.TITLE,
    RowStyle.HEAD: TypeRole.TITLE,
    RowStyle.QUIET: TypeRole.QUIET,
    RowStyle.SECTION: TypeRole.STRONG,
    RowStyle.PAIR: TypeRole.BODY,
    RowStyle.SUM: TypeRole.STRONG,
    RowStyle.NOTE: TypeRole.QUIET,
    RowStyle.CODE: TypeRole.PLATE_SMALL,
    RowStyle.SIGNATURE: TypeRole.QUIET,
}
_CENTRED: Final = frozenset({RowStyle.MARK, RowStyle.HEAD, RowStyle.QUIET})


class SlipView(QScrollArea):
    """Scrolls where the slip is longer than its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = _Paper()
        self.setWidget(self._paper)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    @property
    def words(self) -> str:
        """All that stands on it."""
        return "\n".join(f"{row.label} {row.value}".strip() for row in self._paper.rows)

    def show_rows(self, rows: Sequence[SlipRow]) -> None:
        """Show this slip, from its top."""
        self._paper.show_rows(rows)
        self.verticalScrollBar().setValue(0)
        self.setAccessibleName(self.words)


class _Paper(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[SlipRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[SlipRow]) -> None:
        self.rows = tuple(rows)
        self._fit()

    def _fit(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        height = sum(self._height(row) + GAP for row in self.rows)
        return QSize(WIDTH, round(height + 2 * EDGE) if self.rows else 0)

    def _font(self, row: SlipRow) -> QFont:
        return font_for(_FONTS[row.style], 1.0)

    def _height(self, row: SlipRow) -> float:
        metrics = QFontMetricsF(self._font(row))
        above = {RowStyle.SECTION: 10.0, RowStyle.SIGNATURE: 34.0, RowStyle.CODE: 4.0}.get(row.style, 0.0)
        return above + self._words_height(row, metrics)

    def _words_height(self, row: SlipRow, metrics: QFontMetricsF) -> float:
        """A long name takes more lines; its figure stands beside the first."""
        room = QRectF(0, 0, self._label_width(row, metrics), 10_000)
        return max(
            metrics.height(), metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, row.label).height()
        )

    def _label_width(self, row: SlipRow, metrics: QFontMetricsF) -> float:
        value = metrics.horizontalAdvance(row.value) + 12 if row.value else 0.0
        return WIDTH - 2 * EDGE - value

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _PAPER)
        top = float(EDGE)
        for row in self.rows:
            height = self._height(row)
            self._paint_row(painter, row, QRectF(EDGE, top, WIDTH - 2 * EDGE, height))
            top += height + GAP
        painter.end()

    def _paint_row(self, painter: QPainter, row: SlipRow, area: QRectF) -> None:
        font = self._font(row)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(_GREY if row.style in {RowStyle.QUIET, RowStyle.NOTE} else _INK)
        words = QRectF(area)
        words.setTop(area.bottom() - self._words_height(row, metrics))
        if row.style in {RowStyle.SECTION, RowStyle.SIGNATURE}:
            painter.setPen(QPen(_GREY, 1))
            painter.drawLine(words.topLeft(), words.topRight())
            painter.setPen(_INK)
        wrap = Qt.TextFlag.TextWordWrap
        if row.style in _CENTRED:
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | wrap, row.label)
            return
        label = QRectF(words)
        label.setWidth(self._label_width(row, metrics))
        painter.drawText(label, Qt.AlignmentFlag.AlignLeft | wrap, row.label)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, row.value)
