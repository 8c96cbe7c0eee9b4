"""Money for no stay that is priced now: articles that were sold, debts that were collected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from console.formats import NOTHING, format_local_date_time, format_local_time, format_money, format_plate
from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.desk.charge_words import tail, tender_name
from console.screens.form.choice import Choice
from console.screens.form.key_row import KeyRow
from console.screens.form.lines import line
from console.screens.payments.page import Page
from console.state.messages import Message, Weight
from console.widgets.key_button import KeyButton
from core.domain.lots import Lot
from core.domain.people import Right
from core.domain.plates import fold, normalise
from core.domain.sales import Sale, SaleKind
from core.services.print_receipt import SALE_PAPER, reprint
from core.store.queries.payments import MOST_ROWS, find_sales
from core.store.queries.stays import stays_by_id
from core.store.unit_of_work import SqlUnitOfWork

TYPING_PAUSE_MS = 150


@dataclass(frozen=True, slots=True)
class _Read:
    """What was sold, the plates of the stays, and who sold it."""

    sales: tuple[Sale, ...] = ()
    plates: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


def _read(view: SqlUnitOfWork, since: datetime | None) -> _Read:
    sales = tuple(find_sales(view, since=since, most=MOST_ROWS))
    stays = stays_by_id(view, sorted({sale.stay_id for sale in sales if sale.stay_id}))
    return _Read(
        sales,
        {stay.stay_id: stay.plate for stay in stays},
        {person.person_id: person.name for person in view.people()},
    )


class SalesPage(Page):
    """Typing filters by receipt, article or plate; Alt+R prints the chosen receipt again."""

    right = Right.PRINT_RECEIPT

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._number = 0
        self._known = _Read()
        self._filter = QLineEdit(maxLength=40)
        self._days = Choice[int](
            (
                (1, lambda: self.tr("Today")),
                (2, lambda: self.tr("Since yesterday")),
                (7, lambda: self.tr("Last 7 days")),
                (31, lambda: self.tr("Last 31 days")),
                (0, lambda: self.tr("Any day")),
            )
        )
        self._model = RowTable[Sale](self._columns(), lambda sale: sale.sale_id, self)
        self.table.setModel(self._model)
        self._title, self._facts = line("title", wraps=True), line(wraps=True)
        self._copy = KeyButton(key="Alt+R", icon_name="print")
        self._keys = KeyRow(self._copy)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self.head.addWidget(self._filter, 1)
        self.head.addWidget(self._days)
        for widget in (self._title, self._facts, self._keys, self.told):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self._filter.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.reload)
        self._days.activated.connect(self.reload)
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self.bind(self._copy, self._on_copy)
        self.speak()

    def title(self) -> str:
        return self.tr("Sales")

    @property
    def rows(self) -> tuple[Sale, ...]:
        """What is listed."""
        return self._model.rows

    def speak(self) -> None:
        wanted = self.tr("Receipt number, article or plate")
        self._filter.setPlaceholderText(wanted)
        self._filter.setAccessibleName(wanted)
        self._days.speak()
        self._days.setAccessibleName(self.tr("Which days"))
        self.table.setAccessibleName(self.title())
        self.table.set_empty(
            self.tr("Nothing was sold."),
            self.tr("Articles that are sold (F12, 9 at the desk) and debts that are collected stand here."),
        )
        self._copy.setText(self.tr("Receipt again (copy)"))
        self._model.refresh()
        self._show_row()

    def reload(self) -> None:
        lot = self.ctx.state.lot
        if lot is not None:
            self._number += 1
            number, text, since = self._number, self._filter.text().strip(), self._since(lot)
            self.ctx.jobs.look(
                lambda view: _read(view, None if text else since),
                lambda read: self._on_read(number, text, read),
            )

    def filter_by(self, text: str) -> bool:
        self._filter.setFocus()
        self._filter.insert(text)
        return True

    def step_back(self) -> bool:
        had_text = bool(self._filter.text())
        self._filter.clear()
        self.take_focus()
        return had_text

    def _since(self, lot: Lot) -> datetime | None:
        days = self._days.value()
        local = self.ctx.console.clock.now().astimezone(lot.zone)
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight - timedelta(days=days - 1) if days else None

    def _columns(self) -> tuple[Column[Sale], ...]:
        return (
            Column(lambda: self.tr("Receipt"), lambda sale: sale.receipt_name, figures=True),
            Column(lambda: self.tr("Paid"), self._when),
            Column(lambda: self.tr("What for"), self._what),
            Column(
                lambda: self.tr("Amount"),
                lambda sale: format_money(sale.amount_minor, sale.currency),
                figures=True,
            ),
            Column(lambda: self.tr("How"), lambda sale: tender_name(sale.tender)),
            Column(lambda: self.tr("By"), self._by),
        )

    def _when(self, sale: Sale) -> str:
        lot = self.ctx.state.lot
        if lot is None:
            return NOTHING
        return format_local_time(sale.sold_at, lot.zone, now=self.ctx.console.clock.now())

    def _what(self, sale: Sale) -> str:
        if sale.kind is SaleKind.DEBT:
            plate = format_plate(self._known.plates.get(sale.stay_id, "")) or NOTHING
            return self.tr("Debt of {plate}").format(plate=plate)
        return sale.name if sale.quantity == 1 else f"{sale.quantity} × {sale.name}"

    def _by(self, sale: Sale) -> str:
        return self._known.names.get(sale.cashier_id, "") or NOTHING

    def _fits(self, sale: Sale, text: str) -> bool:
        """A receipt's number as printed, or a part of what it was for."""
        if sale.receipt_name == text or str(sale.receipt_number) == text:
            return True
        plate, wanted = self._known.plates.get(sale.stay_id, ""), fold(normalise(text))
        return text.casefold() in sale.name.casefold() or (bool(wanted) and wanted in fold(normalise(plate)))

    def _chosen(self) -> Sale | None:
        return self._model.row_at(self.table.currentIndex().row())

    def _on_read(self, number: int, text: str, read: _Read) -> None:
        if number != self._number:
            return
        chosen, self._known = self._chosen(), read
        rows = [sale for sale in read.sales if not text or self._fits(sale, text)]
        self._model.show_rows(rows)
        place = self._model.place_of(chosen.sale_id) if chosen is not None else -1
        if rows:
            self.table.selectRow(max(place, 0))
        self._show_sum(rows)
        self._show_row()

    def _show_sum(self, rows: list[Sale]) -> None:
        """How many, and for who may see totals how much."""
        lot, actor, total = self.ctx.state.lot, self.ctx.state.actor, ""
        if lot is not None and actor is not None and actor.may(Right.SEE_TOTALS):
            amount = format_money(sum(sale.amount_minor for sale in rows), lot.currency)
            total = self.tr("Came in: {amount}").format(amount=amount)
        self.foot.show_words(self.tr("Sales: {count}").format(count=len(rows)), total)

    @Slot()
    def _show_row(self) -> None:
        sale, lot = self._chosen(), self.ctx.state.lot
        self._keys.setVisible(sale is not None)
        if sale is None or lot is None:
            self._title.setText("")
            self._facts.setText("")
            return
        amount = format_money(sale.amount_minor, sale.currency)
        self._title.setText(
            self.tr("Receipt {number} · {amount}").format(number=sale.receipt_name, amount=amount)
        )
        self._facts.setText("\n".join(self._lines(sale, lot)))

    def _lines(self, sale: Sale, lot: Lot) -> list[str]:
        """All that is known of it, a line each."""
        when = format_local_date_time(sale.sold_at, lot.zone)
        lines = [self._what(sale), self.tr("{time}, taken by {name}").format(time=when, name=self._by(sale))]
        if sale.slip:
            lines.append(f"{tender_name(sale.tender)} · {tail(sale.slip)}")
        else:
            given = format_money(sale.tendered_minor, sale.currency)
            change = format_money(sale.change_minor, sale.currency)
            lines.append(self.tr("{given} given, {change} change").format(given=given, change=change))
        return lines

    @Slot()
    def _on_copy(self) -> None:
        sale, actor, state = self._chosen(), self.ctx.state.actor, self.ctx.state
        if sale is None or actor is None:
            return
        sale_id, number = sale.sale_id, sale.receipt_name
        self.ctx.jobs.change(
            lambda unit: reprint(unit, actor=actor, payment_id=sale_id, paper=SALE_PAPER),
            lambda copy: state.post(
                Message(Weight.DONE, "receipt.reprinted", {"number": number, "copy": copy})
            ),
            self.tell_error,
        )
