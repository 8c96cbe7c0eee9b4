"""A table of frozen rows whose columns are data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its title and its text in the language of the moment.

    ``figures`` are right-aligned; ``order`` is the name under which the store sorts by it, empty where it
    does not; ``picture`` gives what stands before the text (a QImage, or None where there is none yet).
    """

    title: Callable[[], str]
    text: Callable[[Row], str]
    figures: bool = False
    order: str = ""
    picture: Callable[[Row], object] | None = None


class RowTable(QAbstractTableModel, Generic[Row]):
    """Shows rows; ``key`` names a row, so that a selection survives new rows.

    Sorting is the store's work: a click on a heading only says so, in ``sort_asked``.
    """

    sort_asked = Signal(str, bool)

    def __init__(
        self, columns: Sequence[Column[Row]], key: Callable[[Row], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._rows: tuple[Row, ...] = ()
        self._places: dict[str, int] = {}

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown, from the top."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows instead; where they are the same cars in the same order the view stays put."""
        places = {self._key(row): place for place, row in enumerate(rows)}
        if list(places) == list(self._places):
            self._rows = tuple(rows)
            self.refresh()
            return
        self.beginResetModel()
        self._rows, self._places = tuple(rows), places
        self.endResetModel()

    def refresh(self) -> None:
        """Say that every text may read differently now: the time moved on, the language changed."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def refresh_row(self, key: str) -> None:
        """Say that the texts of that row changed; nothing where it is not shown."""
        place = self._places.get(key)
        if place is not None:
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(self._columns) - 1))

    def row_at(self, place: int) -> Row | None:
        """The row at that place from 0, None where there is none."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, key: str) -> int:
        """The place of that row from 0, -1 where it is not shown."""
        return self._places.get(key, -1)

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row is None or not 0 <= index.column() < len(self._columns):
            return None
        column = self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.text(row)
            case Qt.ItemDataRole.DecorationRole:
                return column.picture(row) if column.picture is not None else None
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self._columns) and self._columns[column].order:
            self.sort_asked.emit(self._columns[column].order, order is Qt.SortOrder.DescendingOrder)
