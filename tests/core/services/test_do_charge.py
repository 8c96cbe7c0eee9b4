"""A charge is seen to its end whatever comes between: asked for once, asked about until it is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from core.domain.errors import DeviceError, StoreError
from core.domain.journal import Subject
from core.domain.payments import Tender
from core.services.ask_for_money import cancel_charge
from core.services.payment_ports import Answer, ChargeAnswer, ChargeAsk, PayAccount, RefundAsk
from core.services.ports import Health
from core.store.queries.money import open_charges, unknown_charges
from core.store.unit_of_work import SqlUnitOfWork
from core.store.verify import verify_journal
from devices.terminals.simulator import Outcome
from tests.core.store.lot import drive_in
from tests.till import Till, till


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[tuple[Till, str]]:
    """A till and a car that owes 2.00."""
    with till(tmp_path) as (made, stay_id):
        yield made, stay_id
        with made.store.reading() as view:
            assert verify_journal(view.connection).problems == ()


class Scripted:
    """A far side that says what it is told to, call by call; an error in the list is raised."""

    def __init__(self, *says: ChargeAnswer | BaseException, knows_keys: bool = True) -> None:
        self.says = list(says)
        self.calls: list[str] = []
        self.asks: list[ChargeAsk] = []
        self._knows_keys = knows_keys

    @property
    def knows_keys(self) -> bool:
        return self._knows_keys

    def _next(self, name: str, ask: ChargeAsk) -> ChargeAnswer:
        self.calls.append(name)
        self.asks.append(ask)
        said = self.says.pop(0) if len(self.says) > 1 else self.says[0]
        if isinstance(said, BaseException):
            raise said
        return said

    def begin(self, ask: ChargeAsk) -> ChargeAnswer:
        return self._next("begin", ask)

    def look(self, ask: ChargeAsk) -> ChargeAnswer:
        return self._next("look", ask)

    def cancel(self, ask: ChargeAsk) -> ChargeAnswer:
        return self._next("cancel", ask)

    def refund(self, ask: RefundAsk) -> ChargeAnswer:
        raise AssertionError(ask)

    def look_refund(self, ask: RefundAsk) -> ChargeAnswer:
        raise AssertionError(ask)


WAITING = ChargeAnswer(Answer.WAITING, "far-1")
CONFIRMED = ChargeAnswer(Answer.CONFIRMED, "far-1")
DECLINED = ChargeAnswer(Answer.DECLINED, "far-1", cause="charge.card_declined")
NOT_FOUND = ChargeAnswer(Answer.NOT_FOUND)
UNREACHABLE = DeviceError("terminal.no_answer")
LOST = DeviceError("terminal.no_answer", unknown=True)


def ask_of(made: Till, far_side: Scripted) -> None:
    """Have the till ask that far side from now on."""
    made.provider = far_side
    made.start()


def cancel(made: Till, charge_id: str) -> None:
    made.store.write(lambda unit: cancel_charge(unit, actor=made.actor, charge_id=charge_id))


def test_a_charge_is_written_down_before_it_is_asked_for_and_pays_the_stay(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    charge = made.charge(made.order(stay_id))
    assert not made.terminal.taken
    assert made.state(charge) == "intent"
    made.turn()
    (taken,) = made.terminal.taken
    assert taken.key == charge.key
    made.pass_by(5)
    (payment,) = made.payments(stay_id)
    assert payment.order_id == payment.payment_id == charge.order_id
    assert (payment.tender, payment.received_minor) == (Tender.CARD, 200)
    assert payment.shares[0].reference == taken.reference
    assert payment.permit_until == payment.paid_at + timedelta(minutes=15)
    assert not made.waiting()


def test_a_declined_charge_takes_nothing_and_the_next_has_another_key(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    made.terminal.expect(Outcome.DECLINE)
    order = made.order(stay_id)
    first = made.charge(order)
    made.turn()
    assert made.state(first) == "declined"
    second = made.charge(order)
    made.pass_by(6)
    assert second.key != first.key
    assert len(made.payments(stay_id)) == 1


def test_a_lost_reply_is_unknown_then_asked_about_and_never_begun_twice(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    made.terminal.expect(Outcome.LOST_REPLY)
    charge = made.charge(made.order(stay_id))
    made.turn()
    assert made.state(charge) == "unknown"
    assert [one.charge_id for one in made.store.read(unknown_charges)] == [charge.charge_id]
    made.pass_by(3)
    assert made.state(charge) == "confirmed"
    assert len(made.terminal.taken) == 1
    assert len(made.payments(stay_id)) == 1


def test_a_lost_request_is_asked_again_with_the_same_key(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    made.terminal.expect(Outcome.LOST_REQUEST)
    charge = made.charge(made.order(stay_id))
    made.pass_by(8)
    assert [one.key for one in made.terminal.taken] == [charge.key]
    assert len(made.payments(stay_id)) == 1


def test_a_far_side_that_cannot_be_reached_declines_it_soon_and_surely(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    ask_of(made, Scripted(UNREACHABLE))
    charge = made.charge(made.order(stay_id))
    made.turn()
    assert made.state(charge) == "intent"
    assert (made.doer.status().health, made.doer.status().cause) == (Health.FAILED, "terminal.no_answer")
    made.pass_by(30)
    settled = made.now(charge).charge(charge.charge_id)
    assert settled is not None
    assert (settled.state.value, settled.cause) == ("declined", "terminal.no_answer")


def test_an_unreachable_charge_is_cancelled_without_asking(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    far_side = Scripted(UNREACHABLE)
    ask_of(made, far_side)
    charge = made.charge(made.order(stay_id))
    made.turn()
    cancel(made, charge.charge_id)
    made.turn()
    assert made.state(charge) == "declined"
    assert far_side.calls == ["begin"]


def test_a_cancel_that_was_too_late_is_a_payment(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    ask_of(made, Scripted(WAITING, CONFIRMED))
    charge = made.charge(made.order(stay_id))
    made.turn()
    cancel(made, charge.charge_id)
    made.turn()
    assert made.state(charge) == "confirmed"
    assert len(made.payments(stay_id)) == 1


def test_when_the_drivers_time_is_over_it_is_cancelled(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    made.terminal.expect(Outcome.SLOW)
    charge = made.charge(made.order(stay_id))
    made.pass_by(299)
    assert made.state(charge) == "intent"
    made.pass_by(10)
    settled = made.now(charge).charge(charge.charge_id)
    assert settled is not None
    assert (settled.state.value, settled.cause) == ("declined", "charge.not_paid_in_time")


def test_what_does_not_let_go_is_not_known_until_it_says_more(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    ask_of(made, Scripted(WAITING, WAITING, WAITING, CONFIRMED))
    charge = made.charge(made.order(stay_id))
    made.turn()
    cancel(made, charge.charge_id)
    made.turn()
    assert made.state(charge) == "unknown"
    made.pass_by(6)
    assert made.state(charge) == "confirmed"


def test_another_amount_is_no_confirmation(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    made.terminal.expect(Outcome.OTHER_AMOUNT)
    charge = made.charge(made.order(stay_id))
    made.pass_by(10)
    doubted = made.now(charge).charge(charge.charge_id)
    assert doubted is not None
    assert (doubted.state.value, doubted.cause) == ("unknown", "charge.other_amount")
    assert made.payments(stay_id) == ()
    told = [
        entry.payload["far_amount_minor"]
        for entry in made.store.read(lambda view: view.entries_about(Subject("order", charge.order_id)))
        if entry.kind == "charge.unknown"
    ]
    assert told == [300]


@pytest.mark.parametrize(("amount", "currency"), [(200, "TWD"), (20_000, "EUR")])
def test_money_that_was_not_asked_for_pays_for_nothing(
    booth: tuple[Till, str], amount: int, currency: str
) -> None:
    made, stay_id = booth
    ask_of(made, Scripted(replace(CONFIRMED, amount_minor=amount, currency=currency)))
    charge = made.charge(made.order(stay_id))
    made.turn()
    assert made.state(charge) == "unknown"
    assert made.payments(stay_id) == ()


@pytest.mark.parametrize(
    "said",
    [
        ChargeAnswer(Answer.CONFIRMED, "far-1", amount_minor=10**5000),
        ChargeAnswer(Answer.CONFIRMED, "far-1", amount_minor=-200, currency="EUR"),
        ChargeAnswer(Answer.CONFIRMED, "far-1", amount_minor=200, currency="\ud800U"),
    ],
)
def test_an_amount_that_is_none_is_in_doubt_and_no_fault(booth: tuple[Till, str], said: ChargeAnswer) -> None:
    made, stay_id = booth
    ask_of(made, Scripted(said))
    charge = made.charge(made.order(stay_id))
    made.turn()
    doubted = made.now(charge).charge(charge.charge_id)
    assert doubted is not None
    assert (doubted.state.value, doubted.cause) == ("unknown", "charge.other_amount")


@pytest.mark.parametrize("reference", ["far-\ud800", "far-\x00", "far-\n"])
def test_a_reference_that_no_database_keeps_is_kept_without_what_it_cannot(
    booth: tuple[Till, str], reference: str
) -> None:
    made, stay_id = booth
    ask_of(made, Scripted(ChargeAnswer(Answer.CONFIRMED, reference)))
    made.charge(made.order(stay_id))
    made.turn()
    (payment,) = made.payments(stay_id)
    assert payment.shares[0].reference == "far-?"


def test_an_unknown_charge_is_asked_about_for_ever_ever_more_seldom(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    far_side = Scripted(LOST)
    ask_of(made, far_side)
    made.charge(made.order(stay_id))
    made.turn()
    pauses = []
    for _ in range(12):
        (task,) = made.waiting()
        pauses.append((task.next_at - made.clock.now()).total_seconds())
        made.clock.instant = task.next_at
        made.turn()
    assert pauses[:6] == [1, 2, 4, 8, 16, 32]
    assert set(pauses[6:]) == {60}
    made.clock.pass_time(60 * 24 * 30)
    made.turn()
    assert len(made.waiting()) == 1
    assert far_side.calls.count("begin") == 1


def test_many_in_doubt_do_not_keep_a_new_one_waiting(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    far_side = Scripted(LOST)
    ask_of(made, far_side)
    made.charge(made.order(stay_id))
    for number in range(4):
        made.charge(made.order(owing(made, f"Q{number:05}")))
    made.turn()
    made.clock.pass_time(20)
    far_side.calls.clear()
    made.turn()
    assert len(far_side.calls) == 1
    fresh = made.charge(made.order(owing(made, "NEW001")))
    made.turn()
    assert far_side.asks[-1].charge_id == fresh.charge_id


def owing(made: Till, plate: str) -> str:
    """Another car that owes money."""
    now, made.clock.instant = made.clock.instant, made.clock.instant - timedelta(minutes=45)
    stay_id = drive_in(made.store, plate)
    made.clock.instant = now
    made.store.write(lambda unit: unit.settle_clock())
    return stay_id


def test_a_key_older_than_twenty_hours_is_only_ever_asked_about(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    far_side = Scripted(LOST, LOST, NOT_FOUND)
    ask_of(made, far_side)
    charge = made.charge(made.order(stay_id))
    made.turn()
    made.clock.pass_time(21 * 60)
    made.turn()
    made.clock.pass_time(2)
    made.turn()
    assert far_side.calls.count("begin") == 1
    assert made.state(charge) == "declined"


def test_a_far_side_without_keys_is_begun_once_and_believed_late(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    far_side = Scripted(LOST, NOT_FOUND, knows_keys=False)
    ask_of(made, far_side)
    charge = made.charge(made.order(stay_id))
    made.pass_by(80)
    assert made.state(charge) == "unknown"
    made.pass_by(60)
    assert made.state(charge) == "declined"
    assert far_side.calls.count("begin") == 1


def test_a_look_that_finds_the_driver_still_at_it_ends_the_doubt(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    ask_of(made, Scripted(LOST, WAITING, WAITING, CONFIRMED))
    charge = made.charge(made.order(stay_id))
    made.turn()
    assert made.state(charge) == "unknown"
    made.pass_by(2)
    assert made.state(charge) == "intent"
    made.pass_by(8)
    assert made.state(charge) == "confirmed"


def test_a_line_that_drops_for_a_moment_is_no_doubt_a_longer_one_is(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    ask_of(made, Scripted(WAITING, UNREACHABLE, UNREACHABLE, WAITING, UNREACHABLE))
    charge = made.charge(made.order(stay_id))
    made.pass_by(5)
    assert made.state(charge) == "intent"
    made.pass_by(20)
    assert made.state(charge) == "unknown"


def test_after_a_crash_it_is_looked_at_first(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    far_side = Scripted(_Crash(), CONFIRMED)
    ask_of(made, far_side)
    made.charge(made.order(stay_id))
    with pytest.raises(_Crash):
        made.turn()
    ask_of(made, far_side)
    made.turn()
    assert far_side.calls == ["begin", "look"]
    assert len(made.payments(stay_id)) == 1


class _Crash(BaseException):
    """The program ends here."""


def test_nothing_is_sent_before_the_note_of_it_is_kept(
    booth: tuple[Till, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, stay_id = booth
    charge = made.charge(made.order(stay_id))
    handler, (task,) = made.doer.handler(), made.waiting()

    def refuse(_work: object) -> None:
        raise StoreError("store.disk_full")

    with monkeypatch.context() as broken:
        broken.setattr(made.store, "write", refuse)
        outcome = handler.act(task)
    assert outcome.state.value == "waiting"
    assert not made.terminal.taken
    made.pass_by(6)
    assert made.state(charge) == "confirmed"


def test_a_disk_that_takes_nothing_loses_no_confirmation(
    booth: tuple[Till, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, stay_id = booth
    charge = made.charge(made.order(stay_id))
    made.pass_by(2)
    made.clock.instant += timedelta(seconds=5)
    handler, (task,) = made.doer.handler(), made.waiting()

    def refuse(_work: object) -> None:
        raise StoreError("store.disk_full")

    with monkeypatch.context() as broken:
        broken.setattr(made.store, "write", refuse)
        assert handler.act(task).state.value == "waiting"
    made.pass_by(2)
    assert made.state(charge) == "confirmed"


def test_a_task_put_back_by_an_older_copy_is_looked_at_before_it_is_begun(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    made.charge(made.order(stay_id))
    (fresh,) = made.waiting()
    made.terminal.begin(_ask(made, stay_id))
    made.clock.pass_time(1)
    handler = made.doer.handler()
    handler.act(fresh)
    assert len(made.terminal.taken) == 1
    assert len(made.payments(stay_id)) == 1


def _ask(made: Till, stay_id: str) -> ChargeAsk:
    (charge,) = made.store.read(open_charges)
    assert charge.stay_id == stay_id
    return ChargeAsk(
        charge.charge_id,
        charge.key,
        charge.amount_minor,
        charge.currency,
        "Market Street",
        charge.intended_at,
        charge.intended_at + timedelta(minutes=5),
    )


def test_a_fault_of_the_program_is_not_known_and_not_lost(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    far_side = Scripted(ZeroDivisionError(), CONFIRMED)
    ask_of(made, far_side)
    charge = made.charge(made.order(stay_id))
    made.turn()
    doubted = made.now(charge).charge(charge.charge_id)
    assert doubted is not None
    assert (doubted.state.value, doubted.cause) == ("unknown", "charge.program_fault")
    made.pass_by(5)
    assert far_side.calls == ["begin", "look"]
    assert made.state(charge) == "confirmed"


def test_a_fault_that_stays_is_asked_about_ever_more_seldom_and_for_ever(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    far_side = Scripted(ZeroDivisionError(), knows_keys=False)
    ask_of(made, far_side)
    charge = made.charge(made.order(stay_id))
    made.pass_by(600)
    assert far_side.calls.count("begin") == 1
    assert 10 < len(far_side.calls) < 25
    assert made.state(charge) == "unknown"
    assert len([kind for kind in made.kinds(stay_id) if kind == "charge.unknown"]) == 1


def test_a_disk_that_is_full_for_a_moment_after_it_was_sent_does_not_send_it_again(
    booth: tuple[Till, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, stay_id = booth
    far_side = Scripted(CONFIRMED, knows_keys=False)
    ask_of(made, far_side)
    made.charge(made.order(stay_id))
    real, writes = made.store.write, []

    def refuse_the_second(work: Callable[[SqlUnitOfWork], object]) -> object:
        writes.append(work)
        if len(writes) == 2:
            raise StoreError("store.disk_full")
        return real(work)

    with monkeypatch.context() as broken:
        broken.setattr(made.store, "write", refuse_the_second)
        made.turn()
    made.pass_by(5)
    assert far_side.calls == ["begin", "look"]
    assert len(made.payments(stay_id)) == 1


def test_a_card_number_that_a_far_side_sends_is_kept_nowhere(booth: tuple[Till, str]) -> None:
    made, stay_id = booth
    number = "4242 4242 4242 4242"
    ask_of(made, Scripted(ChargeAnswer(Answer.CONFIRMED, f"{number} ok", shown=number, cause=number)))
    charge = made.charge(made.order(stay_id))
    made.turn()
    entries = made.store.read(lambda view: view.entries_about(Subject("order", charge.order_id)))
    everything = " ".join(str(entry.payload) for entry in entries)
    assert "4242 4242" not in everything
    assert "************4242" in everything


SCAN = PayAccount("line", "LINE Pay", Tender.LINE_PAY, "line_pay_scan", can_scan=True)


@pytest.fixture
def scanning(tmp_path: Path) -> Iterator[tuple[Till, str]]:
    """A till at which staff scan the driver's own code."""
    with till(tmp_path, account=SCAN) as (made, stay_id):
        yield made, stay_id


def test_a_scanned_code_is_handed_on_and_written_nowhere(scanning: tuple[Till, str]) -> None:
    made, stay_id = scanning
    far_side = Scripted(CONFIRMED)
    ask_of(made, far_side)
    charge = made.charge(made.order(stay_id), scanned="385202001111222233")
    made.turn()
    assert far_side.asks[0].scanned == "385202001111222233"
    assert "385202001111222233" not in repr(far_side.asks[0])
    entries = made.store.read(lambda view: view.entries_about(Subject("order", charge.order_id)))
    assert "385202001111222233" not in " ".join(str(entry) for entry in entries)
    assert SCAN.scanned.code_of(charge.charge_id) == ""


def test_a_code_that_was_lost_is_never_asked_for_without_it(scanning: tuple[Till, str]) -> None:
    made, stay_id = scanning
    charge = made.charge(made.order(stay_id), scanned="385202001111222233")
    SCAN.scanned.forget(charge.charge_id)
    made.turn()
    settled = made.now(charge).charge(charge.charge_id)
    assert settled is not None
    assert (settled.state.value, settled.cause) == ("declined", "charge.code_lost")
    assert not made.terminal.taken
