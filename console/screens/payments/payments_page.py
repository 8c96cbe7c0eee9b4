"""All payments: by receipt number, plate, tender, state and day; the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from console.formats import NOTHING, format_local_time, format_money, format_plate
from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.desk.charge_words import tender_name
from console.screens.form.choice import Choice
from console.screens.payments.page import Page
from console.screens.payments.payment_panel import PaymentPanel
from console.screens.payments.payment_words import state_in_words, tenders_in_words
from core.domain.lots import Lot
from core.domain.payments import Tender
from core.domain.people import Right
from core.store.queries.payments import PaymentRow, PaymentState, find_payments

TYPING_PAUSE_MS = 150
MOST_SHOWN = 200
_DAYS = (1, 2, 7, 31, 0)


@dataclass(frozen=True, slots=True)
class _Wanted:
    text: str
    tender: Tender | None
    state: PaymentState | None
    since: datetime | None
    until: datetime | None


class PaymentsPage(Page):
    """Typing filters from anywhere; Enter takes the car of the chosen payment to the desk."""

    right = Right.PRINT_RECEIPT

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._number = 0
        self._filter = QLineEdit(maxLength=24)
        self._tenders = Choice[Tender | None](
            (
                (None, lambda: self.tr("Any way")),
                *((tender, lambda tender=tender: tender_name(tender)) for tender in Tender),
            )
        )
        self._states = Choice[PaymentState | None](
            (
                (None, lambda: self.tr("All")),
                (PaymentState.STANDS, lambda: self.tr("Stands")),
                (PaymentState.VOIDED, lambda: self.tr("Taken back")),
                (PaymentState.REFUNDED, lambda: self.tr("Money given back")),
                (PaymentState.OWED, lambda: self.tr("Owed")),
            )
        )
        self._days = Choice[int](
            (
                (1, lambda: self.tr("Today")),
                (2, lambda: self.tr("Since yesterday")),
                (7, lambda: self.tr("Last 7 days")),
                (31, lambda: self.tr("Last 31 days")),
                (0, lambda: self.tr("Any day")),
            )
        )
        self._model = RowTable[PaymentRow](self._columns(), lambda row: row.payment.payment_id, self)
        self.table.setModel(self._model)
        self.panel = PaymentPanel(ctx)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._filter.setMinimumWidth(150)
        for widget in (self._filter, self._days, self._tenders, self._states):
            self.head.addWidget(widget, 1 if widget is self._filter else 0)
        self.column.addWidget(self.panel)
        for asked in self.panel.returns.panels:
            self.below.addWidget(asked)
        self._listen()
        self.speak()

    def title(self) -> str:
        return self.tr("Payments")

    @property
    def rows(self) -> tuple[PaymentRow, ...]:
        """What is listed."""
        return self._model.rows

    def speak(self) -> None:
        self._filter.setPlaceholderText(self.tr("Receipt number or plate"))
        self._filter.setAccessibleName(self.tr("Receipt number or plate"))
        for choice in (self._tenders, self._states, self._days):
            choice.speak()
        self._tenders.setAccessibleName(self.tr("Paid how"))
        self._states.setAccessibleName(self.tr("What became of it"))
        self._days.setAccessibleName(self.tr("Which days"))
        self.table.setAccessibleName(self.title())
        self.table.set_empty(
            self.tr("No payment fits."),
            self.tr("Choose other days, or type less of the plate. What was sold stands under Sales."),
        )
        self._model.refresh()
        self._show_sum()

    def reload(self) -> None:
        lot = self.ctx.state.lot
        if lot is None:
            return
        self._number += 1
        number, wanted = self._number, self._wanted(lot)
        self.ctx.jobs.look(
            lambda view: find_payments(
                view,
                text=wanted.text,
                tender=wanted.tender,
                state=wanted.state,
                since=wanted.since,
                until=wanted.until,
                most=MOST_SHOWN,
            ),
            lambda rows: self._on_read(number, rows),
        )

    def filter_by(self, text: str) -> bool:
        self._filter.setFocus()
        self._filter.insert(text)
        return True

    def step_back(self) -> bool:
        if self.panel.is_asking:
            self.panel.close_question()
            return True
        if self._filter.text():
            self._filter.clear()
            self.take_focus()
            return True
        return False

    def _wanted(self, lot: Lot) -> _Wanted:
        """What is asked for; a number or a plate is looked for on any day."""
        text, days = self._filter.text().strip(), self._days.value()
        since = None
        if days and not text:
            local = self.ctx.console.clock.now().astimezone(lot.zone)
            midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
            since = midnight - timedelta(days=days - 1)
        return _Wanted(text, self._tenders.value(), self._states.value(), since, None)

    def _columns(self) -> tuple[Column[PaymentRow], ...]:
        return (
            Column(lambda: self.tr("Receipt"), lambda row: row.payment.receipt_name, figures=True),
            Column(lambda: self.tr("Paid"), self._when),
            Column(lambda: self.tr("Plate"), lambda row: format_plate(row.plate) or NOTHING),
            Column(
                lambda: self.tr("Amount"),
                lambda row: format_money(row.payment.amount_minor, row.payment.currency),
                figures=True,
            ),
            Column(lambda: self.tr("How"), lambda row: tenders_in_words(row.payment)),
            Column(lambda: self.tr("What became of it"), state_in_words),
            Column(lambda: self.tr("By"), lambda row: row.cashier or NOTHING),
        )

    def _when(self, row: PaymentRow) -> str:
        lot = self.ctx.state.lot
        if lot is None:
            return NOTHING
        return format_local_time(row.payment.paid_at, lot.zone, now=self.ctx.console.clock.now())

    def _on_read(self, number: int, rows: list[PaymentRow]) -> None:
        if number != self._number:
            return
        chosen = self.panel.row
        self._model.show_rows(rows)
        place = self._model.place_of(chosen.payment.payment_id) if chosen is not None else -1
        if rows:
            self.table.selectRow(max(place, 0))
        self._on_row_changed()
        self._show_sum()

    def _show_sum(self) -> None:
        """How many, and for who may see totals, what came in and stayed."""
        rows, lot, actor = self._model.rows, self.ctx.state.lot, self.ctx.state.actor
        count = self.tr("Payments: {count}").format(count=len(rows))
        if len(rows) >= MOST_SHOWN:
            count = self.tr("The newest {count}; type to narrow").format(count=len(rows))
        total = ""
        if lot is not None and actor is not None and actor.may(Right.SEE_TOTALS):
            kept = sum(max(row.payment.received_minor - row.refunded_minor, 0) for row in rows)
            total = self.tr("Came in and stayed: {amount}").format(amount=format_money(kept, lot.currency))
        self.foot.show_words(count, total)

    def _listen(self) -> None:
        self._filter.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.reload)
        self.ctx.state.actor_changed.connect(self._show_sum)
        for choice in (self._tenders, self._states, self._days):
            choice.activated.connect(self.reload)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.activated.connect(self.panel.take_to_desk)
        self.panel.left.connect(self.take_focus)
        self.panel.changed.connect(self.reload)
        for key, act in (
            ("Alt+R", self.panel.print_copy), ("Alt+V", self.panel.void), ("Alt+G", self.panel.give_back),
        ):  # fmt: skip
            self.bind_key(key, act)

    @Slot()
    def _on_row_changed(self) -> None:
        self.panel.show_row(self._model.row_at(self.table.currentIndex().row()))
