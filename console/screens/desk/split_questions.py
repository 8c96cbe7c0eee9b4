"""A price paid in several ways (F12, 1): share by share, in cash, by card or platform, until it is whole."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from console.formats import format_money
from console.screens.context import Context
from console.screens.desk.car_in_hand import CarInHand
from console.screens.desk.cash_panel import CashPanel
from console.screens.desk.charge_answers import words_of
from console.screens.desk.charge_questions import ChargeQuestions
from console.screens.desk.charge_words import came_in_lines
from console.screens.desk.chosen import Chosen
from console.screens.desk.panel import Panel
from console.screens.desk.split_panel import SplitPanel
from console.state.messages import Message, Weight
from core.domain.errors import LotkeeperError
from core.domain.orders import Order
from core.domain.payments import Payment
from core.services.open_order import give_up_order, open_order
from core.services.take_payment import take_cash_part
from core.store.unit_of_work import SqlUnitOfWork


class SplitQuestions(QObject):
    """``opening`` carries the panel that is to come to the front; ``over``: there is nothing more to ask.

    The cash panel is the desk's own: while ``takes_cash`` what is typed into it is a share.
    """

    opening = Signal(object)
    over = Signal()
    paid = Signal(object)

    def __init__(
        self,
        context: Context,
        car: CarInHand,
        cash: CashPanel,
        charges: ChargeQuestions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._car, self._cash, self._charges = context, car, cash, charges
        self._share_minor = 0
        self._goes_on = False
        self._last: Order | None = None
        self.split = SplitPanel()
        self.panels: tuple[Panel, ...] = (self.split,)
        self.split.cash_wanted.connect(self._on_cash_wanted)
        self.split.card_wanted.connect(self._on_card_wanted)
        self.split.platform_wanted.connect(self._on_platform_wanted)
        self.split.give_up_wanted.connect(self._on_give_up)
        self.split.given_up.connect(self.over)
        charges.share_settled.connect(self.ask)

    @property
    def is_asked(self) -> bool:
        """Whether the next share is asked for."""
        return not self.split.isHidden()

    @property
    def takes_cash(self) -> bool:
        """Whether the cash panel takes a share, and not the whole price."""
        return bool(self._share_minor) and not self._cash.isHidden()

    @property
    def goes_on(self) -> bool:
        """Whether more is to pay once the change of this share was handed out."""
        return self._goes_on

    @Slot()
    def ask(self) -> None:
        """Ask for the next share of the car in hand."""
        chosen, lot = self._car.chosen, self._context.state.lot
        self._share_minor, self._goes_on = 0, False
        if chosen is None or lot is None:
            return
        order = self._order(chosen)
        total = order.amount_minor if order is not None else chosen.due.quote.total_minor if chosen.due else 0
        missing = order.missing_minor if order is not None else total
        if not missing:
            self._context.state.post(Message(Weight.ATTENTION, "payment.nothing_to_split"))
            return
        self.opening.emit(self.split)
        self.split.ask(total, missing, came_in_lines(order) if order is not None else (), lot)

    def forget(self) -> None:
        """Something else is asked: the next cash is no share."""
        self._share_minor, self._goes_on = 0, False

    def take_cash(self, tendered_minor: int) -> None:
        """So much was handed over for the share that is asked for."""
        chosen, actor, amount = self._car.chosen, self._context.state.actor, self._share_minor
        if chosen is None or actor is None:
            return
        drawer, order, stay_id = self._context.state.drawer, self._order(chosen), chosen.stay.stay_id
        shown = order.amount_minor if order is not None else chosen.due.quote.total_minor if chosen.due else 0
        opens_drawer = self._context.console.config.printer.has_drawer

        def work(unit: SqlUnitOfWork) -> Order | Payment:
            opened = open_order(unit, actor=actor, stay_id=stay_id, shown_minor=shown, drawer=drawer)
            return take_cash_part(
                unit,
                actor=actor,
                order_id=opened.order_id,
                amount_minor=amount,
                tendered_minor=tendered_minor,
                drawer=drawer,
                opens_drawer=opens_drawer,
            )

        self._context.jobs.change(
            work, lambda taken: self._on_taken(taken, amount, tendered_minor), self._on_refused
        )

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.split.retranslate()

    def _order(self, chosen: Chosen) -> Order | None:
        """What is known of the order, also before the car was read again after the last share."""
        read, last = chosen.under_way, self._last
        if last is None or last.stay_id != chosen.stay.stay_id:
            return read
        if any(payment.order_id == last.order_id for payment in chosen.stay.payments):
            self._last = None
            return read
        if (
            read is not None
            and read.order_id == last.order_id
            and read.confirmed_minor >= last.confirmed_minor
        ):
            self._last = None
            return read
        return last

    def _on_taken(self, taken: Order | Payment, amount: int, tendered: int) -> None:
        self._share_minor = 0
        if isinstance(taken, Payment):
            self._last = None
            self.paid.emit(taken)
        else:
            self._goes_on, self._last = True, taken
        lot = self._context.state.lot
        currency = lot.currency if lot is not None else ""
        missing = 0 if isinstance(taken, Payment) else taken.missing_minor
        self._cash.show_share_taken(
            tendered - amount,
            currency,
            lambda: self._share_words(amount, tendered, missing, currency),
        )
        self._car.refresh()

    def _share_words(self, amount: int, tendered: int, missing: int, currency: str) -> str:
        """What was kept of the cash, and what is still to be paid."""
        kept = self.tr("{paid} of {given} kept.").format(
            paid=format_money(amount, currency), given=format_money(tendered, currency)
        )
        if not missing:
            return self.tr("{kept} It is paid in full.").format(kept=kept)
        left = format_money(missing, currency)
        return self.tr("{kept} Still to pay: {amount}.").format(kept=kept, amount=left)

    @Slot(int)
    def _on_cash_wanted(self, amount_minor: int) -> None:
        lot, state = self._context.state.lot, self._context.state
        if state.shift is None:
            state.post(Message(Weight.ATTENTION, "shift.none_open", command_id="screen.shift"))
        elif lot is not None:
            self.opening.emit(self._cash)
            self._share_minor = amount_minor
            self._cash.ask(amount_minor, lot)

    @Slot(int)
    def _on_card_wanted(self, amount_minor: int) -> None:
        self._charges.pay_by_card(amount_minor)

    @Slot(int)
    def _on_platform_wanted(self, amount_minor: int) -> None:
        self._charges.pay_by_platform(amount_minor)

    @Slot()
    def _on_give_up(self) -> None:
        chosen, actor, state = self._car.chosen, self._context.state.actor, self._context.state
        order = self._order(chosen) if chosen is not None else None
        if order is None or actor is None:
            return
        order_id = order.order_id
        opens_drawer = self._context.console.config.printer.has_drawer
        back = order.confirmed_minor
        self._context.jobs.change(
            lambda unit: give_up_order(unit, actor=actor, order_id=order_id, opens_drawer=opens_drawer),
            lambda _order: self._on_given_up(back),
            lambda error: self.split.show_trouble(words_of(error, state.lot)),
        )

    def _on_given_up(self, back_minor: int) -> None:
        self._last = None
        self._context.state.post(Message(Weight.DONE, "order.given_back", {"amount_minor": back_minor}))
        self.over.emit()
        self._car.refresh()

    def _on_refused(self, error: LotkeeperError) -> None:
        if self._cash.isHidden():
            self._context.state.post_error(error)
        else:
            self._cash.show_trouble(words_of(error, self._context.state.lot))
