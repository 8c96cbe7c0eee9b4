"""The paper book, entered afterwards (B13): a line is typed from left to right, and Enter takes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.formats import NOTHING, format_local_time, format_money, format_plate
from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.form.amount_field import AmountField
from console.screens.form.lines import line
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.screens.shift.book_file import write_pad
from console.screens.shift.book_line import time_of
from console.theme import Role
from console.theme.space import MEDIUM, SMALL, TIGHT
from console.widgets.key_button import KeyButton
from console.widgets.quiet_table import QuietTable
from core.domain.back_entry import BackEntry
from core.domain.errors import LotkeeperError, OperatorError
from core.domain.lots import Lot
from core.domain.stays import Stay
from core.services.back_enter import back_enter

LONGEST: Final = 24
_PAD: Final = "Alt+E"


@dataclass(frozen=True, slots=True)
class EnteredRow:
    """A line that was taken, and whether its car is inside still."""

    line: BackEntry
    is_inside: bool


class BookPanel(Spoken):
    """A line that is refused stays as it was typed, with the reason below it."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._taking = False
        self._entered: list[EnteredRow] = []
        self._lead, self._told = line("quiet", wraps=True), line(wraps=True, tone=Role.ATTENTION)
        self.slip, self.plate, self.entry = _field(), _field(), _field()
        self.paid, self.amount, self.exit = _field(), AmountField("EUR"), _field()
        self._names = tuple(line("quiet") for _ in self._fields)
        self._take, self._pad = KeyButton(key="Return", primary=True), KeyButton(key=_PAD)
        self._model = RowTable[EnteredRow](self._columns(), lambda row: row.line.slip, self)
        self._view = QuietTable(self)
        self._view.setModel(self._model)
        self._lay_out()
        self.setFocusProxy(self.slip)
        self._take.clicked.connect(self.take)
        self._pad.clicked.connect(self._on_pad)
        ctx.state.lot_changed.connect(self._on_lot_changed)
        self._on_lot_changed()
        self.speak()

    def speak(self) -> None:
        self._lead.setText(
            self.tr(
                "One line of the book at a time. Times as 1432, of another day as 13/5 1432; what is empty "
                "on the paper stays empty. Cash goes into your shift."
            )
        )
        names = (
            self.tr("Slip"), self.tr("Plate"), self.tr("Came"), self.tr("Paid"), self.tr("Cash"),
            self.tr("Left"),
        )  # fmt: skip
        for label, field, name in zip(self._names, self._fields, names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self._take.setText(self.tr("Take the line"))
        self._pad.setText(self.tr("Empty book as a file …"))
        self._pad.setShortcut(QKeySequence(_PAD))
        self._view.setAccessibleName(self.tr("Lines taken now"))
        self._view.set_empty(
            self.tr("No line yet."), self.tr("Type the first one from the book, Enter takes it.")
        )
        self._model.refresh()

    @property
    def told(self) -> str:
        """What became of the last line."""
        return self._told.text()

    @property
    def rows(self) -> tuple[EnteredRow, ...]:
        """The lines taken since the screen was opened, the last first."""
        return self._model.rows

    def take(self) -> None:
        """Take the line as it stands."""
        actor, lot, drawer = self._ctx.state.actor, self._ctx.state.lot, self._ctx.state.drawer
        if actor is None or lot is None or self._taking:
            return
        try:
            typed = self._line(lot)
        except OperatorError as error:
            self._on_refused(error)
            return
        self._taking = True
        self._ctx.jobs.change(
            lambda unit: back_enter(unit, actor=actor, drawer=drawer, line=typed),
            lambda stay: self._on_taken(typed, stay),
            self._on_refused,
        )

    def save_pad(self, path: Path) -> None:
        """Write a new pad of the book there, to be printed and kept at the booth."""
        actor, console = self._ctx.state.actor, self._ctx.console
        if actor is not None:
            self._ctx.jobs.run(
                lambda: write_pad(console, actor, path),
                lambda pad: self._told.setText(
                    self.tr("Pad {name} was written to {file}.").format(name=pad.name, file=path.name)
                ),
                self._on_refused,
            )

    def _on_pad(self) -> None:
        dialog = QFileDialog(self, self.tr("Save an empty book, to be printed"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile("paper-book.pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _on_file_chosen(self, name: str) -> None:
        self.save_pad(Path(name))

    @property
    def _fields(self) -> tuple[QLineEdit, ...]:
        return (self.slip, self.plate, self.entry, self.paid, self.amount, self.exit)

    def _line(self, lot: Lot) -> BackEntry:
        """What is typed; BadInput where a time or an amount is none."""
        now, amount = self._ctx.console.clock.now(), self.amount.text().strip()
        if amount and self.amount.minor() is None:
            raise OperatorError("payment.bad_amount")
        return BackEntry(
            slip=self.slip.text(),
            plate=self.plate.text(),
            entry_at=time_of(self.entry.text(), lot.zone, now),
            paid_at=time_of(self.paid.text(), lot.zone, now),
            amount_minor=self.amount.minor() if amount else None,
            exit_at=time_of(self.exit.text(), lot.zone, now),
        )

    def _on_taken(self, taken: BackEntry, stay: Stay) -> None:
        self._taking = False
        others = [row for row in self._entered if row.line.slip != taken.slip]
        self._entered = [EnteredRow(taken, stay.exit_at is None), *others]
        self._model.show_rows(self._entered)
        self._told.setText("")
        for field in self._fields:
            field.clear()
        self.slip.setText(_next_slip(taken.slip))
        self.plate.setFocus()

    def _on_refused(self, error: LotkeeperError) -> None:
        self._taking = False
        self._told.setText(sentence_of(error, self._ctx.state.lot))

    def _on_lot_changed(self) -> None:
        if self._ctx.state.lot is not None:
            self.amount.set_currency(self._ctx.state.lot.currency)

    def _columns(self) -> Sequence[Column[EnteredRow]]:
        return (
            Column(lambda: self.tr("Slip"), lambda row: row.line.slip, figures=True),
            Column(lambda: self.tr("Plate"), lambda row: format_plate(row.line.plate)),
            Column(lambda: self.tr("Came"), lambda row: self._time(row.line.entry_at)),
            Column(lambda: self.tr("Paid"), lambda row: self._time(row.line.paid_at)),
            Column(lambda: self.tr("Cash"), self._cash, figures=True),
            Column(lambda: self.tr("Left"), self._left),
        )

    def _time(self, at: datetime | None) -> str:
        lot = self._ctx.state.lot
        if at is None or lot is None:
            return NOTHING
        return format_local_time(at, lot.zone, now=self._ctx.console.clock.now())

    def _cash(self, row: EnteredRow) -> str:
        minor = row.line.amount_minor
        return NOTHING if minor is None else format_money(minor, self._ctx.state.currency)

    def _left(self, row: EnteredRow) -> str:
        return self.tr("inside") if row.is_inside else self._time(row.line.exit_at)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(TIGHT)
        for place, (label, field) in enumerate(zip(self._names, self._fields, strict=True)):
            grid.addWidget(label, 0, place)
            grid.addWidget(field, 1, place)
        keys = QHBoxLayout()
        keys.addWidget(self._take)
        keys.addStretch(1)
        keys.addWidget(self._pad)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._lead)
        column.addLayout(grid)
        column.addWidget(self._told)
        column.addLayout(keys)
        column.addWidget(self._view, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take()
        elif event.key() == Qt.Key.Key_Escape:
            for field in self._fields:
                field.clear()
            self._told.setText("")
            self.slip.setFocus()
        else:
            super().keyPressEvent(event)


def _field() -> QLineEdit:
    return QLineEdit(maxLength=LONGEST)


def _next_slip(slip: str) -> str:
    """The number after this one, where it ends in digits; the book is numbered page after page."""
    head = slip.rstrip("0123456789")
    digits = slip[len(head) :]
    return f"{head}{int(digits) + 1:0{len(digits)}d}" if digits else ""
