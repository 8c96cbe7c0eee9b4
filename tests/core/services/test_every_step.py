"""The program ends between each pair of steps of a charge, one after the other: it is taken once, and kept.

A step is a transaction (it ends right before it, or right after its commit) or a call of the far side (right
before it, or right after the far side acted).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from core.services.ask_for_money import cancel_charge
from core.services.give_back import BackGiver, back_task_kind
from core.services.open_order import give_up_order
from core.services.payment_ports import Answer, ChargeAnswer, ChargeAsk, RefundAsk
from core.services.resolve_charge import resolve_charge
from core.store.queries.money import open_charges
from core.store.tasks import TaskRunner
from core.store.verify import verify_journal
from devices.terminals.simulator import Outcome, SimulatedTerminal
from tests.core.store.lot import drive_in
from tests.core.store.lots_apart import leave
from tests.till import Till, till

MOST_STEPS = 60


class Ended(BaseException):
    """The program ends here."""


@dataclass
class Steps:
    """Counts the steps, and ends the program at one of them."""

    ends_at: int = 0
    passed: int = 0
    is_armed: bool = field(default=False)

    def step(self) -> None:
        if self.is_armed:
            self.passed += 1
            if self.passed == self.ends_at:
                self.is_armed = False
                raise Ended


class Stepwise:
    """The terminal, with a step before and after each call."""

    def __init__(self, terminal: SimulatedTerminal, steps: Steps) -> None:
        self.terminal, self.steps = terminal, steps

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
        self.steps.step()
        answer = call(ask)
        self.steps.step()
        return answer


class Counter:
    """A till whose program can be ended at any step; it always starts again."""

    def __init__(self, made: Till, monkeypatch: pytest.MonkeyPatch, *, knows_keys: bool) -> None:
        self.made = made
        self.steps = Steps()
        self.terminal = SimulatedTerminal(pays_after_s=3, knows_keys=knows_keys, now=made._seconds)
        made.provider = Stepwise(self.terminal, self.steps)
        made.start()
        really_write = made.store.write

        def write(work: Callable[[Any], Any]) -> Any:
            self.steps.step()
            result = really_write(work)
            self.steps.step()
            return result

        monkeypatch.setattr(made.store, "write", write)

    def until_done(self) -> None:
        """Turn by turn, started again where it ended, until nothing waits."""
        for _ in range(60):
            try:
                self.made.turn()
                self._give_back()
            except Ended:
                self.made.start()
            if not self.made.waiting() and not self._waits_to_give_back():
                return
            self.made.clock.instant += timedelta(seconds=5)
        raise AssertionError("it never ends")

    def _waits_to_give_back(self) -> bool:
        kind = back_task_kind(self.made.account.id)
        return bool(self.made.store.read(lambda view: view.waiting_tasks(kind)))

    def _give_back(self) -> None:
        kind = back_task_kind(self.made.account.id)
        handler = BackGiver(self.made.store, self.made.provider).handler()
        runner = TaskRunner(self.made.store, {kind: handler}, self.made.clock)
        for task in self.made.store.read(lambda view: view.waiting_tasks(kind)):
            outcome = runner._act(task, handler)
            self.made.store.write(lambda unit, t=task, o=outcome: runner._finish(unit, t, o, handler))

    @contextmanager
    def ending_at(self, step: int) -> Iterator[None]:
        """The program ends at that step of what follows."""
        self.steps.ends_at, self.steps.passed, self.steps.is_armed = step, 0, True
        yield
        self.steps.is_armed = False


def kept(terminal: SimulatedTerminal, key: str) -> int:
    return sum(
        one.amount_minor - one.refunded_minor
        for one in terminal.taken
        if one.key == key and one.answer is Answer.CONFIRMED
    )


def run_each(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    story: Callable[[Counter, str], None],
    *,
    knows_keys: bool = True,
) -> int:
    """Tell the story once for each step at which it may end; returns how many steps it has."""
    with till(tmp_path) as (made, _):
        counter = Counter(made, monkeypatch, knows_keys=knows_keys)
        for step in range(1, MOST_STEPS):
            stay_id = drive_in(made.store, f"S{step:05}")
            made.clock.pass_time(15)
            with counter.ending_at(step):
                story(counter, stay_id)
            assert made.store.read(open_charges) == [], f"step {step}"
            leave(made.store, stay_id)
            if counter.steps.passed < step:
                with made.store.reading() as view:
                    assert verify_journal(view.connection).problems == ()
                return step
        raise AssertionError("it has no end")


@pytest.mark.parametrize("knows_keys", [True, False])
@pytest.mark.parametrize("outcome", [Outcome.APPROVE, Outcome.LOST_REPLY])
def test_a_charge_that_is_paid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows_keys: bool, outcome: Outcome
) -> None:
    def story(counter: Counter, stay_id: str) -> None:
        made = counter.made
        counter.steps.is_armed = False
        charge = made.charge(made.order(stay_id))
        counter.terminal.expect(outcome)
        counter.steps.is_armed = True
        counter.until_done()
        paid = sum(payment.received_minor for payment in made.payments(stay_id))
        assert paid == kept(counter.terminal, charge.key)
        if knows_keys or paid:
            assert paid == 200

    assert run_each(tmp_path, monkeypatch, story, knows_keys=knows_keys) > 8


def test_a_charge_that_is_cancelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def story(counter: Counter, stay_id: str) -> None:
        made = counter.made
        counter.steps.is_armed = False
        counter.terminal.expect(Outcome.SLOW)
        charge = made.charge(made.order(stay_id))
        made.turn()
        made.store.write(lambda unit: cancel_charge(unit, actor=made.actor, charge_id=charge.charge_id))
        counter.steps.is_armed = True
        counter.until_done()
        assert kept(counter.terminal, charge.key) == 0
        assert made.payments(stay_id) == ()
        assert made.due(stay_id) == 200

    assert run_each(tmp_path, monkeypatch, story) > 4


def test_money_that_came_too_late_and_goes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def story(counter: Counter, stay_id: str) -> None:
        made = counter.made
        counter.steps.is_armed = False
        counter.terminal.expect(Outcome.LOST_REPLY)
        charge = made.charge(made.order(stay_id))
        made.turn()
        made.store.write(
            lambda unit: resolve_charge(
                unit, actor=made.actor, charge_id=charge.charge_id, taken=False, reason="terminal_slip"
            )
        )
        made.store.write(lambda unit: give_up_order(unit, actor=made.actor, order_id=charge.order_id))
        counter.steps.is_armed = True
        counter.until_done()
        assert kept(counter.terminal, charge.key) == 0
        assert made.payments(stay_id) == ()

    assert run_each(tmp_path, monkeypatch, story) > 8
