"""All keys on one sheet (F1)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from console.theme import Role, TypeRole, current_theme, font_for, set_type
from console.theme.space import HUGE, LARGE, MEDIUM, SMALL, WIDE
from console.widgets.following import Following
from console.widgets.overlay import Overlay
from console.widgets.painting import elided, key_cap_height, key_cap_width, key_words, paint_key_cap
from console.widgets.palette_items import PaletteItem

COLUMNS = 2


class KeySheet(Overlay):
    """The items that have a key, in two columns; Esc or F1 closes it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=760, height=520)
        self._title = QLabel()
        set_type(self._title, TypeRole.TITLE)
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, SMALL, 0)
        self._grid.setHorizontalSpacing(HUGE)
        self._grid.setVerticalSpacing(SMALL)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        self._area.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(self._title)
        column.addWidget(self._area)
        self._retranslate()

    def open_with(self, items: Sequence[PaletteItem]) -> None:
        """Open over the window with the keys of these items."""
        while (old := self._grid.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        keyed = [item for item in items if item.key]
        widest = max((item.key for item in keyed), key=key_cap_width, default="")
        height = 0
        rows = (len(keyed) + COLUMNS - 1) // COLUMNS
        for place, item in enumerate(keyed):
            line = _KeyLine(item, widest)
            self._grid.addWidget(line, place % max(rows, 1), place // max(rows, 1))
            height = max(height, line.sizeHint().height())
        self._grid.setRowStretch(rows, 1)
        head = self._title.sizeHint().height() + 2 * LARGE + 2 * MEDIUM
        self.want_height(head + rows * (height + SMALL))
        self.open()
        self._area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shown_keys(self) -> list[str]:
        """The keys on the sheet."""
        return [line.item.key for line in self._inside.findChildren(_KeyLine)]

    def _retranslate(self) -> None:
        self._title.setText(self.tr("All keys"))
        self.setAccessibleName(self.tr("All keys"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.dismiss()
            event.accept()
            return
        super().keyPressEvent(event)


class _KeyLine(Following):
    """One key with what it does."""

    def __init__(self, item: PaletteItem, widest_key: str) -> None:
        super().__init__()
        self.item = item
        self._widest_key = widest_key
        self.setAccessibleName(f"{key_words(item.key)}: {item.title}")

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font_for(TypeRole.BODY))
        width = self._key_column() + MEDIUM + metrics.horizontalAdvance(self.item.title[:80])
        return QSize(int(width + 2), int(max(metrics.height(), key_cap_height()) + 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(int(self._key_column() * 2), self.sizeHint().height())

    def _key_column(self) -> float:
        return key_cap_width(self._widest_key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        corner = QPointF(0, (self.height() - key_cap_height()) / 2)
        paint_key_cap(painter, self.item.key, corner, Role.TEXT, Role.SURFACE)
        font = font_for(TypeRole.BODY)
        painter.setFont(font)
        role = Role.TEXT if self.item.enabled else Role.TEXT_QUIET
        painter.setPen(current_theme().colour(role))
        left = self._key_column() + MEDIUM
        area = QRectF(left, 0, self.width() - left, self.height())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags, elided(self.item.title, font, area.width()))
        painter.end()
