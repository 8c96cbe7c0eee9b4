"""Looking into a database without touching it."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.domain.errors import StoreError
from core.store.store import Store
from core.store.viewing import viewing
from tests.core.store.lot import drive_in, set_up


def test_what_a_running_console_wrote_is_seen(store: Store, database: Path) -> None:
    set_up(store)
    drive_in(store, "ABC1234")
    with viewing(database) as view:
        assert view.lot_id == store.lot_id
        assert [stay.plate for stay in view.open_stays_with_plate("ABC1234")] == ["ABC1234"]


def test_nothing_can_be_written(store: Store, database: Path) -> None:
    set_up(store)
    with pytest.raises(StoreError, match=r"store\.read_only"), viewing(database) as view:
        view.record("test", {}, who="system")


def test_the_console_goes_on_while_somebody_looks(store: Store, database: Path) -> None:
    set_up(store)
    with viewing(database) as view:
        assert view.open_stays_with_plate("ABC1234") == []
        drive_in(store, "ABC1234")
    with viewing(database) as view:
        assert len(view.open_stays_with_plate("ABC1234")) == 1


@pytest.mark.parametrize("content", [None, b"", b"no database at all"])
def test_what_is_no_database_of_a_console_is_said(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "lotkeeper.db"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(StoreError) as caught, viewing(file):
        pass
    expected = {None: "store.no_such_file", b"": "store.not_upgraded"}
    assert caught.value.cause == expected.get(content, "store.not_a_database")
