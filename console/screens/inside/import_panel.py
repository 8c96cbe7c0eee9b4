"""Takes in the cars that are inside already: typed on a walk-round, or from a CSV file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import sentence, sentence_of
from console.screens.form.spoken import Spoken
from console.screens.inside.csv_file import CsvPreview, read_csv
from console.screens.inside.import_tables import ProblemTable, WalkRoundTable
from console.screens.inside.walk_round import WalkRound, typed_row
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError, OperatorError
from core.services.import_stays import RowProblem, import_stays

PLATE_WIDTH = 200
TIME_WIDTH = 330


class ImportPanel(Spoken):
    """A list that grows by typing or by a file, and is taken in as a whole; ``taken_in`` says how many."""

    taken_in = Signal(int)
    changed = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._walk = WalkRound()
        self._rule, self._told, self._count = line(wraps=True), line("quiet", wraps=True), line("title")
        self._plate = QLineEdit(maxLength=20)
        self._time = QLineEdit(maxLength=40)
        self._add, self._choose = KeyButton(key="Return"), KeyButton()
        self._take = KeyButton(key="Ctrl+S", primary=True)
        self._cars, self._problems = WalkRoundTable(), ProblemTable()
        self._lay_out()
        self._add.clicked.connect(self._on_add)
        self._choose.clicked.connect(self._on_choose)
        self._take.clicked.connect(self.take)
        self._cars.removed.connect(self._on_removed)
        ctx.state.lot_changed.connect(self._show)
        self.speak()

    def speak(self) -> None:
        self._rule.setText(self.tr("A car whose entry time is unknown is priced from now."))
        self._plate.setPlaceholderText(self.tr("Plate"))
        self._plate.setAccessibleName(self.tr("Plate of a car that is inside"))
        self._time.setPlaceholderText(self.tr("Entered at, like 14:05; empty if unknown"))
        self._time.setAccessibleName(self.tr("Entry time, empty if unknown"))
        self._add.setText(self.tr("Add"))
        self._choose.setText(self.tr("From a file (CSV)…"))
        self._show()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written down that was not taken in."""
        return not self._walk.rows

    def take_focus(self) -> None:
        """Put the cursor where the next plate is typed."""
        self._plate.setFocus()
        self._plate.selectAll()

    def read_file(self, path: Path) -> None:
        """Preview a CSV file: its cars join the list, its wrong lines are named."""
        lot = self._ctx.state.lot
        if lot is not None:
            now = self._ctx.console.clock.now()
            self._ctx.jobs.run(lambda: read_csv(path, lot.zone, now), self._on_preview, self._on_failed)

    def _lay_out(self) -> None:
        self._plate.setFixedWidth(PLATE_WIDTH)
        self._time.setMinimumWidth(TIME_WIDTH)
        typing = QHBoxLayout()
        typing.setSpacing(8)
        for widget in (self._plate, self._time, self._add):
            typing.addWidget(widget)
        typing.addStretch(1)
        typing.addWidget(self._choose)
        tables = QHBoxLayout()
        tables.setSpacing(16)
        tables.addWidget(self._cars, 1)
        tables.addWidget(self._problems, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._rule)
        column.addLayout(typing)
        column.addWidget(self._told)
        column.addLayout(tables, 1)
        column.addLayout(foot)
        self.setFocusProxy(self._plate)

    def _show(self) -> None:
        zone = self._ctx.state.lot.zone if self._ctx.state.lot is not None else None
        count = len(self._walk.rows)
        self._cars.show_cars(self._walk.rows, zone)
        self._take.setEnabled(count > 0)
        self._take.setText(self.tr("Take in {count}").format(count=count))
        self._count.setText(
            self.tr("Cars: {cars}; without an entry time: {unknown}").format(
                cars=count, unknown=self._walk.unknown_count
            )
        )

    def _on_add(self) -> None:
        lot = self._ctx.state.lot
        if lot is None:
            return
        try:
            row = typed_row(self._plate.text(), self._time.text(), lot.zone, self._ctx.console.clock.now())
            self._walk = self._walk.with_row(row)
        except OperatorError as error:
            self._told.setText(sentence_of(error, lot))
            wrong_time = error.code in {"import.bad_time", "import.in_the_future", "import.too_long_ago"}
            (self._time if wrong_time else self._plate).setFocus()
            return
        self._told.setText("")
        self._plate.clear()
        self._time.clear()
        self._plate.setFocus()
        self._show()
        self.changed.emit()

    def _on_removed(self, plate: str) -> None:
        self._walk = self._walk.without(plate)
        self._show()

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Cars inside, as CSV"))
        dialog.setNameFilters([self.tr("Tables (*.csv *.txt)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _on_file_chosen(self, name: str) -> None:
        self.read_file(Path(name))

    def _on_preview(self, preview: CsvPreview) -> None:
        self._walk, left_out = self._walk.with_rows(preview.rows)
        self._problems.show_problems(preview.problems)
        self._told.setText(
            self.tr(
                "{file}: {good} can be taken in; wrong lines: {wrong}; in the list already: {twice}."
            ).format(
                file=preview.name,
                good=len(preview.rows) - left_out,
                wrong=len(preview.problems),
                twice=left_out,
            )
        )
        self._show()

    def take(self) -> None:
        """Take in what is written down."""
        actor = self._ctx.state.actor
        rows = self._walk.rows
        if actor is None:
            self._told.setText(sentence("sign_on.needed"))
            return
        if not rows:
            return
        self._take.setEnabled(False)
        self._ctx.jobs.change(
            lambda unit: import_stays(unit, actor=actor, rows=rows),
            lambda problems: self._on_taken_in(len(rows), problems),
            self._on_failed,
        )

    def _on_taken_in(self, count: int, problems: list[RowProblem]) -> None:
        taken = count - len(problems)
        self._walk = self._walk.without_those_but([problem.text for problem in problems])
        self._problems.show_problems(problems)
        self._told.setText(self.tr("Cars taken in: {count}.").format(count=taken))
        self._show()
        self.taken_in.emit(taken)

    def _on_failed(self, error: LotkeeperError) -> None:
        self._told.setText(sentence_of(error, self._ctx.state.lot))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Save):
            self.take()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self._plate.hasFocus() or self._time.hasFocus() or self._add.hasFocus():
            self._on_add()
        elif self._choose.hasFocus():
            self._on_choose()
        elif self._take.hasFocus():
            self.take()
        else:
            super().keyPressEvent(event)
