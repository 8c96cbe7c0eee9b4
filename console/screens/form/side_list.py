"""A list to choose from at the side: rows of a finger's height, a key's cap before, a remark below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from console.theme import Role, TypeRole, current_theme, font_for
from console.theme.space import MEDIUM, SMALL, TARGET, TIGHT
from console.theme.type import text_scale
from console.widgets.following import LOOK_CHANGES
from console.widgets.painting import elided, key_cap_height, key_cap_width, paint_key_cap

REMARK = Qt.ItemDataRole.UserRole
KEY = Qt.ItemDataRole.UserRole + 1
BAR = 3
WIDTH = 220


class SideList(QListWidget):
    """Rows by ``add``; the chosen one has a bar at its left, so that it is not told by colour alone.

    ``width`` 0 is as wide as its place.
    """

    def __init__(self, parent: QWidget | None = None, *, width: int = WIDTH) -> None:
        super().__init__(parent)
        self._width = width
        self._keep_width()
        self.setItemDelegate(_Row(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)

    def add(self, text: str, remark: str = "", key: str = "") -> None:
        """Add a row."""
        item = QListWidgetItem(text)
        item.setData(REMARK, remark)
        item.setData(KEY, key)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {remark}" if remark else text)
        self.addItem(item)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self._keep_width()
            self.scheduleDelayedItemsLayout()

    def _keep_width(self) -> None:
        if self._width:
            self.setFixedWidth(round(self._width * text_scale()))


class _Row(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        height = QFontMetricsF(font_for(TypeRole.BODY)).height()
        if index.data(REMARK):
            height += QFontMetricsF(font_for(TypeRole.QUIET)).height()
        return QSize(option.rect.width(), max(TARGET + TIGHT, int(height + 2 * SMALL)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = current_theme()
        area = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour(Role.ACCENT_SOFT))
            painter.fillRect(QRectF(area.left(), area.top(), BAR, area.height()), theme.colour(Role.ACCENT))
        left = area.left() + MEDIUM
        key = str(index.data(KEY) or "")
        if key:
            corner = QPointF(left, area.center().y() - key_cap_height() / 2)
            paint_key_cap(painter, key, corner, Role.TEXT_QUIET, None)
            left += key_cap_width(key) + MEDIUM
        remark = str(index.data(REMARK) or "")
        title_font, remark_font = (
            font_for(TypeRole.STRONG if remark else TypeRole.BODY),
            font_for(TypeRole.QUIET),
        )
        words = QRectF(left, area.top() + SMALL, area.right() - left - SMALL, area.height() - 2 * SMALL)
        side = Qt.AlignmentFlag.AlignTop if remark else Qt.AlignmentFlag.AlignVCenter
        painter.setFont(title_font)
        painter.setPen(theme.colour(Role.TEXT))
        title = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.drawText(words, side, elided(title, title_font, words.width()))
        if remark:
            remark_font = font_for(TypeRole.QUIET)
            painter.setFont(remark_font)
            painter.setPen(theme.colour(Role.TEXT_QUIET))
            painter.drawText(words, Qt.AlignmentFlag.AlignBottom, elided(remark, remark_font, words.width()))
