"""The admission of one car through the store, beside one bare commit on the same disk."""

from __future__ import annotations

import time
from pathlib import Path

from tests.bench.bare_commit import BareDatabase
from tests.bench.figures import percentile, spread
from tests.bench.lot import admit_one, bench_store
from tests.bench.report import Outcome, Row

WARM_UP, ADMISSIONS = 30, 300
BETWEEN_S = 0.005


def run(folder: Path) -> Outcome:
    """The bench."""
    ours_ms, bare_ms = [], []
    database = BareDatabase(folder / "bare.db")
    with bench_store(folder) as store:
        for number in range(WARM_UP + ADMISSIONS):
            time.sleep(BETWEEN_S)
            bare = database.commit_ms()
            begun = time.perf_counter()
            admit_one(store, f"BEN{number:04d}")
            ours = (time.perf_counter() - begun) * 1000
            if number >= WARM_UP:
                ours_ms.append(ours)
                bare_ms.append(bare)
    database.close()
    row = Row(
        "local_commit",
        percentile(ours_ms, 0.5),
        "ms median",
        "one durable SQLite commit",
        percentile(bare_ms, 0.5),
    )
    return Outcome((row,), (spread("admission", ours_ms), spread("bare commit", bare_ms)))
