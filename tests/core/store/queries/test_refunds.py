"""Money that is due back is shown with both payments, as far as their entries have arrived."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.errors import Refused
from core.domain.people import Actor, Role
from core.services.quote_stay import quote_stay
from core.services.run_shift import open_shift
from core.services.settle_overpayment import note_overpayments, pay_refund_back
from core.services.take_payment import take_cash
from core.store.queries.refunds import refund_shown, refunds_waiting
from core.store.replica import StoreReplica
from core.store.store import Store
from tests.core.store.lot import SetClock, drive_in, set_up
from tests.core.store.lots_apart import agree, chain_of, consoles, give, join

PLATE = "KLM1001"
BO = Actor("bo", "Bo", Role.ATTENDANT)


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def three(tmp_path: Path, clock: SetClock) -> Iterator[list[Store]]:
    """A hub, an exit and an office that know of a car; hub and exit each took 2.00 for it."""
    with consoles(tmp_path, clock, "hub", "exit", "office") as stores:
        hub, exit_, office = stores
        set_up(hub)
        join(hub, exit_, office)
        drive_in(hub, PLATE)
        agree(stores)
        clock.pass_time(45)
        pay(hub)
        clock.pass_time(5)
        pay(exit_)
        give(exit_, hub)
        hub.write(lambda unit: note_overpayments(unit, stay_id=stay_of(hub)))
        yield stores


def stay_of(store: Store) -> str:
    return store.read(lambda view: view.open_stays_with_plate(PLATE))[0].stay_id


def pay(store: Store) -> None:
    def work(unit):
        open_shift(unit, actor=BO, drawer="d", float_minor=1000)
        stay_id = stay_of(store)
        due = quote_stay(unit, actor=BO, stay_id=stay_id).quote.total_minor
        take_cash(unit, actor=BO, stay_id=stay_id, shown_minor=due, tendered_minor=due, drawer="d")

    store.write(work)


def waiting(store: Store, most: int = 5):
    return store.read(lambda view: refunds_waiting(view, most=most))


def test_both_payments_come_with_their_consoles_the_earlier_first(three: list[Store]) -> None:
    (shown,) = waiting(three[0])
    assert (shown.plate, shown.refund.amount_minor, shown.is_whole) == (PLATE, 200, True)
    assert [one.console for one in shown.taken] == ["Console 1", "Console 2"]
    assert [one.payment.receipt_name for one in shown.taken] == ["1-1", "2-1"]
    assert shown.taken[1].payment.payment_id == shown.refund.payment_id
    assert three[0].read(lambda view: refund_shown(view, shown.refund.refund_id)) == shown


def test_a_refund_that_arrives_before_its_payment_is_there_without_it(three: list[Store]) -> None:
    hub, exit_, office = three
    replica = StoreReplica(office)
    replica.take(chain_of(hub, after_seq=replica.marks()[hub.console_id].seq))
    (shown,) = waiting(office)
    assert (shown.refund.amount_minor, shown.taken, shown.is_whole) == (200, (), False)
    give(exit_, office)
    assert waiting(office)[0].is_whole


def test_of_many_the_newest_are_given(three: list[Store]) -> None:
    assert waiting(three[0], most=0) == []


def test_what_was_settled_waits_no_more_and_can_still_be_shown(three: list[Store]) -> None:
    hub = three[0]
    refund_id = waiting(hub)[0].refund.refund_id
    hub.write(lambda unit: pay_refund_back(unit, actor=BO, refund_id=refund_id, drawer="d"))
    assert waiting(hub) == []
    assert hub.read(lambda view: refund_shown(view, refund_id)).refund.state.value == "paid_back"


def test_a_refund_that_nobody_knows_is_refused(three: list[Store]) -> None:
    with pytest.raises(Refused, match=r"refund\.unknown"):
        three[0].read(lambda view: refund_shown(view, "nothing"))
