from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from core.domain.errors import LinkError, StoreError
from core.sync import hourly_copies as module
from core.sync.hourly_copies import CopiesView, HourlyCopies, newest_of
from core.sync.places import Place
from core.sync.second_place import SecondPlace
from tests.booth import wait_until
from tests.fakes.clock import FakeClock


class Lot:
    """A database that is copied, a second disk that can be pulled, and a clock for both."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.disk = folder / "disk"
        self.disk.mkdir()
        self.clock = FakeClock()
        self.made = 0
        self.full = False

    def make_copy(self) -> Path:
        if self.full:
            raise StoreError("store.disk_nearly_full")
        self.made += 1
        copy = self.folder / f"copy-{self.made}.db"
        copy.write_bytes(b"a database")
        return copy

    def copies(
        self, *, second: bool = True, trouble: str = "", here_at: datetime | None = None
    ) -> HourlyCopies:
        place = SecondPlace(Place(str(self.disk))) if second else None
        return HourlyCopies(
            self.make_copy,
            place,
            lot_id="lot",
            console_id="booth",
            clock=self.clock,
            trouble=trouble,
            here_at=here_at,
        )

    def there(self) -> int:
        return len(list(self.disk.rglob("*.db.gz")))


@pytest.fixture
def lot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lot:
    monkeypatch.setattr(module, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr(module, "RETRY_SECONDS", 0.05)
    return Lot(tmp_path)


def running(copies: HourlyCopies, until: Callable[[], bool], what: str) -> None:
    copies.start()
    try:
        wait_until(until, what)
    finally:
        copies.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "hourly-copies"]


def test_a_copy_is_made_at_once_and_then_every_hour(lot: Lot) -> None:
    copies = lot.copies()
    copies.start()
    wait_until(lambda: lot.there() == 1, "the first copy is there")
    lot.clock.pass_by(minutes=59)
    copies.stop()
    assert lot.made == 1
    lot.clock.pass_by(minutes=1)
    running(lot.copies(), lambda: lot.there() == 2, "the second copy is there")
    assert copies.view == CopiesView(
        lot.clock.now() - timedelta(hours=1), lot.clock.now() - timedelta(hours=1), True, "", "copy-1.db"
    )


def test_what_an_earlier_run_put_there_counts(lot: Lot) -> None:
    lot.copies().copy_now()
    before = lot.clock.now()
    lot.clock.pass_by(minutes=30)
    again = lot.copies(here_at=lot.clock.now())
    running(again, lambda: again.view.second_at == before, "the copy there is known")
    assert lot.made == 1


def test_without_a_second_place_copies_are_made_here(lot: Lot) -> None:
    copies = lot.copies(second=False)
    running(copies, lambda: lot.made == 1, "a copy is made")
    assert copies.view == CopiesView(lot.clock.now(), None, False, "", "copy-1.db")


def test_a_disk_that_was_pulled_is_said_and_used_again_when_it_is_back(lot: Lot) -> None:
    copies = lot.copies()
    shutil.move(lot.disk, lot.folder / "pocket")
    copies.start()
    wait_until(lambda: copies.view.cause == "place.not_found", "it is said")
    assert not lot.disk.exists()
    shutil.move(lot.folder / "pocket", lot.disk)
    wait_until(lambda: lot.there() == 1 and copies.view.cause == "", "the copy is there")
    copies.stop()
    assert lot.made <= 2


def test_the_copy_that_waited_for_its_place_is_not_made_again_each_time(lot: Lot) -> None:
    copies = lot.copies()
    lot.disk.rmdir()
    for _ in range(5):
        with pytest.raises(LinkError):
            copies._turn()
        copies._tried_ns = None
        copies._looked_there = True
    assert lot.made == 1


def test_a_full_disk_stops_the_copies_and_nothing_else(lot: Lot) -> None:
    lot.full = True
    copies = lot.copies()
    copies.start()
    wait_until(lambda: copies.view.cause == "store.disk_nearly_full", "it is said")
    lot.full = False
    wait_until(lambda: lot.there() == 1, "copies are made again")
    copies.stop()


def test_a_person_who_asks_for_a_copy_is_told_what_is_wrong(lot: Lot) -> None:
    lot.disk.rmdir()
    with pytest.raises(LinkError, match=r"place\.not_found"):
        lot.copies().copy_now()


def test_an_address_that_cannot_be_used_is_shown_for_as_long_as_it_stands(lot: Lot) -> None:
    copies = lot.copies(second=False, trouble="place.bad_address")
    assert copies.copy_now() == CopiesView(lot.clock.now(), None, True, "place.bad_address", "copy-1.db")


def test_a_clock_that_was_set_back_does_not_end_the_copies(lot: Lot) -> None:
    copies = lot.copies()
    copies.copy_now()
    lot.clock.pass_by(days=-30)
    running(copies, lambda: lot.there() == 2, "a copy is made")


def test_the_newest_copy_in_a_folder_is_found(tmp_path: Path) -> None:
    assert newest_of(tmp_path / "none") is None
    (tmp_path / "lotkeeper-x.db").write_bytes(b"")
    newest = newest_of(tmp_path)
    assert newest is not None
    assert newest.utcoffset() == timedelta(0)
