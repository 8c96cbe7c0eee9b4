"""Money goes back by the account that took it: once, whatever the line, the far side or a crash does."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from core.domain.errors import DeviceError, NotAllowed, Refused
from core.domain.orders import ChargeState
from core.domain.payments import Payment, Tender
from core.domain.refunds import Refund, RefundState
from core.services.give_back import BackGiver, back_task_kind, resolve_refund, send_refund_back
from core.services.order_book import load_order
from core.services.payment_ports import Answer, ChargeAnswer, ChargeAsk, RefundAsk
from core.services.print_receipt import REFUND_PAPER
from core.services.refund_payment import refund_payment
from core.services.settle_overpayment import keep_refund, pay_refund_back
from core.services.void_payment import void_payment
from core.store.queries.incidents import recent_incidents
from core.store.tasks import TaskRunner
from tests.core.services.money_desk import DRAWER, Desk, desk_in

NO_ANSWER = "terminal.no_answer"
RUNS = 60


class Crash(BaseException):
    """The program ends here."""


class FarSide:
    """A far side that gives each refund's key its money once; ``fates`` are what the line does, in order."""

    def __init__(self, *, knows_keys: bool = True) -> None:
        self.knows_keys = knows_keys
        self.fates: list[str] = []
        self.given: dict[str, list[int]] = {}
        self.declines = False
        self.is_slow = False
        self.asked = 0

    def refund(self, ask: RefundAsk) -> ChargeAnswer:
        self.asked += 1
        return self._through(self._refund, ask)

    def look_refund(self, ask: RefundAsk) -> ChargeAnswer:
        return self._through(self._look, ask)

    def begin(self, ask: ChargeAsk) -> ChargeAnswer:
        raise AssertionError(ask)

    look = cancel = begin

    def _refund(self, ask: RefundAsk) -> ChargeAnswer:
        if self.declines:
            return ChargeAnswer(Answer.DECLINED, cause="refund.declined")
        if not (self.knows_keys and ask.key in self.given):
            self.given.setdefault(ask.key, []).append(ask.amount_minor)
        return self._look(ask)

    def _look(self, ask: RefundAsk) -> ChargeAnswer:
        if ask.key not in self.given:
            return ChargeAnswer(Answer.NOT_FOUND)
        return ChargeAnswer(Answer.WAITING if self.is_slow else Answer.CONFIRMED)

    def _through(self, call: Callable[[RefundAsk], ChargeAnswer], ask: RefundAsk) -> ChargeAnswer:
        fate = self.fates.pop(0) if self.fates else ""
        if fate == "fault_after":
            call(ask)
            raise ZeroDivisionError
        if fate == "unreachable":
            raise DeviceError(NO_ANSWER)
        if fate == "lost_request":
            raise DeviceError(NO_ANSWER, unknown=True)
        if fate == "crash_before":
            raise Crash
        answer = call(ask)
        if fate == "lost_reply":
            raise DeviceError(NO_ANSWER, unknown=True)
        if fate == "crash_after":
            raise Crash
        return answer


class Giving:
    """A refund on its way: the desk, the far side, and the tasks between them."""

    def __init__(self, desk: Desk, far: FarSide) -> None:
        self.desk = desk
        self.far = far
        self.handler = BackGiver(desk.store, far).handler()
        self.runner = TaskRunner(desk.store, {back_task_kind("booth"): self.handler}, desk.clock)

    def turn(self) -> None:
        """Do what is due, once; a program that ends leaves the task as it was."""
        for task in self.desk.see(lambda view: view.waiting_tasks(back_task_kind("booth"))):
            if task.next_at > self.desk.clock.now():
                continue
            try:
                outcome = self.runner._act(task, self.handler)
            except Crash:
                continue
            finish: Any = partial(self.runner._finish, task=task, outcome=outcome, handler=self.handler)
            self.desk.store.write(finish)

    def go_on(self, turns: int = 12, seconds: float = 70) -> None:
        """Let time pass, turn by turn."""
        for _ in range(turns):
            self.desk.clock.instant += timedelta(seconds=seconds)
            self.turn()

    def state(self, refund: Refund) -> RefundState:
        """Where it stands."""
        known = self.desk.see(lambda view: view.refund(refund.refund_id))
        assert known is not None
        return known.state


def start(desk: Desk, amount_minor: int = 200) -> tuple[Payment, Refund]:
    """Paid by card, and so much is to go back the same way."""
    payment = desk.pay_by(desk.park("AB1"))
    refund = desk.do(
        refund_payment,
        actor=desk.ada,
        payment_id=payment.payment_id,
        amount_minor=amount_minor,
        tender=Tender.CARD,
        reason="complaint",
        note="",
        approval=desk.approval,
    )
    return payment, refund


