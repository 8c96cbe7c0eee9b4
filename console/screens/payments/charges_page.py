"""Charges that are not settled, of all consoles: what is waited for, and what nobody knows."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from console.formats import NOTHING, format_local_time, format_money, format_plate
from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.desk.charge_words import state_line, tender_name
from console.screens.desk.waiting_money import ChargesWaiting, read_all_charges
from console.screens.form.key_row import KeyRow
from console.screens.form.lines import line
from console.screens.payments.page import Page
from console.state.messages import Message, Weight
from console.widgets.key_button import KeyButton
from console.words import say
from core.domain.orders import Charge, ChargeState
from core.domain.people import Right
from core.services.ask_for_money import ask_now


class ChargesPage(Page):
    """Enter takes the charge's car to the desk, where it is settled; Alt+A asks the far side now."""

    right = Right.TAKE_PAYMENT

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._waiting = ChargesWaiting()
        self._model = RowTable[Charge](self._columns(), lambda charge: charge.charge_id, self)
        self.table.setModel(self._model)
        self._title, self._facts = line("title", wraps=True), line(wraps=True)
        self._desk, self._ask = KeyButton(key="Enter", primary=True), KeyButton(key="Alt+A")
        self._keys = KeyRow(self._desk, self._ask)
        for widget in (self._title, self._facts, self._keys, self.told):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self.table.activated.connect(self._on_desk)
        self._desk.clicked.connect(self._on_desk)
        self.bind(self._ask, self._on_ask)
        self.speak()

    def title(self) -> str:
        return self.tr("Under way")

    @property
    def rows(self) -> tuple[Charge, ...]:
        """What is listed."""
        return self._model.rows

    def speak(self) -> None:
        self.table.setAccessibleName(self.title())
        self.table.set_empty(
            self.tr("Nothing is under way."),
            self.tr("What terminals and platforms were asked for stands here until it is settled."),
        )
        self._desk.setText(self.tr("To the desk"))
        self._ask.setText(self.tr("Ask now"))
        self._model.refresh()
        self._show_row()

    def reload(self) -> None:
        self.ctx.jobs.look(read_all_charges, self._on_read)

    def _columns(self) -> tuple[Column[Charge], ...]:
        return (
            Column(lambda: self.tr("Since"), self._since),
            Column(lambda: self.tr("Plate"), self._plate),
            Column(
                lambda: self.tr("Amount"),
                lambda charge: format_money(charge.amount_minor, charge.currency),
                figures=True,
            ),
            Column(lambda: self.tr("How"), lambda charge: tender_name(charge.tender)),
            Column(lambda: self.tr("Account"), lambda charge: charge.account),
            Column(lambda: self.tr("State"), self._state),
        )

    def _since(self, charge: Charge) -> str:
        lot = self.ctx.state.lot
        if lot is None:
            return NOTHING
        return format_local_time(charge.intended_at, lot.zone, now=self.ctx.console.clock.now())

    def _plate(self, charge: Charge) -> str:
        return format_plate(self._waiting.plates.get(charge.stay_id, "")) or NOTHING

    def _state(self, charge: Charge) -> str:
        if charge.state is ChargeState.UNKNOWN:
            return self.tr("! not known")
        return self.tr("being cancelled") if charge.cancel_asked else self.tr("waited for")

    def _on_read(self, waiting: ChargesWaiting) -> None:
        chosen = self._chosen()
        self._waiting = waiting
        self._model.show_rows(waiting.charges)
        place = self._model.place_of(chosen.charge_id) if chosen is not None else -1
        if waiting.charges:
            self.table.selectRow(max(place, 0))
        self.foot.show_words(self.tr("Not settled: {count}").format(count=len(waiting.charges)))
        self._show_row()

    def _chosen(self) -> Charge | None:
        return self._model.row_at(self.table.currentIndex().row())

    @Slot()
    def _show_row(self) -> None:
        charge, lot = self._chosen(), self.ctx.state.lot
        self._keys.setVisible(charge is not None)
        if charge is None or lot is None:
            self._title.setText("")
            self._facts.setText("")
            return
        amount = format_money(charge.amount_minor, charge.currency)
        self._title.setText(self.tr("{amount} of {plate}").format(amount=amount, plate=self._plate(charge)))
        cause = say(charge.cause).text if charge.cause else ""
        number = self.tr("Number there: {reference}").format(reference=charge.reference)
        lines = (
            state_line(charge, lot, self.ctx.console.clock.now()),
            cause,
            number if charge.reference else "",
            self.tr("At the desk it can be cancelled, or be said to be paid or not."),
        )
        self._facts.setText("\n".join(filter(None, lines)))

    @Slot()
    def _on_desk(self) -> None:
        charge = self._chosen()
        if charge is not None:
            self.ctx.show("desk")
            self.ctx.state.hand_over(charge.stay_id)

    @Slot()
    def _on_ask(self) -> None:
        charge, actor, state = self._chosen(), self.ctx.state.actor, self.ctx.state
        if charge is not None and actor is not None:
            charge_id = charge.charge_id
            self.ctx.jobs.change(
                lambda unit: ask_now(unit, actor=actor, charge_id=charge_id),
                lambda _none: state.post(Message(Weight.QUIET, "charge.asked_again")),
                self.tell_error,
            )
