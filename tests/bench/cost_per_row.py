"""What a journal row costs in the shared database, pushed and projected: with few lots and with many, on a
lot's first days and a year later. All under the lot's own login.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import uuid_utils
from psycopg.conninfo import make_conninfo
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from console.runtime.clock import SystemClock
from core.domain.chains import ChainRow
from core.domain.journal import from_micros
from core.store.shared.address import connection_parameters
from core.store.shared.link import DatabaseLink
from core.store.shared.projecting import is_up_to_date, project_round
from core.store.shared.statistics import refresh_statistics
from migrations.shared import upgrade_shared
from tests.bench.backlog import Console, Recorded, batches, record
from tests.bench.figures import percentile, spread
from tests.bench.logins import url_of_login
from tests.bench.report import Outcome, Row
from tests.far_sides.postgresql import PostgresqlServer, postgresql_server

FEW_LOTS, MANY_LOTS, MEASURED_LOTS = 10, 500, 10
FIRST_VISITS, MORE_VISITS = 4, 60
DAYS, VISITS_A_DAY, MEASURED_DAYS = 365, 20, 30
AT_ONCE = 4000
FLAT = 1.3


def run(folder: Path) -> Outcome:
    """The bench."""
    recorded = record(folder)
    with _database(recorded.visit[0]) as database:
        few, many = _by_lots(database, recorded)
    with _database(recorded.visit[0]) as database:
        days = _by_days(database, recorded)
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


class _Database:
    """An upgraded database, and who signs on to it."""

    def __init__(self, server: PostgresqlServer, first_month: int) -> None:
        self._server = server
        self._url = server.new_database()
        self._urls: dict[str, str] = {}
        upgrade_shared(self._url, now=SystemClock().now(), first_month=first_month)
        # One for all lots, as it keeps the compiled statements.
        self._engine = create_engine("postgresql+psycopg://", creator=self._session, poolclass=NullPool)
        self._conninfo = ""

    def url_of(self, lot_id: str) -> str:
        """The database under the lot's own login."""
        if lot_id not in self._urls:
            self._urls[lot_id] = url_of_login(self._server, self._url, lot_id, "office", hub=True)
        return self._urls[lot_id]

    @contextmanager
    def signed_on(self, lot_id: str) -> Iterator[Connection]:
        """A hub's session that has looked round."""
        self._conninfo = make_conninfo(**connection_parameters(self.url_of(lot_id), console_id="bench"))
        with self._engine.connect() as connection:
            with connection.begin():
                is_up_to_date(connection, lot_id, SystemClock().now())
            yield connection

    def look_at_tables(self) -> None:
        """What a server does by itself within a minute; here a month takes two seconds."""
        refresh_statistics(self._url)

    def _session(self) -> psycopg.Connection[tuple[Any, ...]]:
        return psycopg.connect(self._conninfo)


@contextmanager
def _database(first: ChainRow) -> Iterator[_Database]:
    """A server of its own, with partitions from the first row's month on."""
    with postgresql_server() as server:
        yield _Database(server, first.month)


def _by_lots(database: _Database, recorded: Recorded) -> tuple[list[float], list[float]]:
    """The same work for the same number of lots, among few and among many."""
    consoles = [Console(recorded, str(uuid_utils.uuid7())) for _ in range(MANY_LOTS)]

    def visits(some: Sequence[Console], count: int) -> list[float]:
        costs = []
        for console in some:
            with database.signed_on(console.lot_id) as connection:
                costs.append(_cost_us(database.url_of(console.lot_id), connection, console.visits(count)))
        return costs

    visits(consoles[:FEW_LOTS], FIRST_VISITS)
    few = visits(consoles[:FEW_LOTS], MORE_VISITS)
    visits(consoles[FEW_LOTS:], FIRST_VISITS)
    return few, visits(consoles[FEW_LOTS :: MANY_LOTS // MEASURED_LOTS][:MEASURED_LOTS], MORE_VISITS)


def _by_days(database: _Database, recorded: Recorded) -> list[float]:
    """One lot, day after day."""
    console = Console(recorded, str(uuid_utils.uuid7()))
    apart = timedelta(days=1) / VISITS_A_DAY
    costs = []
    with database.signed_on(console.lot_id) as connection:
        for day in range(DAYS):
            rows = console.visits(VISITS_A_DAY, every=apart)
            costs.append(_cost_us(database.url_of(console.lot_id), connection, rows))
            if day % MEASURED_DAYS == 0:
                database.look_at_tables()
    return costs


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
