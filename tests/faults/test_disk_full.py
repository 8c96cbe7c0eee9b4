"""The disk is full: cars still move on the reserve; then nothing is half written, and all goes on later."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.errors import StoreError
from core.store.folder import Reserve
from core.store.verify import verify_file
from tests.far_sides.small_disk import SmallDisk, small_disk
from tests.faults.booth_life import CAPACITY, BoothLife, live, make_booth
from tests.faults.conftest import Note
from tests.faults.invariants import NONE, judge, rows_at
from tests.faults.ledger import Ledger, Tell
from tests.faults.nursery import Newborn

# The write-ahead log alone grows to 4 MiB before it begins anew.
DISK_BYTES = 12 * 1024 * 1024
RESERVE_BYTES = 2 * 1024 * 1024
CARS_BEFORE = 3


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk of twelve megabytes with a booth on it."""
    made = tmp_path / "made"
    make_booth(made)
    with small_disk(tmp_path / "disk", DISK_BYTES) as mounted:
        shutil.copy(made / "lotkeeper.db", mounted.folder)
        yield mounted


def fill_up(tell: Tell, disk: SmallDisk, *, then_mend: bool) -> None:
    """A life on a disk that somebody else fills: cars move until the reserve is spent, too."""
    Reserve.SIZE_BYTES = RESERVE_BYTES
    reserve = Reserve(disk.folder / "reserve.bin")
    assert reserve.make()
    life = BoothLife(disk.folder, tell, reserve=reserve)
    life.live(CARS_BEFORE)
    disk.fill()
    tell("points", "full")
    life.minds_trouble = True
    move_until_nothing_moves(life, tell)
    assert reserve.is_spent
    if not then_mend:
        tell("points", "stuck")
        signal.pause()
    life.minds_trouble = False
    disk.clear()
    life.let_through_who_waits()
    life.live(CARS_BEFORE)
    life.close()


def move_until_nothing_moves(life: BoothLife, tell: Tell) -> None:
    """One car after the other leaves and another comes, until the store takes nothing any more."""
    number = 0
    try:
        while True:
            number += 1
            life.leave(life.inside()[0])
            tell("points", "moved")
            life.come(f"D{number:06}")
            tell("points", "moved")
            life.clock.pass_by(minutes=30)
    except StoreError as error:
        tell("points", error.cause)


def test_cars_still_move_on_the_reserve_and_after_it_nothing_is_half_written(
    disk: SmallDisk, note: Note
) -> None:
    ledger = Ledger()
    console = Newborn(fill_up, disk, then_mend=True)
    console.await_death(ledger)
    assert console.exit_code == 0
    moved = ledger.points.count("moved")
    assert moved >= 2, "no car left on the reserve"
    assert ledger.points[-1] == "store.disk_full"
    note(f"{moved} cars came or left on a reserve of {RESERVE_BYTES // 1024} KiB after the disk was full")
    _all_is_well(disk, ledger)


def test_a_console_killed_while_its_disk_is_full_goes_on_once_there_is_room(disk: SmallDisk) -> None:
    ledger = Ledger()
    console = Newborn(fill_up, disk, then_mend=False)
    console.wait_for("points stuck")
    console.kill(ledger)
    disk.clear()
    again = Newborn(live, disk.folder, 7, cars=CARS_BEFORE)
    again.await_death(ledger)
    assert again.exit_code == 0
    _all_is_well(disk, ledger)


def test_a_console_that_starts_on_a_full_disk_says_so_and_leaves_its_journal_as_it_was(
    disk: SmallDisk,
) -> None:
    before = rows_at(disk.folder / "lotkeeper.db")
    disk.fill()
    console = Newborn(live, disk.folder, 7, cars=1)
    console.await_death(Ledger())
    assert console.exit_code == 1
    disk.clear()
    assert rows_at(disk.folder / "lotkeeper.db") == before
    assert verify_file(disk.folder / "lotkeeper.db").problems == ()


def _all_is_well(disk: SmallDisk, ledger: Ledger) -> None:
    file = disk.folder / "lotkeeper.db"
    assert judge([ledger], [file], capacity=CAPACITY) == NONE
    assert verify_file(file).problems == ()
