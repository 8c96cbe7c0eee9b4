"""Paints a row of the palette: icon, title, why not, key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.theme import Role, TypeRole, current_theme, font_for, icon_names, paint_icon
from console.theme.icons import ICON_SIZE
from console.theme.space import LARGE, MEDIUM, RADIUS, SMALL, TARGET, TIGHT
from console.theme.type import text_scale
from console.widgets.painting import elided, key_cap_height, key_cap_width, paint_key_cap
from console.widgets.palette_items import PaletteItem

ITEM_ROLE = Qt.ItemDataRole.UserRole


class ItemRow(QStyledItemDelegate):
    """A row; what cannot be done now is quiet and says why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        height = QFontMetricsF(font_for(TypeRole.BODY)).height() + MEDIUM
        return QSize(0, int(max(height, TARGET, key_cap_height() + SMALL)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item = index.data(ITEM_ROLE)
        if not isinstance(item, PaletteItem):
            return
        area = QRectF(option.rect)
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(theme.colour(Role.ACCENT))
            painter.setBrush(theme.colour(Role.ACCENT_SOFT))
            painter.drawRoundedRect(area.adjusted(SMALL + 0.5, 1.5, -SMALL - 0.5, -1.5), RADIUS, RADIUS)
        ink = Role.TEXT if item.enabled else Role.TEXT_QUIET
        left, right = area.left() + LARGE, area.right() - LARGE
        side = ICON_SIZE * text_scale()
        if item.icon in icon_names():
            paint_icon(painter, item.icon, ink, QRectF(left, area.center().y() - side / 2, side, side))
        left += side + MEDIUM
        if item.key:
            right -= key_cap_width(item.key)
            corner = QPointF(right, area.center().y() - key_cap_height() / 2)
            paint_key_cap(painter, item.key, corner, Role.TEXT_QUIET, Role.SURFACE)
            right -= MEDIUM
        self._paint_words(painter, item, QRectF(left, area.top(), right - left, area.height()))
        painter.restore()

    def _paint_words(self, painter: QPainter, item: PaletteItem, area: QRectF) -> None:
        theme = current_theme()
        body, quiet = font_for(TypeRole.BODY), font_for(TypeRole.QUIET)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        title = elided(item.title, body, area.width())
        painter.setFont(body)
        painter.setPen(theme.colour(Role.TEXT if item.enabled else Role.TEXT_QUIET))
        painter.drawText(area, flags, title)
        if item.enabled or not item.reason:
            return
        rest = area.adjusted(QFontMetricsF(body).horizontalAdvance(title) + LARGE, TIGHT / 2, 0, TIGHT / 2)
        painter.setFont(quiet)
        painter.setPen(theme.colour(Role.ATTENTION))
        painter.drawText(rest, flags, elided(item.reason, quiet, rest.width()))
