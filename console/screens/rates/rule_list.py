"""The list of rules: sentences that wrap, grouped under headings, chosen with arrow keys or a click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from console.screens.rates.places import THE_PLAN, Place
from console.screens.rates.rule_rows import RuleRow
from console.theme import Role, TypeRole, current_theme, font_for
from console.theme.space import LARGE, MEDIUM, SMALL, TIGHT
from console.widgets.following import LOOK_CHANGES

AnyIndex = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
ROW = Qt.ItemDataRole.UserRole
BAR = 3.0
MARK_WIDTH = 20.0
WRAPS = Qt.TextFlag.TextWordWrap


class RuleModel(QAbstractListModel):
    """The rows of a plan."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[RuleRow, ...] = ()

    def show_rows(self, rows: Sequence[RuleRow]) -> None:
        """Show these rows; where the places are the same only the words change, and the view stays put."""
        if [row.place for row in rows] == [row.place for row in self.rows]:
            self.rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].place is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                marked = self.tr("the check has a remark") if row.is_marked else ""
                return ", ".join(part for part in (row.text, row.remark, marked) if part)
            case _:
                return row if role == ROW else None


class RuleList(QListView):
    """``place_chosen`` carries where the chosen part stands; Enter asks for its form."""

    place_chosen = Signal(object)
    form_asked = Signal()
    delete_asked = Signal()
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RuleModel(self)
        self._quiet = False
        self.setModel(self._model)
        self.setItemDelegate(_Sentence(self))
        self.setWordWrap(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)

    @property
    def rows(self) -> tuple[RuleRow, ...]:
        """What is listed."""
        return self._model.rows

    @property
    def chosen(self) -> Place | None:
        """The place of the chosen row; None where none is chosen."""
        row = self._row(self.currentIndex())
        return row.place if row is not None else None

    @property
    def place(self) -> Place:
        """Where the chosen part stands; the plan itself where none is chosen."""
        return self.chosen or THE_PLAN

    def show_rows(self, rows: Sequence[RuleRow], chosen: Place | None) -> None:
        """Show these rows and choose that place (None: none of them), without saying so."""
        self._quiet = True
        self._model.show_rows(rows)
        self.scheduleDelayedItemsLayout()
        if chosen is not None:
            self._choose(chosen)
        self._quiet = False

    def choose(self, place: Place) -> None:
        """Choose the row of that place; nothing happens where it is not listed."""
        self._choose(place)

    def _choose(self, place: Place) -> None:
        current = self._row(self.currentIndex())
        if current is not None and current.place == place:
            return
        for at, row in enumerate(self._model.rows):
            if row.place == place:
                self.setCurrentIndex(self._model.index(at))
                self.scrollTo(self._model.index(at))
                return

    def _row(self, index: AnyIndex) -> RuleRow | None:
        return self._model.rows[index.row()] if 0 <= index.row() < len(self._model.rows) else None

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self._row(current)
        if not self._quiet and row is not None and row.place is not None:
            self.place_chosen.emit(row.place)

    def _on_clicked(self, index: QModelIndex) -> None:
        """A click says where it leads even on the row that is chosen already."""
        row = self._row(index)
        if row is not None and row.place is not None:
            self.place_chosen.emit(row.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.form_asked.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif plain and event.key() == Qt.Key.Key_Insert:
            self.add_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here by Tab marks a row; it leads nowhere before a key says so."""
        self._quiet = True
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self.currentIndex().isValid():
            self.setCurrentIndex(self.currentIndex())
        self._quiet = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self.scheduleDelayedItemsLayout()


class _Sentence(QStyledItemDelegate):
    """A heading in a larger face with space above it, or a sentence; a remark below in the quiet tone."""

    def __init__(self, parent: RuleList) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        row = index.data(ROW)
        width = self._list.viewport().width()
        words = self._words_width(row, width)
        height = _height_of(row.text, _font_of(row), words)
        if row.remark:
            height += _height_of(row.remark, font_for(TypeRole.QUIET), words)
        return QSize(width, int(height + 2 * SMALL + (SMALL if row.heading and index.row() else 0)) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(ROW)
        theme, area = current_theme(), QRectF(option.rect)
        if row.heading and index.row():
            area.setTop(area.top() + SMALL)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour(Role.ACCENT_SOFT))
            painter.fillRect(QRectF(area.left(), area.top(), BAR, area.height()), theme.colour(Role.ACCENT))
        left = area.left() + (MEDIUM if row.heading else MEDIUM + LARGE)
        width = self._words_width(row, area.width())
        top = area.top() + SMALL
        font = _font_of(row)
        painter.setFont(font)
        painter.setPen(theme.colour(Role.TEXT))
        height = _height_of(row.text, font, width)
        painter.drawText(QRectF(left, top, width, height), WRAPS, row.text)
        if row.remark:
            quiet = font_for(TypeRole.QUIET)
            painter.setFont(quiet)
            painter.setPen(theme.colour(Role.TEXT_QUIET))
            below = QRectF(left, top + height, width, _height_of(row.remark, quiet, width))
            painter.drawText(below, WRAPS, row.remark)
        if row.is_marked:
            _paint_mark(painter, QPointF(area.right() - MARK_WIDTH, top))

    def _words_width(self, row: RuleRow, width: float) -> float:
        return max(width - (MEDIUM if row.heading else MEDIUM + LARGE) - MARK_WIDTH - TIGHT, 40.0)


def _font_of(row: RuleRow) -> QFont:
    return font_for(TypeRole.STRONG if row.heading else TypeRole.BODY)


def _height_of(text: str, font: QFont, width: float) -> float:
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 10_000), int(WRAPS), text).height()


def _paint_mark(painter: QPainter, corner: QPointF) -> None:
    """An exclamation mark in a field: the check has a remark."""
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(corner.x(), corner.y(), MARK_WIDTH - TIGHT, MARK_WIDTH - TIGHT)
    painter.setBrush(theme.colour(Role.ATTENTION_FILL))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(area, TIGHT, TIGHT)
    painter.setPen(theme.colour(Role.TEXT_ON_ATTENTION))
    painter.setFont(font_for(TypeRole.STRONG))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "!")
    painter.restore()
