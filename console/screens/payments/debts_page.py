"""What drivers owe: who, since when, how much; collected in cash or by card, or given up with a reason."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from console.formats import NOTHING, format_local_time, format_money, format_plate
from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.desk.card_slip_panel import CardSlipPanel
from console.screens.desk.cash_panel import CashPanel
from console.screens.desk.charge_answers import words_of
from console.screens.desk.charge_words import tender_name
from console.screens.desk.panel import Panel
from console.screens.desk.reason_panel import ReasonPanel
from console.screens.form.key_row import KeyRow
from console.screens.form.lines import line
from console.screens.payments.page import Page
from console.state.messages import Message, Weight
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError
from core.domain.payments import Tender
from core.domain.people import Right
from core.domain.sales import Sale
from core.services import collect_debt as collecting
from core.services.collect_debt import collect_debt, write_off_debt
from core.store.queries.payments import DebtRow, open_debts


class DebtsPage(Page):
    """Enter collects the chosen debt in cash, Alt+C by card at the terminal."""

    right = Right.TAKE_CASH

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._model = RowTable[DebtRow](self._columns(), lambda row: row.debt.debt_id, self)
        self.table.setModel(self._model)
        self._title, self._facts = line("title", wraps=True), line(wraps=True)
        self._collect, self._by_card = KeyButton(key="Enter", primary=True), KeyButton(key="Alt+C")
        self._give_up = KeyButton(key="Alt+W")
        self._keys = KeyRow(self._collect, self._by_card, self._give_up)
        self.cash, self.giving_up = CashPanel(), ReasonPanel("debt", collecting.REASONS)
        self.card = CardSlipPanel()
        self._panels: tuple[Panel, ...] = (self.cash, self.card, self.giving_up)
        for widget in (self._title, self._facts, self._keys, self.told):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        for panel in self._panels:
            panel.hide()
            self.below.addWidget(panel)
        self._listen()
        self.speak()

    def title(self) -> str:
        return self.tr("Debts")

    @property
    def rows(self) -> tuple[DebtRow, ...]:
        """What is listed."""
        return self._model.rows

    def speak(self) -> None:
        self.table.setAccessibleName(self.title())
        self.table.set_empty(self.tr("Nobody owes anything."), self.tr("Cars that go on credit appear here."))
        self._collect.setText(self.tr("Collect in cash"))
        self._by_card.setText(self.tr("By card …"))
        self._give_up.setText(self.tr("Give it up …"))
        self._model.refresh()
        self.cash.retranslate()
        self.card.retranslate()
        self.giving_up.retranslate()
        self._show_row()

    def reload(self) -> None:
        self.ctx.jobs.look(open_debts, self._on_read)

    def step_back(self) -> bool:
        if self.cash.awaits_acknowledgement:
            return True
        asked = any(not panel.isHidden() for panel in self._panels)
        self._close()
        return asked

    def _columns(self) -> tuple[Column[DebtRow], ...]:
        return (
            Column(lambda: self.tr("Since"), self._since),
            Column(lambda: self.tr("Plate"), lambda row: format_plate(row.debt.debtor.plate) or NOTHING),
            Column(
                lambda: self.tr("Owed"),
                lambda row: format_money(row.debt.owed_minor, row.debt.currency),
                figures=True,
            ),
            Column(lambda: self.tr("Why"), lambda row: tender_name(Tender(row.debt.kind.value))),
            Column(lambda: self.tr("Who"), lambda row: row.debt.debtor.name or NOTHING),
            Column(lambda: self.tr("Telephone"), lambda row: row.debt.debtor.phone or NOTHING),
            Column(lambda: self.tr("Receipt"), lambda row: row.receipt_name or NOTHING),
        )

    def _since(self, row: DebtRow) -> str:
        lot = self.ctx.state.lot
        if lot is None:
            return NOTHING
        return format_local_time(row.debt.made_at, lot.zone, now=self.ctx.console.clock.now())

    def _chosen(self) -> DebtRow | None:
        return self._model.row_at(self.table.currentIndex().row())

    def _on_read(self, rows: list[DebtRow]) -> None:
        chosen = self._chosen()
        self._model.show_rows(rows)
        place = self._model.place_of(chosen.debt.debt_id) if chosen is not None else -1
        if rows:
            self.table.selectRow(max(place, 0))
        lot = self.ctx.state.lot
        owed = sum(row.debt.owed_minor for row in rows)
        total = format_money(owed, lot.currency) if lot is not None else ""
        self.foot.show_words(self.tr("Debts: {count}").format(count=len(rows)), total)
        self._show_row()

    @Slot()
    def _show_row(self) -> None:
        row, actor = self._chosen(), self.ctx.state.actor
        self._keys.setVisible(row is not None)
        self._give_up.setVisible(actor is not None and actor.may(Right.WRITE_OFF))
        if row is None:
            self._title.setText("")
            self._facts.setText("")
            return
        debt = row.debt
        self._title.setText(
            self.tr("{plate} owes {amount}").format(
                plate=format_plate(debt.debtor.plate) or NOTHING,
                amount=format_money(debt.owed_minor, debt.currency),
            )
        )
        paid = self.tr("{amount} of it collected already").format(
            amount=format_money(debt.paid_minor, debt.currency)
        )
        let_go = self.tr("Let go by {name}").format(name=row.taken_by or NOTHING)
        lines = (
            debt.debtor.name,
            debt.debtor.phone,
            debt.debtor.note,
            paid if debt.paid_minor else "",
            let_go,
        )
        self._facts.setText("\n".join(filter(None, lines)))

    def _listen(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.activated.connect(self._on_collect)
        self._collect.clicked.connect(self._on_collect)
        self.bind(self._by_card, self._on_by_card)
        self.bind(self._give_up, self._on_give_up)
        self.cash.tendered.connect(self._on_tendered)
        self.cash.acknowledged.connect(self._close)
        self.card.typed.connect(self._on_slip_typed)
        self.giving_up.answered.connect(self._on_given_up)
        for panel in (self.cash, self.card, self.giving_up):
            panel.given_up.connect(self._close)

    @Slot()
    def _on_row_changed(self) -> None:
        if not self.cash.awaits_acknowledgement:
            for panel in self._panels:
                panel.hide()
        self._show_row()

    @Slot()
    def _on_collect(self) -> None:
        row, lot = self._chosen(), self.ctx.state.lot
        if row is not None and lot is not None and self._may_collect():
            self._open(self.cash)
            self.cash.ask(row.debt.owed_minor, lot)

    @Slot()
    def _on_by_card(self) -> None:
        row = self._chosen()
        if row is not None and self._may_collect():
            amount = format_money(row.debt.owed_minor, row.debt.currency)
            plate = format_plate(row.debt.debtor.plate) or NOTHING
            self._open(self.card)
            self.card.ask(lambda: self.tr("{amount} of {plate} by card").format(amount=amount, plate=plate))

    def _may_collect(self) -> bool:
        """Whether money may be taken now; says what is missing."""
        if self.cash.awaits_acknowledgement:
            return False
        if self.ctx.state.shift is None:
            self.ctx.state.post(Message(Weight.ATTENTION, "shift.none_open", command_id="screen.shift"))
            return False
        return True

    @Slot()
    def _on_give_up(self) -> None:
        row = self._chosen()
        if row is None or self.cash.awaits_acknowledgement:
            return
        amount = format_money(row.debt.owed_minor, row.debt.currency)
        self._open(self.giving_up)
        self.giving_up.ask(
            lambda: self.tr("Why is {amount} given up?").format(amount=amount),
            lambda: self.tr("Give it up"),
            lambda: self.tr("Nobody asks for it any more."),
        )

    @Slot(int)
    def _on_tendered(self, tendered_minor: int) -> None:
        row, actor, drawer = self._chosen(), self.ctx.state.actor, self.ctx.state.drawer
        if row is None or actor is None:
            return
        debt_id, opens_drawer = row.debt.debt_id, self.ctx.console.config.printer.has_drawer
        self.ctx.jobs.change(
            lambda unit: collect_debt(
                unit,
                actor=actor,
                debt_id=debt_id,
                tendered_minor=tendered_minor,
                drawer=drawer,
                opens_drawer=opens_drawer,
            ),
            self._on_collected,
            self._on_refused,
        )

    def _on_collected(self, sale: Sale) -> None:
        self.cash.show_share_taken(
            sale.change_minor,
            sale.currency,
            lambda: self.tr("{paid} of {given} kept. Receipt {number}.").format(
                paid=format_money(sale.amount_minor, sale.currency),
                given=format_money(sale.tendered_minor, sale.currency),
                number=sale.receipt_name,
            ),
        )

    def _on_refused(self, error: LotkeeperError) -> None:
        self.cash.show_trouble(words_of(error, self.ctx.state.lot))

    @Slot(str)
    def _on_slip_typed(self, slip: str) -> None:
        row, actor, drawer = self._chosen(), self.ctx.state.actor, self.ctx.state.drawer
        if row is None or actor is None:
            return
        debt_id = row.debt.debt_id
        self.ctx.jobs.change(
            lambda unit: collect_debt(
                unit,
                actor=actor,
                debt_id=debt_id,
                tendered_minor=0,
                drawer=drawer,
                opens_drawer=False,
                tender=Tender.CARD,
                slip=slip,
            ),
            self._on_collected_by_card,
            lambda error: self.card.show_trouble(words_of(error, self.ctx.state.lot)),
        )

    def _on_collected_by_card(self, sale: Sale) -> None:
        facts = {"amount_minor": sale.amount_minor, "number": sale.receipt_name}
        self.ctx.state.post(Message(Weight.DONE, "debt.collected_by_card", facts))
        self._close()

    @Slot(str, str)
    def _on_given_up(self, reason: str, note: str) -> None:
        row, actor = self._chosen(), self.ctx.state.actor
        if row is None or actor is None:
            return
        debt_id = row.debt.debt_id
        self.ctx.jobs.change(
            lambda unit: write_off_debt(unit, actor=actor, debt_id=debt_id, reason=reason, note=note),
            lambda _debt: self._close(),
            self.tell_error,
        )

    def _open(self, panel: Panel) -> None:
        self.told.setText("")
        for other in self._panels:
            other.setVisible(other is panel)

    @Slot()
    def _close(self) -> None:
        for panel in self._panels:
            panel.hide()
        self.take_focus()
        self.reload()
