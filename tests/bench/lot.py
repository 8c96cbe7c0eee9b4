"""The lot that the benches measure: a real store with a lot set up in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console.runtime.clock import SystemClock
from core.domain.lots import Direction, Lane, Lot
from core.domain.people import Actor, Role
from core.domain.rates.simple import simple_plan
from core.domain.reads import Box, Vote, VotePolicy
from core.services.admit import decide_entry
from core.services.set_up_lot import set_up_lot
from core.store.store import Store
from migrations.history import upgrade_file

ENTRY = Lane("entry", "Entry 1", Direction.ENTRY)
EXIT = Lane("exit", "Exit 1", Direction.EXIT)
PLAN = simple_plan(
    "standard",
    1,
    "TWD",
    free_minutes=10,
    first_minutes=60,
    first_minor=30,
    step_minutes=30,
    step_minor=15,
    cap_minor=200,
)
ATTENDANT = Actor("bench", "Ben", Role.ATTENDANT)
CAPACITY = 100_000


@contextmanager
def bench_store(folder: Path) -> Iterator[Store]:
    """A store in the folder, its lot set up and practically never full."""
    database = folder / "lotkeeper.db"
    upgrade_file(database, folder / "backups")
    store = Store.open(database, clock=SystemClock())
    lot = Lot(store.lot_id, "Riverside", CAPACITY, "Asia/Taipei", "TWD", (ENTRY, EXIT))
    try:
        store.write(
            lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ada", pin_hash="not a hash")
        )
        yield store
    finally:
        store.close()


def admit_one(store: Store, plate: str) -> None:
    """Commit the admission of one car, as a lane does."""
    vote = Vote(plate, plate, 0.95, 3, 3, (), Box(0, 0, 0, 0), 1)
    store.write(
        lambda unit: decide_entry(
            unit,
            lane_id=ENTRY.lane_id,
            sighting_id=unit.new_id(),
            vote=vote,
            photo="",
            policy=VotePolicy(),
        )
    )
