"""The payments taken last, for belated receipts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.formats import format_local_time, format_money
from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.state.messages import Message, Weight
from console.widgets.key_button import KeyButton
from console.widgets.quiet_table import QuietTable
from core.domain.payments import Payment
from core.services.print_receipt import reprint
from core.store.queries.stays import recent_payments, stays_by_id
from core.store.unit_of_work import SqlUnitOfWork

MOST_PAYMENTS = 50


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A payment, its car's plate, and who took it."""

    payment: Payment
    plate: str
    cashier: str


class PaymentsPanel(Spoken):
    """Enter prints the chosen receipt again, marked COPY."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._title, self._none = line("title"), line("quiet", wraps=True)
        self._model = RowTable[PaymentRow](self._columns(), lambda row: row.payment.payment_id, self)
        self._view = QuietTable(self)
        self._view.setModel(self._model)
        self._again = KeyButton(key="Return")
        self._lay_out()
        self._again.clicked.connect(self._on_again)
        self._view.activated.connect(self._on_again)
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("Last payments"))
        self._none.setText(self.tr("No payment yet. Payments appear here as soon as one is taken."))
        self._again.setText(self.tr("Print a copy"))
        self._view.setAccessibleName(self.tr("Last payments; Enter prints a copy of the receipt"))
        self._model.refresh()

    @property
    def rows(self) -> tuple[PaymentRow, ...]:
        """What is listed, the newest first."""
        return self._model.rows

    def take_focus(self) -> None:
        """Put the focus on the list."""
        self._view.setFocus()

    def refresh(self) -> None:
        """Read the payments again."""
        self._ctx.jobs.look(_read_payments, self._on_read)

    def _columns(self) -> tuple[Column[PaymentRow], ...]:
        return (
            Column(lambda: self.tr("Receipt"), lambda row: row.payment.receipt_name, figures=True),
            Column(lambda: self.tr("Paid"), self._paid_at),
            Column(lambda: self.tr("Plate"), lambda row: row.plate or "–"),
            Column(lambda: self.tr("Taken by"), lambda row: row.cashier),
            Column(
                lambda: self.tr("Amount"),
                lambda row: format_money(row.payment.amount_minor, row.payment.currency),
                figures=True,
            ),
        )

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._none)
        column.addWidget(self._view, 1)
        column.addLayout(foot)
        column.addStretch(0)

    def _paid_at(self, row: PaymentRow) -> str:
        lot = self._ctx.state.lot
        return format_local_time(row.payment.paid_at, lot.zone) if lot is not None else ""

    def _on_read(self, rows: list[PaymentRow]) -> None:
        self._model.show_rows(rows)
        self._none.setVisible(not rows)
        self._view.setVisible(bool(rows))
        self._again.setVisible(bool(rows))
        if rows and not self._view.currentIndex().isValid():
            self._view.selectRow(0)

    def _on_again(self) -> None:
        row = self._model.row_at(self._view.currentIndex().row())
        actor = self._ctx.state.actor
        if row is None or actor is None:
            return
        payment = row.payment
        self._ctx.jobs.change(
            lambda unit: reprint(unit, actor=actor, payment_id=payment.payment_id),
            lambda copy: self._on_reprinted(payment.receipt_name, copy),
        )

    def _on_reprinted(self, number: str, copy: int) -> None:
        self._ctx.state.post(Message(Weight.DONE, "receipt.reprinted", {"number": number, "copy": copy}))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._again.hasFocus():
            self._on_again()
            return
        super().keyPressEvent(event)


def _read_payments(unit: SqlUnitOfWork) -> list[PaymentRow]:
    payments = recent_payments(unit, most=MOST_PAYMENTS)
    plates = {
        stay.stay_id: stay.plate for stay in stays_by_id(unit, [payment.stay_id for payment in payments])
    }
    names = {person.person_id: person.name for person in unit.people()}
    return [
        PaymentRow(payment, plates.get(payment.stay_id, ""), names.get(payment.cashier_id, ""))
        for payment in payments
    ]
