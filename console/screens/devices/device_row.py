"""Paints a row of the list of devices: a lane's heading, or a device with its shape, word and sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.theme import Role, TypeRole, current_theme, font_for, paint_icon
from console.theme.icons import ICON_SIZE
from console.theme.space import MEDIUM, SMALL, TARGET, TIGHT
from console.theme.type import text_scale
from console.widgets.painting import elided, paint_hatch
from console.widgets.status import State, ink_of, paint_shape

ROW: Final = Qt.ItemDataRole.UserRole
BAR: Final = 3
_LOUD: Final = frozenset({State.ALARM, State.ATTENTION})


@dataclass(frozen=True, slots=True)
class Heading:
    """A lane's name above its devices."""

    title: str


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A device as it stands in the list; ``sentence`` only where something is wrong."""

    device_id: str
    icon: str
    title: str
    state: State
    word: str
    since: str
    sentence: str = ""


class RowPainter(QStyledItemDelegate):
    """A quiet row is one line high; one that wants somebody says why on a second."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW)
        line = QFontMetricsF(font_for(TypeRole.BODY)).height()
        quiet = QFontMetricsF(font_for(TypeRole.QUIET)).height()
        if isinstance(row, Heading):
            return QSize(option.rect.width(), int(quiet + MEDIUM))
        height = max(TARGET, line + SMALL)
        if isinstance(row, DeviceRow) and row.sentence:
            height += quiet + TIGHT
        return QSize(option.rect.width(), int(height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, area = index.data(ROW), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            _paint_heading(painter, area, row)
        elif isinstance(row, DeviceRow):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            _paint_device(painter, area, row, chosen=chosen)
        painter.restore()


def _paint_heading(painter: QPainter, area: QRectF, row: Heading) -> None:
    font = font_for(TypeRole.QUIET)
    painter.setFont(font)
    painter.setPen(current_theme().colour(Role.TEXT_QUIET))
    words = area.adjusted(MEDIUM, 0, -SMALL, -TIGHT)
    painter.drawText(words, Qt.AlignmentFlag.AlignBottom, elided(row.title, font, words.width()))


def _paint_device(painter: QPainter, area: QRectF, row: DeviceRow, *, chosen: bool) -> None:
    theme = current_theme()
    if chosen:
        painter.fillRect(area, theme.colour(Role.ACCENT_SOFT))
        painter.fillRect(QRectF(area.left(), area.top(), BAR, area.height()), theme.colour(Role.ACCENT))
    font, quiet = font_for(TypeRole.BODY), font_for(TypeRole.QUIET)
    high = QFontMetricsF(quiet).height() + TIGHT if row.sentence else 0.0
    upper = area.adjusted(MEDIUM, TIGHT if high else 0, -MEDIUM, -high)
    side = ICON_SIZE * text_scale()
    paint_icon(
        painter,
        row.icon,
        Role.TEXT_QUIET,
        QRectF(upper.left(), upper.center().y() - side / 2, side, side),
    )
    left = upper.left() + side + MEDIUM
    right = _paint_state(painter, upper, row)
    painter.setFont(font_for(TypeRole.STRONG) if row.state in _LOUD else font)
    painter.setPen(theme.colour(Role.TEXT))
    words = QRectF(left, upper.top(), right - left - SMALL, upper.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, elided(row.title, painter.font(), words.width()))
    if high:
        below = QRectF(left, upper.bottom() - TIGHT, area.right() - left - MEDIUM, high)
        painter.setFont(quiet)
        painter.setPen(theme.colour(ink_of(row.state)))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, elided(row.sentence, quiet, below.width()))


def _paint_state(painter: QPainter, area: QRectF, row: DeviceRow) -> float:
    """Shape, word and since when, from the right; gives where the rest has to end."""
    theme, quiet = current_theme(), font_for(TypeRole.QUIET)
    metrics = QFontMetricsF(quiet)
    # All words begin below each other, so that the eye runs down a straight edge.
    wide = metrics.averageCharWidth() * 40
    left = max(area.left() + area.width() * 0.36, area.right() - wide)
    side = metrics.height() * 0.86
    box = QRectF(left, area.center().y() - side / 2, side, side)
    text = QRectF(left + side + TIGHT, area.top(), area.right() - left - side - TIGHT, area.height())
    loud = row.state in _LOUD
    font = font_for(TypeRole.STRONG) if loud else quiet
    if loud:
        font.setPointSizeF(quiet.pointSizeF())
    word_wide = QFontMetricsF(font).horizontalAdvance(row.word)
    if row.state is State.UNKNOWN:
        # Behind the shape alone: words must be read in every theme.
        paint_hatch(painter, box.adjusted(-TIGHT, -2, TIGHT, 2))
    paint_shape(painter, row.state, box)
    painter.setFont(font)
    painter.setPen(theme.colour(ink_of(row.state) if loud else Role.TEXT_QUIET))
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, elided(row.word, font, text.width()))
    rest = text.adjusted(word_wide + SMALL, 0, 0, 0)
    if rest.width() > metrics.averageCharWidth() * 4 and row.since:
        painter.setFont(quiet)
        painter.setPen(theme.colour(Role.TEXT_QUIET))
        painter.drawText(
            rest,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            elided(row.since, quiet, rest.width()),
        )
    return left
