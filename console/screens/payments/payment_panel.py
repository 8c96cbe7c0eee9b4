"""The chosen payment: how it was paid, what became of it, its stay's history; receipt, void, money back."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.formats import NOTHING, format_money, format_plate
from console.screens.context import Context
from console.screens.desk.panel import Panel
from console.screens.desk.return_questions import ReturnQuestions
from console.screens.form.key_row import KeyRow
from console.screens.form.lines import line
from console.screens.form.scrolled import scrolled
from console.screens.form.spoken import Spoken
from console.screens.inside.history import History, happenings, read_history
from console.screens.inside.history_lines import HistoryLines
from console.screens.payments.payment_words import facts_of, refund_line
from console.state.messages import Message, Weight
from console.theme import Role
from console.widgets.key_button import KeyButton
from core.domain.people import Right
from core.services.print_receipt import reprint
from core.store.queries.payments import PaymentRow, PaymentState


class PaymentPanel(Spoken):
    """Follows the selection; ``left`` once the keyboard may go back, ``changed`` when money went back."""

    left = Signal()
    changed = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._row: PaymentRow | None = None
        self._history: History | None = None
        self._title, self._plate = line("title"), line("plate")
        self._state = line("strong", wraps=True, tone=Role.ATTENTION)
        self._facts, self._back = line(wraps=True), line("strong", wraps=True)
        self._hint, self._lines = line("quiet", wraps=True), HistoryLines()
        self._copy, self._desk = KeyButton(key="Alt+R", icon_name="print"), KeyButton(key="Enter")
        self._void, self._give = KeyButton(key="Alt+V"), KeyButton(key="Alt+G")
        self.keys = KeyRow(self._desk, self._copy, self._void, self._give)
        self.returns = ReturnQuestions(ctx, self)
        for panel in self.returns.panels:
            panel.hide()
        self._lay_out()
        self._copy.clicked.connect(self.print_copy)
        self._desk.clicked.connect(self.take_to_desk)
        self._void.clicked.connect(self.void)
        self._give.clicked.connect(self.give_back)
        self.returns.opening.connect(self._on_opening)
        self.returns.over.connect(self.close_question)
        self.returns.changed.connect(self.changed)
        ctx.state.actor_changed.connect(self.speak)
        self.speak()

    @property
    def row(self) -> PaymentRow | None:
        """The payment that is shown."""
        return self._row

    @property
    def is_asking(self) -> bool:
        """Whether a question about it waits for an answer."""
        return any(not panel.isHidden() for panel in self.returns.panels)

    def show_row(self, row: PaymentRow | None) -> None:
        """Show this payment; nothing where none is chosen."""
        before, self._row = self._row, row
        if row is None or before is None or before.payment.payment_id != row.payment.payment_id:
            self._history = None
            self.close_question()
        self.speak()
        if row is not None:
            stay_id = row.payment.stay_id
            self._ctx.jobs.look(lambda view: read_history(view, stay_id), self._on_history)

    def speak(self) -> None:
        row, lot = self._row, self._ctx.state.lot
        shown = row is not None and lot is not None
        for widget in (self._plate, self._facts, self.keys, self._lines):
            widget.setVisible(shown)
        self._hint.setText("" if shown else self.tr("Choose a payment to see how it was paid."))
        self._hint.setVisible(not shown)
        self._copy.setText(self.tr("Receipt again (copy)"))
        self._desk.setText(self.tr("To the desk"))
        self._void.setText(self.tr("Take it back …"))
        self._give.setText(self.tr("Give money back …"))
        self.returns.retranslate()
        if row is None or lot is None:
            self._title.setText("")
            for label in (self._state, self._back):
                label.hide()
            return
        payment = row.payment
        amount = format_money(payment.amount_minor, payment.currency)
        self._title.setText(
            self.tr("Receipt {number} · {amount}").format(number=payment.receipt_name, amount=amount)
        )
        self._plate.setText(format_plate(row.plate) or NOTHING)
        self._facts.setText("\n".join(facts_of(row, lot)))
        self._state.setText(self.tr("Taken back") if row.state is PaymentState.VOIDED else "")
        self._state.setVisible(bool(self._state.text()))
        self._back.setText("\n".join(refund_line(refund) for refund in row.refunds))
        self._back.setVisible(bool(self._back.text()))
        self._allow(row)
        self._show_history()

    @Slot()
    def print_copy(self) -> None:
        """Print its receipt again, for a driver who comes back for it."""
        row, actor, state = self._row, self._ctx.state.actor, self._ctx.state
        if row is None or actor is None:
            return
        payment_id, number = row.payment.payment_id, row.payment.receipt_name
        self._ctx.jobs.change(
            lambda unit: reprint(unit, actor=actor, payment_id=payment_id),
            lambda copy: state.post(
                Message(Weight.DONE, "receipt.reprinted", {"number": number, "copy": copy})
            ),
        )

    @Slot()
    def take_to_desk(self) -> None:
        """Take its car in hand at the desk."""
        if self._row is not None:
            self._ctx.show("desk")
            self._ctx.state.hand_over(self._row.payment.stay_id)

    @Slot()
    def void(self) -> None:
        """Ask why it is taken back."""
        if self._row is not None and self._void.isEnabled():
            self.returns.ask_to_void(self._row.payment, self._row.plate)

    @Slot()
    def give_back(self) -> None:
        """Ask how much of it goes back."""
        if self._row is not None and self._give.isEnabled():
            self.returns.ask_to_give_back(self._row.payment, self._row.plate)

    @Slot()
    def close_question(self) -> None:
        """Ask nothing any more; who was asked has the keyboard back among the rows."""
        was_asked = self.is_asking
        for panel in self.returns.panels:
            panel.hide()
        # Rows that are read while somebody is elsewhere must not take the keyboard away from there.
        if was_asked:
            self.left.emit()

    @Slot(object)
    def _on_opening(self, panel: Panel) -> None:
        for other in self.returns.panels:
            other.setVisible(other is panel)

    def _allow(self, row: PaymentRow) -> None:
        actor = self._ctx.state.actor
        may = actor is not None and actor.may(Right.REFUND)
        came_in = row.payment.received_minor > row.refunded_minor and row.state is not PaymentState.VOIDED
        self._void.setVisible(may)
        self._give.setVisible(may)
        self._void.setEnabled(row.state is not PaymentState.VOIDED)
        self._give.setEnabled(came_in)

    def _on_history(self, history: History) -> None:
        if self._row is not None and self._row.payment.stay_id == history.stay_id:
            self._history = history
            self._show_history()

    def _show_history(self) -> None:
        lot = self._ctx.state.lot
        if self._history is not None and lot is not None:
            now = self._ctx.console.clock.now()
            self._lines.show_lines(happenings(self._history, lot), lot.zone, now)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for widget in (self._title, self._plate, self._state, self._facts, self._back, self._hint, self.keys):
            column.addWidget(widget)
        column.addWidget(self._lines)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))