def test_it_goes_back_and_the_charge_knows(desk: Desk) -> None:
    giving = Giving(desk, FarSide())
    payment, refund = start(desk, 50)
    giving.turn()
    assert giving.state(refund) is RefundState.PAID_BACK
    assert giving.far.given == {refund.key: [50]}
    order = desk.store.read(lambda unit: load_order(unit, payment.order_id))
    assert order.charges[0].refunded_minor == 50
    assert order.charges[0].state is ChargeState.CONFIRMED
    papers = [task["payment_id"] for task in desk.tasks("receipt") if task.get("paper") == REFUND_PAPER]
    assert papers == [refund.refund_id]
    assert desk.in_drawer == 5000
    assert desk.findings() == []


def test_all_of_it_in_two_parts_makes_the_charge_refunded(desk: Desk) -> None:
    giving = Giving(desk, FarSide())
    payment, _ = start(desk, 50)
    giving.turn()
    desk.do(
        void_payment,
        actor=desk.ada,
        payment_id=payment.payment_id,
        reason="wrong_car",
        note="",
        approval=desk.approval,
    )
    giving.turn()
    assert sorted(amount for given in giving.far.given.values() for amount in given) == [50, 150]
    order = desk.store.read(lambda unit: load_order(unit, payment.order_id))
    assert order.charges[0].state is ChargeState.REFUNDED
    assert desk.findings() == []


def test_a_far_side_that_cannot_be_reached_is_asked_again(desk: Desk) -> None:
    giving = Giving(desk, FarSide())
    _, refund = start(desk)
    giving.far.fates = ["unreachable"] * 3
    giving.turn()
    assert giving.state(refund) is RefundState.UNDERWAY
    giving.go_on()
    assert giving.state(refund) is RefundState.PAID_BACK
    assert giving.far.given == {refund.key: [200]}


@pytest.mark.parametrize("fate", ["lost_request", "lost_reply", "crash_before", "crash_after"])
@pytest.mark.parametrize("knows_keys", [True, False])
def test_in_doubt_it_is_looked_at_first_and_never_given_twice(
    desk: Desk, fate: str, knows_keys: bool
) -> None:
    giving = Giving(desk, FarSide(knows_keys=knows_keys))
    _, refund = start(desk)
    giving.far.fates = [fate]
    giving.turn()
    if fate.startswith("lost"):
        assert giving.state(refund) is RefundState.UNKNOWN
    giving.go_on()
    given = giving.far.given.get(refund.key, [])
    was_heard = fate in {"lost_reply", "crash_after"}
    if knows_keys or was_heard:
        assert given == [200]
        assert giving.state(refund) is RefundState.PAID_BACK
    else:
        # Nobody can promise that asking again would not give it twice: a person looks.
        assert given == []
        assert giving.state(refund) is RefundState.UNKNOWN


def test_a_fault_of_the_program_after_it_was_asked_for_gives_it_once_and_is_looked_into(desk: Desk) -> None:
    far = FarSide(knows_keys=False)
    far.fates = ["fault_after"]
    giving = Giving(desk, far)
    _, refund = start(desk)
    giving.turn()
    assert desk.see(lambda view: view.refund(refund.refund_id)).state is RefundState.UNKNOWN  # type: ignore[union-attr]
    giving.go_on()
    assert desk.see(lambda view: view.refund(refund.refund_id)).state is RefundState.PAID_BACK  # type: ignore[union-attr]
    assert far.given == {refund.key: [200]}


def test_what_the_far_side_gives_after_it_was_paid_out_in_cash_is_told(desk: Desk) -> None:
    far = FarSide()
    giving = Giving(desk, far)
    _, refund = start(desk)
    (task,) = desk.see(lambda view: view.waiting_tasks(back_task_kind("booth")))
    outcome = giving.runner._act(task, giving.handler)
    desk.do(resolve_refund, actor=desk.bo, refund_id=refund.refund_id, paid_back=False, reason="driver_says")
    desk.do(pay_refund_back, actor=desk.ada, refund_id=refund.refund_id, drawer=DRAWER)
    desk.store.write(lambda unit: giving.runner._finish(unit, task, outcome, giving.handler))
    (incident,) = desk.see(lambda view: recent_incidents(view, since=refund.due_at))
    assert (incident.kind, incident.cause) == ("refund.contradicted", "refund.paid_back")
    assert desk.findings() == []


def test_a_key_older_than_20_hours_is_only_looked_at(desk: Desk) -> None:
    giving = Giving(desk, FarSide())
    _, refund = start(desk)
    giving.far.fates = ["lost_request"]
    giving.turn()
    desk.clock.pass_time(20 * 60 + 1)
    giving.go_on()
    assert giving.far.asked == 1
    assert giving.far.given == {}
    assert giving.state(refund) is RefundState.UNKNOWN


def test_a_refund_that_the_far_side_carries_out_slowly_is_waited_for(desk: Desk) -> None:
    giving = Giving(desk, FarSide())
    _, refund = start(desk)
    giving.far.is_slow = True
    giving.go_on(5)
    assert giving.state(refund) is RefundState.UNDERWAY
    giving.far.is_slow = False
    giving.go_on(2)
    assert giving.state(refund) is RefundState.PAID_BACK


