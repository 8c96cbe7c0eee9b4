"""The decision about a car while the shared database is there, and while it is gone, in turns.

The console is joined: every commit wakes its link. What is measured is the whole admission, from the asking
to the commit; nobody at a lane may feel whether the city's database is up.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from console.runtime.clock import SystemClock
from core.services.sharing import DATABASE, LinkState
from core.store.replica import StoreReplica
from core.store.shared.link import DatabaseLink
from core.store.store import Store
from core.sync.sharing import Sharing, Standing
from migrations.history import upgrade
from tests.bench.figures import percentile, spread
from tests.bench.lot import admit_one, bench_store
from tests.bench.report import Outcome, Row
from tests.far_sides.postgresql import postgresql_server

WARM_UP, TURNS, ADMISSIONS = 30, 3, 150
BETWEEN_S = 0.01
LIMIT_S = 60.0
GOAL = 1.2


def run(folder: Path) -> Outcome:
    """The bench."""
    up: list[float] = []
    down: list[float] = []
    with ExitStack() as ends:
        server = ends.enter_context(postgresql_server())
        url = server.new_database()
        upgrade(url)
        store = ends.enter_context(bench_store(folder))
        sharing = _shared(store, url)
        ends.callback(sharing.stop)
        _admit(store, WARM_UP, "WRM")
        for turn in range(TURNS):
            _await(sharing, LinkState.OK)
            up += _admit(store, ADMISSIONS, f"U{turn}")
            server.stop()
            _await(sharing, LinkState.LOST)
            down += _admit(store, ADMISSIONS, f"D{turn}")
            server.start()
            sharing.try_now()
    rows = tuple(_row(name, share, up, down) for name, share in (("median", 0.5), ("p95", 0.95)))
    return Outcome(rows, (spread("database there", up), spread("database gone", down)))


def _row(name: str, share: float, up: list[float], down: list[float]) -> Row:
    value, baseline = percentile(down, share), percentile(up, share)
    return Row(
        f"decision_without_database_{name}",
        value,
        f"ms {name}",
        "the same decision with the database there",
        baseline,
        f"at most {GOAL}",
        value <= GOAL * baseline,
    )


def _shared(store: Store, url: str) -> Sharing:
    clock = SystemClock()
    link = DatabaseLink(url, lot_id=store.lot_id, console_id=store.console_id, clock=clock)
    sharing = Sharing(
        StoreReplica(store), [link], clock=clock, standing=lambda: Standing(2, store.console_id), duties={}
    )
    store.listen(lambda committed: sharing.on_commit(committed.kinds))
    sharing.start()
    return sharing


def _admit(store: Store, count: int, prefix: str) -> list[float]:
    times_ms = []
    for number in range(count):
        time.sleep(BETWEEN_S)
        begun = time.perf_counter()
        admit_one(store, f"{prefix}{number:04d}")
        times_ms.append((time.perf_counter() - begun) * 1000)
    return times_ms


def _await(sharing: Sharing, state: LinkState) -> None:
    _until(lambda: sharing.view().links[DATABASE].state is state)


def _until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LIMIT_S
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("the link never came to that state")
        time.sleep(0.01)
