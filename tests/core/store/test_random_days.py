"""Days at random: whatever people and cars do in whatever order, the counts are the open stays."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core.domain.errors import OperatorError
from core.domain.lots import Direction
from core.domain.people import Actor
from core.domain.stays import StayState
from core.services import confirm_crossing
from core.services.admit import admit_by_hand, decide_entry
from core.services.correct_plate import correct_plate
from core.services.import_stays import InsideRow, import_stays
from core.services.release import decide_exit
from core.services.resolve_stay import confirm_inside, write_off
from core.services.resume_lot import resume_lot
from core.services.unit_of_work import UnitOfWork
from core.store.store import Store
from core.store.tables import payments
from core.store.unit_of_work import SqlUnitOfWork
from core.store.verify import verify_file
from tests.core.store.lot import POLICY, SetClock, pay, set_up, vote_for

PLATES = [f"AB{number:04}" for number in range(6)]
STEPS = 120


class Day:
    """Does one thing after the other, each on a stay and a plate taken at random."""

    def __init__(self, store: Store, clock: SetClock, seed: int) -> None:
        self.store, self.clock = store, clock
        self.chance = random.Random(seed)
        self.boss: Actor = set_up(store)
        self.known: list[str] = []
        self.taken_minor = 0

    def step(self) -> None:
        acts: list[Callable[[str, str], None]] = [
            self._arrive,
            self._by_hand,
            self._import,
            self._leave,
            self._pay,
            *(self._passage(name, direction) for name, direction in _PASSAGES),
            lambda stay, _: self._write(lambda unit: confirm_inside(unit, actor=self.boss, stay_id=stay)),
            lambda stay, _: self._write(
                lambda unit: write_off(unit, actor=self.boss, stay_id=stay, reason="test")
            ),
            lambda stay, plate: self._write(
                lambda unit: correct_plate(unit, actor=self.boss, stay_id=stay, typed=plate)
            ),
            lambda _stay, _plate: self._write(resume_lot),
        ]
        self.clock.pass_time(self.chance.choice([0, 0.01, 7, 45, -3]))
        stay = self.chance.choice(self.known) if self.known else "nobody"
        with contextlib.suppress(OperatorError):
            self.chance.choice(acts)(stay, self.chance.choice(PLATES))

    def _write(self, work: Callable[[UnitOfWork], object]) -> None:
        self.store.write(work)

    def _arrive(self, _stay: str, plate: str) -> None:
        vote = vote_for(plate)
        decision = self.store.write(
            lambda unit: decide_entry(
                unit, lane_id="in", sighting_id=unit.new_id(), vote=vote, photo="", policy=POLICY
            )
        )
        self.known += [decision.stay_id] if decision.stay_id else []

    def _by_hand(self, _stay: str, plate: str) -> None:
        decision = self.store.write(
            lambda unit: admit_by_hand(
                unit,
                lane_id="in",
                vote=vote_for(plate),
                photo="",
                reason="gate_fault",
                note="",
                actor=self.boss,
            )
        )
        self.known.append(decision.stay_id or "")

    def _import(self, _stay: str, plate: str) -> None:
        self._write(lambda unit: import_stays(unit, actor=self.boss, rows=[InsideRow(plate, None)]))

    def _leave(self, _stay: str, plate: str) -> None:
        self._write(
            lambda unit: decide_exit(
                unit, lane_id="out", sighting_id=unit.new_id(), vote=vote_for(plate), photo="", policy=POLICY
            )
        )

    def _pay(self, stay: str, _plate: str) -> None:
        self.taken_minor += pay(self.store, self.boss, stay)

    def _passage(self, name: str, direction: Direction) -> Callable[[str, str], None]:
        service = getattr(confirm_crossing, name)
        lane_id = "in" if direction is Direction.ENTRY else "out"
        more = {"photo": ""} if name == "crossed" else {}

        def act(stay: str, _plate: str) -> None:
            self.store.read(lambda unit: unit.stay(stay))
            self._write(
                lambda unit: service(unit, lane_id=lane_id, direction=direction, stay_id=stay, **more)
            )

        return act


_PASSAGES = [(name, way) for name in ("crossed", "backed_out", "held") for way in Direction if way in
             (Direction.ENTRY, Direction.EXIT)]  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_the_counts_are_the_open_stays_and_every_payment_is_there_once(
    store: Store, clock: SetClock, database: Path, seed: int
) -> None:
    day = Day(store, clock, seed)
    for _ in range(STEPS):
        day.step()
    occupancy = store.read(lambda unit: unit.occupancy())
    counted = {
        state: len(store.read(lambda unit, one=state: unit.stays_in_state(one))) for state in StayState
    }
    assert occupancy.pending == counted[StayState.PENDING]
    assert occupancy.held == counted[StayState.HELD]
    assert occupancy.inside == sum(
        counted[state] for state in (StayState.INSIDE, StayState.PAID, StayState.HELD)
    )
    assert day.taken_minor > 0
    assert store.read(_taken) == day.taken_minor
    assert verify_file(database).problems == ()


def _taken(unit: SqlUnitOfWork) -> int:
    return int(unit.connection.execute(select(func.sum(payments.c.amount_minor))).scalar() or 0)
