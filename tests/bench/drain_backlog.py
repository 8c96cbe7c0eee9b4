"""Journal rows a second that four consoles bring into the shared database after a day without it.

Each console is a process of its own with its own SQLite and its own login, and pushes its 3000 cars through
the exchange that the program uses. What they then tell each other, and what the hub projects, comes after and
is not counted.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing.synchronize import Barrier
from pathlib import Path
from threading import BrokenBarrierError
from typing import TYPE_CHECKING, NamedTuple

from console.runtime.clock import SystemClock
from core.domain.chains import Mark
from core.store.chain_rows import put_rows
from core.store.replica import StoreReplica
from core.store.shared.link import DatabaseLink
from core.store.store import Store
from core.sync.exchange import Exchange
from migrations.shared import upgrade_shared
from tests.bench.backlog import Console, Recorded, batches, record
from tests.bench.logins import url_of_login
from tests.bench.report import Outcome, Row
from tests.core.store.lots_apart import LOT_ID, console
from tests.far_sides.postgresql import postgresql_server

if TYPE_CHECKING:
    from multiprocessing.queues import Queue

CONSOLES, CARS = 4, 3000
GOAL_ROWS_A_SECOND = 20_000
LIMIT_S = 300.0


class _Drained(NamedTuple):
    rows: int
    begun: float
    ended: float


class _OwnChainOnly(DatabaseLink):
    """The database as if it held this console's chain alone: so nothing is pulled."""

    own = ""

    def marks(self) -> Mapping[str, Mark]:
        """How far the own chain is held."""
        return {name: mark for name, mark in super().marks().items() if name == self.own}


def run(folder: Path) -> Outcome:
    """The bench."""
    recorded = record(folder / "recorded")
    spawning = multiprocessing.get_context("spawn")
    ready, results = spawning.Barrier(CONSOLES), spawning.Queue()
    with postgresql_server() as server:
        url = server.new_database()
        upgrade_shared(url, now=SystemClock().now())
        processes = [
            spawning.Process(
                target=_console,
                args=(
                    folder / f"console-{number}",
                    url_of_login(server, url, LOT_ID, f"console-{number}"),
                    recorded,
                    ready,
                    results,
                ),
                daemon=True,
            )
            for number in range(CONSOLES)
        ]
        for process in processes:
            process.start()
        drained = [results.get(timeout=LIMIT_S) for _ in processes]
        for process in processes:
            process.join(LIMIT_S)
    rows = sum(each.rows for each in drained)
    seconds = max(each.ended for each in drained) - min(each.begun for each in drained)
    rate = rows / seconds
    row = Row(
        "drain_backlog",
        rate,
        "rows/s",
        "the goal",
        GOAL_ROWS_A_SECOND,
        f"at least {GOAL_ROWS_A_SECOND}",
        rate >= GOAL_ROWS_A_SECOND,
    )
    return Outcome((row,), (f"{CONSOLES} consoles, {CARS} cars each: {rows} rows in {seconds:.1f} s",))


def _console(folder: Path, url: str, recorded: Recorded, ready: Barrier, results: Queue[_Drained]) -> None:
    """One console's process: fill its database, wait for the others, drain."""
    with console(folder, SystemClock()) as store:  # type: ignore[arg-type]
        _fill(store, recorded)
        link = _OwnChainOnly(url, lot_id=LOT_ID, console_id=store.console_id, clock=SystemClock())
        link.own = store.console_id
        exchange = Exchange(StoreReplica(store), link, relays=lambda: False)
        link.marks()
        with suppress(BrokenBarrierError):
            ready.wait(LIMIT_S)
        begun, rows = time.perf_counter(), 0
        while pushed := exchange.round().pushed:
            rows += pushed
        results.put(_Drained(rows, begun, time.perf_counter()))
        link.close()


def _fill(store: Store, recorded: Recorded) -> None:
    written = Console(recorded, store.lot_id, console_id=store.console_id)
    for batch in batches(written.visits(CARS)):
        entries = [row.to_entry() for row in batch]
        store.write(lambda unit, rows=batch, said=entries: put_rows(unit.connection, rows, said))  # type: ignore[misc]
