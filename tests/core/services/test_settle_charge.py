"""Money that comes in late, twice, or only by a person's word: nobody pays twice, and nobody for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.errors import NotAllowed, OperatorError
from core.domain.journal import Subject
from core.domain.people import Actor, Approval, Right, Role
from core.domain.refunds import Refund
from core.services.ask_for_money import ask_now, find_charge
from core.services.give_back import BackGiver, back_task_kind
from core.services.open_order import give_up_order
from core.services.payment_ports import Answer, ChargeAnswer
from core.services.resolve_charge import resolve_charge
from core.services.settle_charge import settle_charge
from core.services.settle_overpayment import note_overpayments
from core.services.void_payment import void_payment
from core.store.queries.incidents import recent_incidents
from core.store.refunds import refunds_due
from core.store.store import Store
from core.store.tasks import TaskRunner
from core.store.verify import verify_journal
from devices.terminals.simulator import Outcome, SimulatedTerminal
from tests.core.store.lot import SetClock, drive_in, drive_out, set_up
from tests.core.store.lots_apart import agree, consoles, join
from tests.till import PLATE, Till, till


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[tuple[Till, str]]:
    """A till and a car that owes 2.00."""
    with till(tmp_path) as (made, stay_id):
        yield made, stay_id
        verified(made.store)


def verified(store: Store) -> None:
    with store.reading() as view:
        assert verify_journal(view.connection).problems == ()


def resolve(made: Till, charge_id: str, *, taken: bool, **said: object) -> None:
    facts = {"slip": "0042" if taken else "", "reason": "terminal_slip", **said}
    actor = facts.pop("actor", made.actor)
    made.store.write(
        lambda unit: resolve_charge(unit, actor=actor, charge_id=charge_id, taken=taken, **facts)  # type: ignore[arg-type]
    )


def refused(work: object) -> str:
    with pytest.raises(OperatorError) as refusal:
        work()  # type: ignore[operator]
    return refusal.value.code


def unknown_charge(made: Till, stay_id: str) -> str:
    """Ask for the money of which then nobody knows anything."""
    made.terminal.expect(Outcome.LOST_REPLY)
    charge = made.charge(made.order(stay_id))
    made.turn()
    assert made.state(charge) == "unknown"
    return charge.charge_id


def refunds_of(store: Store, stay_id: str) -> list[Refund]:
    """What of the stay is due back or went back."""
    return store.read(
        lambda view: [
            found
            for entry in view.entries_about(Subject("stay", stay_id))
            if entry.kind == "refund.due" and (found := view.refund(entry.payload["refund_id"])) is not None
        ]
    )


def give_back(made: Till) -> None:
    """The tasks that give money back are done."""
    kind = back_task_kind(made.account.id)
    handler = BackGiver(made.store, made.provider).handler()
    runner = TaskRunner(made.store, {kind: handler}, made.clock)
    for task in made.store.read(lambda view: view.waiting_tasks(kind)):
        outcome = runner._act(task, handler)
        made.store.write(lambda unit, t=task, o=outcome: runner._finish(unit, t, o, handler))


def test_the_terminals_slip_confirms_what_nobody_knew(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    resolve(made, unknown_charge(made, stay_id), taken=True)
    (payment,) = made.payments(stay_id)
    assert payment.shares[0].reference == "0042"
    made.pass_by(120)
    assert len(made.payments(stay_id)) == 1
    assert not made.waiting()


def test_what_a_person_called_paid_and_the_terminal_does_not_is_told_once(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    made.terminal.expect(Outcome.LOST_REQUEST, Outcome.DECLINE)
    charge = made.charge(made.order(stay_id))
    made.turn()
    resolve(made, charge.charge_id, taken=True)
    made.pass_by(300, step=5)
    assert made.kinds(stay_id).count("charge.contradicted") == 1
    assert made.state(charge) == "confirmed"
    assert not made.waiting()
    (incident,) = made.store.read(lambda view: recent_incidents(view, since=charge.intended_at))
    assert incident.kind == "charge.contradicted"


def test_a_charge_that_a_person_called_paid_is_never_cancelled(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    charge_id = unknown_charge(made, stay_id)
    resolve(made, charge_id, taken=True)
    made.pass_by(60)
    assert made.terminal.taken[0].answer is Answer.CONFIRMED
    assert "charge.contradicted" not in made.kinds(stay_id)
    assert len(made.payments(stay_id)) == 1


def test_what_a_person_called_not_paid_goes_back_when_it_comes_in_after_all(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    resolve(made, unknown_charge(made, stay_id), taken=False)
    made.terminal.expect(Outcome.APPROVE)
    order = made.order(stay_id)
    second = made.charge(order)
    made.pass_by(10)
    assert made.state(second) == "confirmed" or len(made.payments(stay_id)) == 1
    give_back(made)
    (refund,) = refunds_of(made.store, stay_id)
    assert refund.state.value == "paid_back"
    kept = sum(one.amount_minor - one.refunded_minor for one in made.terminal.taken)
    assert kept == 200
    assert len(made.payments(stay_id)) == 1


def test_money_for_an_order_that_was_given_up_goes_back_by_itself(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    charge_id = unknown_charge(made, stay_id)
    resolve(made, charge_id, taken=False)
    order_id = made.store.read(lambda view: find_charge(view, charge_id))[0].order_id
    made.store.write(lambda unit: give_up_order(unit, actor=made.actor, order_id=order_id))
    made.pass_by(3)
    give_back(made)
    (refund,) = refunds_of(made.store, stay_id)
    assert (refund.cause, refund.state.value) == ("refund.late_confirmation", "paid_back")
    assert made.terminal.taken[0].refunded_minor == 200
    assert made.payments(stay_id) == ()
    assert made.due(stay_id) == 200


def test_a_car_that_left_unpaid_still_owed_what_comes_in(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    unknown_charge(made, stay_id)
    leave_unpaid(made, stay_id)
    made.pass_by(3)
    assert len(made.payments(stay_id)) == 1
    assert made.stay(stay_id).state.value == "left"
    assert refunds_of(made.store, stay_id) == []


def leave_unpaid(made: Till, stay_id: str) -> None:
    payload = {"exit_at": 1_795_000_000_000_000, "lane_id": "out"}
    made.store.write(
        lambda unit: unit.record("stay.left", payload, who="system", subjects=[Subject("stay", stay_id)])
    )


def test_a_duplicate_or_late_word_changes_nothing(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    charge = made.charge(made.order(stay_id))
    made.pass_by(5)
    before = made.kinds(stay_id)
    for answer in (Answer.CONFIRMED, Answer.DECLINED, Answer.WAITING):
        said = ChargeAnswer(answer, "another")
        made.store.write(
            lambda unit, said=said: settle_charge(
                unit, order_id=charge.order_id, charge_id=charge.charge_id, answer=said
            )
        )
    assert made.kinds(stay_id) == before


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"reason": "because"}, "charge.bad_reason"),
        ({"reason": "other", "note": " "}, "gate.note_needed"),
        ({"slip": ""}, "charge.slip_needed"),
        ({"slip": "4242424242424242"}, "charge.looks_like_card"),
        ({"note": "card 4242 4242 4242 4242"}, "charge.looks_like_card"),
    ],
)
def test_a_word_about_money_says_how_it_is_known(
    booth: tuple[Till, str], said: dict[str, str], code: str
) -> None:
    made, stay_id = booth
    charge_id = unknown_charge(made, stay_id)
    assert refused(lambda: resolve(made, charge_id, taken=True, **said)) == code


def test_an_attendant_needs_a_second_persons_word(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    charge_id = unknown_charge(made, stay_id)
    attendant = Actor("ben", "Ben", Role.ATTENDANT)
    with pytest.raises(NotAllowed):
        resolve(made, charge_id, taken=False, actor=attendant)
    word = Approval(made.actor, "approved-1", Right.APPROVE_REFUND, attendant.person_id)
    resolve(made, charge_id, taken=False, actor=attendant, approval=word)


def test_a_charge_that_is_still_asked_for_is_not_resolved_but_cancelled(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    made.terminal.expect(Outcome.SLOW)
    charge = made.charge(made.order(stay_id))
    made.turn()
    assert refused(lambda: resolve(made, charge.charge_id, taken=True)) == "charge.still_asked"
    made.pass_by(5)
    assert refused(lambda: resolve(made, "nothing", taken=True)) == "charge.unknown_id"


def test_a_note_about_a_charge_can_be_purged(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    charge_id = unknown_charge(made, stay_id)
    resolve(made, charge_id, taken=False, reason="other", note="Mr Chen showed it")
    entries = made.store.read(lambda view: view.entries_about(Subject("stay", stay_id)))
    last = next(entry for entry in entries if entry.kind == "charge.declined")
    assert "Chen" not in str(last.payload)
    assert last.personal == {"note": "Mr Chen showed it"}


def test_asking_now_does_not_wait_for_its_turn(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    charge_id = unknown_charge(made, stay_id)
    assert made.turn() == 0
    made.store.write(lambda unit: ask_now(unit, actor=made.actor, charge_id=charge_id))
    assert made.turn() == 1
    assert len(made.payments(stay_id)) == 1


# Two consoles that are cut off from each other.


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Till, Till, str]]:
    """Two consoles that share one terminal account and know of a car which owes 2.00."""
    clock = SetClock()
    with consoles(tmp_path, clock, "hub", "exit") as (hub, exit_):
        actor = set_up(hub)
        join(hub, exit_)
        stay_id = drive_in(hub, PLATE)
        agree([hub, exit_])
        clock.pass_time(45)
        first = Till(hub, clock, actor=actor)
        second = Till(exit_, clock, actor=actor, provider=first.terminal)
        yield first, second, stay_id
        agree([hub, exit_])
        for store in (hub, exit_):
            verified(store)


def both_pay(first: Till, second: Till, stay_id: str) -> None:
    for made in (first, second):
        made.charge(made.order(stay_id))
    for _ in range(6):
        first.clock.pass_time(1 / 60)
        first.turn()
        second.turn()


def test_two_consoles_at_once_ask_for_the_same_money(pair: tuple[Till, Till, str]) -> None:
    first, second, stay_id = pair
    both_pay(first, second, stay_id)
    assert len(first.terminal.taken) == 1
    assert len(first.payments(stay_id)) == len(second.payments(stay_id)) == 1
    agree([first.store, second.store])
    for made in (first, second):
        (payment,) = made.payments(stay_id)
        assert payment.received_minor == 200
        assert made.store.write(lambda unit: note_overpayments(unit, stay_id=stay_id)) == []
        assert made.store.read(lambda view: refunds_due(view.connection, view.lot_id)) == []
    assert first.payments(stay_id) == second.payments(stay_id)


def test_the_other_consoles_payment_with_the_same_money_is_no_reason_to_give_it_back(
    pair: tuple[Till, Till, str],
) -> None:
    first, second, stay_id = pair
    for made in (first, second):
        made.charge(made.order(stay_id))
    first.pass_by(5)
    agree([first.store, second.store])
    second.turn()
    assert len(second.payments(stay_id)) == 1
    assert refunds_of(second.store, stay_id) == []
    assert refunds_of(first.store, stay_id) == []


def test_money_that_the_other_console_took_and_took_back_goes_back_once(pair: tuple[Till, Till, str]) -> None:
    first, second, stay_id = pair
    for made in (first, second):
        made.charge(made.order(stay_id))
    first.pass_by(5)
    (payment,) = first.payments(stay_id)
    boss = Actor("b", "Bea", Role.SUPERVISOR)
    approval = Approval(boss, "approval-1", Right.APPROVE_REFUND, first.actor.person_id)
    (refund,) = first.store.write(
        lambda unit: void_payment(
            unit,
            actor=first.actor,
            payment_id=payment.payment_id,
            reason="wrong_car",
            note="",
            approval=approval,
        )
    )
    agree([first.store, second.store])
    second.pass_by(5)
    assert second.payments(stay_id) == ()
    assert [one.refund_id for one in refunds_of(second.store, stay_id)] == [refund.refund_id]


def test_a_charge_under_way_elsewhere_keeps_others_from_asking(pair: tuple[Till, Till, str]) -> None:
    first, second, stay_id = pair
    first.terminal.expect(Outcome.SLOW)
    order = first.order(stay_id)
    first.charge(order)
    agree([first.store, second.store])
    with pytest.raises(OperatorError) as refusal:
        second.charge(second.order(stay_id))
    assert refusal.value.code == "payment.in_progress"
    assert refusal.value.facts["console"] == "Console 1"


def test_two_terminals_that_both_took_money_are_an_overpayment(pair: tuple[Till, Till, str]) -> None:
    first, second, stay_id = pair
    second.charge(second.order(stay_id))
    second.pass_by(5)
    first.provider = SimulatedTerminal(pays_after_s=0)
    first.start()
    first.charge(first.order(stay_id))
    first.pass_by(3)
    agree([first.store, second.store])
    found = first.store.write(lambda unit: note_overpayments(unit, stay_id=stay_id))
    assert len(found) == 1


def test_a_car_that_paid_by_card_leaves(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    made.charge(made.order(stay_id))
    made.pass_by(5)
    drive_out(made.store, PLATE, stay_id)
    assert made.stay(stay_id).state.value == "left"
