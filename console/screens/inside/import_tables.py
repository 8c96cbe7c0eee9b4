"""The two tables of an import: the cars to take in, and the lines that cannot be used."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.formats import format_local_time
from console.models.row_table import Column, RowTable
from console.screens.form.sentences import sentence
from console.screens.form.spoken import Spoken
from console.widgets.quiet_table import QuietTable
from core.services.import_stays import InsideRow, RowProblem


class WalkRoundTable(Spoken):
    """The cars written down; Delete takes the chosen one out again (``removed`` names its plate)."""

    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone: ZoneInfo | None = None
        self._model = RowTable[InsideRow](
            (
                Column(lambda: self.tr("Plate"), lambda row: row.plate),
                Column(lambda: self.tr("Entered"), self._entered),
            ),
            lambda row: row.plate,
            self,
        )
        self._view = _table(self._model, self)
        self.speak()

    def speak(self) -> None:
        self._view.setAccessibleName(self.tr("Cars to take in; Delete removes one"))
        self._view.set_empty(
            self.tr("Nothing is written down yet."),
            self.tr("Type a plate above and press Enter, one car after the other."),
        )
        self._model.refresh()

    def show_cars(self, rows: Sequence[InsideRow], zone: ZoneInfo | None) -> None:
        """Show these cars, with times of the lot's zone."""
        self._zone = zone
        self._model.show_rows(rows)

    def _entered(self, row: InsideRow) -> str:
        if row.entry_at is None or self._zone is None:
            return self.tr("unknown: priced from now")
        return format_local_time(row.entry_at, self._zone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self._model.row_at(self._view.currentIndex().row())
        if event.key() == Qt.Key.Key_Delete and chosen is not None:
            self.removed.emit(chosen.plate)
            return
        super().keyPressEvent(event)


class ProblemTable(Spoken):
    """Each line that cannot be used, and why; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowTable[RowProblem](
            (
                Column(lambda: self.tr("Line"), lambda row: str(row.line), figures=True),
                Column(lambda: self.tr("It says"), lambda row: row.text),
                Column(lambda: self.tr("Why it cannot be used"), lambda row: sentence(row.code)),
            ),
            lambda row: f"{row.line} {row.text}",
            self,
        )
        self._view = _table(self._model, self)
        self.show_problems(())
        self.speak()

    def speak(self) -> None:
        self._view.setAccessibleName(self.tr("Lines that cannot be used"))
        self._model.refresh()

    def show_problems(self, problems: Sequence[RowProblem]) -> None:
        """Show these lines."""
        self._model.show_rows(problems)
        self.setVisible(bool(problems))


def _table(model: RowTable[InsideRow] | RowTable[RowProblem], parent: QWidget) -> QuietTable:
    view = QuietTable(parent)
    view.setModel(model)
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(view)
    return view
