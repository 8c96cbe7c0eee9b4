"""Consoles a version apart: what one does not understand it keeps and hands on, and nothing waits for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.domain.journal import Subject
from core.services.sharing import LinkState
from core.store.journal import append
from core.store.replica import StoreReplica
from core.store.verify import verify_file
from tests.core.store.lot import vote_for
from tests.fakes.clock import FakeClock
from tests.far_sides.postgresql import PostgresqlServer
from tests.faults.invariants import NONE, rows_at
from tests.faults.shared_lot import LotConsole, SharedLot, shared_lot, wait_until

CAPACITY = 40


@pytest.fixture(scope="module")
def lot(tmp_path_factory: pytest.TempPathFactory, server: PostgresqlServer) -> Iterator[SharedLot]:
    with shared_lot(
        tmp_path_factory.mktemp("lot"), server, count=3, capacity=CAPACITY, clock=FakeClock()
    ) as made:
        yield made


def test_kinds_of_a_newer_console_are_kept_and_handed_on_by_an_older_one(lot: SharedLot) -> None:
    newer = lot.others[0]
    newer.arrive("BEFORE1")
    (stay,) = newer.store.read(lambda unit: unit.open_stays_with_plate("BEFORE1"))
    newer.store.write(
        lambda unit: unit.record(
            "charging.begun",
            {"kilowatts": 11, "nested": {"list": [1, None, "µ"]}},
            who="system",
            subjects=[Subject("charger", "c-1"), Subject("stay", stay.stay_id)],
            personal={"card": "4711"},
        )
    )
    newer.store._clock.pass_by(minutes=30)
    assert newer.charge(stay.stay_id) > 0
    assert newer.depart("BEFORE1") == "exit.paid"
    check(lot)
    assert all("charging.begun" in kinds(one) for one in lot.consoles)


def test_new_fields_of_a_kind_that_is_known_change_nothing_for_an_older_console(lot: SharedLot) -> None:
    newer = lot.others[0]
    newer.arrive("FIELDS1")
    (stay,) = newer.store.read(lambda unit: unit.open_stays_with_plate("FIELDS1"))
    newer.store.write(
        lambda unit: unit.record(
            "stay.held",
            {"lane_id": newer.entry.lane_id, "seen_by": ["radar"], "certainty": 0.5},
            who="system",
            subjects=[Subject("stay", stay.stay_id)],
        )
    )
    check(lot)


def test_what_cannot_be_folded_here_holds_up_no_other_stay(lot: SharedLot) -> None:
    """A kind that is known, in a shape that is not: told as refused, and the chain goes on."""
    newer = lot.others[0]
    strange = newer.store.read(lambda unit: unit.new_id())
    rows_before = len(rows_at(lot.hub.database))
    newer.store.write(lambda unit: record_unfolded(unit, strange))
    newer.arrive("GOESON1")
    wait_until(lambda: any(stay.plate == "GOESON1" for stay in lot.hub.inside()), "the hub hears of it")
    assert len(rows_at(lot.hub.database)) > rows_before
    lot.await_agreement()
    assert any(strange in item.detail for item in StoreReplica(lot.hub.store).refused())
    assert lot.judge(capacity=CAPACITY) == NONE
    assert all(one.state_of("database") is LinkState.OK for one in lot.consoles)


def test_entries_of_an_older_console_without_the_fields_of_sharing_count_as_before(lot: SharedLot) -> None:
    older = lot.others[1]
    stay_id = older.store.read(lambda unit: unit.new_id())
    older.store.write(lambda unit: admit_as_before(unit, older, stay_id))
    lot.await_agreement()
    wait_until(lambda: any(stay.stay_id == stay_id for stay in lot.hub.inside()), "the hub counts it")
    older.store.write(
        lambda unit: unit.record(
            "stay.left",
            {"lane_id": older.exit.lane_id, "exit_at": 1_800_000_000_000_000},
            who="system",
            subjects=[Subject("stay", stay_id)],
        )
    )
    wait_until(lambda: all(stay.stay_id != stay_id for stay in lot.hub.inside()), "the hub lets it go")


def check(lot: SharedLot) -> None:
    """All agree, show the same, and verify."""
    assert lot.judge(capacity=CAPACITY) == NONE
    wait_until(lambda: lot.differences() == (), "all show the same", 10)
    assert all(verify_file(one.database).problems == () for one in lot.consoles)
    assert all(StoreReplica(one.store).refused() == [] for one in lot.consoles)


def kinds(one: LotConsole) -> set[str]:
    return {row.kind for row in rows_at(one.database)}


def record_unfolded(unit, stay_id: str) -> None:
    """An entry as a console writes it that makes sense of it: this one does not."""
    entry, unit.head = append(
        unit.connection,
        before=unit.head,
        lot_id=unit.lot_id,
        console_id=unit.console_id,
        entry_id=unit.new_id(),
        now=unit.now,
        kind="stay.admitted",
        payload={"entered": "some time", "somewhere": True},
        who="system",
        subjects=[Subject("stay", stay_id)],
        personal=None,
    )
    unit.entries.append(entry)


def admit_as_before(unit, older: LotConsole, stay_id: str) -> None:
    vote = vote_for("OLDER01")
    unit.record(
        "stay.admitted",
        {
            "entry_at": 1_790_000_000_000_000,
            "lane_id": older.entry.lane_id,
            "plan_id": "standard",
            "plan_version": 1,
            "confidence": vote.confidence,
            "frames": 3,
            "notes": [],
        },
        who="system",
        subjects=[Subject("stay", stay_id)],
        personal={"plate": vote.plate, "raw_plate": vote.raw, "alternatives": [], "photo": ""},
    )
    unit.record(
        "stay.entered",
        {"lane_id": older.entry.lane_id, "at": 1_790_000_000_000_000},
        who="system",
        subjects=[Subject("stay", stay_id)],
    )
