"""Two booths of one lot take money of each other's cars: what one asks for, the other leaves alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from console.compose import Console
from core.config import PayConfig
from core.domain.errors import Refused
from core.domain.orders import Charge
from core.domain.payments import Payment
from core.domain.people import Actor, Role
from core.domain.shift_report import ShiftReport
from core.domain.shifts import Shift
from core.domain.stays import StayState
from core.services.ask_for_money import charge_order
from core.services.manage_people import add_person
from core.services.open_order import open_order
from core.services.order_book import orders_of
from core.services.run_shift import close_shift, open_shift
from core.services.take_payment import take_cash
from core.store.verify import verify_file
from devices.terminals.simulator import Outcome, SimulatedTerminal
from tests.booth import wait_until
from tests.core.store.lot import drive_in
from tests.flows.test_two_consoles import Pair, pair, state_of

__all__ = ["pair"]

DUE = 400
FLOAT_MINOR = 1000


class Booth:
    """A console of the pair with its own person, drawer and terminal."""

    def __init__(self, console: Console, actor: Actor, account_id: str) -> None:
        self.console, self.actor, self.account_id = console, actor, account_id
        self.drawer = console.config.console.drawer
        console.config = replace(console.config, pays=(PayConfig(account_id, "simulator"),))
        console.rewire_payments()
        provider = console.paying.provider(account_id)
        assert isinstance(provider, SimulatedTerminal)
        self.terminal = provider
        self._do(open_shift, drawer=self.drawer, float_minor=FLOAT_MINOR)

    def ask(self, stay_id: str) -> Charge:
        """Ask the terminal for what the stay owes; nobody holds a card to it yet."""
        self.terminal.expect(Outcome.SLOW)
        account = self.console.paying.account(self.account_id)
        order = self._do(open_order, stay_id=stay_id, shown_minor=DUE, drawer=self.drawer)
        charge: Charge = self._do(charge_order, order_id=order.order_id, account=account)
        wait_until(lambda: charge.key in {one.key for one in self.terminal.taken}, "the terminal asks")
        return charge

    def cash(self, stay_id: str) -> Payment:
        """Take what it owes in cash."""
        payment: Payment = self._do(
            take_cash, stay_id=stay_id, shown_minor=DUE, tendered_minor=500, drawer=self.drawer
        )
        return payment

    def close(self, cash_minor: int) -> dict[str, int]:
        """Close with what was counted; what the Z says came in, by tender."""
        counted = FLOAT_MINOR + cash_minor
        closed: Shift = self._do(close_shift, drawer=self.drawer, counted_minor=counted)
        assert closed.difference_minor == 0
        report = ShiftReport.from_document(closed.report or {})
        assert (report.z_number, report.is_sealed) == (1, True)
        return {one.name: one.amount_minor for one in report.tenders}

    def knows_charge(self, stay_id: str) -> bool:
        """Whether it sees money asked for that is not settled."""
        orders = self.console.store.read(lambda view: orders_of(view, stay_id))
        return any(order.unsettled for order in orders)

    def sees_paid(self, stay_id: str) -> bool:
        return state_of(self.console, stay_id) is StayState.PAID

    def _do(self, service: Callable[..., object], **more: object):
        return self.console.store.write(partial(service, actor=self.actor, **more))


def test_two_booths_take_money_of_each_others_cars_and_never_both_of_one(
    pair: Pair,
    tmp_path: Path,
) -> None:
    eve = pair.booth.store.write(
        lambda unit: add_person(unit, actor=pair.boss, name="Eve", role=Role.ATTENDANT, pin_hash="x")
    )
    wait_until(
        lambda: any(one.name == "Eve" for one in pair.exit.store.read(lambda view: view.people())),
        "the exit knows Eve",
    )
    booth = Booth(pair.booth, pair.boss, "terminal-booth")
    way_out = Booth(pair.exit, Actor(eve.person_id, eve.name, eve.role), "terminal-exit")
    by_booth, by_exit, in_cash = (drive_in(pair.booth.store, plate) for plate in ("AB1", "AB2", "AB3"))
    wait_until(lambda: state_of(pair.exit, in_cash) is StayState.INSIDE, "the exit knows the cars")
    pair.clock.pass_by(minutes=95)

    charge = booth.ask(by_booth)
    wait_until(lambda: way_out.knows_charge(by_booth), "the exit sees that the booth asks")
    with pytest.raises(Refused, match=r"payment\.in_progress"):
        way_out.cash(by_booth)
    with pytest.raises(Refused, match=r"payment\.in_progress"):
        way_out.ask(by_booth)

    other = way_out.ask(by_exit)
    way_out.terminal.pay(other.key)
    paid_everywhere(pair, (booth, way_out), by_exit)
    booth.terminal.pay(charge.key)
    paid_everywhere(pair, (booth, way_out), by_booth)
    way_out.cash(in_cash)
    paid_everywhere(pair, (booth, way_out), in_cash)

    assert booth.close(0) == {"card": DUE}
    assert way_out.close(DUE) == {"card": DUE, "cash": DUE}
    for name, console in (("booth", pair.booth), ("exit", pair.exit)):
        others = ({"drawer-booth", "drawer-exit"} - {console.config.console.drawer}).pop()
        wait_until(
            lambda console=console, others=others: knows_close(console, others),  # type: ignore[misc]
            f"the {name} knows the other one's Z",
        )
        assert verify_file(tmp_path / name / "lotkeeper.db").problems == ()


def paid_everywhere(pair: Pair, booths: tuple[Booth, ...], stay_id: str) -> None:
    def is_known() -> bool:
        pair.clock.pass_by(seconds=1)
        return all(one.sees_paid(stay_id) for one in booths)

    wait_until(is_known, "both know that it is paid")


def knows_close(console: Console, drawer: str) -> bool:
    other = next(
        (
            one
            for one in console.store.read(lambda view: view.lot_consoles())
            if one.console_id != console.store.console_id
        ),
        None,
    )
    assert other is not None
    return (
        console.store.read(lambda view: view.last_closed_shift(drawer, console_id=other.console_id))
        is not None
    )
