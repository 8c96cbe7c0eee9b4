"""Past shifts and their sealed slips; one that nobody can close any more is closed from here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.formats import NOTHING, format_local_time, format_money
from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.screens.shift.gates_panel import GatesPanel
from console.screens.shift.slip_view import WIDTH, SlipView
from console.screens.shift.slips import ShiftRow, ShownSlip, read_shifts, read_slip, read_standing
from console.state.messages import Message, Weight
from console.theme import Role
from console.widgets.key_button import KeyButton
from console.widgets.quiet_table import QuietTable
from core.domain.errors import LotkeeperError
from core.domain.people import Right
from core.services.hand_out_slip import print_x, reprint_slip
from core.store.unit_of_work import SqlUnitOfWork

_PRINT: Final = "Alt+P"
_CLOSE: Final = "Alt+C"


class ShiftsPanel(Spoken):
    """The chosen shift's slip lies beside the list. ``closing_wanted`` carries an open ShiftRow."""

    closing_wanted = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._asked = 0
        self._wanted = ""
        self._shows_standing = False
        self._told = line(wraps=True, tone=Role.ATTENTION)
        self._model = RowTable[ShiftRow](self._columns(), lambda row: row.shift.shift_id, self)
        self._view = QuietTable(self)
        self._view.setModel(self._model)
        self.slip, self.gates = SlipView(), GatesPanel(ctx)
        self._print, self._close = KeyButton(key=_PRINT), KeyButton(key=_CLOSE)
        self._lay_out()
        self.setFocusProxy(self._view)
        self._view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._print.clicked.connect(self._on_print)
        self._close.clicked.connect(self._on_close)
        ctx.state.shift_changed.connect(self._on_shift_changed)
        ctx.state.actor_changed.connect(self.clear)
        self.speak()

    def speak(self) -> None:
        self._view.setAccessibleName(self.tr("Shifts"))
        self._view.set_empty(
            self.tr("No shift yet."), self.tr("Each one that is closed stands here with its sealed slip.")
        )
        self._close.setText(self.tr("Close this shift …"))
        self._close.setShortcut(QKeySequence(_CLOSE))
        self._name_print()
        self._model.refresh()

    @property
    def rows(self) -> tuple[ShiftRow, ...]:
        """What is listed, the newest first."""
        return self._model.rows

    @property
    def told(self) -> str:
        """Why there is no slip."""
        return self._told.text()

    def refresh(self, shift_id: str = "") -> None:
        """Read the shifts again; the one of that id is chosen then."""
        actor, drawer = self._ctx.state.actor, self._ctx.state.drawer
        if actor is not None:
            self._wanted = shift_id or self._wanted
            self._shows_standing = self._shows_standing and not shift_id
            self._ctx.jobs.look(lambda view: read_shifts(view, actor, drawer), self._on_read)

    def clear(self) -> None:
        """Show no slip: what one person may see is not the next one's, nor that of who counts now."""
        self._asked += 1
        self._shows_standing = False
        self._show_buttons()
        self._show(None)

    def show_standing(self) -> None:
        """Show how the open shift of this drawer stands now: its X report."""
        actor, drawer = self._ctx.state.actor, self._ctx.state.drawer
        if actor is not None:
            self._shows_standing = True
            self._show_buttons()
            self._look(lambda view: read_standing(view, actor, drawer))

    def _columns(self) -> tuple[Column[ShiftRow], ...]:
        return (
            Column(lambda: self.tr("Z"), _number, figures=True),
            Column(lambda: self.tr("Who"), self._who),
            Column(lambda: self.tr("Until"), self._until),
            Column(lambda: self.tr("Difference"), self._difference, figures=True),
        )

    def _who(self, row: ShiftRow) -> str:
        if row.shift.is_relief:
            return self.tr("{name}, relief").format(name=row.holder)
        return row.holder

    def _until(self, row: ShiftRow) -> str:
        lot, at = self._ctx.state.lot, row.shift.closed_at
        if lot is None:
            return ""
        if at is None:
            place = row.console or row.shift.drawer
            return self.tr("open") if row.is_here else self.tr("open, {place}").format(place=place)
        return format_local_time(at, lot.zone, now=self._ctx.console.clock.now())

    def _difference(self, row: ShiftRow) -> str:
        shift = row.shift
        if shift.is_open:
            return ""
        if shift.difference_minor is None:
            return NOTHING if shift.is_relief else self.tr("not counted")
        return format_money(shift.difference_minor, shift.currency)

    def _row(self) -> ShiftRow | None:
        return self._model.row_at(self._view.currentIndex().row())

    def _on_read(self, rows: list[ShiftRow]) -> None:
        self._model.show_rows(rows)
        place = self._model.place_of(self._wanted)
        self._wanted = ""
        if rows and (place >= 0 or not self._view.currentIndex().isValid()):
            with QSignalBlocker(self._view.selectionModel()):
                self._view.selectRow(max(0, place))
        if self._shows_standing:
            self._show_buttons()
        else:
            self._show_row()

    def _on_shift_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_row_changed(self) -> None:
        self._shows_standing = False
        self._show_row()

    def _show_buttons(self) -> None:
        row, actor = self._row(), self._ctx.state.actor
        is_open = row is not None and row.shift.is_open
        is_abandoned = is_open and row is not None and not row.is_here and not row.shift.is_relief
        self._close.setVisible(is_abandoned and actor is not None and actor.may(Right.CLOSE_SHIFTS))
        is_sealed = row is not None and not row.shift.is_open and row.shift.report is not None
        self._print.setVisible(self._shows_standing or is_sealed)
        self._name_print()

    def _name_print(self) -> None:
        self._print.setText(self.tr("Print it") if self._shows_standing else self.tr("Print a copy"))
        # Texts make the button forget its key.
        self._print.setShortcut(QKeySequence(_PRINT))

    def _show_row(self) -> None:
        self._show_buttons()
        row, actor = self._row(), self._ctx.state.actor
        is_open = row is not None and row.shift.is_open
        if row is None or actor is None or is_open:
            self._show(None, self.tr("This shift is open; its slip comes with its close.") if is_open else "")
            return
        shift_id = row.shift.shift_id
        self._look(lambda view: read_slip(view, actor, shift_id))

    def _look(self, query: Callable[[SqlUnitOfWork], ShownSlip]) -> None:
        self._asked += 1
        asked = self._asked
        self._ctx.jobs.look(
            query,
            lambda shown: self._on_slip(asked, shown),
            lambda error: self._on_no_slip(asked, error),
        )

    def _on_slip(self, asked: int, shown: ShownSlip) -> None:
        if asked == self._asked:
            self._show(shown)

    def _on_no_slip(self, asked: int, error: LotkeeperError) -> None:
        if asked == self._asked:
            self._show(None, sentence_of(error, self._ctx.state.lot))

    def _show(self, shown: ShownSlip | None, told: str = "") -> None:
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self.slip.setVisible(shown is not None)
        self.slip.show_rows(() if shown is None else shown.rows)
        if shown is None:
            self.gates.show_lanes(())
        else:
            self.gates.show_lanes(shown.gates, shown.photos)

    def _on_print(self) -> None:
        row, actor, state = self._row(), self._ctx.state.actor, self._ctx.state
        if actor is None or not self._print.isVisible():
            return
        if self._shows_standing:
            self._ctx.jobs.change(
                lambda unit: print_x(unit, actor=actor, drawer=state.drawer),
                lambda _report: state.post(Message(Weight.DONE, "slip.x_printed")),
            )
            return
        if row is None:
            return
        shift_id = row.shift.shift_id
        self._ctx.jobs.change(
            lambda unit: reprint_slip(unit, actor=actor, shift_id=shift_id),
            lambda _copy: state.post(Message(Weight.DONE, "slip.reprinted")),
        )

    def _on_close(self) -> None:
        row = self._row()
        if row is not None and self._close.isVisible():
            self.closing_wanted.emit(row)

    def _lay_out(self) -> None:
        keys = QHBoxLayout()
        keys.setSpacing(12)
        keys.addWidget(self._print)
        keys.addWidget(self._close)
        keys.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._view, 3)
        left.addWidget(self._told)
        left.addWidget(self.gates, 2)
        left.addLayout(keys)
        # The scroll bar stands beside the paper, not on it.
        self.slip.setFixedWidth(WIDTH + 16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self.slip)


def _number(row: ShiftRow) -> str:
    return str(row.shift.z_number) if row.shift.z_number is not None else ""
