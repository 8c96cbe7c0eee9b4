"""Two consoles that are cut off both take money for the same car: what was too much is due back, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.domain.debts import Debtor
from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.journal import Subject
from core.domain.lots import OverstayRule
from core.domain.people import Actor, Approval, Right, Role
from core.domain.refunds import RefundState, refund_id_of
from core.domain.shifts import Shift
from core.services.quote_stay import quote_stay
from core.services.run_shift import open_shift
from core.services.set_up_lot import change_lot
from core.services.settle_overpayment import keep_refund, note_overpayments, pay_refund_back
from core.services.take_iou import take_iou
from core.services.take_payment import take_cash
from core.services.void_payment import void_payment
from core.services.waive import waive
from core.store.overpayment_watch import OverpaymentWatch
from core.store.queries.payments import open_debts
from core.store.refunds import refunds_due
from core.store.store import Store
from core.store.verify import verify_journal
from tests.core.store.lot import SetClock, drive_in, set_up
from tests.core.store.lots_apart import agree, consoles, join

PLATE = "KLM1001"


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def pair(tmp_path: Path, clock: SetClock) -> Iterator[tuple[Store, Store]]:
    """A hub and an exit that know of a car which came in 45 minutes ago (2.00 are due)."""
    with consoles(tmp_path, clock, "hub", "exit") as (hub, exit_):
        set_up(hub)
        join(hub, exit_)
        drive_in(hub, PLATE)
        agree([hub, exit_])
        clock.pass_time(45)
        yield hub, exit_


def supervisor(store: Store) -> Actor:
    """Somebody who sits at that console, with a drawer of their own."""
    return Actor(store.console_id, "Bo", Role.SUPERVISOR)


def drawer_of(store: Store) -> str:
    return store.console_id[-12:]


def take(store: Store) -> int:
    """Take what this console thinks is due; the amount."""
    actor, drawer = supervisor(store), drawer_of(store)
    stay_id = stay_of(store)
    if store.read(lambda view: view.open_shift(drawer)) is None:
        store.write(lambda unit: open_shift(unit, actor=actor, drawer=drawer, float_minor=1000))
    due = store.read(lambda view: quote_stay(view, actor=actor, stay_id=stay_id)).quote.total_minor
    payment = store.write(
        lambda unit: take_cash(
            unit, actor=actor, stay_id=stay_id, shown_minor=due, tendered_minor=due, drawer=drawer
        )
    )
    return payment.amount_minor


def stay_of(store: Store) -> str:
    return store.read(lambda view: view.open_stays_with_plate(PLATE))[0].stay_id


def note(store: Store) -> list[str]:
    stay_id = stay_of(store)
    return store.write(lambda unit: note_overpayments(unit, stay_id=stay_id))


def due_back(store: Store) -> list[int]:
    with store.reading() as view:
        return [refund.amount_minor for refund in refunds_due(view.connection, view.lot_id)]


def test_a_car_paid_twice_within_its_permit_gets_the_second_payment_back(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    assert take(hub) == 200
    clock.pass_time(5)
    assert take(exit_) == 200
    agree(pair)
    assert len(note(hub)) == 1
    assert due_back(hub) == [200]


def test_after_the_permit_only_what_is_too_much_is_due_back(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    take(hub)
    clock.pass_time(60)
    assert take(exit_) == 400
    agree(pair)
    note(hub)
    # 105 minutes cost 4.00; knowing of the first payment the exit would have asked for the 45 minutes
    # after its permit alone.
    known = hub.read(lambda view: view.stay(stay_of(hub)))
    assert known.paid_minor == 600
    assert due_back(hub) == [200]


def test_where_the_whole_stay_is_priced_again_what_was_paid_before_is_taken_off(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    lot = replace(hub.read(lambda view: view.lot()), overstay_rule=OverstayRule.WHOLE_LESS_PAID)
    admin = Actor("a", "Ada", Role.ADMINISTRATOR)
    hub.write(lambda unit: change_lot(unit, actor=admin, lot=lot))
    agree(pair)
    take(hub)
    clock.pass_time(60)
    assert take(exit_) == 400
    agree(pair)
    note(hub)
    assert due_back(hub) == [200]


def test_what_is_due_back_of_one_payment_is_not_taken_off_the_next_as_well(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    lot = replace(hub.read(lambda view: view.lot()), overstay_rule=OverstayRule.WHOLE_LESS_PAID)
    admin = Actor("a", "Ada", Role.ADMINISTRATOR)
    hub.write(lambda unit: change_lot(unit, actor=admin, lot=lot))
    agree(pair)
    assert take(hub) == 200
    clock.pass_time(60)
    assert take(exit_) == 400
    clock.pass_time(60)
    assert take(exit_) == 200
    agree(pair)
    note(hub)
    # 165 minutes cost 6.00 and 8.00 were taken.
    assert sum(due_back(hub)) == 200


@pytest.mark.parametrize("paid_out", [False, True])
def test_what_is_due_back_or_was_paid_back_pays_for_nothing_later(
    pair: tuple[Store, Store], clock: SetClock, paid_out: bool
) -> None:
    hub, exit_ = pair
    lot = replace(hub.read(lambda view: view.lot()), overstay_rule=OverstayRule.WHOLE_LESS_PAID)
    admin = Actor("a", "Ada", Role.ADMINISTRATOR)
    hub.write(lambda unit: change_lot(unit, actor=admin, lot=lot))
    agree(pair)
    take(hub)
    clock.pass_time(60)
    assert take(exit_) == 400
    agree(pair)
    refund_id = note(hub)[0]
    if paid_out:
        hub.write(
            lambda unit: pay_refund_back(
                unit, actor=supervisor(hub), refund_id=refund_id, drawer=drawer_of(hub)
            )
        )
    clock.pass_time(60)
    # 165 minutes cost 6.00; of the 6.00 that were taken 2.00 are the driver's.
    assert take(hub) == 200
    assert note(hub) == []


def test_who_knew_of_the_first_payment_took_nothing_twice(pair: tuple[Store, Store], clock: SetClock) -> None:
    hub, exit_ = pair
    take(hub)
    agree(pair)
    clock.pass_time(60)
    assert take(exit_) == 200
    agree(pair)
    assert note(hub) == []


def test_one_payment_is_never_too_much(pair: tuple[Store, Store]) -> None:
    hub, _ = pair
    take(hub)
    assert note(hub) == []


def test_it_is_written_down_once_by_whichever_hub_and_looked_at_again(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    take(hub)
    clock.pass_time(5)
    take(exit_)
    agree(pair)
    note(hub)
    assert note(hub) == []
    # Two hubs that were cut off from each other, too, both find it: it is one refund all the same.
    note(exit_)
    agree(pair)
    for store in pair:
        assert due_back(store) == [200]
        with store.reading() as view:
            assert verify_journal(view.connection).problems == ()


@pytest.fixture
def twice(pair: tuple[Store, Store], clock: SetClock) -> tuple[Store, Store, str]:
    """Both took 2.00 for the same time, and the hub has found it: the stores and the refund."""
    hub, exit_ = pair
    take(hub)
    clock.pass_time(5)
    take(exit_)
    agree(pair)
    (refund_id,) = note(hub)
    return hub, exit_, refund_id


def pay_back(store: Store, refund_id: str, actor: Actor | None = None, drawer: str = "") -> RefundState:
    """Somebody at that console hands the money out."""
    payer, out_of = actor or supervisor(store), drawer or drawer_of(store)
    return store.write(
        lambda unit: pay_refund_back(unit, actor=payer, refund_id=refund_id, drawer=out_of)
    ).state


def keep(
    store: Store,
    refund_id: str,
    *,
    actor: Actor | None = None,
    reason: str = "driver_not_found",
    note: str = "",
) -> RefundState:
    """Somebody at that console decides that nobody will have it back."""
    decider = actor or supervisor(store)
    return store.write(
        lambda unit: keep_refund(unit, actor=decider, refund_id=refund_id, reason=reason, note=note)
    ).state


def shift_of(store: Store) -> Shift:
    shift = store.read(lambda view: view.open_shift(drawer_of(store)))
    assert shift is not None
    return shift


def test_it_is_paid_back_once_out_of_the_drawer_of_who_does_it(twice: tuple[Store, Store, str]) -> None:
    hub, exit_, refund_id = twice
    assert pay_back(hub, refund_id) is RefundState.PAID_BACK
    assert (shift_of(hub).cash_minor, shift_of(hub).expected_minor) == (0, 1000)
    agree([hub, exit_])
    with pytest.raises(Refused) as refusal:
        pay_back(exit_, refund_id)
    assert refusal.value.code == "refund.settled_already"
    assert due_back(exit_) == []


def test_an_attendant_pays_back_out_of_their_own_shift(twice: tuple[Store, Store, str]) -> None:
    hub, _, refund_id = twice
    assert pay_back(hub, refund_id, replace(supervisor(hub), role=Role.ATTENDANT)) is RefundState.PAID_BACK


@pytest.mark.parametrize(
    ("actor", "refund_id", "drawer", "code"),
    [
        ({"role": Role.LANDLORD}, "", "", "right.missing"),
        ({"person_id": "another"}, "", "", "shift.of_someone_else"),
        ({}, "nothing", "", "refund.unknown"),
        ({}, "", "another", "shift.none_open"),
    ],
)
def test_money_is_not_paid_out_by_anyone_for_anything(
    twice: tuple[Store, Store, str], actor: dict[str, Any], refund_id: str, drawer: str, code: str
) -> None:
    hub, _, noted = twice
    with pytest.raises((Refused, NotAllowed)) as refusal:
        pay_back(hub, refund_id or noted, replace(supervisor(hub), **actor), drawer)
    assert refusal.value.code == code
    assert due_back(hub) == [200]


def test_a_drawer_that_cannot_hold_so_much_pays_nothing_out(
    twice: tuple[Store, Store, str], clock: SetClock
) -> None:
    hub, _, refund_id = twice
    cashier = Actor("new", "Nia", Role.ATTENDANT)
    hub.write(lambda unit: open_shift(unit, actor=cashier, drawer="small", float_minor=150))
    with pytest.raises(Refused) as refusal:
        pay_back(hub, refund_id, cashier, "small")
    assert refusal.value.code == "refund.drawer_too_low"
    assert refusal.value.facts == {"amount_minor": 200}, "who counts it hears from nobody what is in it"
    assert due_back(hub) == [200]


def test_money_that_is_kept_leaves_the_drawer_alone(twice: tuple[Store, Store, str]) -> None:
    hub, _, refund_id = twice
    assert keep(hub, refund_id) is RefundState.KEPT
    assert shift_of(hub).expected_minor == 1200
    kept = hub.read(lambda view: view.refund(refund_id))
    assert kept is not None
    assert kept.state is RefundState.KEPT


def test_keeping_says_why(twice: tuple[Store, Store, str]) -> None:
    hub, _, refund_id = twice
    keep(hub, refund_id, reason="other", note="Sent by bank")
    entries = hub.read(lambda view: view.entries_about(Subject("refund", refund_id)))
    assert entries[-1].payload["reason"] == "other"
    assert entries[-1].personal == {"note": "Sent by bank"}


@pytest.mark.parametrize(
    ("role", "said", "code"),
    [
        (Role.ATTENDANT, {}, "right.missing"),
        (Role.SUPERVISOR, {"reason": "because"}, "stay.bad_reason"),
        (Role.SUPERVISOR, {"reason": "other", "note": "  "}, "gate.note_needed"),
    ],
)
def test_money_is_not_kept_by_an_attendant_nor_without_a_reason(
    twice: tuple[Store, Store, str], role: Role, said: dict[str, str], code: str
) -> None:
    hub, _, refund_id = twice
    with pytest.raises((BadInput, NotAllowed)) as refusal:
        keep(hub, refund_id, actor=replace(supervisor(hub), role=role), **said)
    assert refusal.value.code == code
    assert due_back(hub) == [200]


def test_what_was_kept_is_not_paid_out_later(twice: tuple[Store, Store, str]) -> None:
    hub, _, refund_id = twice
    keep(hub, refund_id)
    with pytest.raises(Refused) as refusal:
        pay_back(hub, refund_id)
    assert refusal.value.code == "refund.settled_already"


def test_the_hub_finds_it_by_itself_and_a_new_hub_too(pair: tuple[Store, Store], clock: SetClock) -> None:
    hub, exit_ = pair
    watch = OverpaymentWatch(hub)
    watch.turn()
    take(hub)
    clock.pass_time(5)
    take(exit_)
    watch.turn()
    assert due_back(hub) == []
    agree(pair)
    watch.turn()
    watch.turn()
    assert due_back(hub) == [200]
    late = OverpaymentWatch(exit_)
    late.turn()
    assert due_back(exit_) == [200]


def test_a_payment_for_a_car_whose_entry_is_not_known_yet_is_looked_at_later(
    tmp_path: Path, clock: SetClock
) -> None:
    with consoles(tmp_path, clock, "hub", "exit") as (hub, exit_):
        set_up(hub)
        join(hub, exit_)
        agree([hub, exit_])
        drive_in(hub, PLATE)
        watch = OverpaymentWatch(exit_)
        watch._mark([stay_of(hub)])
        watch.turn()
        assert watch._paid == {stay_of(hub)}
        agree([hub, exit_])
        watch.turn()
        assert watch._paid == set()


def test_the_refund_is_named_by_the_payment_that_was_too_much(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    take(hub)
    clock.pass_time(5)
    take(exit_)
    agree(pair)
    (refund_id,) = note(hub)
    last = hub.read(lambda view: view.stay(stay_of(hub))).payments[-1]
    assert refund_id == refund_id_of(last.payment_id)
    refund = hub.read(lambda view: view.refund(refund_id))
    assert (refund.payment_id, refund.due_at) == (last.payment_id, clock.now())


def test_who_paid_twice_as_was_due_does_not_bother_the_writer(
    pair: tuple[Store, Store], clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub, _ = pair
    take(hub)
    clock.pass_time(60)
    take(hub)
    watch = OverpaymentWatch(hub)
    monkeypatch.setattr(hub, "write", lambda _work: pytest.fail("nothing is due back"))
    watch.turn()


def test_a_stay_that_cannot_be_priced_keeps_no_other_from_its_refund(
    pair: tuple[Store, Store], clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub, exit_ = pair
    take(hub)
    clock.pass_time(5)
    take(exit_)
    agree(pair)
    watch = OverpaymentWatch(hub)
    look_at = watch._look_at

    def looked_at(stay_id: str) -> None:
        if stay_id == "0":
            raise Refused("rates.unknown_plan")
        look_at(stay_id)

    monkeypatch.setattr(watch, "_look_at", looked_at)
    watch._mark(["0"])
    with pytest.raises(Refused, match="unknown_plan"):
        watch.turn()
    assert due_back(hub) == [200]
    assert watch._paid == {"0"}


def waived(store: Store) -> None:
    stay_id = stay_of(store)
    actor = supervisor(store)
    due = store.read(lambda view: quote_stay(view, actor=actor, stay_id=stay_id)).quote.total_minor
    store.write(lambda unit: waive(unit, actor=actor, stay_id=stay_id, shown_minor=due, reason="complaint"))


def owed(store: Store) -> None:
    stay_id = stay_of(store)
    actor = supervisor(store)
    due = store.read(lambda view: quote_stay(view, actor=actor, stay_id=stay_id)).quote.total_minor
    store.write(
        lambda unit: take_iou(unit, actor=actor, stay_id=stay_id, shown_minor=due, debtor=Debtor("Max"))
    )


def test_what_one_console_waived_and_the_other_was_paid_is_due_back(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    waived(hub)
    clock.pass_time(5)
    take(exit_)
    agree(pair)
    assert len(note(hub)) == 1
    assert due_back(hub) == [200]


def test_of_what_was_waived_after_it_was_paid_nothing_goes_back(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    take(hub)
    clock.pass_time(5)
    waived(exit_)
    agree(pair)
    assert note(hub) == []
    assert due_back(hub) == []


def test_what_is_owed_at_one_console_and_was_paid_at_the_other_before_is_owed_no_longer(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    take(hub)
    clock.pass_time(5)
    owed(exit_)
    agree(pair)
    watch = OverpaymentWatch(hub)
    watch.turn()
    assert hub.read(open_debts) == []
    assert due_back(hub) == []
    agree(pair)
    assert exit_.read(open_debts) == []
    # Found once: nothing more is written when it is looked at again.
    before = len(hub.read(lambda view: view.entries_about(Subject("stay", stay_of(hub)))))
    assert note(hub) == []
    assert len(hub.read(lambda view: view.entries_about(Subject("stay", stay_of(hub))))) == before


def test_a_payment_that_was_taken_back_at_the_other_console_was_not_too_much(
    pair: tuple[Store, Store], clock: SetClock
) -> None:
    hub, exit_ = pair
    take(hub)
    payment = hub.read(lambda view: view.stay(stay_of(hub))).payments[0]
    hub.write(
        lambda unit: void_payment(
            unit,
            actor=supervisor(hub),
            payment_id=payment.payment_id,
            reason="wrong_car",
            note="",
            approval=Approval(
                Actor("someone", "Zoe", Role.SUPERVISOR),
                "a",
                Right.APPROVE_REFUND,
                supervisor(hub).person_id,
            ),
        )
    )
    clock.pass_time(5)
    take(exit_)
    agree(pair)
    assert note(hub) == []
    stay = exit_.read(lambda view: view.stay(stay_of(exit_)))
    assert (len(stay.payments), len(stay.voided)) == (1, 1)
