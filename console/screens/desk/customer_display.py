"""What the customer at the booth's window reads: the total of the car in hand, then the change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from console.screens.context import Context
from console.screens.desk.car_in_hand import CarInHand
from core.domain.orders import Charge, ChargeState
from core.domain.payments import Payment, Tender
from core.domain.signs import Saying
from core.services.ports import SignText
from reports.sign_text import sign_lines


class CustomerDisplay(QObject):
    """Follows the car in hand; does nothing where no display is wired.

    The change stays in sight until the next car is taken in hand, or this one is let go.
    """

    def __init__(self, context: Context, car: CarInHand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._car = car
        self._paid_stay_id = ""
        car.chosen_changed.connect(self._on_chosen_changed)
        car.payment_taken.connect(self.show_paid)
        context.state.lot_changed.connect(self._on_chosen_changed)

    @Slot()
    def _on_chosen_changed(self) -> None:
        chosen = self._car.chosen
        if chosen is None:
            self._paid_stay_id = ""
            self._show(Saying("sign.welcome"))
        elif chosen.stay.stay_id == self._paid_stay_id or chosen.due is None:
            return
        else:
            self._paid_stay_id = ""
            due_minor = chosen.due.quote.total_minor
            self._show(
                Saying("customer.plate", {"plate": chosen.stay.plate}),
                Saying("customer.total", {"amount_minor": due_minor})
                if due_minor
                else Saying("customer.nothing_due"),
            )

    @Slot(object)
    def show_paid(self, payment: Payment) -> None:
        """Show what was paid, and the change where cash was in it."""
        self._paid_stay_id = payment.stay_id
        if payment.tendered_minor:
            paid_minor = payment.received_minor + payment.change_minor
            below = Saying("customer.change", {"amount_minor": payment.change_minor})
        else:
            paid_minor, below = payment.received_minor, Saying("customer.thanks")
        self._show(Saying("customer.paid", {"amount_minor": paid_minor}), below)

    @Slot(object)
    def show_charge(self, charge: Charge) -> None:
        """Show what is asked for by a terminal or platform, and where it is paid."""
        if charge.state is not ChargeState.INTENT:
            return
        where = "customer.at_terminal" if charge.tender is Tender.CARD else ""
        if charge.shown:
            where = "customer.scan"
        total = Saying("customer.total", {"amount_minor": charge.amount_minor})
        self._show(total, *([Saying(where)] if where else []))

    def _show(self, *sayings: Saying) -> None:
        display, lot = self._context.console.drivers.display, self._context.state.lot
        if display is not None and lot is not None:
            language = display.language or lot.receipt_language
            display.sign.show(SignText(sign_lines(sayings, lot, language)))
