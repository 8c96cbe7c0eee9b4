"""Everything that is asked about the money of the car in hand beside plain cash, one question at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from console.screens.context import Context
from console.screens.desk.article_questions import ArticleQuestions
from console.screens.desk.car_in_hand import CarInHand
from console.screens.desk.cash_panel import CashPanel
from console.screens.desk.charge_questions import ChargeQuestions
from console.screens.desk.digit_list import DigitList
from console.screens.desk.more_list import offered
from console.screens.desk.panel import Panel
from console.screens.desk.return_questions import ReturnQuestions
from console.screens.desk.settle_questions import SettleQuestions
from console.screens.desk.split_questions import SplitQuestions
from console.screens.desk.validation_questions import ValidationQuestions

ABOUT_CAR = "help.about_car"


class MoneyQuestions(QObject):
    """``opening`` carries the panel that is to come to the front; ``over``: there is nothing more to ask.

    ``paid`` carries each payment that was completed here; the cash panel is the desk's own, and what is typed
    into it may be a share or an article's price.
    """

    opening = Signal(object)
    over = Signal()
    paid = Signal(object)

    def __init__(
        self, context: Context, car: CarInHand, cash: CashPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._car = context, car
        self.charges = ChargeQuestions(context, car, self)
        self.split = SplitQuestions(context, car, cash, self.charges, self)
        self.settle = SettleQuestions(context, car, self)
        self.validation = ValidationQuestions(context, car, self)
        self.returns = ReturnQuestions(context, self)
        self.articles = ArticleQuestions(context, cash, self)
        self.more = DigitList(more_key="F12")
        self._rooms = (
            self.charges, self.split, self.settle, self.validation, self.returns, self.articles,
        )  # fmt: skip
        panels = (panel for room in self._rooms for panel in room.panels)
        self.panels: tuple[Panel, ...] = (self.more, *panels)
        for room in self._rooms:
            room.opening.connect(self.opening)
            room.over.connect(self.over)
        for payer in (self.charges, self.split):
            payer.paid.connect(self.paid)
        self.returns.changed.connect(car.refresh)
        self.more.chosen.connect(self._on_chosen)
        self.more.all_wanted.connect(self._show_all)
        self.more.given_up.connect(self.over)

    def show_more(self) -> None:
        """The list of F12; F12 once more leads to everything that can be done with the car."""
        if not self.more.isHidden():
            self._show_all()
            return
        self.opening.emit(self.more)
        self.more.ask(self._title, lambda: offered(self._context))

    def resume(self) -> bool:
        """Whether the car in hand is being paid already: then that is in front now."""
        chosen = self._car.chosen
        order = chosen.under_way if chosen is not None else None
        if order is None:
            return False
        if order.unsettled:
            self.charges.show_charge(order, order.unsettled[0])
        else:
            self.split.ask()
        return True

    def take_cash(self, tendered_minor: int) -> bool:
        """Whether the cash that was handed over is for a share or an article, and was taken as that."""
        for taker in (self.split, self.articles):
            if taker.takes_cash:
                taker.take_cash(tendered_minor)
                return True
        return False

    def take_code(self, code: str) -> bool:
        """Whether a code that was scanned was wanted by what is asked now."""
        return self.charges.take_code(code) or self.validation.take_code(code)

    def forget(self) -> None:
        """Something else is asked now."""
        self.split.forget()
        self.articles.forget()

    def follow(self) -> None:
        """The car in hand was read again, or is another one."""
        self.charges.follow()
        if not self.more.isHidden():
            self.more.retranslate()

    def void(self) -> None:
        """Ask why the last payment of the car in hand is taken back."""
        chosen = self._car.chosen
        if chosen is not None and chosen.stay.payments:
            self.returns.ask_to_void(chosen.stay.payments[-1], chosen.stay.plate)

    def give_back(self) -> None:
        """Ask how much of the last payment of the car in hand goes back."""
        chosen = self._car.chosen
        if chosen is not None and chosen.stay.payments:
            self.returns.ask_to_give_back(chosen.stay.payments[-1], chosen.stay.plate)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.more.retranslate()
        for room in self._rooms:
            room.retranslate()

    def _title(self) -> str:
        chosen = self._car.chosen
        if chosen is None:
            return self.tr("More")
        return self.tr("More about {plate}").format(plate=chosen.stay.plate or self.tr("this car"))

    @Slot(str)
    def _on_chosen(self, command_id: str) -> None:
        self.over.emit()
        self._context.commands[command_id].run()

    @Slot()
    def _show_all(self) -> None:
        self.over.emit()
        self._context.commands[ABOUT_CAR].run()
