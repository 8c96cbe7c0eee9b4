"""What a terminal took goes back by it, through a composed console, also after the program ended between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.people import Actor, Approval, Right, Role
from core.domain.refunds import Refund, RefundState
from core.services.void_payment import void_payment
from core.store.queries.money import unknown_charges
from devices.terminals.simulator import Outcome
from tests.booth import wait_until
from tests.console.paying.test_paying import Running


def take_back(running: Running) -> Refund:
    """The car's payment is taken back by two persons; what follows of it."""
    payment = running.console.store.read(lambda view: view.stay(running.stay_id)).payments[0]
    approval = Approval(
        Actor("other", "Zoe", Role.SUPERVISOR), "a", Right.APPROVE_REFUND, running.boss.person_id
    )
    [refund] = running.console.store.write(
        lambda unit: void_payment(
            unit,
            actor=running.boss,
            payment_id=payment.payment_id,
            reason="wrong_car",
            note="",
            approval=approval,
        )
    )
    return refund


def state(running: Running, refund: Refund) -> RefundState | None:
    found = running.console.store.read(lambda view: view.refund(refund.refund_id))
    return found.state if found is not None else None


@pytest.fixture
def paid(tmp_path: Path) -> Iterator[Running]:
    """A car that paid by card."""
    made = Running(tmp_path)
    try:
        made.begin()
        made.console.paying.start()
        made.terminal.expect(Outcome.LOST_REPLY)
        made.ask()
        wait_until(lambda: bool(made.console.store.read(unknown_charges)), "it is taken")
        made.console.paying.hasten("card")
        wait_until(made.is_paid, "it is paid")
        yield made
    finally:
        made.console.stop()


def test_a_payment_that_is_taken_back_is_given_back_by_the_terminal(paid: Running) -> None:
    refund = take_back(paid)
    wait_until(lambda: state(paid, refund) is RefundState.PAID_BACK, "it went back")
    assert [one.refunded_minor for one in paid.terminal.taken] == [refund.amount_minor]
    assert not paid.is_paid()


def test_written_down_while_nobody_is_asked_it_goes_back_at_the_next_start(paid: Running) -> None:
    paid.console.paying.stop()
    refund = take_back(paid)
    assert state(paid, refund) is RefundState.UNDERWAY
    paid.console.paying.start()
    wait_until(lambda: state(paid, refund) is RefundState.PAID_BACK, "it went back")
    assert [one.refunded_minor for one in paid.terminal.taken] == [refund.amount_minor]
