"""The consoles of the lot, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.models.row_table import Column, RowTable
from console.screens.consoles import row_words as words
from console.screens.consoles.gathering import ConsoleRow
from console.screens.context import Context
from console.screens.form.spoken import Spoken
from console.theme import current_theme
from console.widgets.quiet_table import QuietTable
from console.widgets.status import State, paint_shape

SHAPE_SIDE = 16
LEAST_ROWS, MOST_ROWS = 2, 6
_SHARPNESS = 2


class ConsoleTable(Spoken):
    """``chosen_changed`` when another console is chosen; the choice survives new rows."""

    chosen_changed = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._model = RowTable[ConsoleRow](self._columns(), lambda row: row.console_id, self)
        self.table = QuietTable(self)
        self.table.setModel(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.speak()

    def speak(self) -> None:
        self.table.setAccessibleName(self.tr("Consoles of this lot"))
        self.table.set_empty(self.tr("Looking at the consoles…"))
        self._model.refresh()

    @property
    def rows(self) -> Sequence[ConsoleRow]:
        """The consoles, by number."""
        return self._model.rows

    def texts(self) -> list[list[str]]:
        """What stands in the table."""
        return [[column.text(row) for column in self._columns()] for row in self._model.rows]

    def chosen(self) -> ConsoleRow | None:
        """The console that is chosen."""
        return self._model.row_at(self.table.currentIndex().row())

    def show_rows(self, rows: Sequence[ConsoleRow]) -> None:
        """Show these; first those that want somebody are chosen, else this console."""
        before = self.chosen()
        self._model.show_rows(rows)
        self._fit(len(rows))
        place = self._model.place_of(before.console_id) if before is not None else -1
        if place < 0:
            place = next((at for at, row in enumerate(rows) if row.malfunctions), None) or next(
                (at for at, row in enumerate(rows) if row.is_own), 0
            )
        self.table.selectRow(place)
        self.chosen_changed.emit()

    def _fit(self, count: int) -> None:
        """As high as its rows, up to six: what is below is looked at longer."""
        row = self.table.verticalHeader().defaultSectionSize()
        header = self.table.horizontalHeader().sizeHint().height()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(header + min(max(count, LEAST_ROWS), MOST_ROWS) * row + bar)

    def _columns(self) -> tuple[Column[ConsoleRow], ...]:
        now = self._ctx.console.clock.now
        tr = QCoreApplication.translate
        return (
            Column(lambda: tr("Consoles", "No."), lambda row: str(row.number), figures=True),
            Column(lambda: tr("Consoles", "Console"), words.name_words),
            Column(lambda: tr("Consoles", "Role"), words.role_words),
            Column(
                lambda: tr("Consoles", "State"),
                words.state_words,
                picture=lambda row: _shape(words.state_of(row), current_theme().name),
            ),
            Column(lambda: tr("Consoles", "Heard"), lambda row: words.heard_words(row, now())),
            Column(lambda: tr("Consoles", "Version"), words.version_words),
            Column(lambda: tr("Consoles", "Behind"), words.behind_words, figures=True),
            Column(lambda: tr("Consoles", "Unsent"), words.unsent_words, figures=True),
            Column(lambda: tr("Consoles", "Refused"), words.refused_words, figures=True),
            Column(lambda: tr("Consoles", "Tasks"), words.tasks_words, figures=True),
            Column(lambda: tr("Consoles", "Devices"), words.devices_words, figures=True),
            Column(lambda: tr("Consoles", "Disk free"), words.disk_words, figures=True),
            Column(lambda: tr("Consoles", "Backup"), lambda row: words.backup_words(row, now())),
        )

    def _on_row_changed(self) -> None:
        self.chosen_changed.emit()


@lru_cache(maxsize=32)
def _shape(state: State, _theme: str) -> QImage:
    """The state's shape as a picture; one for each theme."""
    picture = QImage(
        SHAPE_SIDE * _SHARPNESS, SHAPE_SIDE * _SHARPNESS, QImage.Format.Format_ARGB32_Premultiplied
    )
    picture.setDevicePixelRatio(_SHARPNESS)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        paint_shape(painter, state, QRectF(0, 0, SHAPE_SIDE, SHAPE_SIDE).adjusted(1, 1, -1, -1))
    return picture
