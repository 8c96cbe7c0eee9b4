"""A table of one-line rows, for the keyboard, that says what to do when it is empty."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLabel, QTableView, QWidget

from console.theme import Role, TypeRole, current_theme, font_for, set_tone, set_type
from console.theme.space import LARGE, MEDIUM, SMALL, TARGET
from console.widgets.following import LOOK_CHANGES

WIDEST_COLUMN = 480
MEASURED_ROWS = 60


class QuietTable(QTableView):
    """Whole rows are chosen, with arrow keys or a click; Enter or a double click emits ``activated``.

    Right-aligned figures are the model's doing (``TextAlignmentRole``).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty_title = ""
        self._empty_hint = ""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(MEASURED_ROWS)
        header.setMaximumSectionSize(WIDEST_COLUMN)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._set_heights()

    def set_empty(self, title: str, hint: str = "") -> None:
        """What stands in the table while it has no rows."""
        self._empty_title, self._empty_hint = title, hint
        self.viewport().update()

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 - Qt's own name
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._on_reset)

    def _on_reset(self) -> None:
        self.viewport().update()

    def _set_heights(self) -> None:
        height = QFontMetricsF(font_for(TypeRole.BODY)).height()
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(TARGET - SMALL)
        rows.setDefaultSectionSize(max(TARGET, int(height + MEDIUM)))
        self.horizontalHeader().setFont(font_for(TypeRole.QUIET))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self._set_heights()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        model = self.model()
        if not self._empty_title or (model is not None and model.rowCount() > 0):
            return
        painter = QPainter(self.viewport())
        painter.setPen(current_theme().colour(Role.TEXT_QUIET))
        area = QRectF(self.viewport().rect()).adjusted(LARGE, LARGE, -LARGE, -LARGE)
        title, hint = font_for(TypeRole.STRONG), font_for(TypeRole.BODY)
        middle = area.center().y()
        upper = QRectF(area.left(), area.top(), area.width(), middle - area.top())
        lower = QRectF(area.left(), middle + SMALL, area.width(), area.bottom() - middle)
        centre, wrap = Qt.AlignmentFlag.AlignHCenter, Qt.TextFlag.TextWordWrap
        painter.setFont(title)
        painter.drawText(upper, centre | Qt.AlignmentFlag.AlignBottom | wrap, self._empty_title)
        painter.setFont(hint)
        painter.drawText(lower, centre | Qt.AlignmentFlag.AlignTop | wrap, self._empty_hint)
        painter.end()


class TableFoot(QWidget):
    """The line below a table: how many rows to the left, their sum to the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._sum = QLabel(), QLabel()
        set_type(self._count, TypeRole.QUIET)
        set_tone(self._count, Role.TEXT_QUIET)
        set_type(self._sum, TypeRole.STRONG)
        set_tone(self._sum, Role.MONEY)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._sum)
        for label in (self._count, self._sum):
            label.setTextFormat(Qt.TextFormat.PlainText)

    def show_words(self, count: str, total: str = "") -> None:
        """Say how many there are, and what they come to."""
        self._count.setText(count)
        self._sum.setText(total)
