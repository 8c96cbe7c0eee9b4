"""The shared database is stopped, frozen or cut off while cars come and go: no car waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from core.services.sharing import DATABASE, HUB, LinkState
from tests.fakes.clock import FakeClock
from tests.far_sides.postgresql import PostgresqlServer
from tests.faults.conftest import Note
from tests.faults.invariants import NONE
from tests.faults.shared_lot import SharedLot, shared_lot, wait_until

CAPACITY = 100
CARS = 12
# What a decision takes in these tests is a few milliseconds; a lane that waited for a server takes longer.
LONGEST_DECISION_SECONDS = 2.0
SWITCH_SECONDS = 15.0

Fault = Callable[[SharedLot], None]
FAULTS: dict[str, tuple[Fault, Fault]] = {
    "stopped": (lambda lot: lot.database.server.stop("immediate"), lambda lot: lot.database.server.start()),
    "frozen": (lambda lot: lot.database.server.freeze(), lambda lot: lot.database.server.thaw()),
    "cut": (lambda lot: lot.to_database.cut(), lambda lot: lot.to_database.heal()),
    "silent": (lambda lot: lot.to_database.fall_silent(), lambda lot: lot.to_database.heal()),
}


@pytest.fixture(scope="module", params=["with a hub", "each alone"])
def lot(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, server: PostgresqlServer
) -> Iterator[SharedLot]:
    """One lot for all faults: it lives on after each."""
    with shared_lot(
        tmp_path_factory.mktemp("lot"),
        server,
        count=3,
        capacity=CAPACITY,
        clock=FakeClock(),
        by_hub=request.param == "with a hub",
    ) as made:
        yield made


@pytest.mark.parametrize("fault", FAULTS)
def test_cars_come_and_go_while_the_database_is_away_and_all_agree_afterwards(
    lot: SharedLot, fault: str, note: Note
) -> None:
    begin, end = FAULTS[fault]
    has_hub = len(lot.others[0].links) > 1
    drive(lot, f"{fault}A")
    begin(lot)
    try:
        slowest = drive(lot, f"{fault}B")
        wait_until(
            lambda: all(one.state_of(DATABASE) is LinkState.LOST for one in lot.consoles),
            "it shows that the database is away",
            SWITCH_SECONDS,
        )
        slowest = max(slowest, drive(lot, f"{fault}C"))
        if has_hub:
            assert all(one.state_of(HUB) is LinkState.OK for one in lot.others)
            lot.await_agreement(database=False)
    finally:
        end(lot)
    seconds = lot.await_agreement()
    assert slowest < LONGEST_DECISION_SECONDS
    assert lot.judge(capacity=CAPACITY) == NONE
    note(
        f"{fault}, {'hub' if has_hub else 'alone'}: decided in {slowest:.2f} s, agreed after {seconds:.1f} s"
    )


def drive(lot: SharedLot, name: str) -> float:
    """Cars come to each console in turn, and each second one leaves where it came; the slowest decision."""
    slowest = 0.0
    for number in range(CARS):
        one = lot.consoles[number % len(lot.consoles)]
        plate = f"{name[:2].upper()}{name[-1]}{number:04}"
        began = time.monotonic()
        reason = one.arrive(plate)
        slowest = max(slowest, time.monotonic() - began)
        if reason == "entry.space_free" and number % 2:
            stay = next(stay for stay in one.inside() if stay.plate == plate)
            one.store._clock.pass_by(minutes=30)
            assert one.charge(stay.stay_id) > 0
            assert one.depart(plate) == "exit.paid"
    return slowest
