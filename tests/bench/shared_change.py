"""How long after a car was let in at one console another one of the lot knows it, through the database.

From the asking at the first to the second's own commit. The baseline is a bare NOTIFY between two sessions,
there and back; goals are about what comes on top of it.
"""

from __future__ import annotations

import queue
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import psycopg

from console.runtime.clock import SystemClock
from core.domain.lots import Lot
from core.services.set_up_lot import set_up_lot
from core.store.replica import StoreReplica
from core.store.shared.link import DatabaseLink
from core.store.store import Committed, Store
from core.sync.sharing import Sharing, Standing
from migrations.shared import upgrade_shared
from tests.bench.figures import percentile, spread
from tests.bench.logins import url_of_login
from tests.bench.lot import CAPACITY, ENTRY, EXIT, PLAN, admit_one
from tests.bench.report import Outcome, Row
from tests.core.store.lots_apart import consoles
from tests.far_sides.postgresql import postgresql_server

WARM_UP, CHANGES = 20, 200
BETWEEN_S = 0.05
LIMIT_S = 30.0
ALLOWED_OVER_MS = 150.0


def run(folder: Path) -> Outcome:
    """The bench: a change and a bare round trip in turns."""
    ours_ms, bare_ms = [], []
    with ExitStack() as ends:
        server = ends.enter_context(postgresql_server())
        url = server.new_database()
        upgrade_shared(url, now=SystemClock().now())
        first, second = ends.enter_context(consoles(folder, SystemClock(), "first", "second"))  # type: ignore[arg-type]
        _set_up(first)
        arrivals = _Arrivals(second)
        for store in (first, second):
            own = url_of_login(server, url, store.lot_id, f"c-{store.console_id[-12:]}")
            _share(store, own, hub_id=first.console_id, ends=ends)
        bell = _Bell(url)
        ends.callback(bell.close)
        for number in range(WARM_UP + CHANGES):
            time.sleep(BETWEEN_S)
            bare = bell.round_trip_ms()
            begun = time.perf_counter()
            admit_one(first, f"CHG{number:04d}")
            ours = (arrivals.next() - begun) * 1000
            if number >= WARM_UP:
                bare_ms.append(bare)
                ours_ms.append(ours)
    value, baseline = percentile(ours_ms, 0.99), percentile(bare_ms, 0.99)
    row = Row(
        "change_seen_elsewhere",
        value,
        "ms p99",
        "a bare NOTIFY round trip",
        baseline,
        f"at most {ALLOWED_OVER_MS:.0f} ms over",
        value <= baseline + ALLOWED_OVER_MS,
    )
    return Outcome((row,), (spread("change", ours_ms), spread("bare NOTIFY round trip", bare_ms)))


def _set_up(store: Store) -> None:
    lot = Lot(store.lot_id, "Riverside", CAPACITY, "Asia/Taipei", "TWD", (ENTRY, EXIT))
    store.write(lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ada", pin_hash="not a hash"))


def _share(store: Store, url: str, *, hub_id: str, ends: ExitStack) -> None:
    clock = SystemClock()
    link = DatabaseLink(url, lot_id=store.lot_id, console_id=store.console_id, clock=clock)
    standing = Standing(2, hub_id)
    sharing = Sharing(StoreReplica(store), [link], clock=clock, standing=lambda: standing, duties={})
    store.listen(lambda committed: sharing.on_commit(committed.kinds))
    sharing.start()
    ends.callback(sharing.stop)


class _Arrivals:
    """When admissions of another console were committed here."""

    def __init__(self, store: Store) -> None:
        self._seen: queue.Queue[float] = queue.Queue()
        store.listen(self._on_commit)

    def next(self) -> float:
        """The instant of the next one, waited for."""
        return self._seen.get(timeout=LIMIT_S)

    def _on_commit(self, committed: Committed) -> None:
        if "stay.admitted" in committed.kinds:
            self._seen.put(time.perf_counter())


class _Bell:
    """BASELINE: one session rings, another hears it and rings back."""

    def __init__(self, url: str) -> None:
        address = url.replace("+psycopg", "")
        self._here = psycopg.connect(address, autocommit=True)
        self._there = psycopg.connect(address, autocommit=True)
        self._here.execute("LISTEN back")
        self._there.execute("LISTEN there")
        self._ended = False
        self._answering = threading.Thread(target=self._answer, daemon=True)
        self._answering.start()

    def round_trip_ms(self) -> float:
        """Milliseconds from ringing to hearing the answer."""
        begun = time.perf_counter()
        self._here.execute("NOTIFY there")
        assert list(self._here.notifies(timeout=LIMIT_S, stop_after=1))
        return (time.perf_counter() - begun) * 1000

    def close(self) -> None:
        """Let go of both."""
        self._ended = True
        self._answering.join(LIMIT_S)
        self._here.close()
        self._there.close()

    def _answer(self) -> None:
        while not self._ended:
            if list(self._there.notifies(timeout=0.2, stop_after=1)):
                self._there.execute("NOTIFY back")
