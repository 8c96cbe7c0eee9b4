"""Eight consoles race for the last spaces of their lot: each space goes to one car, and none stays empty."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.clock import FakeClock
from tests.far_sides.postgresql import PostgresqlServer
from tests.faults.conftest import Note
from tests.faults.invariants import NONE
from tests.faults.shared_lot import LotConsole, SharedLot, shared_lot

CONSOLES, CAPACITY = 8, 20
RACE_SECONDS = 40.0
PAUSE_SECONDS = 0.05


@pytest.fixture(params=["by the hub", "by the database"])
def lot(request: pytest.FixtureRequest, tmp_path: Path, server: PostgresqlServer) -> Iterator[SharedLot]:
    by_hub = request.param == "by the hub"
    with shared_lot(
        tmp_path,
        server,
        count=CONSOLES,
        capacity=CAPACITY,
        clock=FakeClock(),
        by_hub=by_hub,
        by_database=not by_hub,
    ) as made:
        yield made


def test_eight_consoles_fill_the_lot_to_the_last_space_and_not_beyond(lot: SharedLot, note: Note) -> None:
    by_database = lot.others[0].sharing.view().links["database"].state != "not_used"
    began = time.monotonic()
    admitted = race(lot)
    seconds = time.monotonic() - began
    lot.await_agreement(database=by_database)
    assert lot.judge(capacity=CAPACITY, database=by_database) == NONE
    assert all(len(one.inside()) == sum(admitted.values()) for one in lot.consoles)
    assert sum(admitted.values()) == CAPACITY
    note(f"{CAPACITY} spaces to {len([one for one in admitted.values() if one])} consoles in {seconds:.1f} s")


def race(lot: SharedLot) -> dict[str, int]:
    """Cars stand at all entries, one behind the other, until the lot is full; how many came in where."""
    admitted = {one.name: 0 for one in lot.consoles}
    start = threading.Barrier(len(lot.consoles))
    deadline = time.monotonic() + RACE_SECONDS
    faults: list[BaseException] = []

    def drive(one: LotConsole) -> None:
        number = 0
        start.wait()
        try:
            while sum(admitted.values()) < CAPACITY and time.monotonic() < deadline:
                number += 1
                if one.arrive(f"R{one.number}K{number:04}") == "entry.space_free":
                    admitted[one.name] += 1
                else:
                    time.sleep(PAUSE_SECONDS)
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=drive, args=(one,), name=one.name) for one in lot.consoles]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    return admitted
