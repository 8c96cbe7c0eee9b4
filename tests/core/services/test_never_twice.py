"""Random faults between till and terminal: nobody ever pays twice, nothing that was paid is lost.

Lost requests, lost replies, slow drivers, cancels that come too late, programs that end between any two
steps, clocks that run, far sides without keys, two consoles at once. Each run is named by its seed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from core.domain.errors import DeviceError, OperatorError
from core.domain.journal import Subject
from core.domain.orders import Order
from core.domain.payments import Tender
from core.services.ask_for_money import cancel_charge
from core.services.give_back import BackGiver, back_task_kind
from core.services.open_order import give_up_order
from core.services.payment_ports import Answer, ChargeAnswer, ChargeAsk, PayAccount, RefundAsk
from core.services.quote_stay import quote_stay
from core.services.resolve_charge import resolve_charge
from core.services.settle_overpayment import note_overpayments
from core.services.take_payment import take_cash, take_cash_part
from core.store.queries.money import open_charges, order_of
from core.store.tasks import TaskRunner
from core.store.verify import verify_journal
from devices.terminals.simulator import SimulatedTerminal
from tests.core.store.lot import SetClock, drive_in, opened, set_up
from tests.core.store.lots_apart import agree, consoles, join, leave
from tests.till import DRAWER, Till

RUNS = 240
BUSY = 60
PAIRS = 12


class Crash(BaseException):
    """The program ends here, between any two steps."""


class Line:
    """A line to a terminal that loses, delays, repeats and ends programs, as a seed says."""

    def __init__(self, terminal: SimulatedTerminal, chance: random.Random) -> None:
        self.terminal = terminal
        self.chance = chance
        self.is_quiet = False

    @property
    def knows_keys(self) -> bool:
        return self.terminal.knows_keys

    def begin(self, ask: ChargeAsk) -> ChargeAnswer:
        return self._through(self.terminal.begin, ask)

    def look(self, ask: ChargeAsk) -> ChargeAnswer:
        return self._through(self.terminal.look, ask)

    def cancel(self, ask: ChargeAsk) -> ChargeAnswer:
        return self._through(self.terminal.cancel, ask)

    def refund(self, ask: RefundAsk) -> ChargeAnswer:
        return self._through(self.terminal.refund, ask)

    def look_refund(self, ask: RefundAsk) -> ChargeAnswer:
        return self._through(self.terminal.look_refund, ask)

    def _through(self, call: Callable[[Any], ChargeAnswer], ask: Any) -> ChargeAnswer:
        if self.is_quiet:
            return call(ask)
        fate = self.chance.random()
        if fate < 0.10:
            raise DeviceError("terminal.no_answer")
        if fate < 0.20:
            raise DeviceError("terminal.no_answer", unknown=True)
        if fate < 0.25:
            raise Crash
        answer = call(ask)
        if self.chance.random() < 0.15 and self.knows_keys:
            answer = call(ask)
        fate = self.chance.random()
        if fate < 0.15:
            raise DeviceError("terminal.no_answer", unknown=True)
        if fate < 0.22:
            raise Crash
        return answer


class Story:
    """One car that is to be paid for, at one till or two, with all that may go wrong."""

    def __init__(self, tills: list[Till], line: Line, stay_id: str, chance: random.Random) -> None:
        self.tills, self.line, self.stay_id, self.chance = tills, line, stay_id, chance

    def run(self) -> None:
        """Faults for a while, then peace, until the car is paid for."""
        for _ in range(self.chance.randint(4, 25)):
            self._something_happens()
        self.line.is_quiet = True
        for _ in range(4):
            for made in self.tills:
                made.start()
                self._settle(made)
            self._agree()
        first = self.tills[0]
        if first.due(self.stay_id):
            self._ask(first)
            self._settle(first)
            self._agree()

    def _something_happens(self) -> None:
        made = self.chance.choice(self.tills)
        acts: list[Callable[[Till], object]] = [self._ask, self._cancel, self._turn, self._turn, self._turn]
        try:
            self.chance.choice(acts)(made)
        except Crash:
            made.start()
        made.clock.instant += timedelta(seconds=self.chance.choice((0, 1, 2, 5, 30)))
        if len(self.tills) > 1 and self.chance.random() < 0.2:
            self._agree()

    def _ask(self, made: Till) -> None:
        with suppress(OperatorError):
            made.charge(made.order(self.stay_id))

    def _cancel(self, made: Till) -> None:
        for charge in made.store.read(open_charges):
            if charge.stay_id == self.stay_id and self.chance.random() < 0.3:
                with suppress(OperatorError):
                    made.store.write(
                        lambda unit, charge=charge: cancel_charge(
                            unit, actor=made.actor, charge_id=charge.charge_id
                        )
                    )

    def _turn(self, made: Till) -> None:
        made.turn()

    def _settle(self, made: Till) -> None:
        for _ in range(400):
            if not made.waiting():
                break
            made.clock.instant += timedelta(seconds=30)
            made.turn()
        give_back(made)

    def _agree(self) -> None:
        if len(self.tills) > 1:
            agree([made.store for made in self.tills])


def give_back(made: Till) -> None:
    kind = back_task_kind(made.account.id)
    handler = BackGiver(made.store, made.provider).handler()
    runner = TaskRunner(made.store, {kind: handler}, made.clock)
    for task in made.store.read(lambda view: view.waiting_tasks(kind)):
        outcome = runner._act(task, handler)
        made.store.write(lambda unit, t=task, o=outcome: runner._finish(unit, t, o, handler))


def kept_there(terminal: SimulatedTerminal, keys: set[str]) -> int:
    """What the terminal took for those keys and did not give back, in minor units."""
    return sum(
        one.amount_minor - one.refunded_minor
        for one in terminal.taken
        if one.answer is Answer.CONFIRMED and one.key in keys
    )


def keys_of(made: Till, stay_id: str) -> set[str]:
    entries = made.store.read(lambda view: view.entries_about(Subject("stay", stay_id)))
    return {entry.payload["key"] for entry in entries if entry.kind == "charge.intended"}


def paid_here(made: Till, stay_id: str) -> int:
    return sum(payment.received_minor for payment in made.payments(stay_id))


@pytest.fixture
def lot(tmp_path: Path) -> Iterator[tuple[Till, SetClock]]:
    clock = SetClock()
    with opened(tmp_path, clock) as store:
        account = PayAccount("card", "Card", Tender.CARD, "simulator", wait=timedelta(seconds=60))
        yield Till(store, clock, actor=set_up(store), account=account), clock
        with store.reading() as view:
            assert verify_journal(view.connection).problems == ()


def tell(made: Till, clock: SetClock, seed: int, *, knows_keys: bool) -> int:
    """One story of one till; returns how many payments came of it."""
    chance = random.Random(f"{seed} {knows_keys}")
    terminal = SimulatedTerminal(
        pays_after_s=chance.choice((0, 3, 3, 40)), knows_keys=knows_keys, now=made._seconds
    )
    made.provider = line = Line(terminal, chance)
    made.start()
    stay_id = drive_in(made.store, f"N{seed:05}")
    clock.pass_time(15)
    Story([made], line, stay_id, chance).run()
    payments = made.payments(stay_id)
    assert kept_there(terminal, keys_of(made, stay_id)) == paid_here(made, stay_id), f"seed {seed}"
    assert len({one.reference for payment in payments for one in payment.shares}) == len(payments)
    assert made.due(stay_id) == 0, f"seed {seed}"
    assert made.store.read(open_charges) == [], f"seed {seed}"
    leave(made.store, stay_id)
    return len(payments)


@pytest.mark.parametrize("knows_keys", [True, False])
def test_one_console(lot: tuple[Till, SetClock], knows_keys: bool) -> None:
    paid = sum(tell(*lot, seed, knows_keys=knows_keys) for seed in range(RUNS // 2))
    assert paid >= RUNS // 2


class BusyStory(Story):
    """As before, with cash, shares, orders given up, and people who say what became of a charge."""

    def _something_happens(self) -> None:
        made = self.tills[0]
        acts: list[Callable[[Till], object]] = [
            *(self._ask, self._ask_share, self._cash, self._cash_share),
            *(self._give_up, self._say, self._cancel),
            *(self._turn,) * 5,
        ]
        try:
            self.chance.choice(acts)(made)
        except Crash:
            made.start()
        made.clock.instant += timedelta(seconds=self.chance.choice((0, 1, 2, 5, 30)))

    def _order(self, made: Till) -> Order | None:
        return made.store.read(lambda view: order_of(view, self.stay_id))

    def _ask_share(self, made: Till) -> None:
        with suppress(OperatorError):
            made.charge(made.order(self.stay_id, drawer=DRAWER), self.chance.choice((50, 100, 150)))

    def _cash(self, made: Till) -> None:
        due = made.due(self.stay_id)
        with suppress(OperatorError):
            made.store.write(
                lambda unit: take_cash(
                    unit,
                    actor=made.actor,
                    stay_id=self.stay_id,
                    shown_minor=due,
                    tendered_minor=due + 50,
                    drawer=DRAWER,
                )
            )

    def _cash_share(self, made: Till) -> None:
        amount_minor = self.chance.choice((50, 100))
        with suppress(OperatorError):
            order = made.order(self.stay_id, drawer=DRAWER)
            made.store.write(
                lambda unit: take_cash_part(
                    unit,
                    actor=made.actor,
                    order_id=order.order_id,
                    amount_minor=amount_minor,
                    tendered_minor=500,
                    drawer=DRAWER,
                )
            )

    def _give_up(self, made: Till) -> None:
        order = self._order(made)
        if order is not None:
            with suppress(OperatorError):
                made.store.write(lambda unit: give_up_order(unit, actor=made.actor, order_id=order.order_id))

    def _say(self, made: Till) -> None:
        """A supervisor may be wrong about money that is not there yet, never about money that is."""
        for charge in made.store.read(open_charges):
            taken = kept_there(self.line.terminal, {charge.key}) > 0
            with suppress(OperatorError):
                made.store.write(
                    lambda unit, charge=charge, taken=taken: resolve_charge(
                        unit,
                        actor=made.actor,
                        charge_id=charge.charge_id,
                        taken=taken and self.chance.random() < 0.5,
                        slip="0042",
                        reason="terminal_slip",
                    )
                )

    def run(self) -> None:
        super().run()
        made = self.tills[0]
        order = self._order(made)
        if order is not None:
            self._give_up(made)
            self._settle(made)
        if made.due(self.stay_id):
            self._ask(made)
            self._settle(made)


def test_with_cash_and_shares_what_came_in_is_what_was_paid(lot: tuple[Till, SetClock]) -> None:
    made, clock = lot
    made.open_shift()
    for seed in range(BUSY):
        chance = random.Random(f"busy {seed}")
        terminal = SimulatedTerminal(pays_after_s=chance.choice((0, 3, 40)), now=made._seconds)
        made.provider = line = Line(terminal, chance)
        made.start()
        stay_id = drive_in(made.store, f"B{seed:05}")
        clock.pass_time(15)
        before = drawer_minor(made)
        BusyStory([made], line, stay_id, chance).run()
        came_in = kept_there(terminal, keys_of(made, stay_id)) + drawer_minor(made) - before
        assert came_in == paid_here(made, stay_id), f"seed {seed}"
        assert made.due(stay_id) == 0, f"seed {seed}"
        assert made.store.read(open_charges) == [], f"seed {seed}"
        for payment in made.payments(stay_id):
            assert sum(part.amount_minor for part in payment.shares) == payment.amount_minor, f"seed {seed}"
        leave(made.store, stay_id)


def drawer_minor(made: Till) -> int:
    shift = made.store.read(lambda view: view.open_shift(DRAWER))
    assert shift is not None
    return shift.expected_minor


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Till, Till, SetClock]]:
    clock = SetClock()
    with consoles(tmp_path, clock, "hub", "exit") as (hub, exit_):
        actor = set_up(hub)
        join(hub, exit_)
        agree([hub, exit_])
        account = PayAccount("card", "Card", Tender.CARD, "simulator", wait=timedelta(seconds=60))
        yield (
            Till(hub, clock, actor=actor, account=account),
            Till(exit_, clock, actor=actor, account=account),
            clock,
        )
        for store in (hub, exit_):
            with store.reading() as view:
                assert verify_journal(view.connection).problems == ()


def test_two_consoles_that_hear_of_each_other_now_and_then(pair: tuple[Till, Till, SetClock]) -> None:
    first, second, clock = pair
    for seed in range(PAIRS):
        chance = random.Random(f"pair {seed}")
        terminal = SimulatedTerminal(pays_after_s=chance.choice((0, 3, 40)), now=first._seconds)
        line = Line(terminal, chance)
        for made in (first, second):
            made.provider = line
            made.start()
        stay_id = drive_in(first.store, f"P{seed:05}")
        clock.pass_time(15)
        agree([first.store, second.store])
        Story([first, second], line, stay_id, chance).run()
        assert first.payments(stay_id) == second.payments(stay_id), f"seed {seed}"
        first.store.write(lambda unit, stay_id=stay_id: note_overpayments(unit, stay_id=stay_id))
        stay = first.stay(stay_id)
        kept = kept_there(terminal, keys_of(first, stay_id))
        assert kept == paid_here(first, stay_id), f"seed {seed}"
        price = first.store.read(lambda view, s=stay_id: quote_stay(view, actor=first.actor, stay_id=s))
        assert price.may_leave, f"seed {seed}"
        assert stay.paid_minor - stay.due_back_minor > 0, f"seed {seed}"
        assert first.store.read(open_charges) == [], f"seed {seed}"
