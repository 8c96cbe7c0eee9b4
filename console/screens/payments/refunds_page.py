"""Money that drivers still wait for: due, on its way, in doubt, or declined by the far side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from console.formats import NOTHING, format_local_time, format_money, format_plate
from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.desk.charge_words import tender_name
from console.screens.desk.panel import Panel
from console.screens.desk.reason_panel import ReasonPanel
from console.screens.form.key_row import KeyRow
from console.screens.form.lines import line
from console.screens.payments.page import Page
from console.screens.payments.payment_words import refund_cause, refund_state
from console.widgets.key_button import KeyButton
from console.words import is_known, say
from core.domain.people import Right
from core.domain.refunds import Refund, RefundState
from core.services.give_back import RESOLVE_REASONS, resolve_refund, send_refund_back
from core.store.queries.payments import open_refunds
from core.store.queries.stays import stays_by_id
from core.store.unit_of_work import SqlUnitOfWork

_IN_DOUBT = frozenset({RefundState.UNDERWAY, RefundState.UNKNOWN})


@dataclass(frozen=True, slots=True)
class _Read:
    refunds: tuple[Refund, ...] = ()
    plates: Mapping[str, str] = field(default_factory=dict)


def _read(view: SqlUnitOfWork) -> _Read:
    found = tuple(open_refunds(view))
    stays = stays_by_id(view, list({refund.stay_id for refund in found}))
    return _Read(found, {stay.stay_id: stay.plate for stay in stays})


class RefundsPage(Page):
    """Enter takes the car to the desk, where cash is paid out; what was declined is tried again here."""

    right = Right.TAKE_CASH

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._known = _Read()
        self._paid_back = True
        self._model = RowTable[Refund](self._columns(), lambda refund: refund.refund_id, self)
        self.table.setModel(self._model)
        self._title, self._facts = line("title", wraps=True), line(wraps=True)
        self._desk, self._again = KeyButton(key="Enter", primary=True), KeyButton(key="Alt+A")
        self._came, self._not_come = KeyButton(key="Alt+Y"), KeyButton(key="Alt+N")
        self._keys = KeyRow(self._desk, self._again, self._came, self._not_come)
        self.resolving = ReasonPanel("refund_known", RESOLVE_REASONS)
        self._panels: tuple[Panel, ...] = (self.resolving,)
        for widget in (self._title, self._facts, self._keys, self.told):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.resolving.hide()
        self.below.addWidget(self.resolving)
        self._listen()
        self.speak()

    def title(self) -> str:
        return self.tr("Money back")

    @property
    def rows(self) -> tuple[Refund, ...]:
        """What is listed."""
        return self._model.rows

    def speak(self) -> None:
        self.table.setAccessibleName(self.title())
        self.table.set_empty(self.tr("No driver waits for money."), self.tr("What is due back appears here."))
        self._desk.setText(self.tr("To the desk"))
        self._again.setText(self.tr("Try again"))
        self._came.setText(self.tr("It went back …"))
        self._not_come.setText(self.tr("It did not …"))
        self.resolving.retranslate()
        self._model.refresh()
        self._show_row()

    def reload(self) -> None:
        self.ctx.jobs.look(_read, self._on_read)

    def step_back(self) -> bool:
        asked = not self.resolving.isHidden()
        self._close()
        return asked

    def _columns(self) -> tuple[Column[Refund], ...]:
        return (
            Column(lambda: self.tr("Since"), self._since),
            Column(lambda: self.tr("Plate"), self._plate),
            Column(
                lambda: self.tr("Amount"),
                lambda refund: format_money(refund.amount_minor, refund.currency),
                figures=True,
            ),
            Column(lambda: self.tr("Way back"), lambda refund: tender_name(refund.tender)),
            Column(lambda: self.tr("State"), refund_state),
            Column(lambda: self.tr("Why"), refund_cause),
        )

    def _since(self, refund: Refund) -> str:
        lot = self.ctx.state.lot
        if lot is None:
            return NOTHING
        return format_local_time(refund.due_at, lot.zone, now=self.ctx.console.clock.now())

    def _plate(self, refund: Refund) -> str:
        return format_plate(self._known.plates.get(refund.stay_id, "")) or NOTHING

    def _chosen(self) -> Refund | None:
        return self._model.row_at(self.table.currentIndex().row())

    def _on_read(self, read: _Read) -> None:
        chosen = self._chosen()
        self._known = read
        self._model.show_rows(read.refunds)
        place = self._model.place_of(chosen.refund_id) if chosen is not None else -1
        if read.refunds:
            self.table.selectRow(max(place, 0))
        lot, total = self.ctx.state.lot, sum(refund.amount_minor for refund in read.refunds)
        count = self.tr("Drivers wait for: {count}").format(count=len(read.refunds))
        self.foot.show_words(count, format_money(total, lot.currency) if lot is not None else "")
        self._show_row()

    @Slot()
    def _show_row(self) -> None:
        refund, actor = self._chosen(), self.ctx.state.actor
        self._keys.setVisible(refund is not None)
        if refund is None or actor is None:
            self._title.setText("")
            self._facts.setText("")
            return
        in_doubt = refund.state in _IN_DOUBT and actor.may(Right.APPROVE_REFUND)
        self._desk.setVisible(refund.state.may_be_paid_out)
        self._again.setVisible(refund.state is RefundState.FAILED and refund.tender.is_charged)
        self._came.setVisible(in_doubt)
        self._not_come.setVisible(in_doubt)
        amount = format_money(refund.amount_minor, refund.currency)
        self._title.setText(self.tr("{amount} to {plate}").format(amount=amount, plate=self._plate(refund)))
        trouble = say(refund.trouble).text if refund.trouble and is_known(refund.trouble) else ""
        self._facts.setText("\n".join(filter(None, (refund_state(refund), refund_cause(refund), trouble))))

    def _listen(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.activated.connect(self._on_desk)
        self._desk.clicked.connect(self._on_desk)
        self.bind(self._again, self._on_again)
        self.bind(self._came, self._on_came)
        self.bind(self._not_come, self._on_not_come)
        self.resolving.answered.connect(self._on_resolved)
        self.resolving.given_up.connect(self._close)

    @Slot()
    def _on_row_changed(self) -> None:
        self.resolving.hide()
        self._show_row()

    @Slot()
    def _on_desk(self) -> None:
        refund = self._chosen()
        if refund is not None and refund.state.may_be_paid_out:
            self.ctx.show("desk")
            self.ctx.state.hand_over(refund.stay_id)

    @Slot()
    def _on_again(self) -> None:
        refund, actor = self._chosen(), self.ctx.state.actor
        if refund is not None and actor is not None and not self._again.isHidden():
            refund_id = refund.refund_id
            accounts = frozenset(account.id for account in self.ctx.console.paying.accounts)
            self.ctx.jobs.change(
                lambda unit: send_refund_back(unit, actor=actor, refund_id=refund_id, accounts=accounts),
                lambda _refund: self._close(),
                self.tell_error,
            )

    @Slot()
    def _on_came(self) -> None:
        self._ask_how(paid_back=True)

    @Slot()
    def _on_not_come(self) -> None:
        self._ask_how(paid_back=False)

    def _ask_how(self, *, paid_back: bool) -> None:
        refund = self._chosen()
        if refund is None or self._came.isHidden():
            return
        self._paid_back = paid_back
        amount = format_money(refund.amount_minor, refund.currency)
        self.resolving.show()
        if paid_back:
            self.resolving.ask(
                lambda: self.tr("{amount} went back. How is it known?").format(amount=amount),
                lambda: self.tr("It went back"),
            )
        else:
            self.resolving.ask(
                lambda: self.tr("{amount} did not go back. How is it known?").format(amount=amount),
                lambda: self.tr("It did not"),
                lambda: self.tr("It can be tried again then."),
            )

    @Slot(str, str)
    def _on_resolved(self, reason: str, note: str) -> None:
        refund, actor, paid_back = self._chosen(), self.ctx.state.actor, self._paid_back
        if refund is None or actor is None:
            return
        refund_id = refund.refund_id
        self.ctx.jobs.change(
            lambda unit: resolve_refund(
                unit, actor=actor, refund_id=refund_id, paid_back=paid_back, reason=reason, note=note
            ),
            lambda _refund: self._close(),
            self.tell_error,
        )

    @Slot()
    def _close(self) -> None:
        self.resolving.hide()
        self.take_focus()
        self.reload()
