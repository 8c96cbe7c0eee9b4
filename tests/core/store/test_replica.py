"""A console takes the chains of others: once, in order, and nothing that is not what its chain says."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from core.domain.chains import FARTHEST_HLC, LATEST_HLC, ChainRow, Mark
from core.domain.errors import LinkError, Refused, StoreError
from core.domain.journal import Subject, link, to_micros
from core.domain.payments import Payment
from core.domain.people import Actor, Role
from core.services.quote_stay import quote_stay
from core.services.run_shift import close_shift, open_shift
from core.services.sharing import DATABASE, HUB, Replica, Waiting
from core.services.take_payment import take_cash
from core.store import folding
from core.store.queries.stays import own_payments, recent_payments
from core.store.refusals import MOST_UNSETTLED
from core.store.replica import StoreReplica
from core.store.sharing_tables import refused_rows
from core.store.store import Committed, Store
from core.store.unit_of_work import SqlUnitOfWork
from core.store.verify import verify_journal
from tests.core.store.lot import SetClock, drive_in, pay, set_up
from tests.core.store.lots_apart import agree, chain_of, console, consoles, give, join, space
from tests.core.store.test_projections import projected


@pytest.fixture
def pair(tmp_path: Path, clock: SetClock) -> Iterator[list[Store]]:
    """Two consoles of one lot; the first one has set it up."""
    with consoles(tmp_path, clock, "booth", "exit") as stores:
        set_up(stores[0])
        yield stores


def note(unit: SqlUnitOfWork, stay_id: str = "") -> None:
    subjects = [Subject("stay", stay_id)] if stay_id else []
    unit.record("lane.noted", {"text": "ä"}, who="system", subjects=subjects)


def administrator(store: Store) -> Actor:
    person = store.read(lambda view: view.people())[0]
    return Actor(person.person_id, person.name, person.role)


def unsettled(store: Store) -> list[tuple[str, int, str]]:
    return [(item.console_id, item.seq, item.cause) for item in StoreReplica(store).refused()]


def resealed(row: ChainRow, before: bytes, **changes: object) -> ChainRow:
    """The row with other contents and a link that fits them, as a faulty console would write it."""
    changed = replace(row, **changes)  # type: ignore[arg-type]
    return replace(changed, link=link(before, changed.to_entry()))


def test_it_is_what_sharing_asks_for(store: Store) -> None:
    replica: Replica = StoreReplica(store)
    assert (replica.lot_id, replica.console_id, replica.marks()) == (store.lot_id, store.console_id, {})


def test_a_chain_that_was_taken_is_held_as_its_own_console_holds_it(pair: list[Store]) -> None:
    booth, exit_ = pair
    stay_id = drive_in(booth, "ABC1234")
    give(booth, exit_)
    assert chain_of(exit_, booth.console_id) == chain_of(booth)
    assert StoreReplica(exit_).marks() == StoreReplica(booth).marks()
    with booth.reading() as here, exit_.reading() as there:
        assert projected(here.connection) == projected(there.connection)
    assert exit_.read(lambda view: view.stay(stay_id)).plate == "ABC1234"
    assert exit_.read(lambda view: view.occupancy()).inside == 1


def test_a_car_that_came_in_at_one_console_pays_at_another_and_both_agree(
    pair: list[Store], clock: SetClock
) -> None:
    booth, exit_ = pair
    actor = administrator(booth)
    stay_id = drive_in(booth, "ABC1234")
    clock.pass_time(90)
    give(booth, exit_)
    pay(exit_, actor, stay_id)
    give(exit_, booth)
    assert booth.read(lambda view: view.stay(stay_id)).paid_minor > 0
    for store in pair:
        with store.reading() as view:
            assert verify_journal(view.connection).problems == ()


def test_rows_held_already_change_nothing(pair: list[Store]) -> None:
    booth, exit_ = pair
    drive_in(booth, "ABC1234")
    rows = chain_of(booth)
    replica = StoreReplica(exit_)
    first = replica.take(rows)
    with exit_.reading() as view:
        before = projected(view.connection)
    assert replica.take(rows) == replica.take(rows[2:5]) == first == Mark(len(rows), rows[-1].link)
    with exit_.reading() as view:
        assert projected(view.connection) == before


def test_a_batch_that_begins_with_what_is_held_goes_on_behind_it(pair: list[Store]) -> None:
    booth, exit_ = pair
    drive_in(booth, "ABC1234")
    rows = chain_of(booth)
    replica = StoreReplica(exit_)
    replica.take(rows[:3])
    assert replica.take(rows[1:]).seq == len(rows)


def test_a_long_chain_is_taken_in_short_transactions(pair: list[Store]) -> None:
    booth, exit_ = pair
    heard: list[int] = []
    exit_.listen(lambda committed: heard.append(len(committed.entries)))
    for _ in range(300):
        booth.submit(note)
    booth.write(note)
    rows = chain_of(booth)
    assert StoreReplica(exit_).take(rows).seq == len(rows)
    assert sum(heard) == len(rows)
    assert max(heard) == 250


def test_what_a_console_writes_after_it_took_something_comes_after_that(
    tmp_path: Path, clock: SetClock
) -> None:
    late = SetClock()
    late.pass_time(60)
    with console(tmp_path / "booth", late) as booth, console(tmp_path / "exit", clock) as exit_:
        set_up(booth)
        give(booth, exit_)
        seen = chain_of(booth)[-1].hlc
        exit_.write(note)
        own = chain_of(exit_)[-1]
    assert own.hlc > seen
    assert own.at == to_micros(clock.now())


def test_what_was_taken_is_told_apart_from_what_was_done_here(pair: list[Store]) -> None:
    booth, exit_ = pair
    heard: list[Committed] = []
    exit_.listen(heard.append)
    give(booth, exit_)
    exit_.write(note)
    assert heard[0].kinds
    assert heard[0].own == ()
    assert heard[0].own_kinds == frozenset()
    assert heard[-1].own_kinds == {"lane.noted"}


@pytest.mark.parametrize(
    ("cause", "spoil"),
    [
        ("chain.gap", lambda rows: [rows[0], *rows[2:]]),
        ("chain.gap", lambda rows: rows[1:]),
        ("chain.gap", lambda rows: [rows[1], rows[0]]),
        ("chain.broken", lambda rows: [rows[0], replace(rows[1], payload='{"a": 1}'), *rows[2:]]),
        ("chain.broken", lambda rows: [replace(rows[0], link=b"x" * 32), *rows[1:]]),
        ("chain.broken", lambda rows: [replace(row, fields=row.fields and '{"plate": "X"}') for row in rows]),
        ("chain.unreadable", lambda rows: [replace(rows[0], payload="{")]),
        ("chain.unreadable", lambda rows: [replace(rows[0], payload="[]")]),
        ("chain.unreadable", lambda rows: [replace(rows[0], payload='{"a": "\\ud800"}')]),
        ("chain.unreadable", lambda rows: [replace(rows[0], payload="[" * 100_000)]),
        ("chain.unreadable", lambda rows: [replace(rows[0], subjects='["stay"]')]),
        ("chain.unreadable", lambda rows: [replace(rows[0], subjects="[[1, 2]]")]),
        ("chain.unreadable", lambda rows: [replace(rows[0], kind="k" * 41)]),
        ("chain.unreadable", lambda rows: [replace(rows[0], hlc=2**63 - 1)]),
        ("chain.unreadable", lambda rows: [replace(rows[0], at=2**62)]),
        ("chain.other_lot", lambda rows: [replace(rows[0], lot_id="another")]),
    ],
)
def test_rows_that_are_not_what_a_chain_is_are_refused_and_kept_and_nothing_is_taken(
    pair: list[Store], cause: str, spoil: object
) -> None:
    booth, exit_ = pair
    drive_in(booth, "ABC1234")
    rows = spoil(chain_of(booth))  # type: ignore[operator]
    replica = StoreReplica(exit_)
    for _ in range(2):
        with pytest.raises(LinkError) as refusal:
            replica.take(rows)
        assert refusal.value.cause == cause
    assert replica.marks() == {}
    assert [(console_id, why) for console_id, _, why in unsettled(exit_)] == [(booth.console_id, cause)]
    assert replica.take(chain_of(booth)).seq == len(chain_of(booth))


def test_another_entry_in_the_same_place_is_a_fork_and_what_is_held_stays(pair: list[Store]) -> None:
    booth, exit_ = pair
    replica = StoreReplica(exit_)
    rows = chain_of(booth)
    replica.take(rows)
    other = resealed(rows[-1], rows[-2].link, payload='{"other": true}')
    with pytest.raises(LinkError, match=r"chain\.fork"):
        replica.take([*rows[:-1], other])
    assert chain_of(exit_, booth.console_id) == rows
    assert unsettled(exit_) == [(booth.console_id, rows[-1].seq, "chain.fork")]


def test_a_chain_that_went_on_while_it_was_checked_is_not_taken_twice(pair: list[Store]) -> None:
    """Two links bring the same rows: what one of them took, the other finds there."""
    booth, exit_ = pair
    rows = chain_of(booth)
    first, second = StoreReplica(exit_), StoreReplica(exit_)
    held, fresh = second._not_held(rows)
    first.take(rows)
    entries = [row.to_entry() for row in fresh]
    assert second._take_some(fresh, entries, held) == Mark(len(rows), rows[-1].link)
    assert second._take_some(fresh[:2], entries[:2], held).seq == len(rows)
    other = resealed(rows[-1], rows[-2].link, payload='{"other": true}')
    with pytest.raises(LinkError, match=r"chain\.fork"):
        second._take_some([*fresh[:-1], other], [*entries[:-1], other.to_entry()], held)


def test_an_entry_id_that_stands_in_another_chain_is_a_fork(pair: list[Store]) -> None:
    booth, exit_ = pair
    exit_.write(note)
    own = chain_of(exit_)[0]
    twin = resealed(chain_of(booth)[0], b"\0" * 32, entry_id=own.entry_id)
    with pytest.raises(LinkError, match=r"chain\.fork"):
        StoreReplica(exit_).take([twin])
    assert StoreReplica(exit_).marks() == {exit_.console_id: Mark(1, own.link)}


def test_own_rows_that_this_console_does_not_have_are_not_taken(
    pair: list[Store], tmp_path: Path, clock: SetClock
) -> None:
    booth, _ = pair
    rows = chain_of(booth)
    ahead = replace(rows[-1], seq=rows[-1].seq + 1)
    assert StoreReplica(booth).take(rows) == Mark(len(rows), rows[-1].link)
    with pytest.raises(LinkError, match=r"chain\.ahead"):
        StoreReplica(booth).take([ahead])
    assert unsettled(booth) == [(booth.console_id, ahead.seq, "chain.ahead")]


def test_an_entry_of_which_nothing_can_be_made_holds_up_nothing_else(pair: list[Store]) -> None:
    booth, exit_ = pair
    rows = chain_of(booth)
    before = rows[-1]
    subjects = '[["stay", "s1"], ["shift", "h1"]]'
    bad = resealed(
        before,
        before.link,
        seq=before.seq + 1,
        entry_id="e1",
        kind="stay.admitted",
        payload='{"no_entry_at": 1}',
        subjects=subjects,
        salt=None,
        fields=None,
    )
    good = resealed(
        bad, bad.link, seq=bad.seq + 1, entry_id="e2", kind="lane.noted", payload="{}", subjects="[]"
    )
    replica = StoreReplica(exit_)
    assert replica.take([*rows, bad, good]).seq == good.seq
    item = replica.refused()[0]
    assert (item.console_id, item.seq, item.kind, item.cause) == (
        booth.console_id,
        bad.seq,
        "stay.admitted",
        "projection.cannot_fold",
    )
    assert "stay s1" in item.detail
    assert exit_.read(lambda view: view.people())[0].name == "Ada"
    assert replica.settle(item.refusal_id)
    assert not replica.settle(item.refusal_id)
    assert replica.refused() == []


ADMITTED = {"entry_at": 1, "lane_id": "in", "plan_id": "day", "plan_version": 1}


@pytest.mark.parametrize(
    ("kind", "subject", "payload"),
    [
        ("stay.admitted", "stay", {}),
        ("stay.admitted", "stay", ADMITTED | {"entry_at": "now"}),
        ("stay.admitted", "stay", ADMITTED | {"entry_at": 2**70}),
        ("stay.admitted", "stay", ADMITTED | {"lane_id": {"a": 1}}),
        ("stay.admitted", "stay", ADMITTED | {"plan_version": None}),
        ("stay.admitted", "stay", ADMITTED | {"notes": 5}),
        ("person.changed", "person", {"role": "king", "active": True}),
        ("person.changed", "person", {"role": "attendant", "active": "perhaps"}),
        ("person.changed", "person", {"role": ["attendant"], "active": True}),
        ("shift.opened", "shift", {"drawer": 1}),
        ("rates.published", "plan", {"plan": []}),
        ("console.joined", "console", {"console": {"console_id": "x"}}),
        ("console.joined", "console", {"console": "x"}),
        ("lane.sighted", "sighting", {"lane_id": "in"}),
        ("refund.due", "refund", {}),
    ],
)
def test_whatever_stands_in_an_entry_the_chain_goes_on_and_the_entry_is_shown(
    pair: list[Store], kind: str, subject: str, payload: dict[str, object]
) -> None:
    booth, exit_ = pair
    rows = chain_of(booth)
    last = rows[-1]
    bad = resealed(
        last,
        last.link,
        seq=last.seq + 1,
        entry_id="bad",
        kind=kind,
        payload=json.dumps(payload),
        subjects=json.dumps([[subject, "x1"]]),
        salt=None,
        fields=None,
    )
    assert StoreReplica(exit_).take([*rows, bad]).seq == bad.seq
    assert unsettled(exit_) == [(booth.console_id, bad.seq, "projection.cannot_fold")]
    assert exit_.read(lambda view: view.people())[0].name == "Ada"


def test_a_disk_that_is_full_is_no_fault_of_an_entry(
    pair: list[Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    booth, exit_ = pair

    def full(*_: object) -> None:
        raise OperationalError("", {}, sqlite3.OperationalError("database or disk is full"))

    with monkeypatch.context() as patched:
        patched.setattr(folding, "project_all", full)
        with pytest.raises(StoreError, match=r"store\.disk_full"):
            StoreReplica(exit_).take(chain_of(booth))
    assert StoreReplica(exit_).marks() == {}
    assert unsettled(exit_) == []
    give(booth, exit_)
    assert StoreReplica(exit_).marks() == StoreReplica(booth).marks()


def test_personal_fields_that_were_purged_are_not_missed(pair: list[Store]) -> None:
    booth, exit_ = pair
    stay_id = drive_in(booth, "ABC1234")
    purged = [replace(row, salt=None, fields=None) for row in chain_of(booth)]
    StoreReplica(exit_).take(purged)
    assert exit_.read(lambda view: view.stay(stay_id)).plate == ""
    assert exit_.read(lambda view: view.occupancy()).inside == 1
    with exit_.reading() as view:
        found = verify_journal(view.connection)
    # Until the entry that purged them has come from the console that did.
    assert {problem.code for problem in found.problems} == {"journal.not_purged"}
    assert found.purged > 0


def test_what_was_taken_is_there_after_the_store_is_opened_again(tmp_path: Path, clock: SetClock) -> None:
    late = SetClock()
    late.pass_time(60)
    with console(tmp_path / "booth", late) as booth:
        set_up(booth)
        with console(tmp_path / "exit", clock) as exit_:
            give(booth, exit_)
        with console(tmp_path / "exit", clock) as exit_:
            assert StoreReplica(exit_).marks() == StoreReplica(booth).marks()
            exit_.write(note)
            assert chain_of(exit_)[0].hlc > chain_of(booth)[-1].hlc


def test_an_entry_of_an_unknown_kind_is_kept_and_handed_on(pair: list[Store]) -> None:
    booth, exit_ = pair
    booth.write(
        lambda unit: unit.record("future.thing", {"x": [1]}, who="system", subjects=[Subject("thing", "t")])
    )
    give(booth, exit_)
    assert chain_of(exit_, booth.console_id) == chain_of(booth)
    assert unsettled(exit_) == []


def test_rubbish_does_not_fill_the_disk(pair: list[Store]) -> None:
    booth, exit_ = pair
    row = chain_of(booth)[0]
    replica = StoreReplica(exit_)
    for start in range(0, 2 * MOST_UNSETTLED, 500):
        replica.refuse([replace(row, seq=start + number) for number in range(500)], "chain.gap")
    assert len(replica.refused()) == MOST_UNSETTLED


def test_a_refused_row_is_kept_with_its_texts_whatever_stands_in_them(pair: list[Store]) -> None:
    booth, exit_ = pair
    row = replace(chain_of(booth)[0], payload="\ud800\0", kind="k" * 300)
    StoreReplica(exit_).refuse([row], "chain.unreadable", "d" * 900)
    kept = exit_.read(lambda view: view.connection.execute(select(refused_rows)).one())
    assert kept.row["payload"] == "?"
    assert (len(kept.kind), len(kept.detail)) == (40, 500)


def test_each_console_numbers_its_own_receipts(pair: list[Store], clock: SetClock) -> None:
    booth, exit_ = pair
    actor = administrator(booth)
    first = paid_receipt(booth, actor, "KLM1001", clock)
    assert (first.receipt_number, first.receipt_name) == (1, "1")
    join(booth, exit_)
    space(booth, "space.granted", exit_.console_id, 5)
    agree(pair)
    numbers = [
        paid_receipt(store, actor, plate, clock).receipt_name
        for store, plate in ((booth, "XYZ2002"), (exit_, "HOP3003"), (exit_, "JUN4004"), (booth, "QRS5005"))
    ]
    assert numbers == ["1-2", "2-1", "2-2", "1-3"]
    agree(pair)
    with exit_.reading() as view:
        assert [payment.receipt_name for payment in own_payments(view, most=5)] == ["2-2", "2-1"]
        assert [payment.receipt_name for payment in recent_payments(view, most=9)] == [
            "1-3",
            "2-2",
            "2-1",
            "1-2",
            "1",
        ]


def test_each_console_has_a_drawer_of_its_own_whatever_it_is_called(pair: list[Store]) -> None:
    booth, exit_ = pair
    join(booth, exit_)
    people = {store.console_id: Actor(store.console_id, "Bo", Role.ATTENDANT) for store in pair}
    for minor, store in enumerate(pair):
        actor = people[store.console_id]
        store.write(
            lambda unit, actor=actor, minor=minor: open_shift(
                unit, actor=actor, drawer="drawer-1", float_minor=minor
            )
        )
        agree(pair)
    for minor, store in enumerate(pair):
        found = store.read(lambda view: view.open_shift("drawer-1"))
        assert (found.console_id, found.float_minor) == (store.console_id, minor)
    # Whoever has a shift open elsewhere opens no second one here.
    with pytest.raises(Refused) as refusal:
        exit_.write(
            lambda unit: open_shift(unit, actor=people[booth.console_id], drawer="drawer-2", float_minor=0)
        )
    assert refusal.value.code == "shift.person_has_one"


def test_a_drawer_left_open_by_a_console_that_this_one_replaced_can_be_closed(pair: list[Store]) -> None:
    booth, exit_ = pair
    join(booth, exit_)
    agree(pair)
    actor = Actor("bo", "Bo", Role.ATTENDANT)
    exit_.write(lambda unit: open_shift(unit, actor=actor, drawer="drawer-1", float_minor=5))
    agree(pair)
    assert booth.read(lambda view: view.open_shift("drawer-1")) is None
    booth.write(
        lambda unit: unit.record(
            "console.revoked",
            {"console_id": exit_.console_id, "reason": "replaced"},
            who="system",
            subjects=[Subject("console", exit_.console_id)],
        )
    )
    closed = booth.write(lambda unit: close_shift(unit, actor=actor, drawer="drawer-1", counted_minor=5))
    assert (closed.console_id, closed.difference_minor) == (exit_.console_id, 0)
    assert booth.read(lambda view: view.last_closed_shift("drawer-1")) == closed


def test_a_payment_that_was_rolled_back_leaves_no_gap_in_the_receipts(store: Store) -> None:
    def fail(unit: SqlUnitOfWork) -> None:
        assert unit.next_receipt_number() == 1
        raise Refused("payment.nothing_due")

    with pytest.raises(Refused):
        store.write(fail)
    assert store.write(lambda unit: unit.next_receipt_number()) == 1


def paid_receipt(store: Store, actor: Actor, plate: str, clock: SetClock) -> Payment:
    drawer = f"drawer of {store.console_id}"[:40]
    cashier = replace(actor, person_id=store.console_id)
    if store.read(lambda view: view.open_shift(drawer)) is None:
        store.write(lambda unit: open_shift(unit, actor=cashier, drawer=drawer, float_minor=0))
    stay_id = drive_in(store, plate)
    clock.pass_time(60)
    due = store.read(lambda view: quote_stay(view, actor=actor, stay_id=stay_id)).quote.total_minor
    return store.write(
        lambda unit: take_cash(
            unit, actor=cashier, stay_id=stay_id, shown_minor=due, tendered_minor=due, drawer=drawer
        )
    )


def test_what_a_far_side_holds_is_kept_also_where_it_holds_less_than_before(pair: list[Store]) -> None:
    booth, _ = pair
    replica = StoreReplica(booth)
    marks = {booth.console_id: Mark(4, b"a" * 32), "other": Mark(2, b"b" * 32)}
    replica.acknowledge(DATABASE, marks)
    assert replica.acknowledged(DATABASE) == marks
    assert replica.acknowledged(HUB) == {}
    replica.acknowledge(DATABASE, {booth.console_id: Mark(1, b"c" * 32)})
    assert replica.acknowledged(DATABASE) == {**marks, booth.console_id: Mark(1, b"c" * 32)}


def test_what_waits_is_counted_with_its_money_and_its_age(pair: list[Store], clock: SetClock) -> None:
    booth, exit_ = pair
    replica = StoreReplica(booth)
    rows = chain_of(booth)
    replica.acknowledge(DATABASE, replica.marks())
    assert replica.waiting(DATABASE) == Waiting()
    began = clock.now()
    actor = administrator(booth)
    stay_id = drive_in(booth, "ABC1234")
    clock.pass_time(60)
    pay(booth, actor, stay_id)
    give(booth, exit_)
    more = len(chain_of(booth)) - len(rows)
    assert replica.waiting(DATABASE) == Waiting(more, 2, began)
    assert replica.waiting(HUB).entries == more + len(rows)
    assert StoreReplica(exit_).waiting(DATABASE) == Waiting()


def test_three_consoles_that_wrote_apart_agree_when_they_meet(tmp_path: Path, clock: SetClock) -> None:
    with consoles(tmp_path, clock, "a", "b", "c") as stores:
        set_up(stores[0])
        agree(stores)
        for number, store in enumerate(stores):
            drive_in(store, f"AB{number}")
            clock.pass_time(1)
        agree(stores)
        seen = []
        for store in stores:
            with store.reading() as view:
                assert verify_journal(view.connection).problems == ()
                seen.append(projected(view.connection))
        assert seen[0] == seen[1] == seen[2]
        assert stores[2].read(lambda view: view.occupancy()).inside == 3


def test_a_clock_at_its_end_is_not_taken_over_and_the_others_go_on(pair: list[Store]) -> None:
    booth, exit_ = pair
    rows = chain_of(booth)
    last = rows[-1]
    bare = {"kind": "lane.noted", "payload": "{}", "subjects": "[]", "salt": None, "fields": None}
    ended = resealed(last, last.link, seq=last.seq + 1, entry_id="end", hlc=LATEST_HLC, **bare)
    with pytest.raises(LinkError, match=r"chain\.unreadable"):
        StoreReplica(exit_).take([*rows, ended])
    assert unsettled(exit_) == [(booth.console_id, ended.seq, "chain.unreadable")]
    give(booth, exit_)
    exit_.write(note)
    give(exit_, booth)
    assert StoreReplica(booth).marks() == StoreReplica(exit_).marks()


def test_after_a_clock_of_the_far_future_all_still_read_each_other(pair: list[Store]) -> None:
    booth, exit_ = pair
    rows = chain_of(booth)
    last = rows[-1]
    bare = {"kind": "lane.noted", "payload": "{}", "subjects": "[]", "salt": None, "fields": None}
    far = resealed(last, last.link, seq=last.seq + 1, entry_id="far", hlc=FARTHEST_HLC, **bare)
    StoreReplica(exit_).take([*rows, far])
    exit_.write(note)
    exit_.write(note)
    give(exit_, booth)
    assert chain_of(booth, exit_.console_id)[-1].hlc == FARTHEST_HLC + 2


def test_where_the_far_side_holds_another_life_of_this_console_all_of_it_waits(pair: list[Store]) -> None:
    booth, _ = pair
    replica = StoreReplica(booth)
    own = chain_of(booth)
    replica.acknowledge(DATABASE, {booth.console_id: Mark(own[-1].seq, own[-1].link)})
    assert replica.waiting(DATABASE) == Waiting()
    replica.acknowledge(DATABASE, {booth.console_id: Mark(own[-1].seq, b"x" * 32)})
    assert replica.waiting(DATABASE).entries == len(own)
    replica.acknowledge(DATABASE, {booth.console_id: Mark(own[-1].seq + 7, b"x" * 32)})
    assert replica.waiting(DATABASE).entries == len(own)


@pytest.mark.parametrize("lot", [{}, "x", {"name": "x"}, {"lanes": [], "capacity": "many"}, None])
def test_a_lot_that_cannot_be_read_does_not_replace_the_one_that_lanes_decide_by(
    pair: list[Store], lot: object
) -> None:
    booth, exit_ = pair
    rows = chain_of(booth)
    last = rows[-1]
    subjects = json.dumps([["lot", booth.lot_id]])
    payload = json.dumps({"lot": lot})
    bare = {"kind": "lot.changed", "subjects": subjects, "salt": None, "fields": None}
    bad = resealed(last, last.link, seq=last.seq + 1, entry_id="bad", payload=payload, **bare)
    StoreReplica(exit_).take([*rows, bad])
    assert exit_.read(lambda view: view.lot()) == booth.read(lambda view: view.lot())
