"""A console on the machine's own clock that does what it is told, a line at a time, and answers in JSON.

Run as ``python -m tests.faults.clock_life FOLDER``; whoever runs it sets the clock with libfaketime.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import select

from console.runtime.clock import SystemClock
from core.domain.errors import OperatorError
from core.domain.lots import Direction
from core.domain.people import Actor, Role
from core.domain.stays import Stay
from core.services.confirm_crossing import crossed
from core.services.override_gate import open_gate
from core.services.quote_stay import quote_stay
from core.services.release import decide_exit
from core.services.resume_lot import resume_lot
from core.services.settle_clock import settle_clock
from core.store.store import Store
from core.store.tables import stays
from tests.core.store.lot import POLICY, drive_in, pay, set_up, vote_for


class ClockLife:
    """One console; each method is a command."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.open(folder / "lotkeeper.db", clock=SystemClock())
        people = self.store.read(lambda unit: unit.people())
        boss = next((one for one in people if one.role is Role.ADMINISTRATOR), None)
        self.boss = set_up(self.store) if boss is None else Actor(boss.person_id, boss.name, boss.role)
        self.store.write(resume_lot)

    def now(self) -> str:
        """The clock."""
        return SystemClock().now().isoformat()

    def come(self, plate: str) -> str:
        """A car comes and goes in."""
        return drive_in(self.store, plate, f"seen-{plate}")

    def quote(self, plate: str) -> int:
        """What it owes, in minor units."""
        stay_id = self._stay(plate).stay_id
        return self.store.read(
            lambda unit: quote_stay(unit, actor=self.boss, stay_id=stay_id)
        ).quote.total_minor

    def pay(self, plate: str) -> int:
        """It pays what it owes."""
        return pay(self.store, self.boss, self._stay(plate).stay_id)

    def leave(self, plate: str) -> str:
        """It comes to the exit; the reason of what is decided there, and it goes if that opens."""
        decision = self.store.write(
            lambda unit: decide_exit(
                unit,
                lane_id="out",
                sighting_id=unit.new_id(),
                vote=vote_for(plate),
                photo="",
                policy=POLICY,
            )
        )
        if decision.command_id is not None and decision.departure.stay is not None:
            stay_id = decision.departure.stay.stay_id
            self.store.write(
                lambda unit: crossed(unit, lane_id="out", direction=Direction.EXIT, stay_id=stay_id, photo="")
            )
        return decision.departure.reason

    def wave_through(self, plate: str) -> str:
        """A person lets it out."""
        stay_id = self._stay(plate).stay_id
        self.store.write(
            lambda unit: open_gate(
                unit,
                actor=self.boss,
                lane_id="out",
                reason="gate_fault",
                vehicle_present=True,
                stay_id=stay_id,
            )
        )
        self._cross(stay_id)
        return stay_id

    def stayed(self, plate: str) -> float:
        """How long a car stayed that has left, in seconds."""
        with self.store.reading() as view:
            row = view.connection.execute(
                select(stays.c.entry_at, stays.c.exit_at).where(stays.c.plate == plate)
            ).one()
        return float(row.exit_at - row.entry_at) / 1e6

    def settle(self) -> str:
        """A supervisor accepts the clock."""
        self.store.write(lambda unit: settle_clock(unit, actor=self.boss))
        return "settled"

    def _cross(self, stay_id: str) -> None:
        self.store.write(
            lambda unit: crossed(unit, lane_id="out", direction=Direction.EXIT, stay_id=stay_id, photo="")
        )

    def _stay(self, plate: str) -> Stay:
        return self.store.read(lambda unit: unit.open_stays_with_plate(plate))[0]


def main() -> None:
    """Answer until nothing comes any more."""
    life = ClockLife(Path(sys.argv[1]))
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        name, *arguments = line.split()
        command: Callable[..., Any] = getattr(life, name)
        try:
            answer = command(*arguments)
        except OperatorError as error:
            answer = {"refused": error.code}
        print(json.dumps(answer), flush=True)
    life.store.close()


if __name__ == "__main__":
    main()
