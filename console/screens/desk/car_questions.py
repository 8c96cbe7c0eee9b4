"""What is asked about the car in hand and about a lane's gate: one question at a time, each in its panel."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from console.screens.context import Context
from console.screens.desk.car_in_hand import CarInHand
from console.screens.desk.cash_panel import CashPanel
from console.screens.desk.correction_panel import CorrectionPanel
from console.screens.desk.describe_questions import DescribeQuestions
from console.screens.desk.drawer_questions import DrawerQuestions
from console.screens.desk.fee_questions import FeeQuestions
from console.screens.desk.hold_questions import HoldQuestions
from console.screens.desk.lane_messages import LaneMessages
from console.screens.desk.money_questions import MoneyQuestions
from console.screens.desk.opening_questions import OpeningQuestions
from console.screens.desk.panel import Panel
from console.screens.desk.reason_panel import ReasonPanel
from console.screens.desk.refund_questions import RefundQuestions
from console.state.messages import Message, Weight
from console.words import say
from core.domain.errors import LotkeeperError, OperatorError, StoreError
from core.domain.payments import Payment
from core.services.resolve_stay import REASONS as WRITE_OFF_REASONS


class CarQuestions(QObject):
    """Asks, and does what was answered; ``opened`` comes before the question is put, ``over`` after it."""

    opened = Signal()
    over = Signal()

    def __init__(self, context: Context, car: CarInHand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._car = car
        self.cash = CashPanel()
        self._correction = CorrectionPanel()
        self._write_off = ReasonPanel("write_off", WRITE_OFF_REASONS)
        self.by_hand = OpeningQuestions(context, car, self)
        self.fees = FeeQuestions(context, car, self)
        self.description = DescribeQuestions(context, car, self)
        self.refunds = RefundQuestions(context, car, self)
        self.messages = LaneMessages(context, self)
        self.holds = HoldQuestions(context, self)
        self.drawer = DrawerQuestions(context, self)
        self.money = MoneyQuestions(context, car, self.cash, self)
        self.panels: tuple[Panel, ...] = (
            self.cash, self._correction, *self.by_hand.panels, self._write_off, *self.fees.panels,
            self.description.panel, *self.refunds.panels, self.messages.panel, *self.holds.panels,
            *self.drawer.panels, *self.money.panels,
        )  # fmt: skip
        for panel in self.panels:
            panel.hide()
        self._connect()

    @property
    def awaits_acknowledgement(self) -> bool:
        """Whether change lies on the counter that nobody said was handed out."""
        return self.cash.awaits_acknowledgement

    @property
    def is_asking(self) -> bool:
        """Whether a panel waits for an answer."""
        return any(not panel.isHidden() for panel in self.panels)

    def take_cash(self) -> None:
        """Ask for the cash of the car in hand, or for a share of it where it is paid in several ways."""
        if self.money.split.is_asked:
            self.money.split.split.take_cash()
            return
        chosen, lot = self._car.chosen, self._context.state.lot
        if self._may_be_paid() and chosen is not None and chosen.due is not None and lot is not None:
            self._open(self.cash)
            self.cash.ask(chosen.due.quote.total_minor, lot)

    def take_card(self) -> None:
        """Have the car in hand paid at the card terminal, or a share of it."""
        if self.money.articles.takes_cash:
            self.money.articles.take_card()
        elif self.money.split.is_asked:
            self.money.split.split.take_card()
        elif self._may_be_paid():
            self.money.charges.pay_by_card()

    def take_platform(self) -> None:
        """Have the car in hand paid by a platform, or a share of it."""
        if self.money.split.is_asked:
            self.money.split.split.take_platform()
        elif self._may_be_paid():
            self.money.charges.pay_by_platform()

    def split_price(self) -> None:
        """Have the car in hand paid in several ways."""
        if self._may_be_paid():
            self.money.split.ask()

    def show_more(self) -> None:
        """The list of F12."""
        if not self.awaits_acknowledgement:
            self.money.show_more()

    def sell(self) -> None:
        """Ask what is sold beside parking."""
        if not self.awaits_acknowledgement:
            self.money.articles.ask()

    def _may_be_paid(self) -> bool:
        """Whether money can be asked for; else it is said why not, or what comes first is in front."""
        chosen, state = self._car.chosen, self._context.state
        if chosen is None or state.lot is None or self.awaits_acknowledgement or self.money.resume():
            return False
        if chosen.due is None or chosen.due.quote.total_minor == 0:
            code = chosen.why_no_price or "payment.nothing_due"
            state.post(Message(Weight.ATTENTION, code))
        elif state.shift is None:
            state.post(Message(Weight.ATTENTION, "shift.none_open", command_id="screen.shift"))
        elif chosen.due.unusual is not None:
            self.fees.ask(chosen.due.unusual)
        else:
            return True
        return False

    def correct_entry(self) -> None:
        """Ask since when the car in hand is really here."""
        if not self.awaits_acknowledgement:
            self.fees.correct_entry()

    def describe(self) -> None:
        """Ask what the car in hand is."""
        if not self.awaits_acknowledgement:
            self.description.ask()

    def correct_plate(self) -> None:
        """Ask for the right plate of the car in hand."""
        if self._car.chosen is not None and not self.awaits_acknowledgement:
            self._open(self._correction)
            self._correction.ask(
                self._car.chosen.stay.plate, lambda: self.tr("Correct the plate of this car")
            )

    def write_off(self) -> None:
        """Ask why the car in hand is to be written off."""
        chosen = self._car.chosen
        if chosen is not None and not self.awaits_acknowledgement:
            plate = chosen.stay.plate
            self._open(self._write_off)
            self._write_off.ask(
                lambda: self.tr("Why is the stay of {plate} written off?").format(plate=plate),
                lambda: self.tr("Write off"),
            )

    def open_by_hand(self, lane_id: str) -> None:
        """Ask for the reason to open the lane's gate by hand."""
        if not self.awaits_acknowledgement:
            self.by_hand.ask(lane_id)

    def hold_open(self, lane_id: str) -> None:
        """Ask why the lane's gate is to stay open."""
        if not self.awaits_acknowledgement:
            self.holds.ask_to_hold(lane_id)

    def let_go(self, lane_id: str) -> None:
        """Ask whether the lane's gate is to be let go."""
        if not self.awaits_acknowledgement:
            self.holds.ask_to_let_go(lane_id)

    def open_drawer(self) -> None:
        """Ask why the cash drawer is opened."""
        if not self.awaits_acknowledgement:
            self.drawer.ask()

    def tell_drivers(self, lane_id: str) -> None:
        """Ask what drivers read at the lane."""
        if not self.awaits_acknowledgement:
            self.messages.ask(lane_id)

    def follow(self) -> None:
        """A lane, or the car in hand, has changed: what is said about them follows."""
        chosen = self._car.chosen
        whole = not (self.money.split.takes_cash or self.money.articles.takes_cash)
        if whole and chosen is not None and chosen.due is not None and not self.cash.isHidden():
            self.cash.show_due(chosen.due.quote.total_minor)
        self.by_hand.follow()
        self.money.follow()

    def close(self) -> None:
        """Ask nothing any more."""
        self.refunds.forget()
        for panel in self.panels:
            panel.hide()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.cash.retranslate()
        self._correction.retranslate()
        self.by_hand.retranslate()
        self._write_off.retranslate()
        self.fees.retranslate()
        self.description.panel.retranslate()
        self.refunds.retranslate()
        self.messages.panel.retranslate()
        self.holds.retranslate()
        self.drawer.panel.retranslate()
        self.money.retranslate()

    def _connect(self) -> None:
        self._car.payment_taken.connect(self._on_payment_taken)
        self._car.changed.connect(self._on_changed)
        self._car.refused.connect(self._on_refused)
        self.fees.opening.connect(self._open)
        self.fees.over.connect(self.over)
        self.description.opening.connect(self._open)
        self.description.over.connect(self.over)
        self.holds.opening.connect(self._open)
        self.holds.over.connect(self.over)
        self.drawer.opening.connect(self._open)
        self.drawer.over.connect(self.over)
        self.messages.opening.connect(self._open)
        self.messages.over.connect(self.over)
        self.refunds.opening.connect(self._open)
        self.refunds.over.connect(self.over)
        self.money.opening.connect(self._open)
        self.money.over.connect(self.over)
        self.cash.tendered.connect(self._on_tendered)
        self.cash.acknowledged.connect(self._on_acknowledged)
        self._correction.answered.connect(self._car.correct)
        self._write_off.answered.connect(self._on_write_off_answered)
        self.by_hand.opening.connect(self._open)
        self.by_hand.over.connect(self.over)
        for given_up in (
            self.cash.given_up, self._correction.given_up, self._write_off.given_up,
        ):  # fmt: skip
            given_up.connect(self.over)

    @Slot(object)
    def _open(self, panel: Panel) -> None:
        self.refunds.forget()
        self.money.forget()
        for other in self.panels:
            other.setVisible(other is panel)
        self.opened.emit()

    @Slot(int)
    def _on_tendered(self, tendered_minor: int) -> None:
        if not self.money.take_cash(tendered_minor):
            self._car.take_cash(tendered_minor)

    @Slot()
    def _on_acknowledged(self) -> None:
        """The change is in the driver's hand; where a share was paid the rest is asked for."""
        if self.money.split.goes_on:
            self.money.split.ask()
        else:
            self.over.emit()

    @Slot(object)
    def _on_payment_taken(self, payment: Payment) -> None:
        self._context.state.post(
            Message(
                Weight.DONE,
                "payment.taken",
                {
                    "amount_minor": payment.amount_minor,
                    "number": payment.receipt_name,
                    "until": payment.permit_until,
                },
            )
        )
        self.cash.show_change(payment)

    @Slot(object)
    def _on_changed(self, message: Message) -> None:
        self._context.state.post(message)
        if not self._correction.isHidden():
            self.over.emit()

    @Slot(object)
    def _on_refused(self, error: LotkeeperError) -> None:
        asking = next((panel for panel in (self.cash, self._correction) if not panel.isHidden()), None)
        if asking is None or not isinstance(error, OperatorError | StoreError):
            self._context.state.post_error(error)
            return
        code = error.code if isinstance(error, OperatorError) else error.cause
        facts = error.facts if isinstance(error, OperatorError) else {}
        asking.show_trouble(say(code, facts, self._context.state.lot))

    @Slot(str, str)
    def _on_write_off_answered(self, reason: str, note: str) -> None:
        self._write_off.hide()
        self._car.write_off(reason, note)
        self.over.emit()
