"""One writer, many readers; what fails leaves nothing behind."""

from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.domain.errors import Refused, StoreError
from core.domain.journal import Subject
from core.services.unit_of_work import UnitOfWork
from core.store import store as module
from core.store.store import Committed, Store
from core.store.verify import verify_file
from tests.core.store.lot import SetClock, a_day, drive_in, opened, set_up


def note(unit: UnitOfWork, text: str = "seen") -> int:
    """Write one entry; its seq."""
    return unit.record("lane.noted", {"text": text}, who="system", subjects=[Subject("lane", "in")]).seq


def test_a_service_that_raises_leaves_nothing_behind(store: Store, database: Path) -> None:
    set_up(store)

    def fails(unit: UnitOfWork) -> None:
        note(unit)
        unit.add_task("gate.open/in", {})
        raise Refused("stay.unknown")

    before = verify_file(database)
    with pytest.raises(Refused):
        store.write(fails)
    assert verify_file(database) == before
    assert store.write(note) == before.entries + 1


def test_a_bug_in_a_service_reaches_its_caller_and_the_writer_lives_on(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        store.write(lambda _unit: 1 // 0)
    assert store.write(note) == 1


def test_the_chain_goes_on_where_it_ended_when_the_console_is_opened_again(tmp_path: Path) -> None:
    with opened(tmp_path) as first:
        set_up(first)
        console_id = first.console_id
        last = first.write(note)
    with opened(tmp_path) as second:
        assert second.console_id == console_id
        assert second.write(note) == last + 1
    assert verify_file(tmp_path / "lotkeeper.db").is_sound


def test_writes_from_many_threads_go_through_one_and_leave_no_gap(store: Store, database: Path) -> None:
    threads: set[str] = set()

    def work(unit: UnitOfWork) -> int:
        threads.add(threading.current_thread().name)
        return note(unit)

    with ThreadPoolExecutor(8) as pool:
        seqs = list(pool.map(lambda _number: store.write(work), range(80)))
    assert sorted(seqs) == list(range(1, 81))
    assert threads == {"store-writer"}
    assert verify_file(database).is_sound


def test_listeners_hear_of_commits_in_order_and_never_of_what_was_rolled_back(store: Store) -> None:
    heard: list[Committed] = []
    store.listen(heard.append)
    store.write(note)
    with pytest.raises(Refused):
        store.write(lambda unit: (note(unit), unit.stay("nobody")))
    store.write(note)
    store.close()
    assert [entry.seq for committed in heard for entry in committed.entries] == [1, 2]
    assert heard[0].kinds == {"lane.noted"}


def test_a_listener_that_fails_hurts_neither_the_write_nor_the_others(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[Committed] = []

    def broken(_committed: Committed) -> None:
        raise RuntimeError("a broken screen")

    store.listen(broken)
    store.listen(heard.append)
    assert store.write(note) == 1
    store.close()
    assert len(heard) == 1
    assert "a listener failed" in caplog.text


def test_a_read_sees_one_state_and_keeps_nothing_that_it_writes(store: Store) -> None:
    set_up(store)
    with store.reading() as view:
        before = view.occupancy()
        drive_in(store, "AB1234")
        assert view.occupancy() == before
    assert store.read(lambda view: view.occupancy()).inside == 1


def test_two_vehicles_cannot_be_lost_by_a_clock_that_was_set_back(
    store: Store, clock: SetClock, database: Path
) -> None:
    a_day(store, clock, vehicles=2)
    clock.pass_time(-24 * 60)
    assert store.read(lambda view: view.clock_is_behind())
    drive_in(store, "LATE01")
    assert verify_file(database).is_sound
    store.write(lambda unit: unit.settle_clock())
    assert not store.read(lambda view: view.clock_is_behind())


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.db"
    file.write_text("these are my holiday notes, not a database\n" * 100)
    before = file.read_bytes()
    with pytest.raises(StoreError) as told:
        Store.open(file, clock=SetClock())
    assert told.value.cause == "store.not_a_database"
    assert file.read_bytes() == before


def test_a_database_that_was_never_upgraded_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as told:
        Store.open(tmp_path / "new.db", clock=SetClock())
    assert told.value.cause == "store.not_upgraded"


def test_a_database_with_overwritten_pages_says_that_it_is_damaged(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        set_up(store)
        for number in range(20):
            drive_in(store, f"AB{number:04}")
    file = tmp_path / "lotkeeper.db"
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(StoreError) as told:
        Store.open(file, clock=SetClock())
    assert told.value.cause in {"store.damaged", "store.not_a_database"}


def test_a_writer_of_another_process_is_waited_for(store: Store, database: Path) -> None:
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waiting = store.submit(note)
    threading.Event().wait(0.2)
    assert not waiting.done()
    other.execute("COMMIT")
    other.close()
    assert waiting.result(30) == 1


def test_a_write_that_its_caller_no_longer_waits_for_is_never_done(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WAIT_SECONDS", 0.1)
    free = threading.Event()
    busy = store.submit(lambda _unit: free.wait(30))
    with pytest.raises(StoreError) as told:
        store.write(note)
    assert told.value.cause == "store.busy"
    free.set()
    assert busy.result(30)
    assert store.submit(note).result(30) == 1


def test_an_answer_that_nobody_wants_any_more_does_not_end_the_writer(store: Store) -> None:
    free = threading.Event()
    store.submit(lambda _unit: free.wait(30))
    assert store.submit(note).cancel()
    free.set()
    assert store.submit(note).result(30) == 1


def test_a_store_that_was_closed_says_so_at_once(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError) as told:
        store.write(note)
    assert told.value.cause == "store.busy"
    store.close()
