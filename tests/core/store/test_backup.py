"""Copies of the database: taken in use, whole, and put back under a new console id."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.domain.errors import StoreError
from core.store import backup as module
from core.store.backup import backup, check_file, restore
from core.store.store import Store
from core.store.verify import verify_file
from tests.core.store.lot import SetClock, a_day, drive_in, opened


def test_a_copy_taken_while_the_console_writes_is_whole(
    store: Store, clock: SetClock, database: Path
) -> None:
    a_day(store, clock)
    copy = backup(database, database.parent / "backups")
    assert verify_file(copy) == verify_file(database)
    assert "by-hand" in copy.name


def test_only_the_newest_copies_are_kept(
    store: Store, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT", 3)
    folder = database.parent / "backups"
    copies = [backup(database, folder) for _ in range(5)]
    assert sorted(folder.iterdir()) == copies[-3:]


def test_a_restored_console_has_a_new_id_and_the_old_content(tmp_path: Path, clock: SetClock) -> None:
    with opened(tmp_path, clock) as store:
        a_day(store, clock)
        old_id = store.console_id
        copy = backup(tmp_path / "lotkeeper.db", tmp_path / "backups")
        drive_in(store, "AFTER1")
    inside = verify_file(tmp_path / "lotkeeper.db").entries
    kept = restore(copy, tmp_path / "lotkeeper.db", tmp_path / "backups", new_id="new-console")
    assert kept is not None
    assert verify_file(kept).entries == inside
    with opened(tmp_path, clock) as store:
        assert store.console_id == "new-console"
        assert store.read(lambda view: view.open_stays_with_plate("AFTER1")) == []
        assert store.read(lambda view: view.open_stays_with_plate("AB0001")) != []
        drive_in(store, "AFTER2")
    found = verify_file(tmp_path / "lotkeeper.db")
    assert found.is_sound
    assert {head.console_id for head in found.heads} == {old_id, "new-console"}


def test_a_copy_can_be_restored_onto_an_empty_machine(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "old").mkdir()
    with opened(tmp_path / "old", clock) as store:
        a_day(store, clock)
    copy = backup(tmp_path / "old" / "lotkeeper.db", tmp_path / "stick")
    (tmp_path / "new").mkdir()
    restored = tmp_path / "new" / "lotkeeper.db"
    assert restore(copy, restored, tmp_path / "new" / "backups", new_id="moved") is None
    assert verify_file(restored) == verify_file(copy)


def test_a_damaged_copy_is_refused_and_the_database_stays(tmp_path: Path, clock: SetClock) -> None:
    with opened(tmp_path, clock) as store:
        a_day(store, clock, vehicles=12)
    file = tmp_path / "lotkeeper.db"
    copy = backup(file, tmp_path / "backups")
    content = bytearray(copy.read_bytes())
    content[8192:] = b"\xa5" * (len(content) - 8192)
    copy.write_bytes(content)
    before = verify_file(file)
    with pytest.raises(StoreError) as told:
        restore(copy, file, tmp_path / "backups", new_id="new-console")
    assert told.value.cause in {"store.damaged", "store.not_a_database"}
    assert verify_file(file) == before


@pytest.mark.parametrize(
    ("content", "cause"), [(None, "store.no_such_file"), (b"a text" * 99, "store.not_a_database")]
)
def test_what_is_no_copy_is_refused(tmp_path: Path, content: bytes | None, cause: str) -> None:
    file = tmp_path / "copy.db"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(StoreError) as told:
        check_file(file)
    assert told.value.cause == cause
