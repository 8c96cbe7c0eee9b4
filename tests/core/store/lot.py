"""A lot in a database, for the tests of the store: set up, with vehicles that come, pay and leave."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.domain.doubts import Doubts
from core.domain.lots import Direction, Lane, Lot
from core.domain.people import LANE_ITSELF, Actor, Person
from core.domain.rates.simple import simple_plan
from core.domain.reads import Box, Vote, VotePolicy
from core.services.admit import decide_entry
from core.services.confirm_crossing import crossed
from core.services.quote_stay import quote_stay
from core.services.release import decide_exit
from core.services.run_shift import open_shift
from core.services.set_up_lot import set_up_lot
from core.services.take_payment import take_cash
from core.store.store import Store
from migrations.history import upgrade_file

MORNING = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
POLICY = VotePolicy()


class SetClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, start: datetime = MORNING) -> None:
        self.instant = start

    def now(self) -> datetime:
        return self.instant

    def monotonic_ns(self) -> int:
        return int((self.instant - MORNING).total_seconds() * 1e9)

    def pass_time(self, minutes: float) -> None:
        self.instant += timedelta(minutes=minutes)


def lot_of(store: Store) -> Lot:
    """A lot with one way in and one way out."""
    lanes = (Lane("in", "Entry", Direction.ENTRY), Lane("out", "Exit", Direction.EXIT))
    return Lot(store.lot_id, "Market Street", 50, "Europe/Berlin", "EUR", lanes)


PLAN = simple_plan(
    "day",
    1,
    "EUR",
    free_minutes=10,
    first_minutes=60,
    first_minor=200,
    step_minutes=30,
    step_minor=100,
    cap_minor=1500,
)


def set_up(store: Store) -> Actor:
    """Set the lot up; the administrator who did it."""

    def work(unit: object) -> Person:
        return set_up_lot(unit, lot=lot_of(store), plan=PLAN, administrator="Ada", pin_hash="x")  # type: ignore[arg-type]

    person = store.write(work)
    return Actor(person.person_id, person.name, person.role)


def vote_for(plate: str) -> Vote:
    """Three pictures that agree on the plate but for some doubt about its first character."""
    doubts = Doubts(((("8", 0.12),), *((),) * (len(plate) - 1)), ((f"8{plate[1:]}", 0.11),))
    box = Box(10, 10, 200, 60)
    return Vote(plate, plate, 0.97, 3, 3, doubts.texts, box, 7, doubts=doubts)


def drive_in(store: Store, plate: str, sighting_id: str = "") -> str:
    """A vehicle comes and goes through the entry; its stay's id."""
    decision = store.write(
        lambda unit: decide_entry(
            unit,
            lane_id="in",
            sighting_id=sighting_id or f"seen-{plate}",
            vote=vote_for(plate),
            photo="",
            policy=POLICY,
        )
    )
    assert decision.stay_id is not None
    stay_id = decision.stay_id
    store.write(
        lambda unit: crossed(unit, lane_id="in", direction=Direction.ENTRY, stay_id=stay_id, photo="")
    )
    return stay_id


def pay(store: Store, actor: Actor, stay_id: str) -> int:
    """Take cash for what the stay owes; the amount in minor units."""
    if store.read(lambda view: view.open_shift("drawer-1")) is None:
        store.write(lambda unit: open_shift(unit, actor=actor, drawer="drawer-1", float_minor=5000))
    due = store.read(lambda view: quote_stay(view, actor=actor, stay_id=stay_id)).quote.total_minor
    payment = store.write(
        lambda unit: take_cash(
            unit,
            actor=actor,
            stay_id=stay_id,
            shown_minor=due,
            tendered_minor=due + 50,
            drawer="drawer-1",
        )
    )
    return payment.amount_minor


def drive_out(store: Store, plate: str, stay_id: str) -> None:
    """The vehicle goes out through the exit."""
    decision = store.write(
        lambda unit: decide_exit(
            unit,
            lane_id="out",
            sighting_id=f"left-{plate}",
            vote=vote_for(plate),
            photo="",
            policy=POLICY,
        )
    )
    assert decision.command_id is not None, decision.departure
    store.write(
        lambda unit: crossed(
            unit, lane_id="out", direction=Direction.EXIT, stay_id=stay_id, photo="", actor=LANE_ITSELF
        )
    )


def a_day(store: Store, clock: SetClock, *, vehicles: int = 4) -> Actor:
    """Set up, then so many vehicles: each second one pays, each fourth leaves."""
    actor = set_up(store)
    for number in range(vehicles):
        plate = f"AB{number:04}"
        stay_id = drive_in(store, plate)
        clock.pass_time(45)
        if number % 2 == 0:
            pay(store, actor, stay_id)
        if number % 4 == 0:
            clock.pass_time(2)
            drive_out(store, plate, stay_id)
    return actor


@contextmanager
def opened(folder: Path, clock: SetClock | None = None) -> Iterator[Store]:
    """The store in ``lotkeeper.db`` of the folder, upgraded; closed afterwards."""
    file = folder / "lotkeeper.db"
    upgrade_file(file, folder / "backups")
    store = Store.open(file, clock=clock or SetClock())
    try:
        yield store
    finally:
        store.close()
