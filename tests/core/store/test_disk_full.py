"""A full disk: nothing half written, and a reserve with which the cars inside can still leave."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from core.domain.errors import StoreError
from core.services.unit_of_work import UnitOfWork
from core.store.folder import Reserve
from core.store.store import Store
from core.store.verify import verify_file
from migrations.history import upgrade_file
from tests.core.store.lot import SetClock, drive_in, set_up

A_GIBIBYTE_OF_PAGES = 262_144


class FullDisk:
    """Lets the database grow no further while its reserve stands, as a full disk does."""

    def __init__(self, store: Store, reserve: Reserve) -> None:
        self.is_full = False
        self._reserve = reserve
        event.listen(store._writer, "begin", self._limit)

    def _limit(self, connection: Any) -> None:
        cramped = self.is_full and not self._reserve.is_spent
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        most = pages if cramped else A_GIBIBYTE_OF_PAGES
        connection.exec_driver_sql(f"PRAGMA max_page_count={most}")


@pytest.fixture
def reserve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reserve:
    monkeypatch.setattr(Reserve, "SIZE_BYTES", 4096)
    return Reserve(tmp_path / "reserve.bin")


@pytest.fixture
def store(tmp_path: Path, reserve: Reserve) -> Iterator[Store]:
    file = tmp_path / "lotkeeper.db"
    upgrade_file(file, tmp_path / "backups")
    store = Store.open(file, clock=SetClock(), reserve=reserve)
    yield store
    store.close()


def much(unit: UnitOfWork) -> int:
    """An entry that needs new pages."""
    return unit.record("lane.noted", {"text": "x" * 40_000}, who="system").seq


def test_a_full_disk_is_told_and_nothing_is_half_written(
    store: Store, reserve: Reserve, tmp_path: Path
) -> None:
    set_up(store)
    disk = FullDisk(store, reserve)
    reserve.make()
    store._reserve = None
    disk.is_full = True
    before = verify_file(tmp_path / "lotkeeper.db")
    with pytest.raises(StoreError) as told:
        store.write(much)
    assert told.value.cause == "store.disk_full"
    assert verify_file(tmp_path / "lotkeeper.db") == before
    disk.is_full = False
    assert store.write(much) == before.entries + 1


def test_the_reserve_is_given_up_so_that_the_write_succeeds(
    store: Store, reserve: Reserve, tmp_path: Path
) -> None:
    set_up(store)
    disk = FullDisk(store, reserve)
    assert reserve.make()
    disk.is_full = True
    store.write(much)
    assert reserve.is_spent
    drive_in(store, "AB1234")
    assert verify_file(tmp_path / "lotkeeper.db").is_sound


def test_a_reserve_that_was_spent_can_be_made_again(reserve: Reserve) -> None:
    steps = [reserve.make(), reserve.make(), reserve.release(), reserve.release(), reserve.make()]
    assert steps == [True, True, True, False, True]
    assert not reserve.is_spent
