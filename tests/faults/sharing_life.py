"""One life of a console that shares through the database: cars come and go until somebody kills it.

The data folder is one of a lot that was set up (``shared_lot``); all that is done is told to the outside.
Run as ``python -m tests.faults.sharing_life FOLDER NUMBER URL`` it tells on standard output, and ends in good
order when its standard input is closed.
"""

from __future__ import annotations

import sys
import threading
import time
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from core.domain.journal import from_micros
from core.services.resume_lot import resume_lot
from core.services.sharing import DATABASE, LinkState
from core.store.engine import sqlite_url
from core.store.replica import StoreReplica
from core.store.shared.link import DatabaseLink
from core.store.store import Store
from core.store.tables import journal
from tests.core.store.lots_apart import LOT_ID
from tests.fakes.clock import FakeClock
from tests.faults.fail_points import SHARING_POINTS, arm
from tests.faults.ledger import Tell, teller
from tests.faults.shared_lot import LotConsole

PAUSE_SECONDS = 0.02
PATIENCE_SECONDS = 30.0


class SharingLife:
    """A console from its start on."""

    def __init__(self, folder: Path, number: int, url: str, tell: Tell) -> None:
        self.clock = FakeClock()
        self.store = Store(sqlite_url(folder / "lotkeeper.db"), clock=self.clock)
        self.clock.instant = last_instant(self.store) + timedelta(minutes=1)
        self.tell = tell
        self.console = LotConsole(number, self.store, folder, tell)
        self.console.links.append(
            DatabaseLink(url, lot_id=LOT_ID, console_id=self.store.console_id, clock=self.clock)
        )
        self.console.database_url = url
        self.store.write(resume_lot)
        self.console.share()
        self._state = LinkState.UNKNOWN
        tell("ready", "")

    def live(self, cars: int | None = None, ending: threading.Event | None = None) -> None:
        """Cars come, stay a while, pay and leave: so many, or until the end."""
        inside: list[str] = []
        number = 0
        while (cars is None or number < cars) and not (ending is not None and ending.is_set()):
            number += 1
            self._tell_state()
            plate = f"L{self.clock.instant:%d%H%M%S}{number % 1000:03}"
            if self.console.arrive(plate) == "entry.space_free":
                inside.append(plate)
            self.clock.pass_by(minutes=20)
            if len(inside) > 1:
                self._leave(inside.pop(0))
            time.sleep(PAUSE_SECONDS)

    def close(self) -> None:
        """End in good order, once the database holds all that was written."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        replica = StoreReplica(self.store)
        while replica.waiting(DATABASE).entries and time.monotonic() < deadline:
            time.sleep(PAUSE_SECONDS)
        self.console.stop_sharing()
        self.store.close()

    def _leave(self, plate: str) -> None:
        (stay,) = self.store.read(lambda unit: unit.open_stays_with_plate(plate))
        self.console.charge(stay.stay_id)
        self.console.depart(plate)

    def _tell_state(self) -> None:
        state = self.console.state_of(DATABASE)
        if state is not self._state:
            self._state = state
            self.tell("points", f"database {state.value}")


def last_instant(store: Store) -> datetime:
    """When the latest entry was written that it knows of."""
    with store.reading() as view:
        return from_micros(view.connection.execute(select(func.max(journal.c.at))).scalar_one())


def live_sharing(
    tell: Tell, folder: Path, number: int, url: str, *, point: str = "", hit: int = 1, cars: int | None = None
) -> None:
    """A life in the folder: until it is killed, until it comes to the point, or for so many cars."""
    if point:
        arm(next(one for one in SHARING_POINTS if one.name == point), hit, tell)
    life = SharingLife(folder, number, url, tell)
    life.live(cars)
    life.close()


def main() -> None:
    """Live until standard input ends."""
    folder, number, url = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    ending = threading.Event()
    life = SharingLife(folder, number, url, teller(sys.stdout.fileno()))
    threading.Thread(target=lambda: (sys.stdin.read(), ending.set()), daemon=True).start()
    life.live(ending=ending)
    life.close()


if __name__ == "__main__":
    main()
