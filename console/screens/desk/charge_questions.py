"""Card and platform (F10, F11): asks for the money, and follows the charge until it is settled."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from console.screens.context import Context
from console.screens.desk.car_in_hand import CarInHand
from console.screens.desk.charge_answers import ChargeAnswers, words_of
from console.screens.desk.charge_panel import ChargePanel
from console.screens.desk.charge_words import tender_name
from console.screens.desk.digit_list import DigitList, Listed
from console.screens.desk.fields_panel import Asked, FieldsPanel
from console.screens.desk.panel import Panel
from console.state.messages import Message, Weight
from console.words import say
from core.domain.errors import LotkeeperError, OperatorError, StoreError
from core.domain.orders import Charge, ChargeState, Order
from core.domain.payments import Payment, Tender
from core.services.ask_for_money import LONGEST_CODE, charge_order
from core.services.open_order import open_order
from core.services.payment_ports import PayAccount
from core.store.unit_of_work import SqlUnitOfWork

CLOCK_MS = 1000


class ChargeQuestions(QObject):
    """``opening`` carries the panel that is to come to the front; ``over``: there is nothing more to ask.

    ``paid`` comes once with each payment that a charge completed, ``asked`` with a charge whenever more is
    known of it, ``share_settled`` when a share came in and more is to pay.
    """

    opening = Signal(object)
    over = Signal()
    paid = Signal(object)
    asked = Signal(object)
    share_settled = Signal()

    def __init__(self, context: Context, car: CarInHand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._car = context, car
        self._wanted: tuple[str, int | None] = ("", None)
        self._account: PayAccount | None = None
        self._charge_id = ""
        self._order_id = ""
        self._looked_at = ""
        self.charge, self.accounts = ChargePanel(), DigitList()
        self.code = FieldsPanel(
            (Asked(lambda: self.tr("Code"), longest=LONGEST_CODE, is_needed=True, is_secret=True),)
        )
        self.answers = ChargeAnswers(context, self.charge, self)
        self.panels: tuple[Panel, ...] = (self.charge, self.accounts, self.code, self.answers.slip)
        self._clock = QTimer(self, interval=CLOCK_MS)
        self._connect()

    @property
    def follows(self) -> bool:
        """Whether a charge is in front."""
        return not self.charge.isHidden()

    def pay_by_card(self, amount_minor: int | None = None) -> None:
        """Ask for the money by the first card terminal; None: all that is missing."""
        found = [one for one in self._accounts() if one.tender is Tender.CARD]
        self._begin(found[:1], amount_minor, "payment.no_card_account")

    def pay_by_platform(self, amount_minor: int | None = None) -> None:
        """Ask for the money by a platform, which is chosen where there are several."""
        found = [one for one in self._accounts() if one.tender is not Tender.CARD]
        self._begin(found, amount_minor, "payment.no_platform")

    @property
    def has_card(self) -> bool:
        """Whether a card terminal is set up."""
        return any(one.tender is Tender.CARD for one in self._accounts())

    @property
    def has_platform(self) -> bool:
        """Whether a platform is set up."""
        return any(one.tender is not Tender.CARD for one in self._accounts())

    def look_again(self) -> None:
        """Bring the charge of the car that is chosen next to the front, whether it was put aside or not."""
        self._looked_at = ""

    def show_charge(self, order: Order, charge: Charge) -> None:
        """Bring a charge to the front."""
        self._charge_id, self._order_id = charge.charge_id, order.order_id
        self.opening.emit(self.charge)
        lot = self._context.state.lot
        if lot is not None:
            self.charge.begin(self._name_of(charge), charge.amount_minor, lot)
            self._show(order, charge)

    def follow(self) -> None:
        """The car in hand was read again: what its charges came to, and those that nobody looks at yet."""
        chosen = self._car.chosen
        if chosen is None:
            self._looked_at = ""
            return
        if self.follows and self._charge_id:
            self._follow_shown()
            return
        order, stay_id = chosen.order, chosen.stay.stay_id
        if order is not None and order.unsettled and self._looked_at != stay_id and not self._asks:
            self._looked_at = stay_id
            self.show_charge(order, order.unsettled[0])
        elif order is None or not order.unsettled:
            self._looked_at = stay_id

    def take_code(self, code: str) -> bool:
        """A code was scanned: whether it was the driver's for the payment that is asked for."""
        if self.code.isHidden():
            return False
        self.code.fill(0, code)
        self._on_code((code,))
        return True

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        for panel in (self.charge, self.accounts, self.code, self.answers.slip):
            panel.retranslate()

    @property
    def _asks(self) -> bool:
        return any(not panel.isHidden() for panel in self.panels)

    def _accounts(self) -> tuple[PayAccount, ...]:
        return self._context.console.paying.accounts

    def _name_of(self, charge: Charge) -> str:
        known = next((one.name for one in self._accounts() if one.id == charge.account), "")
        return known or f"{tender_name(charge.tender)} · {charge.account}"

    def _begin(self, found: list[PayAccount], amount_minor: int | None, none_code: str) -> None:
        chosen, lot = self._car.chosen, self._context.state.lot
        if chosen is None or lot is None:
            return
        if chosen.order is not None and chosen.order.unsettled:
            self.show_charge(chosen.order, chosen.order.unsettled[0])
        elif not found:
            self._context.state.post(Message(Weight.ATTENTION, none_code))
        elif len(found) == 1:
            self._take(found[0], amount_minor)
        else:
            self._wanted = (chosen.stay.stay_id, amount_minor)
            self.opening.emit(self.accounts)
            listed = tuple(Listed(one.id, one.name, _remark(one)) for one in found)
            self.accounts.ask(lambda: self.tr("Which platform does the driver use?"), lambda: listed)

    @Slot(str)
    def _on_account(self, account_id: str) -> None:
        account = next((one for one in self._accounts() if one.id == account_id), None)
        if account is not None and self._car.stay_id == self._wanted[0]:
            self._take(account, self._wanted[1])

    def _take(self, account: PayAccount, amount_minor: int | None) -> None:
        self._account, self._wanted = account, (self._car.stay_id or "", amount_minor)
        if account.can_scan:
            self.opening.emit(self.code)
            self.code.ask(
                lambda: account.name,
                lambda: self.tr("Take the money"),
                lambda: self.tr("Scan the code on the driver's phone."),
            )
        else:
            self._charge(account, amount_minor, "")

    @Slot(tuple)
    def _on_code(self, texts: tuple[str, ...]) -> None:
        if self._account is not None and self._car.stay_id == self._wanted[0]:
            self._charge(self._account, self._wanted[1], texts[0])

    def _charge(self, account: PayAccount, amount_minor: int | None, scanned: str) -> None:
        chosen, actor, lot = self._car.chosen, self._context.state.actor, self._context.state.lot
        if chosen is None or actor is None or lot is None:
            return
        stay_id, drawer, order = chosen.stay.stay_id, self._context.state.drawer, chosen.under_way
        shown = order.amount_minor if order is not None else chosen.due.quote.total_minor if chosen.due else 0
        asked = amount_minor if amount_minor is not None else order.missing_minor if order else shown

        def work(unit: SqlUnitOfWork) -> Charge:
            opened = open_order(unit, actor=actor, stay_id=stay_id, shown_minor=shown, drawer=drawer)
            return charge_order(
                unit,
                actor=actor,
                order_id=opened.order_id,
                account=account,
                amount_minor=amount_minor,
                scanned=scanned,
            )

        self._charge_id = self._order_id = ""
        self.opening.emit(self.charge)
        self.charge.begin(account.name, asked, lot)
        self._context.jobs.change(work, self._on_asked, self._on_refused)

    def _on_asked(self, charge: Charge) -> None:
        self._charge_id, self._order_id = charge.charge_id, charge.order_id
        self._looked_at = charge.stay_id
        self._car.refresh()

    def _on_refused(self, error: LotkeeperError) -> None:
        """Nothing was asked for; what went wrong stands where the money would have been followed."""
        if self.charge.isHidden() or not isinstance(error, OperatorError | StoreError):
            self._context.state.post_error(error)
        elif not self._charge_id:
            self._context.state.post_error(error)
            self.over.emit()
        else:
            self.charge.show_trouble(words_of(error, self._context.state.lot))
        self._car.refresh()

    def _follow_shown(self) -> None:
        chosen = self._car.chosen
        if chosen is None:
            return
        payment = next((one for one in chosen.stay.payments if one.order_id == self._order_id), None)
        order = chosen.order
        charge = order.charge(self._charge_id) if order is not None else None
        if payment is not None:
            self._show_paid(payment)
        elif order is not None and charge is not None:
            self._show(order, charge)
            if charge.state is ChargeState.CONFIRMED and order.is_open and order.missing_minor:
                self._charge_id = ""
                self.share_settled.emit()
        elif self._charge_id and chosen.stay.stay_id != self._wanted[0] and order is None:
            self.over.emit()

    def _show(self, order: Order, charge: Charge) -> None:
        lot = self._context.state.lot
        if lot is not None:
            until, now = charge.expires_at or order.expires_at, self._context.console.clock.now()
            self.charge.follow(charge, self._name_of(charge), lot, until, now)
            self.asked.emit(charge)
            if charge.cancel_asked and charge.state is ChargeState.INTENT:
                self.charge.show_cancelling()

    def _show_paid(self, payment: Payment) -> None:
        lot, now = self._context.state.lot, self._context.console.clock.now()
        figures = {
            "amount_minor": payment.amount_minor,
            "number": payment.receipt_name,
            "until": payment.permit_until,
        }
        self.charge.show_paid(say("payment.complete", figures, lot, now=now).text)
        self.paid.emit(payment)
        self._order_id = self._charge_id = ""

    @Slot()
    def _on_again(self) -> None:
        """The same account once more: for the share, or for all that is due by now."""
        charge = self.charge.charge
        account = next((one for one in self._accounts() if charge and one.id == charge.account), None)
        if charge is not None and account is not None:
            chosen = self._car.chosen
            is_share = chosen is not None and chosen.under_way is not None
            self._take(account, charge.amount_minor if is_share else None)

    def _connect(self) -> None:
        self.accounts.chosen.connect(self._on_account)
        self.code.answered.connect(self._on_code)
        self.charge.again_wanted.connect(self._on_again)
        self.answers.opening.connect(self.opening)
        self.answers.back_wanted.connect(self._on_back)
        for panel in (self.accounts, self.code, self.charge):
            panel.given_up.connect(self.over)
        self.charge.done.connect(self.over)
        self._clock.timeout.connect(self._on_second)
        self._clock.start()

    @Slot()
    def _on_back(self) -> None:
        """From the question how it is known back to the charge."""
        self.opening.emit(self.charge)
        self.charge.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_second(self) -> None:
        if self.follows:
            self.charge.show_time(self._context.console.clock.now())


def _remark(account: PayAccount) -> str:
    """Which platform it is, where its name does not say so."""
    name = tender_name(account.tender)
    return "" if name.casefold() in account.name.casefold() else name
