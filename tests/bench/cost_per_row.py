"""What a journal row costs in the shared database, pushed and projected: with few lots and with many, on a
lot's first days and a year later.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import psycopg
import uuid_utils
from psycopg.conninfo import make_conninfo
from sqlalchemy import Connection, create_engine

from console.runtime.clock import SystemClock
from core.domain.chains import ChainRow
from core.domain.journal import from_micros
from core.store.shared.address import connection_parameters
from core.store.shared.link import DatabaseLink
from core.store.shared.projecting import project_round
from migrations.shared import upgrade_shared
from tests.bench.backlog import Console, Recorded, batches, record
from tests.bench.figures import percentile, spread
from tests.bench.report import Outcome, Row
from tests.far_sides.postgresql import postgresql_server

FEW_LOTS, MANY_LOTS, MEASURED_LOTS = 10, 500, 10
FIRST_VISITS, MORE_VISITS = 4, 60
DAYS, VISITS_A_DAY, MEASURED_DAYS = 365, 20, 30
AT_ONCE = 4000
FLAT = 1.3


def run(folder: Path) -> Outcome:
    """The bench."""
    recorded = record(folder)
    with _database(recorded.visit[0]) as (url, connection):
        few, many = _by_lots(url, connection, recorded)
    with _database(recorded.visit[0]) as (url, connection):
        days = _by_days(url, connection, recorded)
    # The first day brings the lot itself along.
    early, late = days[1 : MEASURED_DAYS + 1], days[-MEASURED_DAYS:]
    rows = (
        _row(f"cost_per_row_{MANY_LOTS}_lots", many, f"with {FEW_LOTS} lots", few),
        _row(f"cost_per_row_day_{DAYS}", late, "in the first month", early),
    )
    remarks = (
        "thousandths of a ms for a row, pushed and projected:",
        *(
            spread(name, series)
            for name, series in (
                (f"{FEW_LOTS} lots", few),
                (f"{MANY_LOTS} lots", many),
                (f"days 2 to {MEASURED_DAYS + 1}", early),
                (f"days {DAYS - MEASURED_DAYS + 1} to {DAYS}", late),
            )
        ),
    )
    return Outcome(rows, remarks)


def _row(name: str, series: Sequence[float], baseline: str, other: Sequence[float]) -> Row:
    value, base = percentile(series, 0.5), percentile(other, 0.5)
    return Row(name, value, "µs/row", baseline, base, f"at most {FLAT}", value <= FLAT * base)


@contextmanager
def _database(first: ChainRow) -> Iterator[tuple[str, Connection]]:
    """An upgraded database, with partitions from the first row's month on."""
    with postgresql_server() as server:
        url = server.new_database()
        upgrade_shared(url, now=SystemClock().now(), first_month=first.month)
        address = make_conninfo(**connection_parameters(url, console_id="bench"))
        engine = create_engine("postgresql+psycopg://", creator=lambda: psycopg.connect(address))
        try:
            with engine.connect() as connection:
                yield url, connection
        finally:
            engine.dispose()


def _by_lots(url: str, connection: Connection, recorded: Recorded) -> tuple[list[float], list[float]]:
    """The same work for the same number of lots, among few and among many."""
    consoles = [Console(recorded, str(uuid_utils.uuid7())) for _ in range(MANY_LOTS)]
    for console in consoles[:FEW_LOTS]:
        _cost_us(url, connection, console.visits(FIRST_VISITS))
    few = [_cost_us(url, connection, each.visits(MORE_VISITS)) for each in consoles[:FEW_LOTS]]
    for console in consoles[FEW_LOTS:]:
        _cost_us(url, connection, console.visits(FIRST_VISITS))
    measured = consoles[FEW_LOTS :: MANY_LOTS // MEASURED_LOTS][:MEASURED_LOTS]
    return few, [_cost_us(url, connection, each.visits(MORE_VISITS)) for each in measured]


def _by_days(url: str, connection: Connection, recorded: Recorded) -> list[float]:
    """One lot, day after day."""
    console = Console(recorded, str(uuid_utils.uuid7()))
    apart = timedelta(days=1) / VISITS_A_DAY
    return [_cost_us(url, connection, console.visits(VISITS_A_DAY, every=apart)) for _ in range(DAYS)]


def _cost_us(url: str, connection: Connection, rows: Sequence[ChainRow]) -> float:
    """Microseconds for each of the rows, from the first push to the end of projecting."""
    last = rows[-1]
    link = DatabaseLink(url, lot_id=last.lot_id, console_id=last.console_id, clock=SystemClock())
    try:
        link.marks()
        begun = time.perf_counter()
        for batch in batches(rows):
            link.push(batch)
        _project(connection, last, from_micros(last.at))
        return (time.perf_counter() - begun) * 1_000_000 / len(rows)
    finally:
        link.close()


def _project(connection: Connection, last: ChainRow, now: datetime) -> None:
    left = 1
    while left:
        with connection.begin():
            left = project_round(connection, last.lot_id, last.console_id, now, AT_ONCE).left
