"""The till of the demonstration's attendant: takes money by every means, and closes with an own count.

Drawer and terminal are real to it: it counts what it put into the drawer itself, and asks nobody for it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final

from console.compose import Console
from core.domain.payments import Payment, Tender
from core.domain.people import Actor
from core.domain.shifts import Shift
from core.services.ask_for_money import charge_order
from core.services.open_order import open_order
from core.services.payment_ports import PayAccount
from core.services.quote_stay import StayQuote
from core.services.run_shift import close_shift, open_shift
from core.services.take_payment import take_cash
from core.services.unit_of_work import UnitOfWork
from devices.simulator.traffic import Means

FLOAT_MINOR: Final = 2000
LOOKED_AT_S: Final = 0.2
PAID_WITHIN_S: Final = 60.0
SLIP_WITHIN_S: Final = 30.0
_NOTES_MINOR: Final = (10, 50, 100, 200, 500, 1000, 2000)


class RobotTill:
    """The drawer and the accounts of one console, in the hands of one person."""

    def __init__(self, console: Console, actor: Actor, stopping: threading.Event) -> None:
        self._console = console
        self._actor = actor
        self._stopping = stopping
        self._drawer = console.config.console.drawer
        self._in_drawer_minor = 0

    def open(self) -> None:
        """Open a shift where there is none."""

        def work(unit: UnitOfWork) -> None:
            if unit.open_shift(self._drawer) is None:
                open_shift(unit, actor=self._actor, drawer=self._drawer, float_minor=FLOAT_MINOR)

        self._console.store.write(work)
        self._in_drawer_minor = FLOAT_MINOR

    def take(self, due: StayQuote, means: Means) -> Payment | None:
        """Take what is due as the driver wants to pay; None where that came to nothing."""
        account = self._account(means)
        if account is None:
            return self._take_cash(due)
        return self._charge(due, account)

    def close(self) -> Shift | None:
        """Count, leave the next float, and wait for the slip; None where the shift is somebody else's."""
        running = self._console.store.read(lambda unit: unit.open_shift(self._drawer))
        if running is None or running.person_id != self._actor.person_id:
            return None
        counted = self._in_drawer_minor
        closed = self._console.store.write(
            lambda unit: close_shift(
                unit,
                actor=self._actor,
                drawer=self._drawer,
                counted_minor=counted,
                left_minor=min(FLOAT_MINOR, counted),
            )
        )
        slip = self._console.slips.pdf_path(closed)
        self._wait_until(slip.exists, SLIP_WITHIN_S)
        return closed

    def _account(self, means: Means) -> PayAccount | None:
        """The first account that takes money that way; None for cash, or where there is none."""
        if means is Means.CASH:
            return None
        by_card = means is Means.CARD
        found = self._console.paying.accounts
        return next((one for one in found if (one.tender is Tender.CARD) == by_card), None)

    def _take_cash(self, due: StayQuote) -> Payment:
        amount = due.quote.total_minor
        payment = self._console.store.write(
            lambda unit: take_cash(
                unit,
                actor=self._actor,
                stay_id=due.stay.stay_id,
                shown_minor=amount,
                tendered_minor=_note_for(amount),
                drawer=self._drawer,
            )
        )
        self._in_drawer_minor += payment.amount_minor
        return payment

    def _charge(self, due: StayQuote, account: PayAccount) -> Payment | None:
        def work(unit: UnitOfWork) -> str:
            order = open_order(
                unit,
                actor=self._actor,
                stay_id=due.stay.stay_id,
                shown_minor=due.quote.total_minor,
                drawer=self._drawer,
            )
            charge_order(unit, actor=self._actor, order_id=order.order_id, account=account)
            return order.order_id

        order_id = self._console.store.write(work)
        self._wait_until(lambda: self._paid_with(due, order_id) is not None, PAID_WITHIN_S)
        return self._paid_with(due, order_id)

    def _paid_with(self, due: StayQuote, order_id: str) -> Payment | None:
        stay = self._console.store.read(lambda unit: unit.stay(due.stay.stay_id))
        return next((one for one in stay.payments if one.order_id == order_id), None)

    def _wait_until(self, happened: Callable[[], bool], limit_s: float) -> None:
        """Look again and again until it happened, the day is stopped, or the time is over."""
        ends = time.monotonic() + limit_s
        while not happened() and time.monotonic() < ends:
            if self._stopping.wait(LOOKED_AT_S):
                return


def _note_for(amount_minor: int) -> int:
    """The smallest note that covers the amount, else the amount itself."""
    return next((note for note in _NOTES_MINOR if note >= amount_minor), amount_minor)