def test_declined_it_may_be_paid_out_in_cash_or_asked_for_again(desk: Desk) -> None:
    giving = Giving(desk, FarSide())
    giving.far.declines = True
    _, refund = start(desk)
    giving.turn()
    assert giving.state(refund) is RefundState.FAILED
    again = desk.do(send_refund_back, actor=desk.ada, refund_id=refund.refund_id)
    assert again.state is RefundState.UNDERWAY
    with pytest.raises(Refused):
        desk.do(pay_refund_back, actor=desk.ada, refund_id=refund.refund_id, drawer=DRAWER)
    giving.turn()
    paid = desk.do(pay_refund_back, actor=desk.ada, refund_id=refund.refund_id, drawer=DRAWER)
    assert (paid.state, paid.tender) == (RefundState.PAID_BACK, Tender.CASH)
    assert desk.in_drawer == 4800
    with pytest.raises(Refused):
        desk.do(send_refund_back, actor=desk.ada, refund_id=refund.refund_id)
    assert desk.findings() == []


def test_a_supervisor_says_what_became_of_one_in_doubt(desk: Desk) -> None:
    giving = Giving(desk, FarSide(knows_keys=False))
    _, refund = start(desk)
    giving.far.fates = ["lost_request"]
    giving.turn()
    said = {"refund_id": refund.refund_id, "paid_back": False, "reason": "seen_at_far_side"}
    with pytest.raises(NotAllowed):
        desk.do(resolve_refund, actor=desk.ada, **said)
    assert desk.do(resolve_refund, actor=desk.bo, **said).state is RefundState.FAILED
    giving.go_on(3)
    assert giving.far.asked == 1
    desk.do(pay_refund_back, actor=desk.ada, refund_id=refund.refund_id, drawer=DRAWER)
    with pytest.raises(Refused):
        desk.do(resolve_refund, actor=desk.bo, **said)
    assert desk.in_drawer == 4800


def test_said_to_be_paid_back_it_is_not_asked_for_any_more(desk: Desk) -> None:
    giving = Giving(desk, FarSide(knows_keys=False))
    _, refund = start(desk)
    giving.far.fates = ["lost_reply"]
    giving.turn()
    desk.do(
        resolve_refund,
        actor=desk.bo,
        refund_id=refund.refund_id,
        paid_back=True,
        reason="other",
        note="Bank statement",
    )
    giving.go_on(3)
    assert giving.state(refund) is RefundState.PAID_BACK
    assert desk.tasks(back_task_kind("booth")) == []
    with pytest.raises(Refused):
        desk.do(keep_refund, actor=desk.bo, refund_id=refund.refund_id, reason="driver_waived")


@pytest.mark.parametrize("block", range(4))
def test_whatever_happens_on_the_way_it_goes_back_exactly_once(tmp_path: Path, block: int) -> None:
    fates = ("", "unreachable", "lost_request", "lost_reply", "crash_before", "crash_after")
    with desk_in(tmp_path) as desk:
        for run in range(RUNS // 4):
            seed = block * 1000 + run
            chance = random.Random(seed)
            giving = Giving(desk, FarSide())
            stay_id = desk.park(f"R{seed}", minutes=30)
            payment = desk.pay_by(stay_id, reference=f"far-{seed}")
            desk.do(
                void_payment,
                actor=desk.ada,
                payment_id=payment.payment_id,
                reason="wrong_car",
                note="",
                approval=desk.approval,
            )
            giving.far.fates = [chance.choice(fates) for _ in range(chance.randint(0, 8))]
            giving.go_on(14)
            given = [amount for amounts in giving.far.given.values() for amount in amounts]
            assert given == [payment.received_minor], f"seed {seed}"
            assert desk.stay(stay_id).payments == (), f"seed {seed}"
            desk.pay_cash(stay_id, 100_000)
            desk.leave(f"R{seed}", stay_id)
        assert desk.findings() == []


def test_what_another_consoles_terminal_took_stays_due_until_it_is_asked_for_there(desk: Desk) -> None:
    payment = desk.pay_by(desk.park("AB1"))
    [refund] = desk.do(
        void_payment,
        actor=desk.ada,
        payment_id=payment.payment_id,
        reason="wrong_car",
        note="",
        approval=desk.approval,
        accounts=frozenset({"line"}),
    )
    assert refund.state is RefundState.DUE
    assert desk.tasks(back_task_kind("booth")) == []
    said = {"actor": desk.ada, "refund_id": refund.refund_id}
    with pytest.raises(Refused) as refused:
        desk.do(send_refund_back, **said, accounts=frozenset({"line"}))
    assert refused.value.code == "refund.other_console"
    assert desk.do(send_refund_back, **said, accounts=frozenset({"booth"})).state is RefundState.UNDERWAY
    Giving(desk, FarSide()).turn()
    assert desk.see(lambda view: view.refund(refund.refund_id)).state is RefundState.PAID_BACK  # type: ignore[union-attr]
