"""An old backup is put back, at a console and at the server: what was done since is sent again, or shown."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import uuid_utils

from core.domain.journal import Subject
from core.services.sharing import DATABASE
from core.store.backup import backup, restore
from core.store.engine import sqlite_url
from core.store.store import Store
from core.store.verify import verify_file
from tests.fakes.clock import FakeClock
from tests.far_sides.postgresql import PostgresqlServer
from tests.faults.invariants import NONE, judge
from tests.faults.ledger import Ledger
from tests.faults.shared_lot import LotConsole, SharedLot, join, shared_lot, wait_until

CAPACITY = 60
CARS = 6


@pytest.fixture
def lot(tmp_path: Path, server: PostgresqlServer) -> Iterator[SharedLot]:
    with shared_lot(tmp_path, server, count=2, capacity=CAPACITY, clock=FakeClock(), by_hub=False) as made:
        yield made


def test_a_restored_console_is_a_new_one_and_gets_back_what_it_had_told(lot: SharedLot) -> None:
    second = lot.others[0]
    drive(lot, "A")
    copy = backup(second.database, second.folder / "backups")
    drive(lot, "B")
    lot.await_agreement()
    old_id, before = second.store.console_id, end(second)
    restore(copy, second.database, second.folder / "backups", new_id=str(uuid_utils.uuid7()))
    again = begin_again(lot, second)
    try:
        lot.hub.store.write(lambda unit: revoke(unit, old_id))
        lot.hub.store.write(lambda unit: join(unit, again))
        wait_until(
            lambda: again.arrive(f"C{uuid_utils.uuid4().hex[:8]}") == "entry.space_free", "it is let in"
        )
        drive(lot, "D")
        assert lot.judge(capacity=CAPACITY) == NONE
        assert judge([before], [again.database, lot.hub.database, lot.database.url]) == NONE
        wait_until(lambda: lot.differences(database=False) == (), "both show the same")
        assert verify_file(again.database).problems == ()
    finally:
        end(again)


def test_a_file_that_was_merely_copied_back_is_found_and_hurts_nobody_else(lot: SharedLot) -> None:
    second = lot.others[0]
    drive(lot, "A")
    copy = backup(second.database, second.folder / "backups")
    drive(lot, "B")
    lot.await_agreement()
    before = end(second)
    shutil.copy(copy, second.database)
    again = begin_again(lot, second)
    try:
        causes = {"chain.ahead", "chain.fork"}
        wait_until(lambda: again.sharing.view().links[DATABASE].cause in causes, "it is said")
        again.arrive("TWOLIVES")
        lot.hub.arrive("GOESON")
        homes = [lot.hub.database, lot.database.url]
        wait_until(lambda: judge([before, lot.hub.ledger], homes) == NONE, "the others agree")
        assert judge([again.ledger], [again.database]) == NONE
        assert again.sharing.view().links[DATABASE].cause in causes
    finally:
        end(again)


def test_a_server_set_back_to_an_old_copy_is_sent_what_it_lacks(
    lot: SharedLot, server: PostgresqlServer
) -> None:
    drive(lot, "A")
    lot.await_agreement()
    lot.to_database.cut()
    with administrator(server) as session:
        end_sessions(session, lot.database.name)
        session.execute(f"CREATE DATABASE {lot.database.name}_old TEMPLATE {lot.database.name}")
    lot.to_database.heal()
    drive(lot, "B")
    lot.await_agreement()
    lot.to_database.cut()
    with administrator(server) as session:
        end_sessions(session, lot.database.name)
        session.execute(f"DROP DATABASE {lot.database.name}")
        session.execute(f"ALTER DATABASE {lot.database.name}_old RENAME TO {lot.database.name}")
    held = sum(mark.seq for mark in lot.marks_of_database().values())
    assert held < sum(len(one.ledger.kept) for one in lot.consoles)
    lot.to_database.heal()
    drive(lot, "C")
    assert lot.judge(capacity=CAPACITY) == NONE
    wait_until(lambda: lot.differences() == (), "the database shows what the consoles show")


def revoke(unit, console_id: str) -> None:
    """The console that this one took the place of is at work no more."""
    unit.record(
        "console.revoked",
        {"console_id": console_id, "reason": "restored"},
        who="system",
        subjects=[Subject("console", console_id)],
    )


def drive(lot: SharedLot, name: str) -> None:
    """Cars come to each console in turn; each second one pays and leaves."""
    for number in range(CARS):
        one = lot.consoles[number % len(lot.consoles)]
        plate = f"{name}K{number:04}"
        if one.arrive(plate) == "entry.space_free" and number % 2:
            one.store._clock.pass_by(minutes=30)
            (stay,) = one.store.read(lambda unit, plate=plate: unit.open_stays_with_plate(plate))
            one.charge(stay.stay_id)
            one.depart(plate)


def end(one: LotConsole) -> Ledger:
    """The console is switched off; what it had told."""
    one.stop_sharing()
    one.store.close()
    return one.ledger


def begin_again(lot: SharedLot, one: LotConsole) -> LotConsole:
    """The console is switched on with the file that lies there now."""
    store = Store(sqlite_url(one.database), clock=lot.hub.store._clock)
    again = LotConsole(one.number, store, one.folder)
    again.links.append(lot.database_link(again))
    again.share()
    lot.consoles = [lot.hub, again]
    return again


def administrator(server: PostgresqlServer) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        host=str(server.folder), port=server.port, user="postgres", dbname="postgres", autocommit=True
    )


def end_sessions(session: psycopg.Connection[tuple[object, ...]], database: str) -> None:
    session.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (database,))
