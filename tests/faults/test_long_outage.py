"""A day without any line: four consoles go on alone for 24 hours, and then know all of each other."""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from core.services.sharing import DATABASE, LinkState
from core.store.verify import verify_file
from tests.fakes.clock import FakeClock
from tests.far_sides.postgresql import PostgresqlServer
from tests.faults.conftest import Note
from tests.faults.invariants import NONE
from tests.faults.shared_lot import LotConsole, SharedLot, shared_lot, wait_until

CONSOLES, CAPACITY = 4, 3000
CARS, SOAK_CARS = 100, 3000
HOURS = 24
SEED = 24


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory where the system has such a place: a day is written in a minute."""
    memory = Path("/dev/shm")
    made = Path(tempfile.mkdtemp(prefix="lot-outage-", dir=memory if memory.is_dir() else None))
    yield made
    shutil.rmtree(made)


def test_a_day_alone_loses_nothing_and_all_agree_afterwards(
    folder: Path, server: PostgresqlServer, note: Note
) -> None:
    note(be_alone_for_a_day(folder, server, CARS))


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_a_day_alone_with_three_thousand_cars_at_each_console_loses_nothing(
    folder: Path, server: PostgresqlServer, note: Note
) -> None:
    note(be_alone_for_a_day(folder, server, SOAK_CARS))


def be_alone_for_a_day(folder: Path, server: PostgresqlServer, cars: int) -> str:
    clock = FakeClock()
    with shared_lot(folder, server, count=CONSOLES, capacity=CAPACITY, clock=clock) as lot:
        lot.to_database.cut()
        lot.to_hub.cut()
        wait_until(lambda: all(_is_alone(one) for one in lot.consoles), "all are alone")
        held_before = sum(mark.seq for mark in lot.marks_of_database().values())
        taken_minor = live_through_a_day(lot, clock, cars)
        assert lot.marks_of_database() != {}
        assert sum(mark.seq for mark in lot.marks_of_database().values()) == held_before
        lot.to_database.heal()
        lot.to_hub.heal()
        for one in lot.consoles:
            one.sharing.try_now()
        began = time.monotonic()
        wait_until(lot.agrees, "all agree", 600)
        seconds = time.monotonic() - began
        rows = sum(mark.seq for mark in lot.marks_of_database().values()) - held_before
        assert lot.judge(capacity=CAPACITY) == NONE
        assert lot.differences(database=False) == ()
        wait_until(lambda: lot.differences() == (), "the hub has projected it all", 900)
        shown = time.monotonic() - began
        assert taken_minor > 0
        assert all(verify_file(one.database).problems == () for one in lot.consoles)
    return (
        f"{CONSOLES} consoles x {cars} cars in {HOURS} h alone: {rows} rows, in the database and at every "
        f"console {seconds:.1f} s after the lines came back, shown by the database after {shown:.1f} s"
    )


def live_through_a_day(lot: SharedLot, clock: FakeClock, cars: int) -> int:
    """Cars come to each console, stay up to an hour, pay and leave there; what was taken, in minor units."""
    chance = random.Random(SEED)
    pause = timedelta(hours=HOURS) / cars
    most_inside = max(6, timedelta(hours=1) // pause)
    inside: dict[str, list[str]] = {one.name: [] for one in lot.consoles}
    taken_minor = 0
    for number in range(cars):
        clock.instant += pause
        for one in lot.consoles:
            plate = f"D{one.number}K{number:05}"
            assert one.arrive(plate) == "entry.space_free", "a gate stayed shut for want of a line"
            inside[one.name].append(plate)
            if len(inside[one.name]) > chance.randrange(1, most_inside):
                taken_minor += _leave(one, inside[one.name].pop(0))
    return taken_minor


def _leave(one: LotConsole, plate: str) -> int:
    (stay,) = one.store.read(lambda unit: unit.open_stays_with_plate(plate))
    amount = one.charge(stay.stay_id)
    assert one.depart(plate) in {"exit.paid", "exit.nothing_due"}
    return amount


def _is_alone(one: LotConsole) -> bool:
    links = one.sharing.view().links
    return all(links[link.name].state is LinkState.LOST for link in one.links) and DATABASE in links
