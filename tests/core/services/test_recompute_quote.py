"""The price of any past payment comes out the same again, from the journal alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from core.domain.errors import NotAllowed, Refused
from core.domain.lots import OverstayRule
from core.domain.payments import Payment
from core.domain.people import Actor, Role
from core.domain.rates.plan import Plan
from core.domain.recomputation import Recomputed
from core.services.publish_rates import ReadyPlan, publish_plan
from core.services.recompute_quote import recompute_quote
from core.services.set_up_lot import change_lot
from core.services.unit_of_work import UnitOfWork
from core.store.queries.stays import recent_payments
from core.store.store import Store
from core.store.verify import verify_file
from tests.core.store.lot import PLAN, SetClock, drive_in, drive_out, opened, pay, set_up

KIOSK = Actor("kiosk", "Kiosk", Role.KIOSK)
CLIENT = Actor("client", "Client", Role.CLIENT)
DEARER = replace(PLAN, caps=(replace(PLAN.caps[0], most_minor=Decimal(9000)),))


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def store(tmp_path: Path, clock: SetClock) -> Iterator[Store]:
    with opened(tmp_path, clock) as fresh:
        yield fresh


@pytest.fixture
def boss(store: Store) -> Actor:
    return set_up(store)


def payments(store: Store) -> list[Payment]:
    """Oldest first."""
    return store.read(recent_payments)[::-1]


def again(store: Store, payment: Payment, actor: Actor = KIOSK) -> Recomputed:
    return store.read(lambda view: recompute_quote(view, actor=actor, payment_id=payment.payment_id))


def publish_now(store: Store, actor: Actor, plan: Plan) -> None:
    def work(unit: UnitOfWork) -> None:
        publish_plan(unit, actor=actor, ready=ReadyPlan(plan, unit.now))

    store.write(work)


def forget_inputs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Payments are journalled as they were before their inputs were kept."""
    whole = Payment.to_document

    def without(payment: Payment) -> dict[str, object]:
        return {key: value for key, value in whole(payment).items() if key not in {"basis", "tax_minor"}}

    monkeypatch.setattr(Payment, "to_document", without)


def a_long_day(store: Store, clock: SetClock, boss: Actor) -> None:
    """One pays at once; one overstays and pays again, after the rates and the lot's rule were changed."""
    first, second = drive_in(store, "AB0001"), drive_in(store, "AB0002")
    clock.pass_time(45.5)
    pay(store, boss, first)
    drive_out(store, "AB0001", first)
    clock.pass_time(4 * 60)
    pay(store, boss, second)
    publish_now(store, boss, DEARER)
    clock.pass_time(3 * 60 + 0.01)
    pay(store, boss, second)
    lot = store.read(lambda view: view.lot())
    wanted = replace(lot, overstay_rule=OverstayRule.WHOLE_LESS_PAID)
    store.write(lambda unit: change_lot(unit, actor=boss, lot=wanted))
    third = drive_in(store, "AB0003")
    clock.pass_time(60)
    pay(store, boss, third)
    clock.pass_time(26 * 60)
    pay(store, boss, third)


def test_a_payment_comes_out_the_same_line_by_line(store: Store, clock: SetClock, boss: Actor) -> None:
    a_long_day(store, clock, boss)
    found = [again(store, payment) for payment in payments(store)]
    assert len(found) == 5
    assert all(one.agrees and one.same_lines for one in found)


def test_new_rates_and_another_rule_change_nothing_about_what_was_paid(
    store: Store, clock: SetClock, boss: Actor
) -> None:
    a_long_day(store, clock, boss)
    before = [again(store, payment).quote for payment in payments(store)]
    publish_now(store, boss, replace(DEARER, rates=DEARER.rates, free=()))
    assert [again(store, payment).quote for payment in payments(store)] == before


def test_payments_from_before_their_inputs_were_kept_come_out_the_same(
    store: Store, clock: SetClock, boss: Actor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    forget_inputs(monkeypatch)
    a_long_day(store, clock, boss)
    old = payments(store)
    assert all(payment.basis is None for payment in old)
    assert all(again(store, payment).agrees for payment in old)
    assert verify_file(tmp_path / "lotkeeper.db").is_sound


def test_the_engine_before_this_one_charged_for_a_begun_second(
    store: Store, clock: SetClock, boss: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_inputs(monkeypatch)
    clock.instant += timedelta(microseconds=900_000)
    stay_id = drive_in(store, "AB0001")
    clock.pass_time(60)
    # A twentieth of a second into the next half hour, within the same second of the clock.
    clock.instant += timedelta(microseconds=50_000)
    pay(store, boss, stay_id)
    (payment,) = payments(store)
    assert payment.amount_minor == 200
    assert again(store, payment).quote.total_minor == 300


def test_a_payment_that_was_never_taken_is_refused(store: Store, boss: Actor) -> None:
    with pytest.raises(Refused, match=r"payment\.unknown"):
        store.read(lambda view: recompute_quote(view, actor=boss, payment_id="none"))


def test_a_client_sees_nobodys_payments(store: Store, clock: SetClock, boss: Actor) -> None:
    a_long_day(store, clock, boss)
    with pytest.raises(NotAllowed):
        again(store, payments(store)[0], CLIENT)
